import { cadres } from "./matters/cadres.ts";
import { campus } from "./matters/campus.ts";
import { conduct } from "./matters/conduct.ts";
import { countryside } from "./matters/countryside.ts";
import { culture } from "./matters/culture.ts";
import { discipline } from "./matters/discipline.ts";
import { economy } from "./matters/economy.ts";
import { enterprise } from "./matters/enterprise.ts";
import { environment } from "./matters/environment.ts";
import { finance } from "./matters/finance.ts";
import { health } from "./matters/health.ts";
import { ideology } from "./matters/ideology.ts";
import { livelihood } from "./matters/livelihood.ts";
import { offices } from "./matters/offices.ts";
import { partyBuilding } from "./matters/party-building.ts";
import { politics } from "./matters/politics.ts";
import { safety } from "./matters/safety.ts";
import { society } from "./matters/society.ts";
import { works } from "./matters/works.ts";

/** Words that speak for a matter where they all stand in one sentence. */
export type MatterCue = {
  readonly words: readonly string[];
  /** What any matter can be seen under, or where it can happen: counts fully only where nothing else in the clause names a matter. */
  readonly isFrame: boolean;
  /** Words for a whole field, which may mean this matter: count only where nothing else in the title names one. */
  readonly isInherited: boolean;
};

/**
 * Matters that findings are about, finer than topics, each with the words that speak for it: to teach the alignment that two
 * wordings mean one thing, put both into one row of `matters/*.ts`. Words of the genre only: no place, no body.
 *
 * A row is “term|cues”. A cue is a literal word, or several joined by “+”; inside a longer cue that matches it does not count.
 * “~” before a cue, or before the term for all its cues, makes a frame (responsibility, money, a hospital). A row that starts with
 * “^” is no matter but words for a whole field; “term>field” says that they may mean this matter.
 */
export type MatterRule = {
  readonly term: string;
  /** 1 where the words name one matter; less for a broad one, which many findings share and which never makes a match alone. */
  readonly weight: number;
  readonly cues: readonly MatterCue[];
};

const broad = `
发展后劲|发展后劲 绿色发展
平台公司|平台公司 融资平台 城投 区属企业 国有企业 国企 区属公司 县属国企 市属企业 县属企业
融资|融资 非标
学校|学校 教育 校园 学生
医疗|医疗 卫生 健康
党建|党建 党组织 党的组织
党员|党员
干部|干部
审批许可|审批 许可
农村|农村 乡村 农业
执法|执法
资产|资产
土地|土地 用地
人才短缺|人才
文化|文化
企业|企业
住房|住房 房屋
安全隐患|安全隐患 隐患 安全
`;

/** Words that speak for nothing, and keep shorter cues inside them from counting. */
const empty = `
-|落地见效 政策落地 责任落地 保护责任 党务公开 设计方案 招商环境 服务设施 基础设施 应急管理水平 教育引导 建设项目资金 安全感 教育整顿 滋生土壤 主业主课 主业主责 文化素质 党员干部 干部群众 企业文化 健康发展 便民政策 利民政策 富民政策 个人大额 个人大量 工人大 人大幅 法人大 施工会 用工会 施工资质 用工资格 职工资格 员工资格 化工程 化工作 化工地 化工人 化工序 化工具 化工会 网信息 网信用 提高校 集中医 中医疗 中医保 水利用 人防护 个人防 农机构 农机制 科协同 科协作 科协调 系统计 就业务 全国安 国安置 校车辆 办公安 大学科 学科技 学科研 学科学 商会议 招商会 结合同 配合同 整合同 融合同 提高考 中考核 中考察 中考虑 中考勤 会展开 会展现 社会展 路政策 行风险 行风貌 医改造 社会计 经营收 运营收 单招标 国资源 节水平 环节水 农资金 农资产 农资源 行政法 政法规 商标准 招工作 自考核 自考虑 形成教 促成教 完成教 外协作 外协调 外协议 高企业 学风险 产科技 产科研 生产科 水价值 人文风 纪要求 打通关 通关键 外事故 公司法 中标准 部分包 办公证 机要素 集中标 专业化工 房本身 结算账 创业绩 地方志愿 立案件 管理财 办理财 大力气 财政法 检察看 市场地 广场地 养老师 地产品 房地产品 工会商 岗位安置 安置帮教 就业安置 妥善安置 福利彩票 社会福利 纪检组织
`;

const frameMark = "~";
const widerMark = ">";
const widerRowMark = "^";
const unmarked = (word: string): string => (word.startsWith(frameMark) ? word.slice(frameMark.length) : word);

const cueOf = (cue: string, isFrameRow: boolean): MatterCue => ({
  words: unmarked(cue).normalize("NFKC").split("+"),
  isFrame: isFrameRow || cue.startsWith(frameMark),
  isInherited: false,
});

const rowsIn = (rows: string): string[] => rows.trim().split("\n");

type ReadRow = {
  readonly term: string;
  readonly wider: readonly string[];
  readonly isWider: boolean;
  readonly cues: readonly MatterCue[];
};

function readRow(row: string): ReadRow {
  const [name = "", cues = ""] = row.split("|");
  const isWider = name.startsWith(widerRowMark);
  const [term = "", ...wider] = (isWider ? name.slice(widerRowMark.length) : unmarked(name)).split(widerMark);
  return { term, wider, isWider, cues: cues.split(" ").map((cue) => cueOf(cue, name.startsWith(frameMark))) };
}

function rulesOf(rows: readonly string[], weight: number): MatterRule[] {
  const read = rows.map(readRow);
  const widerCues = new Map(read.filter(({ isWider }) => isWider).map(({ term, cues }) => [term, cues]));
  return read
    .filter(({ isWider }) => !isWider)
    .map(({ term, wider, cues }) => {
      const inherited = wider.flatMap((name) => widerCues.get(name) ?? []);
      return {
        term,
        weight,
        cues: [...cues, ...inherited.map(({ words, isFrame }) => ({ words, isFrame, isInherited: true }))],
      };
    });
}

const fields = [
  politics,
  discipline,
  conduct,
  cadres,
  partyBuilding,
  ideology,
  economy,
  finance,
  works,
  environment,
  safety,
  society,
  livelihood,
  countryside,
  culture,
  campus,
  health,
  enterprise,
  offices,
];

/** All matters; those of weight 0 stand for words that speak for nothing. */
export const matterRules: readonly MatterRule[] = [
  ...rulesOf(
    fields.flatMap((rows) => rowsIn(rows)),
    1,
  ),
  ...rulesOf(rowsIn(broad), 0.35),
  ...rulesOf(rowsIn(empty), 0),
];
