import { noticeIdentity } from "@zhenggai/extraction";
import type { Notice } from "@zhenggai/notice";

export type Relation = "versions" | "series";

const shortestPassage = 12;
/** Successive notices of a subject share headings and formulae, versions of one notice nearly everything. */
const leastShared = 0.5;

/** Passages of a text without marks, width and white space. */
const passagesOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .split(/[\n。;]/u)
    .map((passage) => passage.replaceAll(/[^\p{L}\p{N}]/gu, ""))
    .filter((passage) => passage.length >= shortestPassage);

/** Share of the shorter text's passages that the other has too, 0 to 1. */
function sharedPassages(before: string, after: string): number {
  const [fewer, more] = [passagesOf(before), passagesOf(after)].sort((one, other) => one.length - other.length);
  const known = new Set(more);
  return fewer === undefined || fewer.length === 0
    ? 0
    : fewer.filter((passage) => known.has(passage)).length / fewer.length;
}

/**
 * Two readings of one inspection cycle are versions; two cycles of one subject are successive notices. An edit may have changed
 * the very dates and names that tell the cycle, so that texts which share most of their words are versions whatever these say.
 */
export function relationOf(before: Notice, after: Notice): Relation {
  const [older, newer] = [noticeIdentity(before, "one-page"), noticeIdentity(after, "one-page")];
  if (older.noticeId === newer.noticeId) return "versions";
  return sharedPassages(before.text, after.text) >= leastShared ? "versions" : "series";
}
