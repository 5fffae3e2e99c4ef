import { matterRules, type MatterCue } from "./matter-rules.ts";

/** What a text is about: weights of matters by their position in `matterRules`, and the sum of the weights. */
export type Matters = {
  readonly weights: ReadonlyMap<number, number>;
  readonly size: number;
  /** 1 where a cue that is no frame names one, less where frames do, 0 where only broad ones are named. */
  readonly sureness: number;
};

type Cue = MatterCue & { readonly matter: number };
/** A cue where it stands; clauses are counted through the text. */
type Hit = { readonly cue: Cue; readonly start: number; readonly end: number; readonly clause: number };

const leadLength = 2;

/** Cues by the first two characters of their first word (one, where it has no more), so that a text is asked for few of them. */
const cuesByLead: ReadonlyMap<string, readonly Cue[]> = (() => {
  const byLead = new Map<string, Cue[]>();
  matterRules.forEach((rule, matter) => {
    for (const cue of rule.cues) {
      const lead = (cue.words[0] ?? "").slice(0, leadLength);
      const known = byLead.get(lead);
      if (known === undefined) byLead.set(lead, [{ ...cue, matter }]);
      else known.push({ ...cue, matter });
    }
  });
  return byLead;
})();

const sentenceEnds: ReadonlySet<string> = new Set([",", ";", "。", "!", "?"]);
const clauseEnds: ReadonlySet<string> = new Set([...sentenceEnds, "、"]);

/** The stretch between stops around a place: the words of one cue must stand in one. */
function sentenceAround(text: string, place: number): string {
  let start = place;
  while (start > 0 && !sentenceEnds.has(text.charAt(start - 1))) start -= 1;
  let end = place;
  while (end < text.length && !sentenceEnds.has(text.charAt(end))) end += 1;
  return text.slice(start, end);
}

const everyWordIn = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

function hitsIn(text: string): Hit[] {
  const hits: Hit[] = [];
  let clause = 0;
  const look = (start: number, lead: string): void => {
    const cues = cuesByLead.get(lead);
    if (cues === undefined) return;
    let sentence: string | undefined;
    for (const cue of cues) {
      const [first = "", ...others] = cue.words;
      if (!text.startsWith(first, start)) continue;
      if (others.length > 0) {
        sentence ??= sentenceAround(text, start);
        if (!everyWordIn(sentence, others)) continue;
      }
      hits.push({ cue, start, end: start + first.length, clause });
    }
  };
  for (let start = 0; start < text.length; start += 1) {
    if (clauseEnds.has(text.charAt(start))) clause += 1;
    look(start, text.charAt(start));
    look(start, text.slice(start, start + leadLength));
  }
  return hits;
}

const lengthOf = (hit: Hit): number => hit.end - hit.start;

const isInside = (hit: Hit, other: Hit): boolean => other.start <= hit.start && hit.end <= other.end;

/**
 * A hit inside a longer one says nothing of its own; of two that overlap, the frame yields to the one that is none, the shorter to
 * the longer, the later to the earlier.
 */
function yieldsTo(hit: Hit, other: Hit): boolean {
  if (hit.start >= other.end || other.start >= hit.end || lengthOf(hit) > lengthOf(other)) return false;
  if (isInside(hit, other)) return lengthOf(hit) < lengthOf(other);
  if (hit.cue.isFrame !== other.cue.isFrame) return hit.cue.isFrame;
  return lengthOf(hit) < lengthOf(other) || other.start < hit.start;
}

/** Longest first: a hit stands unless it yields to one that stands. */
function standing(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const ordered = [...hits].sort((one, other) => lengthOf(other) - lengthOf(one) || one.start - other.start);
  for (const hit of ordered) if (!kept.some((other) => yieldsTo(hit, other))) kept.push(hit);
  return kept;
}

/** What a frame weighs beside a cue of the same clause that is none. */
const frameWeight = 0.35;

const frameSureness = 0.3;

const weightOf = ({ matter }: Cue): number => matterRules[matter]?.weight ?? 0;

const isSamePlace = (hit: Hit, other: Hit): boolean => hit.start === other.start && hit.end === other.end;

/** Hits without those of words for a whole field, where the title names a matter of its own in other words. */
function withoutGuesses(hits: readonly Hit[]): readonly Hit[] {
  const guesses = hits.filter(({ cue }) => cue.isInherited);
  if (guesses.length === 0) return hits;
  const isNamed = hits.some(
    (hit) => !hit.cue.isInherited && weightOf(hit.cue) === 1 && !guesses.some((guess) => isSamePlace(guess, hit)),
  );
  return isNamed ? hits.filter(({ cue }) => !cue.isInherited) : hits;
}

function weightBeside({ cue, clause }: Hit, hits: readonly Hit[]): number {
  const isObject = (other: Hit): boolean =>
    other.clause === clause && !other.cue.isFrame && !other.cue.isInherited && weightOf(other.cue) === 1;
  return cue.isFrame && hits.some((other) => isObject(other)) ? Math.min(frameWeight, weightOf(cue)) : weightOf(cue);
}

/**
 * The matters that a text names, each once with its weight: 1 where it is specific, less where many findings share it.
 * Example: 回迁群众仍在租房过渡 is about 安置房.
 */
export function mattersIn(text: string): Matters {
  const folded = text.normalize("NFKC").replaceAll(/[“”"'‘’「」\s]/gu, "");
  const kept = withoutGuesses(standing(hitsIn(folded)));
  const matters = new Map<number, number>();
  for (const hit of kept) {
    const weight = weightBeside(hit, kept);
    if (weight > (matters.get(hit.cue.matter) ?? 0)) matters.set(hit.cue.matter, weight);
  }
  const values = [...matters.values()];
  return {
    weights: matters,
    size: values.reduce((sum, weight) => sum + weight, 0),
    sureness: Math.max(0, ...kept.map(({ cue }) => (weightOf(cue) < 1 ? 0 : cue.isFrame ? frameSureness : 1))),
  };
}

/** What two texts share of what they are about. */
export type SharedMatters = {
  /** Weight of the matters that both name. */
  readonly shared: number;
  /** Share of the smaller side's matters, and of both sides'; 0 to 1. */
  readonly contained: number;
  readonly dice: number;
  /** How surely both name a matter, broad ones and frames aside, and none in common, 0 to 1. */
  readonly conflict: number;
};

const nothingShared = { shared: 0, contained: 0, dice: 0, conflict: 0 };

export function sharedMatters(one: Matters, other: Matters): SharedMatters {
  if (one.size === 0 || other.size === 0) return nothingShared;
  const [few, many] = one.weights.size <= other.weights.size ? [one, other] : [other, one];
  let shared = 0;
  let isOneNamed = false;
  for (const [matter, weight] of few.weights) {
    const both = Math.min(weight, many.weights.get(matter) ?? 0);
    shared += both;
    isOneNamed ||= both === 1;
  }
  return {
    shared,
    contained: shared / Math.min(one.size, other.size),
    dice: (2 * shared) / (one.size + other.size),
    conflict: isOneNamed ? 0 : Math.min(one.sureness, other.sureness),
  };
}
