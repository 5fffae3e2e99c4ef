import { characterSet, holds } from "./character-set.ts";

/** Words by which a heading says what its section is, the genre's own formulae. */
const handover =
  /(?:移交|转交|交办|转办|信访|线索|举报|来信来访).{0,20}(?:办理|处置|办结|查办|核查|查处|调查|处理|情况)/;
const nextStep = /下一?步|下一?阶段|今后|后半篇|接下来|努力方向/;
const organization =
  /组织领导|组织推动|组织实施|总体(?:情况|进展)|概况|基本情况|主要做法|履行[^,]{0,12}整改[^,]{0,6}责任(?:的?情况)?$/;
const progress = /整改.{0,12}(?:情况|进展|成效|完成|落实)|问题.{0,8}整改/;

export function isHandoverHeading(title: string): boolean {
  return handover.test(title) && !/[”"].{0,4}问题/.test(behindOpeningQuote(title));
}

/** “…”问题 in linear time: a regex with both marks would try every opening one with every closing one. */
function behindOpeningQuote(title: string): string {
  const at = title.search(/[“"]/);
  return at === -1 ? "" : title.slice(at + 1);
}

export function isNextStepHeading(title: string): boolean {
  return nextStep.test(title);
}

export function isOrganizationHeading(title: string): boolean {
  return organization.test(title);
}

export function isProgressHeading(title: string): boolean {
  return progress.test(title) && !/组织|领导小组|部署|基本情况|主要做法|责任(?:的?情况)?$/.test(title);
}

/** Status that a group heading states: “集中整改期内已完成的事项” is completed, “需要长期坚持的事项” is ongoing. */
export function statusOfHeading(title: string): "completed" | "ongoing" | null {
  if (/未(?:能|全部)?(?:完成|办结)|尚未|正在|推进中/.test(title)) return "ongoing";
  if (
    /^(?:整改)?完成$|(?:已|基本|全部)(?:经)?(?:全部)?(?:完成|办结|整改|销号)|完成整改|整改(?:到位|完成|完毕)/.test(
      title,
    )
  )
    return "completed";
  return /持续|长期|推进|逐步|阶段性|分阶段/.test(title) ? "ongoing" : null;
}

const status = "(?:已|基本|全部|正在|持续|按计划|长期|需|阶段性|分阶段|尚未|未)";
const statusGroup = new RegExp(
  String.raw`${status}.{0,14}(?:事项|问题|任务|工作|内容|措施|项目|清单)(?:的?整改)?(?:进展|落实)?(?:情况)?$|` +
    String.raw`^(?:已|基本|全部|部分|正在|持续|长期|尚未)(?:经)?(?:全部)?(?:完成|整改|推进|坚持|办结|销号)(?:到位|完毕)?(?:的?(?:整改)?情况|类|部分)?$`,
);

/** A heading that gathers findings by how far they have come: 已完成的整改事项, 基本完成的问题, 需长期坚持的任务. */
export function isStatusGroupHeading(title: string): boolean {
  return statusGroup.test(title) && statusOfHeading(title) !== null && !/[”"]/.test(behindOpeningQuote(title));
}

/** The area that findings are of: 二、落实全面从严治党责任方面. */
export function isAreaHeading(title: string): boolean {
  return /方面(?:(?:存在)?的?问题(?:整改(?:进展|落实)?(?:情况)?)?)?$/.test(title) && !/^(?:整改|反馈|存在)/.test(title);
}

/** The sentence about what the inspectors handed over, where no chapter announces it: “巡视期间,巡视组共移交信访件21件,…”. */
export function tellsHandover(line: string): boolean {
  return /^[^。;]{0,30}(?:巡视|巡察)组?[^。;]{0,12}(?:移交|转交|交办|转办)[^。;]{0,20}(?:信访|线索|举报|来信)/.test(
    line,
  );
}

/** Who reports says what it will go on doing: 区委将继续…, 医院党委将坚持…. */
const resolve =
  /^[\u4e00-\u9fff]{0,12}(?:委|党组|党工委|工委|党支部)将(?:继续|坚持|持续|进一步|深入|始终|不断|一以贯之|驰而不息|以)/;

/** First words of the paragraph about what comes next, where no chapter announces it. */
export function opensNextStep(line: string): boolean {
  return (
    /^(?:下一?步|下一?阶段|今后|接下来)[,,工]/.test(line) ||
    /^(?:下一?步|今后)[^。]{0,30}将/.test(line) ||
    resolve.test(line)
  );
}

const listed = /(?:如下|通报|公告|公示|报告|通知)$|^(?:现将|根据|按照|中共|中国共产党|附件)|委关于|[>|]/;

/** A line that can only be the heading of a chapter, with or without its number: 整改工作组织情况, 下一步打算, 反馈问题整改落实情况. */
export function isChapterHeading(line: string): boolean {
  const title = line.replace(/[:。]$/, "").trim();
  if (title.length < 4 || title.length > 40 || title.includes("\n") || /[。;!?:《]/.test(title) || listed.test(title))
    return false;
  return (
    isOrganizationHeading(title) ||
    isProgressHeading(title) ||
    /^(?:下一?步|下一?阶段|今后)/.test(title) ||
    isHandoverHeading(title)
  );
}

/** The same without a number: nothing but its words tells it from a paragraph, so it must not end as one. */
export function isBareChapterHeading(line: string): boolean {
  return isChapterHeading(line) && !/[:。]$/.test(line);
}

const measureLabelStarts = characterSet("【[具主已目当下长阶整落工取进完推");
const measureLabel =
  /^[【[]?(?:(?:具体|主要|已采取的?|目前|当前|下一?步|长期|阶段性)?(?:整改|落实|工作|取得|进展|完成|推进|(?<=阶段性)(?=成效|进展|成果))(?:工作|落实|完成|推进)?(?:情况|措施|举措|成效|成果|进展|结果|效果|打算|计划)?(?:及|和)?(?:成效|进展|结果|效果)?)(?:[】\]]\s?:?|\s?(?::|$))\s*/;

/** What parts the text under a finding: 整改措施:, 整改成效:. Empty where no label stands in front, as before most paragraphs. */
export function measureLabelOf(text: string): string {
  return holds(measureLabelStarts, text.charCodeAt(0)) ? (measureLabel.exec(text)?.[0] ?? "") : "";
}

/** Who answers for a finding and by when: 责任单位:区教育局;整改时限:2023年12月. No measure. */
export const assignmentLabel =
  /^[【[]?(?:牵头|责任|主责|分管|配合|协同|整改|完成|整改责任)(?:区|县|市|委)?(?:领导|单位|部门|科室|人|主体|同志|时限|期限|时间|目标|状态|进度)[】\]]?\s?:/;

const longestStatusLine = 60;
const statusLine =
  /^[【[]?(?:整改|完成|办理|办结)(状态|进度|结果|情况)[】\]]?\s?:\s?([^。;,]{2,16})(?:,(?:预计|计划|力争|拟)[^。;]{0,30})?[。;]?$/;

/**
 * How far a finding has come, where a line says that and no more: 整改状态:已完成; 整改结果:正在整改,预计2024年6月完成。 Null for 整改情况:持续推进清淤。,
 * which is a measure.
 */
export function statusOfLine(line: string): "completed" | "ongoing" | null {
  if (line.length > longestStatusLine) return null;
  const [, label = "", said = line] = statusLine.exec(line) ?? [];
  const isStatus = label === "状态" || label === "进度" || saysStatus(said);
  return isStatus ? statusOfHeading(said) : null;
}

/** The cell of a table that says who answers or by when: 规划财务股, 2021年12月底前. */
export const assignmentCell =
  /^(?:[\u4e00-\u9fff、]{1,30}(?:[股科室处办局委部组队所]|中心)|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:底)?(?:前)?|立行立改|长期坚持|即知即改)$/;

/** The problem told again below its heading: 反馈指出,…; 问题表现:…. */
export const restatement =
  /^[【[]?(?:(?:巡视|巡察)?反馈(?:指出|的?问题|意见|情况)|巡[视察](?:组)?指出|问题(?:表现|描述|内容|概述|原文)|(?:反馈)?原文|主要表现|存在问题)(?:[】\]]\s?[:,]?|\s?[:,])/;

const toldStarts = characterSet("【[牵责主分配协整完巡反问原存");
const longestCell = 40;

/** Who is to do it by when, how far it has come, and the problem told again are no measures. */
export function isToldAgain(text: string): boolean {
  const isLabelled = holds(toldStarts, text.charCodeAt(0)) && (assignmentLabel.test(text) || restatement.test(text));
  return isLabelled || (text.length <= longestCell && assignmentCell.test(text)) || statusOfLine(text) !== null;
}

const problemLabelStarts = characterSet("【[问巡反整");
const problemLabel =
  /^[【[]?(?:问题(?:表现|描述|内容|概述)?|(?:巡视|巡察)?反馈(?:意见|情况)|整改问题)(?:[】\]]\s?:?|\s?:)\s*/;

/** The problem told again with a number of its own: 1.问题表现:…. Empty where no such label stands in front. */
export function problemLabelOf(text: string): string {
  return holds(problemLabelStarts, text.charCodeAt(0)) ? (problemLabel.exec(text)?.[0] ?? "") : "";
}

/** The cell of a table that says how far a finding has come: 已完成, 持续推进. */
export function saysStatus(text: string): boolean {
  return /^(?:[【[]?(?:整改|完成|办理|办结)(?:状态|进度|结果|情况)[】\]]?\s?:\s?)?(?:已|基本|全部|正在|持续|长期|未|尚未)(?:整改|推进|坚持|完成|销号|办结|到位){1,2}(?:整改|到位)?[。;]?$/.test(
    text,
  );
}
