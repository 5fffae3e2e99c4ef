import type { ChangeTarget, Notice, OutlineNode, Span } from "@zhenggai/notice";
import type { MeasurePair } from "./align-measures.ts";
import { agreedFurniture } from "./agreed-furniture.ts";
import type { FindingAlignment, FindingPair } from "./align-regions.ts";
import { believedRegions, type Aligned } from "./believed-regions.ts";
import { ordinalOf } from "./chinese-numerals.ts";
import { equalStretches, type EqualStretch } from "./equal-stretches.ts";
import { isSameText, noClauses, type Hunk, type Sides, type Texts } from "./hunk.ts";
import { hunksBetween, hunksOf } from "./hunks.ts";
import { stretchMask, type StretchMask } from "./mask-contact.ts";
import { movedBlocks, type Block } from "./moved-blocks.ts";
import { orderedBy } from "./ordered-by.ts";
import { isCounter, menuRule } from "./page-lines.ts";
import type { FindingRegion, NoticeRegions } from "./regions.ts";
import { isSameInPrint, isSameReadOtherwise } from "./same-in-print.ts";
import { contains, isEmpty, sliceOf } from "./spans.ts";

/** Where in the notice a hunk stands. `pair` and numbers are null in prose outside findings. */
export type Place = {
  readonly part: "text" | "furniture" | "heading" | "finding" | "measure";
  readonly pair: FindingPair | null;
  /** The measure's number in the newer text. */
  readonly measure: number | null;
};

export type PlacedHunk = Hunk & { readonly place: Place };

/** Words of the prose that stand elsewhere, unchanged. */
export type MovedProse = EqualStretch & { readonly place: Place };

/** Everything that the finders of changes look at. */
export type Comparison = {
  readonly before: Notice;
  readonly after: Notice;
  readonly texts: Texts;
  /** The headings of status groups: a notice has two or none. */
  readonly statusGroups: Sides<OutlineNode>;
  readonly findings: FindingAlignment;
  /** Findings and measures that left their place among the others. */
  readonly moved: ReadonlySet<FindingPair | MeasurePair>;
  readonly movedProse: readonly MovedProse[];
  readonly hunks: readonly PlacedHunk[];
  /** Hides contact values in what is quoted. */
  readonly mask: StretchMask;
};

/** Named one by one: spreading would cost several times as much, and every hunk is placed. */
const placed = ({ level, before, after, atoms, clauses }: Hunk, place: Place): PlacedHunk => ({
  level,
  before,
  after,
  atoms,
  clauses,
  place,
});

const asCosmetic = (hunk: PlacedHunk): PlacedHunk => ({ ...hunk, level: "cosmetic" });

const outsideFindings: Place = { part: "text", pair: null, measure: null };
const aroundNotice: Place = { part: "furniture", pair: null, measure: null };

/** The enumerator of a finding or measure: a hunk where it says another number, cosmetic where only its style changed. */
function numberingHunk(texts: Texts, before: Span, after: Span): Hunk[] {
  if (isSameText(texts, before, after)) return [];
  const isSameNumber = ordinalOf(sliceOf(texts.before, before)) === ordinalOf(sliceOf(texts.after, after));
  const level = isSameNumber ? "cosmetic" : "numbering";
  return [{ level, before, after, atoms: null, clauses: noClauses }];
}

const isHeadingHunk = (pair: FindingPair, hunk: Hunk): boolean =>
  (!isEmpty(hunk.before) && hunk.before.start < pair.before.heading.end) ||
  (!isEmpty(hunk.after) && hunk.after.start < pair.after.heading.end);

function measureHunks(texts: Texts, pair: FindingPair, { before, after }: MeasurePair): PlacedHunk[] {
  if (isSameText(texts, before.body, after.body) && isSameText(texts, before.numbering, after.numbering)) return [];
  const place: Place = { part: "measure", pair, measure: after.n };
  const numbering = numberingHunk(texts, before.numbering, after.numbering);
  const words = hunksBetween(texts, before.body, after.body);
  return (numbering.length === 0 ? words : [...numbering, ...words]).map((hunk) => placed(hunk, place));
}

/** What of a pair of findings differs and what of it left its place. */
type Inside = { readonly hunks: PlacedHunk[]; readonly moved: MeasurePair[]; readonly movedProse: MovedProse[] };

