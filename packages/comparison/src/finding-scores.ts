import type { Finding } from "@zhenggai/notice";
import type { ScoredPair } from "./assign.ts";
import { coreTitle, withoutGeneralWords } from "./core-title.ts";
import { mattersIn, sharedMatters, type Matters, type SharedMatters } from "./matters.ts";
import { containment, diceOf, overlapsOf, rarityOf, type Overlap } from "./similarity.ts";

/** A shorter core is too general to be found inside a longer one. */
const leastCore = 4;
/** Only the opening of a measure tells what it is about. */
const openingLength = 40;

/** A matter that more findings of one notice name is what the body does, not what a finding is about: 民警 where the police are inspected. */
const mostOfOneMatter = 2;
const mostShareOfOneMatter = 0.05;
const commonWeight = 0.35;

/** How far the measures speak for a title that names nothing. */
const trustInMeasures = 0.7;

/** What a finding is about, as far as it can be told from itself. */
export type DescribedFinding = {
  /** The title without verdicts. */
  readonly core: string;
  /** Without general words too; "" where nothing is left. */
  readonly rare: string;
  /** What the title names. */
  readonly matters: Matters;
  /** What it names, or where it names nothing, what was done, which is less to be trusted. */
  readonly subject: Matters;
  readonly trust: number;
  /** Matters of the groups above and of what was done: a weak hint. */
  readonly around: Matters;
  readonly topics: readonly string[];
};

/** Reads a finding once; the same for the same words. */
export function describeFinding(finding: Finding): DescribedFinding {
  const core = coreTitle(finding.title);
  const matters = mattersIn(finding.title);
  const openings = finding.measures.map((measure) => measure.text.slice(0, openingLength));
  const around = mattersIn([...finding.groups, ...openings].join("。"));
  const isNamed = matters.sureness > 0;
  return {
    core,
    rare: withoutGeneralWords(core),
    matters,
    subject: isNamed ? matters : around,
    trust: isNamed ? 1 : trustInMeasures,
    around,
    topics: finding.topics,
  };
}

/** Titles of general words only are one issue where hardly a word differs. */
const nearlySame = 0.85;

type TitleOverlaps = { readonly whole: Overlap | undefined; readonly rare: Overlap | undefined };

/** Dice of the rare characters, with credit for a short title that stands inside a long one. */
function titleScore({ whole, rare }: TitleOverlaps, shorter: number): number {
  const same = whole === undefined ? 0 : diceOf(whole);
  if (rare === undefined) return same >= nearlySame ? same : 0;
  const dice = diceOf(rare);
  const ofRare = shorter < leastCore ? 0.8 * dice : 0.5 * dice + 0.5 * containment(rare);
  return same >= nearlySame ? Math.max(same, ofRare) : ofRare;
}

/** How far shared matters alone speak for one issue, 0 to 0.85; a broad one never does by itself. */
function matterScore({ shared, contained, dice, conflict }: SharedMatters): number {
  if (shared === 0) return 0;
  const fit = 0.4 * contained + 0.6 * dice;
  return Math.min(0.85, shared >= 1 ? 0.3 + 0.5 * fit : (1 - 0.5 * conflict) * (0.55 * shared + 0.1 * fit));
}

/** Known topics that differ count against a pair, the first of both in common for it; an empty list is unknown. */
function inTopics(score: number, one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return score;
  if (!one.some((topic) => other.includes(topic))) return 0.8 * score;
  return one[0] === other[0] ? 1 - (1 - score) * 0.85 : score;
}

/** What either title names and the other finding was put right by; 0 to 1. */
function crossScore(one: DescribedFinding, other: DescribedFinding): number {
  return (namedThere(one.matters, other.around) + namedThere(other.matters, one.around)) / 2;
}

function namedThere(matters: Matters, around: Matters): number {
  const { shared, contained } = sharedMatters(matters, around);
  return shared >= 1 ? contained : 0;
}

