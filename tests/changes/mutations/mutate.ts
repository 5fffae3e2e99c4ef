import type { ChangeKind, Notice } from "@zhenggai/notice";
import { cosmeticEdits } from "./cosmetic-edits.ts";
import { seededDice, type Dice } from "./dice.ts";
import { draftOf, findingsOf, printDraft, type Draft, type DraftFinding, type DraftMeasure } from "./draft.ts";
import { fieldEdits } from "./field-edits.ts";
import { figureEdits } from "./figure-edits.ts";
import { findingEdits } from "./finding-edits.ts";
import { measureEdits } from "./measure-edits.ts";
import { pairedEdits } from "./paired-edits.ts";
import { proseEdits } from "./prose-edits.ts";
import type { Bench, Edit, Expected } from "./mutation.ts";

/** A change that a mutation makes, as a comparison should say it. */
export type TrueChange = {
  readonly kind: ChangeKind;
  readonly finding: number | null;
  readonly measure: number | null;
  /** null: any. */
  readonly field: string | null;
  /** Name of the edit, for a person who looks at a miss. */
  readonly edit: string;
};

export type Mutation = {
  readonly text: string;
  readonly changes: readonly TrueChange[];
  /** Names of the edits, for a person who looks at a miss. */
  readonly edits: readonly string[];
};

const typedEdits: readonly (readonly [string, Edit])[] = Object.entries({
  ...fieldEdits,
  ...figureEdits,
  ...findingEdits,
  ...measureEdits,
  ...pairedEdits,
  ...proseEdits,
});

type Origin = ReadonlyMap<DraftFinding | DraftMeasure, number>;

function numbersOf(draft: Draft): Origin {
  const numbers = new Map<DraftFinding | DraftMeasure, number>();
  findingsOf(draft).forEach((finding, at) => {
    numbers.set(finding, at + 1);
    finding.measures.forEach((measure, place) => numbers.set(measure, place + 1));
  });
  return numbers;
}

const numberOf = (thing: DraftFinding | DraftMeasure | null, now: Origin, then: Origin): number | null =>
  thing === null ? null : (now.get(thing) ?? then.get(thing) ?? null);

type Named = Expected & { readonly edit: string };

function runEdits(bench: Bench, count: number): { expected: Named[]; names: string[] } {
  const expected: Named[] = [];
  const names: string[] = [];
  for (let tries = 0; tries < count * 4 && names.length < count; tries += 1) {
    const chosen = bench.dice.pick(typedEdits);
    const made = chosen?.[1](bench) ?? null;
    if (chosen === undefined || made === null) continue;
    for (const one of made) expected.push(Object.assign({ edit: chosen[0] }, one));
    names.push(chosen[0]);
  }
  return { expected, names };
}

function decorated(text: string, dice: Dice, count: number): { text: string; names: string[] } {
  const chosen = dice.shuffled(cosmeticEdits).slice(0, count);
  return { text: chosen.reduce((all, one) => one.edit(all, dice), text), names: chosen.map((one) => one.name) };
}

/**
 * 1 to 10 typed edits of a notice and the changes they make; a fifth of all mutations edit nothing but typography and what a
 * page prints around the notice. The same seed makes the same mutation.
 */
export function mutate(notice: Notice, seed: number): Mutation | null {
  const dice = seededDice(seed);
  const draft = draftOf(notice);
  if (draft === null || printDraft(draft) !== notice.text) return null;
  const then = numbersOf(draft);
  if (dice.chance(0.2)) {
    const made = decorated(notice.text, dice, 1 + dice.below(3));
    return { text: made.text, changes: [], edits: made.names };
  }
  const bench: Bench = { draft, dice, locks: new Set() };
  const { expected, names } = runEdits(bench, 1 + dice.below(10));
  const now = numbersOf(draft);
  const made = decorated(printDraft(draft), dice, dice.chance(0.3) ? 1 : 0);
  const changes = expected.map(({ kind, finding, measure, field, edit }): TrueChange => ({
    kind,
    finding: numberOf(finding, now, then),
    measure: numberOf(measure, now, then),
    field: field ?? null,
    edit,
  }));
  return { text: made.text, changes, edits: [...names, ...made.names] };
}