type Candidate = Block & { readonly measures: MeasurePair | null; readonly stretch: EqualStretch | null };

/** A heading or paragraph counts for several of the findings or measures that it stands among. */
const proseWeight = 3;

const stretchBlocks = (stretches: readonly EqualStretch[]): Candidate[] =>
  stretches.map((stretch) => ({
    before: stretch.before.start,
    after: stretch.after.start,
    weight: proseWeight,
    measures: null,
    stretch,
  }));

function insideOf(texts: Texts, pair: FindingPair): Inside {
  const heading: Place = { part: "heading", pair, measure: null };
  const numbering = numberingHunk(texts, pair.before.numbering, pair.after.numbering);
  const headed = numbering.map((hunk) => placed(hunk, heading));
  if (pair.isIdentical) return { hunks: headed, moved: [], movedProse: [] };
  const inside: Place = { part: "finding", pair, measure: null };
  const own = hunksOf(texts, pair.before.own, pair.after.own);
  const measures = pair.measures.pairs;
  const moved = keepsOrder(pair) ? [] : movedInside(texts, pair, own);
  return {
    hunks: [
      ...headed,
      ...own.map((hunk) => placed(hunk, isHeadingHunk(pair, hunk) ? heading : inside)),
      ...measures.flatMap((one) => measureHunks(texts, pair, one)),
    ],
    moved: moved.flatMap((block) => block.measures ?? []),
    movedProse: moved.flatMap((block) => (block.stretch === null ? [] : [{ ...block.stretch, place: inside }])),
  };
}

const isHeaded = (region: FindingRegion): boolean =>
  (region.own[0]?.start ?? 0) <= (region.measures[0]?.whole.start ?? Number.MAX_SAFE_INTEGER);

/** Whether a finding is a heading with its measures below on both sides, and they stand in one order: most are. */
function keepsOrder(pair: FindingPair): boolean {
  if (pair.before.own.length > 1 || pair.after.own.length > 1) return false;
  const { pairs } = pair.measures;
  const rises = pairs.every((one, at) => at === 0 || one.after.whole.start > (pairs[at - 1]?.after.whole.start ?? 0));
  return rises && isHeaded(pair.before) && isHeaded(pair.after);
}

function movedInside(texts: Texts, pair: FindingPair, own: readonly Hunk[]): Candidate[] {
  const blocks: Candidate[] = [
    ...pair.measures.pairs.map((one) => ({
      before: one.before.whole.start,
      after: one.after.whole.start,
      weight: 1,
      measures: one,
      stretch: null,
    })),
    ...stretchBlocks(equalStretches(pair.before.own, pair.after.own, own)),
  ];
  return movedBlocks(blocks, texts.before > texts.after);
}

/** Hunks outside the findings; what differs in page furniture never makes news but for the fields that it prints. */
function outsideHunks({ before, after }: Notices, old: NoticeRegions, young: NoticeRegions): PlacedHunk[] {
  const texts: Texts = { before: before.text, after: after.text };
  const isMenu = menuRule(before, after);
  const furniture = { before: old.furniture, after: young.furniture };
  const isAround = (hunk: Hunk, side: "before" | "after"): boolean =>
    isEmpty(hunk[side]) || furniture[side].some((piece) => contains(piece, hunk[side]));
  return hunksOf({ before: before.text, after: after.text, furniture }, old.prose, young.prose).map((hunk) => {
    if (isAround(hunk, "before") && isAround(hunk, "after")) return placed(hunk, aroundNotice);
    const here = placed(hunk, outsideFindings);
    return hunk.level !== "cosmetic" && (isCounter(texts, hunk) || isMenu(hunk)) ? asCosmetic(here) : here;
  });
}

type Notices = Pick<Comparison, "before" | "after">;

const statusGroupsOf = (notice: Notice): OutlineNode[] => notice.outline.filter(({ role }) => role === "status-group");

/** What aligning two notices found. */
type Found = Pick<Comparison, "findings" | "moved" | "movedProse" | "hunks">;

