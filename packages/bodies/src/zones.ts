/**
 * A development zone or new area that answers for itself but has no division code. Years as in the table of divisions:
 * `to` is exclusive, null while it exists. `successors` are body ids.
 */
export type ZoneEntry = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly hostCode: string;
  readonly from: number;
  readonly to: number | null;
  readonly successors: readonly string[];
};

type Years = { readonly from: number; readonly to?: number; readonly successors?: readonly string[] };

const zone = (id: string, hostCode: string, names: readonly [string, ...string[]], years: Years): ZoneEntry => {
  const [name, ...aliases] = names;
  return { id, name, aliases, hostCode, from: years.from, to: years.to ?? null, successors: years.successors ?? [] };
};

/**
 * The register of zones. A zone that became a division keeps its years and names its successor. A zone that shares
 * its committee with a district (浦东, 黄岛, 南沙) is that district and not listed. The last two are invented.
 */
export const ZONES: readonly ZoneEntry[] = [
  zone("zone-zhenjiang-new-area", "321100", ["镇江经济技术开发区", "镇江经开区", "镇江新区"], { from: 1992 }),
  zone("zone-suzhou-industrial-park", "320500", ["苏州工业园区"], { from: 1994 }),
  zone("zone-nanjing-jiangbei-new-area", "320100", ["南京江北新区", "江北新区"], { from: 2015 }),
  zone("zone-nanjing-economic", "320100", ["南京经济技术开发区", "南京经开区"], { from: 1992 }),
  zone("zone-xuzhou-economic", "320300", ["徐州经济技术开发区", "徐州经开区"], { from: 1992 }),
  zone("zone-lianyungang-economic", "320700", ["连云港经济技术开发区", "连云港经开区"], { from: 1984 }),
  zone("zone-nantong-economic", "320600", ["南通经济技术开发区", "南通经开区", "南通开发区"], { from: 1984 }),
  zone("zone-kunshan-economic", "320583", ["昆山经济技术开发区", "昆山经开区", "昆山开发区"], { from: 1985 }),
  zone("zone-hangzhou-qiantang-new-area", "330100", ["杭州钱塘新区", "钱塘新区"], {
    from: 2019,
    to: 2021,
    successors: ["division-330114"],
  }),
  zone("zone-ningbo-qianwan-new-area", "330200", ["宁波前湾新区", "前湾新区", "宁波杭州湾新区", "杭州湾新区"], {
    from: 2010,
  }),
  zone("zone-hefei-economic", "340100", ["合肥经济技术开发区", "合肥经开区"], { from: 1993 }),
  zone("zone-hefei-hitech", "340100", ["合肥高新技术产业开发区", "合肥高新区"], { from: 1991 }),
  zone("zone-weifang-hitech", "370700", ["潍坊高新技术产业开发区", "潍坊高新区"], { from: 1992 }),
  zone("zone-jinan-hitech", "370100", ["济南高新技术产业开发区", "济南高新区"], { from: 1991 }),
  zone("zone-zhengzhou-airport", "410100", ["郑州航空港经济综合实验区", "郑州航空港区", "郑州航空港实验区"], {
    from: 2013,
  }),
  zone("zone-wuhan-donghu", "420100", ["武汉东湖新技术开发区", "东湖新技术开发区", "东湖高新区"], { from: 1988 }),
  zone("zone-changsha-xiangjiang-new-area", "430100", ["湖南湘江新区", "湘江新区"], { from: 2015 }),
  zone("zone-chengdu-hitech", "510100", ["成都高新技术产业开发区", "成都高新区"], { from: 1988 }),
  zone("zone-xian-hitech", "610100", ["西安高新技术产业开发区", "西安高新区"], { from: 1991 }),
  zone("zone-shaanxi-xixian-new-area", "610000", ["陕西省西咸新区", "西咸新区"], { from: 2014 }),
  zone("zone-lanzhou-new-area", "620100", ["兰州新区"], { from: 2012 }),
  zone("zone-guizhou-guian-new-area", "520000", ["贵州贵安新区", "贵安新区"], { from: 2014 }),
  zone("zone-changchun-new-area", "220100", ["长春新区"], { from: 2016 }),
  zone("zone-jiangxi-ganjiang-new-area", "360000", ["江西赣江新区", "赣江新区"], { from: 2016 }),
  zone("zone-hebei-xiongan-new-area", "130000", ["河北雄安新区", "雄安新区"], { from: 2017 }),
  zone("zone-beijing-economic", "110000", ["北京经济技术开发区", "北京经开区", "亦庄开发区"], { from: 1992 }),
  zone("zone-chongqing-liangjiang-new-area", "500000", ["重庆两江新区", "两江新区"], {
    from: 2010,
    to: 2025,
    successors: ["division-500157"],
  }),
  zone("zone-sample-yangzhou-new-area", "990100", ["样州经济技术开发区", "样州经开区", "样州新区"], { from: 1993 }),
  zone("zone-sample-lijiang-hitech", "990200", ["例江高新技术产业开发区", "例江高新区"], { from: 2003 }),
];
