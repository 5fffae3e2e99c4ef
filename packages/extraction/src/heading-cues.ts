/** Words by which a heading says what its section is, the genre's own formulae. */
const handover =
  /(?:移交|转交|交办|转办|信访|线索|举报|来信来访).{0,20}(?:办理|处置|办结|查办|核查|查处|调查|处理|情况)/;
const nextStep = /下一?步|下一?阶段|今后|后半篇|接下来|努力方向/;
const organization = /组织领导|组织推动|组织实施|总体(?:情况|进展)|概况|基本情况/;
const progress = /整改.{0,12}(?:情况|进展|成效|完成|落实)|问题.{0,8}整改/;

export function isHandoverHeading(title: string): boolean {
  return handover.test(title) && !/[“"].*[”"].{0,4}问题/.test(title);
}

export function isNextStepHeading(title: string): boolean {
  return nextStep.test(title);
}

export function isOrganizationHeading(title: string): boolean {
  return organization.test(title);
}

export function isProgressHeading(title: string): boolean {
  return progress.test(title) && !/组织|领导小组|部署/.test(title);
}

/** Status that a group heading states: “集中整改期内已完成的事项” is completed, “需要长期坚持的事项” is ongoing. */
export function statusOfHeading(title: string): "completed" | "ongoing" | null {
  if (/未(?:能|全部)?(?:完成|办结)|尚未|正在|推进中/.test(title)) return "ongoing";
  if (/(?:已|基本|全部)(?:经)?(?:全部)?(?:完成|办结|整改|销号)|完成整改|整改(?:到位|完成|完毕)/.test(title))
    return "completed";
  return /持续|长期|推进|逐步|阶段性|分阶段/.test(title) ? "ongoing" : null;
}

/** First words of the paragraph about what comes next, where no chapter announces it. */
export function opensNextStep(line: string): boolean {
  return /^(?:下一?步|下一?阶段|今后|接下来)[,,工]/.test(line) || /^(?:下一?步|今后)[^。]{0,30}将/.test(line);
}
