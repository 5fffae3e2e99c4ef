import type { Change, Span } from "@zhenggai/notice";
import type { MutationRun } from "../../changes/mutations/run-mutations.ts";
import type { PeerRule, Reported } from "./peer-rules.ts";

/** What a rule makes of mutations, added up. */
export type PeerScore = {
  readonly rule: string;
  readonly cannotSay: string;
  /** True edits that one of the reported places touches. */
  readonly touched: number;
  /** Those whose place is reported by itself: no other true edit in it, and not much more text than the edit has. */
  readonly toldApart: number;
  readonly edits: number;
  readonly reportsPerEdit: number;
  readonly charactersPerEdit: number;
  /** Share of reports that start or end within a number: 13 to 16 as 3 to 6. */
  readonly splitsNumber: number;
  readonly reportsPerCosmetic: number;
  readonly cosmeticCalledChanged: number;
  readonly cosmetics: number;
};

type Places = Pick<Change, "operations">;

const meets = (one: Span, other: Span): boolean => one.start <= other.end && other.start <= one.end;

/** The two changes of a renamed document are one edit. */
const isOneEdit = (one: Places, other: Places): boolean =>
  JSON.stringify(one.operations) === JSON.stringify(other.operations);

const isAt = (reported: Reported, { operations }: Places): boolean =>
  operations.some(
    ({ before, after }) =>
      (before !== null && meets(reported.before, before)) || (after !== null && meets(reported.after, after)),
  );

const sizeOf = ({ before, after }: Reported): number => Math.max(before.end - before.start, after.end - after.start);

const sizeOfChange = ({ operations }: Places): number =>
  operations.reduce(
    (sum, { before, after }) =>
      sum + Math.max(before === null ? 0 : before.end - before.start, after === null ? 0 : after.end - after.start),
    0,
  );

/** Text that a person must read around an edit without losing sight of it. */
const tolerated = 40;

function isToldApart(reported: readonly Reported[], change: Places, changes: readonly Places[]): boolean {
  const own = reported.filter((one) => isAt(one, change));
  return (
    own.length > 0 &&
    own.every((one) => sizeOf(one) <= sizeOfChange(change) + tolerated) &&
    own.every((one) => changes.every((other) => isOneEdit(other, change) || !isAt(one, other)))
  );
}

const isDigit = (sign: string): boolean => /\d/u.test(sign);

const splitsNumber = (text: string, { start, end }: Span): boolean =>
  [start, end].some((at) => isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at)));

const round = (value: number): number => Math.round(value * 100) / 100;

/** Runs a peer's rule over mutated texts. The places of true edits are those that the comparison under test told rightly. */
export function scorePeer(rule: PeerRule, runs: readonly MutationRun[]): PeerScore {
  const [edited, cosmetic] = [
    runs.filter((run) => run.mutation.changes.length > 0),
    runs.filter((run) => run.mutation.changes.length === 0),
  ];
  const compare = (run: MutationRun): Reported[] => rule.compare(run.original.notice.text, run.mutation.text);
  const reports = edited.map((run) => ({ run, reported: compare(run) }));
  const noise = cosmetic.map(compare);
  const edits = edited.reduce((sum, run) => sum + run.hits.length, 0);
  const count = (is: (reported: readonly Reported[], change: Change, changes: readonly Change[]) => boolean): number =>
    reports.reduce((sum, { run, reported }) => {
      const changes = run.hits.map((hit) => hit.change);
      return sum + changes.filter((change) => is(reported, change, changes)).length;
    }, 0);
  const all = reports.flatMap(({ reported }) => reported);
  return {
    rule: rule.name,
    cannotSay: rule.cannotSay,
    touched: count((reported, change) => reported.some((one) => isAt(one, change))),
    toldApart: count(isToldApart),
    edits,
    reportsPerEdit: round(all.length / edits),
    charactersPerEdit: Math.round(all.reduce((sum, one) => sum + sizeOf(one), 0) / edits),
    splitsNumber: round(
      reports.reduce((sum, { run, reported }) => {
        const [old, young] = [run.original.notice.text, run.mutation.text];
        return sum + reported.filter((one) => splitsNumber(old, one.before) || splitsNumber(young, one.after)).length;
      }, 0) / Math.max(1, all.length),
    ),
    reportsPerCosmetic: round(noise.reduce((sum, one) => sum + one.length, 0) / Math.max(1, cosmetic.length)),
    cosmeticCalledChanged: noise.filter((one) => one.length > 0).length,
    cosmetics: cosmetic.length,
  };
}