function scoreOf(one: DescribedFinding, other: DescribedFinding, overlaps: TitleOverlaps): number {
  const matters = sharedMatters(one.subject, other.subject);
  const trust = Math.min(one.trust, other.trust);
  const named = crossScore(one, other);
  if (overlaps.whole === undefined && overlaps.rare === undefined && matters.shared === 0 && named === 0) return 0;
  const words = titleScore(overlaps, Math.min(one.rare.length, other.rare.length));
  // Two named matters that differ: what the titles share are words of the genre.
  const lexical = (1 - 0.5 * trust * matters.conflict) * words;
  const cross = (matters.conflict > 0 ? 0.35 : 0.5) * named;
  const titles = 1 - (1 - lexical) * (1 - trust * matterScore(matters)) * (1 - cross);
  const around = 0.1 * sharedMatters(one.around, other.around).dice;
  if (titles === 0) return 0;
  const score = 1 - (1 - inTopics(titles, one.topics, other.topics)) * (1 - around);
  return Number(Math.min(one.core === other.core ? 1 : 0.995, score).toFixed(3));
}

function overlapsAmong(
  old: readonly DescribedFinding[],
  young: readonly DescribedFinding[],
  wordsOf: (finding: DescribedFinding) => string,
): ReadonlyMap<number, Overlap>[] {
  const [before, after] = [old.map((one) => wordsOf(one)), young.map((one) => wordsOf(one))];
  return overlapsOf(before, after, rarityOf([...before, ...after]));
}

function commonMatters(findings: readonly DescribedFinding[]): number[] {
  const counts = new Map<number, number>();
  for (const { matters } of findings)
    for (const [matter, weight] of matters.weights) if (weight === 1) counts.set(matter, (counts.get(matter) ?? 0) + 1);
  const most = Math.max(mostOfOneMatter, mostShareOfOneMatter * findings.length);
  return [...counts].filter(([, count]) => count > most).map(([matter]) => matter);
}

function weighDown(matters: Matters, common: ReadonlySet<number>): Matters {
  const weights = new Map<number, number>();
  for (const [matter, weight] of matters.weights)
    weights.set(matter, common.has(matter) ? Math.min(commonWeight, weight) : weight);
  const values = [...weights.values()];
  return {
    ...matters,
    weights,
    size: values.reduce((sum, weight) => sum + weight, 0),
  };
}

/** Lessens common matters where a finding names another: 公路 of 公路征地补偿款滞留, not of 公路重建轻养. */
function lessen(matters: Matters, common: ReadonlySet<number>): Matters {
  let [isCommon, isNamed] = [false, false];
  for (const [matter, weight] of matters.weights) {
    isCommon ||= common.has(matter);
    isNamed ||= weight === 1 && !common.has(matter);
  }
  return isCommon && isNamed ? weighDown(matters, common) : matters;
}

/** The findings of two notices, whose common matters hardly count beside others. */
function withoutCommon(sides: readonly (readonly DescribedFinding[])[]): (readonly DescribedFinding[])[] {
  const common = new Set(sides.flatMap((side) => commonMatters(side)));
  if (common.size === 0) return [...sides];
  return sides.map((side) =>
    side.map((one) => ({
      ...one,
      matters: lessen(one.matters, common),
      subject: lessen(one.subject, common),
      around: lessen(one.around, common),
    })),
  );
}

/** Scores of all pairs that share anything, 0 to 1. */
export function scoresOf(
  before: readonly Finding[],
  after: readonly Finding[],
  describe: (finding: Finding) => DescribedFinding = describeFinding,
): ScoredPair[] {
  const sides = [before, after].map((side) => side.map((finding) => describe(finding)));
  const [old = [], young = []] = withoutCommon(sides);
  const whole = overlapsAmong(old, young, (one) => (one.rare === "" ? one.core : ""));
  const rare = overlapsAmong(old, young, (one) => one.rare);
  return old.flatMap((one, at) =>
    young.flatMap((other, place) => {
      const score = scoreOf(one, other, { whole: whole[at]?.get(place), rare: rare[at]?.get(place) });
      return score > 0 ? [{ before: at, after: place, score }] : [];
    }),
  );
}
