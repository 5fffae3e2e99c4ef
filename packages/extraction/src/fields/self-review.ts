import { everyMatch } from "../every-match.ts";

/** A meeting that is only counted (民主生活会1次、…) finds nothing. */
const selfReview = /民主生活会(?!\d{0,3}[场次、])|查摆|检视|自查|对照检查|自我剖析/;
const ownLists = /反馈|(?:问题|任务|整改)清单|整改台账|整改方案/g;

/** Whether the words before a figure are about self-criticism (民主生活会上查摆6个方面21个问题) since they last spoke of the rectification. */
export function isSelfReview(lead: string): boolean {
  return selfReview.test(lead.slice(lastMention(lead)));
}

export function mentionsSelfReview(text: string): boolean {
  return selfReview.test(text);
}

/** Where the sentence last spoke of what this rectification goes by. */
function lastMention(lead: string): number {
  return everyMatch(ownLists, lead).at(-1)?.index ?? 0;
}
