import * as fifth from "./finding-pairs-fifth.fixture.ts";
import * as first from "./finding-pairs-first.fixture.ts";
import * as fourth from "./finding-pairs-fourth.fixture.ts";
import * as second from "./finding-pairs-second.fixture.ts";
import * as seventh from "./finding-pairs-seventh.fixture.ts";
import * as sixth from "./finding-pairs-sixth.fixture.ts";
import * as third from "./finding-pairs-third.fixture.ts";
import { labelledPairs, type LabelledFinding, type LabelledPair } from "./finding-pairs.fixture.ts";

/** A finding of a whole list; the same key on both sides is the same issue. */
export type KeyedFinding = LabelledFinding & { readonly key: string };

/** Two whole notices: findings have rivals there. */
export type LabelledLists = { readonly before: readonly KeyedFinding[]; readonly after: readonly KeyedFinding[] };

export type PairSet = {
  readonly name: string;
  readonly pairs: readonly LabelledPair[];
  readonly lists: LabelledLists;
};

const rowsOf = (rows: string): string[][] =>
  rows
    .trim()
    .split("\n")
    .map((row) => row.split("|"));

const pairsOf = (rows: string, repeated: boolean): LabelledPair[] =>
  rowsOf(rows).map(([topic = "", before = "", done = "", after = "", doneAfter = ""]) => ({
    before: { title: before, done, topic },
    after: { title: after, done: doneAfter, topic },
    repeated,
  }));

const listOf = (rows: string): KeyedFinding[] =>
  rowsOf(rows).map(([key = "", topic = "", title = "", done = ""]) => ({ key, topic, title, done }));

/** Every set of pairs and lists, in the order in which they were measured. */
export const pairSets: readonly PairSet[] = [
  { name: "tuned", pairs: labelledPairs, lists: { before: [], after: [] } },
  {
    name: "first",
    pairs: [...pairsOf(first.firstRepeated, true), ...pairsOf(first.firstAlike, false)],
    lists: { before: listOf(first.firstBefore), after: listOf(first.firstAfter) },
  },
  {
    name: "second",
    pairs: [...pairsOf(second.secondRepeated, true), ...pairsOf(second.secondAlike, false)],
    lists: { before: listOf(second.secondBefore), after: listOf(second.secondAfter) },
  },
  {
    name: "third",
    pairs: [...pairsOf(third.thirdRepeated, true), ...pairsOf(third.thirdAlike, false)],
    lists: { before: listOf(third.thirdBefore), after: listOf(third.thirdAfter) },
  },
  {
    name: "fourth",
    pairs: [...pairsOf(fourth.fourthRepeated, true), ...pairsOf(fourth.fourthAlike, false)],
    lists: { before: listOf(fourth.fourthBefore), after: listOf(fourth.fourthAfter) },
  },
  {
    name: "fifth",
    pairs: [...pairsOf(fifth.fifthRepeated, true), ...pairsOf(fifth.fifthAlike, false)],
    lists: { before: listOf(fifth.fifthBefore), after: listOf(fifth.fifthAfter) },
  },
  {
    name: "sixth",
    pairs: [...pairsOf(sixth.sixthRepeated, true), ...pairsOf(sixth.sixthAlike, false)],
    lists: { before: listOf(sixth.sixthBefore), after: listOf(sixth.sixthAfter) },
  },
  {
    name: "seventh",
    pairs: [...pairsOf(seventh.seventhRepeated, true), ...pairsOf(seventh.seventhAlike, false)],
    lists: { before: [], after: [] },
  },
];
