import { foldTypography } from "@zhenggai/comparison";
import { noticeIdentity } from "@zhenggai/extraction";
import type { Notice } from "@zhenggai/notice";

export type Relation = "versions" | "series";

const shortestPassage = 12;
/** Successive notices of a subject share headings and formulae, versions of one notice nearly everything. */
const leastShared = 0.5;

/** Passages of a text without marks, width, white space and script. */
const passagesOf = (text: string, cut: RegExp): string[] =>
  text
    .split(cut)
    .map(foldTypography)
    .filter((passage) => passage.length >= shortestPassage);

/** Share of the shorter text's passages that the other has too, 0 to 1. */
function sharedPassages(before: string, after: string, cut: RegExp): number {
  const [fewer, more] = [passagesOf(before, cut), passagesOf(after, cut)].sort(
    (one, other) => one.length - other.length,
  );
  const known = new Set(more);
  return fewer === undefined || fewer.length === 0
    ? 0
    : fewer.filter((passage) => known.has(passage)).length / fewer.length;
}

/** Lines and sentences; sentences alone, for a text whose lines are broken anywhere. */
const cuts = [/[\n。;；]/u, /[。;；]/u];

/**
 * Two readings of one inspection cycle are versions; two cycles of one subject are successive notices. An edit may have changed
 * the very dates and names that tell the cycle, so that texts which share most of their words are versions whatever these say.
 */
export function relationOf(before: Notice, after: Notice): Relation {
  const [older, newer] = [noticeIdentity(before, "one-page"), noticeIdentity(after, "one-page")];
  if (older.noticeId === newer.noticeId) return "versions";
  const areAlike = cuts.some((cut) => sharedPassages(before.text, after.text, cut) >= leastShared);
  return areAlike ? "versions" : "series";
}
