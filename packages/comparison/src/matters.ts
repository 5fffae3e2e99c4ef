import { matterRules, type MatterCue } from "./matter-rules.ts";

/** What a text is about: weights of matters by their position in `matterRules`, and the sum of the weights. */
export type Matters = {
  readonly weights: ReadonlyMap<number, number>;
  readonly size: number;
  /** 1 where a cue that is no frame names one, less where frames do, 0 where only broad ones are named. */
  readonly sureness: number;
  /** Those that only words for a whole field may mean. */
  readonly guesses: ReadonlySet<number>;
};

type Cue = MatterCue & { readonly matter: number; readonly first: string; readonly others: readonly string[] };
/** A cue where it stands; clauses are counted through the text. */
type Hit = { readonly cue: Cue; readonly start: number; readonly end: number; readonly clause: number };

/** Cues whose first word starts with one character: those of that character alone, and by the second character. */
type Lead = { readonly alone: Cue[]; readonly bySecond: Map<number, Cue[]> };

/** Cues by the codes of their first two characters, so that a text is asked for few of them. */
const leads: ReadonlyMap<number, Lead> = (() => {
  const byFirst = new Map<number, Lead>();
  const leadOf = (code: number): Lead => {
    const lead = byFirst.get(code) ?? { alone: [], bySecond: new Map<number, Cue[]>() };
    byFirst.set(code, lead);
    return lead;
  };
  matterRules.forEach((rule, matter) => {
    for (const cue of rule.cues) {
      const [first = "", ...others] = cue.words;
      const lead = leadOf(first.charCodeAt(0));
      const second = first.length > 1 ? first.charCodeAt(1) : null;
      const known = second === null ? lead.alone : (lead.bySecond.get(second) ?? []);
      known.push({ ...cue, matter, first, others });
      if (second !== null) lead.bySecond.set(second, known);
    }
  });
  return byFirst;
})();

const noCues: readonly Cue[] = [];

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
  const look = (start: number, cues: readonly Cue[]): void => {
    let sentence: string | undefined;
    for (const cue of cues) {
      if (!text.startsWith(cue.first, start)) continue;
      if (cue.others.length > 0) {
        sentence ??= sentenceAround(text, start);
        if (!everyWordIn(sentence, cue.others)) continue;
      }
      hits.push({ cue, start, end: start + cue.first.length, clause });
    }
  };
  for (let start = 0; start < text.length; start += 1) {
    if (clauseEnds.has(text.charAt(start))) clause += 1;
    const lead = leads.get(text.charCodeAt(start));
    if (lead === undefined) continue;
    look(start, lead.alone);
    look(start, lead.bySecond.get(text.charCodeAt(start + 1)) ?? noCues);
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

const frameSureness = 0.25;

const weightOf = ({ matter }: Cue): number => matterRules[matter]?.weight ?? 0;

function surenessOf(cue: Cue): number {
  if (weightOf(cue) < 1) return 0;
  return cue.isFrame ? frameSureness : 1;
}

const isSamePlace = (hit: Hit, other: Hit): boolean => hit.start === other.start && hit.end === other.end;

/** Hits without those of words for a whole field, where the title names a matter besides the field itself. */
function withoutGuesses(hits: readonly Hit[]): readonly Hit[] {
  const guesses = hits.filter(({ cue }) => cue.isInherited);
  if (guesses.length === 0) return hits;
  const own = hits.filter(({ cue }) => !cue.isInherited);
  const isOfField = (hit: Hit): boolean => guesses.some((guess) => isSamePlace(guess, hit));
  const fields = new Set(own.filter((hit) => isOfField(hit)).map(({ cue }) => cue.matter));
  const isNamed = own.some((hit) => weightOf(hit.cue) === 1 && !isOfField(hit) && !fields.has(hit.cue.matter));
  return isNamed ? own : hits;
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
  const own = new Set(kept.filter(({ cue }) => !cue.isInherited).map(({ cue }) => cue.matter));
  return {
    guesses: new Set([...matters.keys()].filter((matter) => !own.has(matter))),
    weights: matters,
    size: values.reduce((sum, weight) => sum + weight, 0),
    sureness: Math.max(0, ...kept.map(({ cue }) => surenessOf(cue))),
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

/** How far a matter that one side may only mean counts as shared: enough to be asked about, hardly to be sure. */
const trustInGuess = 0.7;

const nothingShared = { shared: 0, contained: 0, dice: 0, conflict: 0 };

export function sharedMatters(one: Matters, other: Matters): SharedMatters {
  if (one.size === 0 || other.size === 0) return nothingShared;
  const [few, many] = one.weights.size <= other.weights.size ? [one, other] : [other, one];
  let shared = 0;
  let isOneNamed = false;
  for (const [matter, weight] of few.weights) {
    const both = Math.min(weight, many.weights.get(matter) ?? 0);
    shared += few.guesses.has(matter) || many.guesses.has(matter) ? trustInGuess * both : both;
    isOneNamed ||= both === 1;
  }
  return {
    shared,
    contained: shared / Math.min(one.size, other.size),
    dice: (2 * shared) / (one.size + other.size),
    conflict: isOneNamed ? 0 : Math.min(one.sureness, other.sureness),
  };
}
