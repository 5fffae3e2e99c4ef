import { economy } from "./matters/economy.ts";
import { livelihood } from "./matters/livelihood.ts";
import { party } from "./matters/party.ts";

/**
 * Matters that findings are about, finer than topics, each with the words that speak for it: to teach the alignment that two
 * wordings mean one thing, put both into one row of `matters/*.ts`. A cue is a literal word, or several joined by “+” that must all
 * occur; a cue inside a longer matched cue does not count. Words of the genre only: no place, no body.
 */
export type MatterRule = {
  readonly term: string;
  /** 1 where the words name one matter; less for a broad one, which many findings share and which never makes a match alone. */
  readonly weight: number;
  readonly cues: readonly (readonly string[])[];
};

const broad = `
招商|招商 引进项目 引进的项目 引进的企业 引来的项目 引进企业 项目招引 招引 引资 双招双引 签约 客商
营商环境|营商环境 服务企业 企业服务 政商关系
融资|融资 非标
平台公司|平台公司 融资平台 城投 区属企业 国有企业 国企 区属公司 县属国企 市属企业
发展后劲|发展后劲 绿色发展
学校|学校 教育 校园
医疗|医疗 卫生 健康
党建|党建 党组织
审批许可|审批 许可
农村|农村 乡村
执法|执法
资产|资产
人才短缺|人才
文化|文化
企业|企业
安全隐患|安全隐患 隐患
`;

/** Words that speak for nothing, and keep shorter cues inside them from counting. */
const empty = `
-|落地见效 政策落地 责任落地 保护责任 党务公开 设计方案 招商环境 服务设施 基础设施 应急管理水平 教育引导 建设项目资金
`;

const rulesOf = (rows: string, weight: number): MatterRule[] =>
  rows
    .trim()
    .split("\n")
    .map((row) => {
      const [term = "", cues = ""] = row.split("|");
      return { term, weight, cues: cues.split(" ").map((cue) => cue.split("+")) };
    });

/** All matters; those of weight 0 stand for words that speak for nothing. */
export const matterRules: readonly MatterRule[] = [
  ...rulesOf([economy, livelihood, party].map((rows) => rows.trim()).join("\n"), 1),
  ...rulesOf(broad, 0.35),
  ...rulesOf(empty, 0),
];
