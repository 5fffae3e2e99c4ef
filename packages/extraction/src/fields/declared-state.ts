import type { DeclaredCount } from "./declared-counts.ts";

const dueBefore = /(?:需|应|要|须|可|计划)?(?:在)?一年(?:之)?内(?:应|需|可|要|应当)?(?:整改)?完成(?:整改)?的?$/;
/** “已完成17个问题中的14个”: the first is what there is. */
const isWhole = /^(?:具体|反馈)?(?:问题|任务|措施|事项)?中的?(?=\d)/;
/** “39个问题中33个已完成整改”. */
const ofNamed = /(?:问题|任务|措施|事项)中,?(?:的|有)?$/;
const doneOfWhole = /(?<!未|未能|需|应|须|要|可|拟|待|计划)完成(?:整改)?(?:了)?[^,。;完]{1,16}中的?$/;
/** “年底前完成的91条”: when they are due, not that they are done. */
const datedBefore = /(?:[年月底末初旬]前|\d[日号]前|[年月]内)(?:应|需|要|可|须|应当)?(?:整改)?完成(?:整改)?的?$/;
const doneBefore =
  /(?<![年月底末初旬]前|\d[日号]前|[年月]内|未|未能|需|应|须|要|可|拟|待|计划)(?:已经?|累计|全部|共|基本|目前|现已){0,3}(?:(?:整改完成|完成整改|完成销号|整改到位|整改完毕|办结|销号|完成)(?:整改|销号)?|(?<=已|已经|累计|全部|基本)整改)(?:的|了)?(?:具体|反馈)?(?:问题|措施|任务)?$/;
const doneAfter =
  /^(?:具体)?(?:问题|措施|任务)?(?:已|均|全部|已经){1,3}(?:完成整改|整改完成|完成销号|整改到位|落实到位|整改完毕|整改落实|落实|销号|完成|整改(?=[,。;]|$))(?![^,。;]{0,4}\d)/;

export type State = { readonly ending: "Completed" | "DueWithinOneYear"; readonly length: number };

/**
 * Whether the figure is of what is due or done, and how long the words before it are that say so; “dated” where it is of what is to be done by
 * some day (年底前完成的91条).
 */
export function stateOf(count: DeclaredCount, lead: string, rest: string): State | "dated" | null {
  const due = dueBefore.exec(lead);
  if (due) return { ending: "DueWithinOneYear", length: due[0].length };
  if (datedBefore.test(lead)) return "dated";
  const done = doneBefore.exec(lead);
  if (doneOfWhole.test(lead)) return { ending: "Completed", length: 0 };
  if (done && !isWhole.test(rest)) return { ending: "Completed", length: done[0].length };
  return (count.noun !== null || ofNamed.test(lead)) && doneAfter.test(rest)
    ? { ending: "Completed", length: 0 }
    : null;
}
