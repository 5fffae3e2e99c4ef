import { characterSet, hasAny } from "../character-set.ts";
import { disciplineMatter } from "./discipline-acts.ts";
import { clauseBefore, type FigureSetting, passageAround } from "./figure-setting.ts";

/** A reason why a figure with a telling word is no outcome, and the words that show it. */
type Decoy = { readonly reason: string; readonly words: RegExp };

/** Contexts in which police, courts and authorities count: they decide over a whole sentence. */
const lawEnforcement =
  /(?<!向|给|由|移送|移交|商请)公安机关|派出所|民警|交警|抓获|拘留|刑拘|逮捕|破获|破案|侦破|侦查|侦办|犯罪|涉毒|毒品|吸毒|罂粟|行政处罚|罚款|公诉|批捕|法院|审判|审结|受理各类案件|黑恶|涉黑|涉恶|扫黑|传销|电信网络诈骗|电诈|反诈|食品安全|盗采|非法采|违法占|违法建|违法用地|违建|违停|市场监管|行政执法|处罚/;
const safety = /安全生产|隐患|消防|火灾|燃气|环保|环境|污染|油烟|噪声|排污|水质|养老机构|房屋/;
const firms = /企业|商户|个体工商户|市场主体|公司|门店|经营户|经营单位|金融|风险线索|招商/;
const oversight = /督察(?:组|反馈|交办|移交|转办)|环保督察/;
const publicService = /热线|工单|诉求|欠薪|物业|矛盾纠纷|咨询|来访接待|积案/;

/** Somebody else at work: authorities for all such acts, firms and public services for clues, petitions and problems. */
const authorities: readonly Decoy[] = [
  { reason: "law-enforcement", words: lawEnforcement },
  { reason: "safety", words: safety },
];
const anybody: readonly Decoy[] = [
  ...authorities,
  { reason: "firms", words: firms },
  { reason: "oversight", words: oversight },
  { reason: "public-service", words: publicService },
];

const disciplineOrgan = /党纪|政务处分|政纪|违纪|纪委|监委|纪检监察|四种形态/;

/** Why an act that has been recognised is somebody else's, or null. Words of discipline in its own clause outweigh the sentence. */
export function foreignReason(setting: FigureSetting, yieldsTo: "law" | "anybody"): string | null {
  const { lead, rest } = setting;
  if (disciplineMatter.test(lead) || disciplineMatter.test(rest)) return null;
  const passage = passageAround(setting);
  if (disciplineOrgan.test(passage)) return null;
  const others = yieldsTo === "law" ? authorities : anybody;
  return others.find(({ words }) => words.test(passage))?.reason ?? null;
}

const plan = /计划|拟于|拟将|预计|力争|争取|确保|目标|打算|年底前|下一?步|不少于|不低于|控制在|原则上|须|要求|规定/;
const pending = /未办结|尚未|未完成|其余|剩余|余下|正在|待(?:核查|办|整改)/;

/** Looked for in the clause, in this order, where no rule took a figure. */
const ofClause: readonly Decoy[] = [
  { reason: "plan", words: plan },
  { reason: "pending", words: pending },
  { reason: "exempt", words: /免予|不予|未予|解除|撤销(?!党内|行政)|澄清|容错|影响期/ },
  { reason: "aftercare", words: /回访/ },
  { reason: "repealed", words: /废止|取消|停发|终止/ },
  { reason: "law-enforcement", words: lawEnforcement },
  { reason: "safety", words: safety },
  { reason: "firms", words: firms },
  { reason: "public-service", words: publicService },
  {
    reason: "meetings",
    words: /会议|召开|座谈|会商|调度|动员会|听取|列席|走访|调研|谈心|廉政谈话|任前谈话|个别谈话|测评|征求/,
  },
  {
    reason: "training",
    words: /培训|宣讲|警示教育|党课|学习|旁听|参观|讲座|活动|宣传|教育片|典型案例|案例选|读本|发放|张贴/,
  },
  { reason: "checks", words: /检查|督查|督导|抽查|巡查|暗访|察访|核查|排查|自查|审计|监督|复核|回头看/ },
  {
    reason: "personnel",
    words: /提拔|选拔|选派|调整|交流|招聘|配备|储备|任职|评选|表彰|推荐|选配|抽调|组建|成立|引进|重新使用|重用|转任/,
  },
  { reason: "self-review", words: /查摆|检视|剖析|民主生活会|批评意见|相互批评|自我批评/ },
  { reason: "advice", words: /意见建议|整改(?:意见|建议)|建议意见|意见\d?/ },
  { reason: "rate", words: /率|占比|百分之|%/ },
  { reason: "scope-of-work", words: /个方面|大类|项目|领域|环节|岗位|风险点|流程|清单|图斑|网格|台账|手续|合同/ },
  { reason: "found", words: /发现|反映|反馈|指出|存在|涉及|查摆|梳理|揭示|筛出|疑点|交办|督办|负有/ },
];

