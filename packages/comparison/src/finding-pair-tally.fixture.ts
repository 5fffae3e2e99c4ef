import type { Finding } from "@zhenggai/notice";
import { alignFindings } from "./align-findings.ts";
import type { LabelledLists } from "./finding-pair-sets.fixture.ts";
import type { LabelledFinding, LabelledPair } from "./finding-pairs.fixture.ts";

/** A finding of a notice that is nothing but its title and what was done. */
export const findingOf = ({ title, done, topic }: LabelledFinding, n: number, isTopicKnown: boolean): Finding => ({
  n,
  numbering: "",
  title,
  heading: title,
  groups: [],
  status: null,
  topics: isTopicKnown ? [topic] : [],
  span: { start: 0, end: title.length },
  measures: done === "" ? [] : [{ numbering: "", title: null, text: done, span: { start: 0, end: 0 } }],
});

/** One claim or omission of the alignment, against the label. */
export type Judged = {
  readonly before: string;
  readonly after: string;
  readonly repeated: boolean;
  readonly verdict: "sure" | "unsure" | null;
  readonly score: number;
};

/** Every pair as two notices of one finding each. */
export const judgePairs = (pairs: readonly LabelledPair[], isTopicKnown: boolean): Judged[] =>
  pairs.map(({ before, after, repeated }) => {
    const [found] = alignFindings([findingOf(before, 1, isTopicKnown)], [findingOf(after, 1, isTopicKnown)]).repeated;
    return {
      before: before.title,
      after: after.title,
      repeated,
      verdict: found?.verdict ?? null,
      score: found?.score ?? 0,
    };
  });

/** Every claim of one alignment of two whole lists, then every issue that it missed. */
export function judgeLists({ before, after }: LabelledLists, isTopicKnown: boolean): Judged[] {
  const sides = [before, after].map((side) => side.map((one, at) => findingOf(one, at, isTopicKnown)));
  const found = alignFindings(sides[0] ?? [], sides[1] ?? []).repeated.map((pair) => {
    const [one, other] = [before[pair.before.n], after[pair.after.n]];
    return {
      before: pair.before.title,
      after: pair.after.title,
      repeated: one !== undefined && one.key !== "-" && one.key === other?.key,
      verdict: pair.verdict,
      score: pair.score,
    };
  });
  const known = new Set(found.filter(({ repeated }) => repeated).map((one) => one.before));
  const missed = before.flatMap((one) => {
    const other = after.find(({ key }) => key === one.key && key !== "-");
    if (other === undefined || known.has(one.title)) return [];
    return [{ before: one.title, after: other.title, repeated: true, verdict: null, score: 0 }];
  });
  return [...found, ...missed];
}

export type Tally = {
  readonly precision: number;
  readonly recall: number;
  readonly surePrecision: number;
  readonly sureRecall: number;
};

/** Precision and recall of what is claimed at all, and of what is claimed surely. */
export function tallyOf(judged: readonly Judged[]): Tally {
  const hits = judged.filter(({ verdict }) => verdict !== null);
  const sure = hits.filter(({ verdict }) => verdict === "sure");
  const rightAmong = (some: readonly Judged[]) => some.filter(({ repeated }) => repeated).length;
  const partners = rightAmong(judged);
  return {
    precision: rightAmong(hits) / hits.length,
    recall: rightAmong(hits) / partners,
    surePrecision: rightAmong(sure) / sure.length,
    sureRecall: rightAmong(sure) / partners,
  };
}
