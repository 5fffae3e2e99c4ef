import { foldTypography } from "./typography.ts";

const quality =
  "有力|深入|到位|扎实|严格|规范|充分|彻底|及时|明显|精准|紧密|健全|完善|牢固|坚决|全面|细致|严密|均衡|平衡|显著|理想|强|高|严|实|紧|足|大|多|好|深|准|快|优|畅|牢|佳|力|够";

/** Verdicts that stand at the end of nearly every title and say nothing about the matter. */
const verdicts = [
  new RegExp(`(?:成效|效果|力度|质效)?(?:还|仍|仍然)?(?:不够|不太|不)(?:${quality})`, "gu"),
  /(?:仍|还)?(?:存在|有)(?:一定|较大|明显)?(?:的)?(?:差距|不足|短板|弱项|薄弱环节|漏洞|隐患|欠缺|偏差|问题)/gu,
  /(?:有待|亟待|亟需|仍需|尚需|需要?)(?:进一步)?(?:加强|提高|提升|改善|完善|优化|强化|压实|规范)/gu,
  /宽松软|失之于宽|针对性不强|力度不(?:够|大|足)|重视程度不够|重建轻管|疏于管(?:理|护)|失管失察|屡查屡有|只增不减|久拖不(?:决|治|结)|管理粗放|监管空白|混乱|隐患|沉淀|缺位|缺失|缺乏|滞后|乏力|薄弱|弱化|虚化|淡化|偏[弱低少慢软]|低效|短板明显|隐患突出|流于形式|走过场|时有发生|问题突出|较为突出|有差距|有偏差|重视不够|(?:依然|仍然|依旧|长期|普遍)存在|(?:进展|推进|落实)缓慢|屡禁不止|仍有发生/gu,
  /^关于|问题$|方面$|等问题|的问题|工作$/gu,
];

/**
 * What a finding is about: its title without evaluative words. The whole title where nothing else is left.
 * Example: 园区项目监管不够有力 and 园区项目监管存在差距 are both 园区项目监管.
 */
export function coreTitle(title: string): string {
  const folded = foldTypography(title);
  const core = verdicts.reduce((rest, verdict) => rest.replace(verdict, ""), folded);
  return core === "" ? folded : core;
}

const general =
  /\d{4}年|有关|部分|个别|一些|有的|情况|工作|建设|管理|监管|监督|落实|执行|责任|推进|推动|开展|组织|设施|资金|项目|工程|机制|体制|能力|资源|水平|进度|进展|领域|环节|措施|制度|程序|绩效|质量|服务|保障|治理|整治|整改|保护|使用|发展|问题|突出|滞后|缓慢|过多|困难|不顺|不及时|不规范|不彻底|维护|审核|把关|分配|拨付|作用|发挥|标准化?|处置|处理|改造|培训|引进|配套|层层|企业|单位|部门|机构|队伍|力量|基层|城区|城市|农村|乡村|乡镇|镇街|群众|干部|区属|重点|重要|个人|领导|现象|普遍|严重|存在|出现|意识|压力|困难|短缺|不足|迟缓|公开|改革|运行|水平|利用|占用|拖欠|长期|持续|不规范|不够|还|仍/gu;

/** Words that any title may use, taken out; "" where nothing else is left. Example: 档案审核管理 → 档案. */
export const withoutGeneralWords = (core: string): string => core.replace(general, "");