/** Named one by one: of objects that are spread together no two are of one shape, and every finder would pay for it. */
const comparisonWith = (before: Notice, after: Notice, texts: Texts, found: Found): Comparison => ({
  before,
  after,
  texts,
  statusGroups: { before: statusGroupsOf(before), after: statusGroupsOf(after) },
  findings: found.findings,
  moved: found.moved,
  movedProse: found.movedProse,
  hunks: found.hunks,
  mask: stretchMask(before, after),
});

const nothingAligned: FindingAlignment = { pairs: [], added: [], removed: [] };

/**
 * Texts that differ in typography and page furniture only are not aligned: whatever the readings made of them, nothing was
 * said differently. What the page prints may still be another day.
 */
function cosmeticComparison(before: Notice, after: Notice, texts: Texts): Comparison {
  const whole = (text: string): Span[] => [{ start: 0, end: text.length }];
  const hunks =
    texts.before === texts.after
      ? []
      : hunksOf(texts, whole(texts.before), whole(texts.after)).map((hunk) => placed(hunk, aroundNotice));
  return comparisonWith(before, after, texts, { findings: nothingAligned, moved: new Set(), movedProse: [], hunks });
}

/** Of two findings that changed places the one that went to the group of another status is the one that moved. */
const otherStatusWeight = 0.5;

type TopBlock = Block & { readonly pair: FindingPair | null; readonly stretch: EqualStretch | null };

/** Of three findings of which the outer two changed places the one between them stays: it is where it was among all. */
const samePlaceBonus = 0.01;

/** Pairs that stand at the same place among all pairs on both sides. */
function inSamePlace(pairs: readonly FindingPair[]): ReadonlySet<FindingPair> {
  const young = orderedBy(pairs, (pair) => pair.after.whole.start);
  return new Set(orderedBy(pairs, (pair) => pair.before.whole.start).filter((pair, at) => young[at] === pair));
}

/** Findings and prose that left their place in the notice. */
function movedAtTop(texts: Texts, { old, young, findings }: Aligned, outside: readonly Hunk[]): TopBlock[] {
  const stretches = equalStretches(old.prose, young.prose, outside);
  const staying = inSamePlace(findings.pairs);
  const blocks: TopBlock[] = [
    ...findings.pairs.map((pair) => ({
      before: pair.before.whole.start,
      after: pair.after.whole.start,
      weight:
        (pair.before.finding.status === pair.after.finding.status ? 1 : otherStatusWeight) +
        (staying.has(pair) ? samePlaceBonus : 0),
      pair,
      stretch: null,
    })),
    ...stretches.map((stretch) => ({
      before: stretch.before.start,
      after: stretch.after.start,
      weight: proseWeight,
      pair: null,
      stretch,
    })),
  ];
  return movedBlocks(blocks, texts.before > texts.after);
}

/** Aligns two readings and lists every difference between their texts once. */
export function comparisonOf(older: Notice, newer: Notice): Comparison {
  const [before, after] = agreedFurniture(older, newer);
  const texts: Texts = { before: before.text, after: after.text };
  if (isSameInPrint(before, after) || isSameReadOtherwise(before, after))
    return cosmeticComparison(before, after, texts);
  const aligned = believedRegions(before, after);
  const outside = outsideHunks({ before, after }, aligned.old, aligned.young);
  const inside = aligned.findings.pairs.map((pair) => insideOf(texts, pair));
  const top = movedAtTop(texts, aligned, outside);
  return comparisonWith(before, after, texts, {
    findings: aligned.findings,
    moved: new Set([...top.flatMap((block) => block.pair ?? []), ...inside.flatMap((one) => one.moved)]),
    movedProse: [
      ...top.flatMap(({ stretch }) => (stretch === null ? [] : [{ ...stretch, place: outsideFindings }])),
      ...inside.flatMap((one) => one.movedProse),
    ],
    hunks: [...outside, ...inside.flatMap((one) => one.hunks)],
  });
}

/** The target of a change at a place; `part` where it is more specific than the place. */
export function targetAt(place: Place, part?: ChangeTarget["part"], field: string | null = null): ChangeTarget {
  const printed = { text: "text", furniture: "page", heading: "finding", finding: "text", measure: "measure" } as const;
  return {
    part: part ?? printed[place.part],
    finding: place.pair?.after.finding.n ?? null,
    measure: place.measure,
    field,
  };
}