/** Known uses of money that are no recovery: budget, investment, trade, subsidies, prices. */
const spending =
  /投资|投入|收入|产值|营收|税|资金|经费|补助|补贴|津贴|贷款|信贷|融资|债|基金|工程|项目|合同|成本|预算|支出|拨|安排|标准|人均|户均|亩均|户|增加值|进出口|销售|交易|成交|利润|收益|效益|租金|分红|赔偿|补偿|奖|扶持|捐|价值|概算|估算|采购|增收|支付|兑付|兑现|偿还|置换|化解|清偿|账款|资产|罚|没收|质保金|保证金|医保|产业|签约|节省|节约|压减|审减|核减|扣减|扣除|费|救助|发放|金额|总额|每年|每亩|亿元以上|规模|价款|工资|以上|以下|GDP|生产总值|盘活|撬动|股权|到位|核销|造成|流失|涉案|损失|授信|贴息|息|造价|上限|额度|限额/;
const recovery = /清退|退还|退缴|退赔|追缴|追回|收缴|收回|追偿|挽回|挽损|清收|清缴|催缴|违纪款|违规款/;

/** Why no rule took a figure that looks like an outcome; null where nothing known explains it. */
export function decoyReason(setting: FigureSetting): string | null {
  const { figure, lead, rest } = setting;
  const clause = `${lead}#${rest}`;
  if (figure.kind === "money") return moneyReason(clause, setting);
  const near = ofClause.find(({ words }) => words.test(clause));
  if (near) return near.reason;
  const passage = passageAround(setting);
  return lawEnforcement.test(passage) || safety.test(passage) || firms.test(passage) ? "foreign-context" : null;
}

function moneyReason(clause: string, setting: FigureSetting): string | null {
  if (plan.test(clause)) return "plan";
  if (/^(?:以上|以下|以内|不低于|不少于)$/.test(setting.figure.qualifier ?? "")) return "threshold";
  if (recovery.test(clause)) {
    return firms.test(clause) || lawEnforcement.test(passageAround(setting)) ? "foreign-recovery" : null;
  }
  return spending.test(clause) || spending.test(clauseBefore(setting)) ? "spending" : null;
}

/** One of these stands in each of the words below. */
const signsOfDiscipline = characterSet("处责诫案留违查索信举批谈曝职除警记议伞腐理");
const wordsOfDiscipline =
  /处分|问责|追责|诫勉|立案|留置|违纪|查处|查办|线索|信访|举报|批评(?![估审选议])|约谈|谈话|曝光|组织处理|处理$|免职|撤职|开除|警告|记过|(?:纪检|监察|纪律检查)建议|保护伞|腐败/;

function speaksOfDiscipline(text: string): boolean {
  return hasAny(signsOfDiscipline, text) && wordsOfDiscipline.test(text);
}

/** Whether the words near a figure make it look like an outcome: of discipline, clues or petitions by their words, of money by its unit. */
export function looksLikeOutcome({ figure, lead, rest }: FigureSetting): boolean {
  if (figure.kind === "money" || speaksOfDiscipline(lead) || speaksOfDiscipline(rest)) return true;
  const isHandedOn = figure.kind === "person" || figure.kind === "case";
  return isHandedOn && /移送|移交/.test(lead + rest);
}
