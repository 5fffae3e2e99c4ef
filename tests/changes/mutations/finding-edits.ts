import type { DraftFinding, DraftMeasure, DraftProse } from "./draft.ts";
import { findingsOf, groupKey, type Draft } from "./draft.ts";
import {
  freeFindings,
  isFree,
  lock,
  numberingsOf,
  renumberFindings,
  shiftNumbers,
  type Bench,
  type Edit,
} from "./mutation.ts";
import { numberedLike, numberIn } from "./numerals.ts";
import { measures as measurePool, titles } from "./words.ts";

const textOf = (finding: DraftFinding): string => finding.measures.map((measure) => measure.body).join("");

/** Findings with others of their group beside them: the group keeps a finding when one of them goes. None once one was renumbered. */
function withSiblings(bench: Bench): DraftFinding[] {
  if (!isFree(bench, "numbers")) return [];
  const all = findingsOf(bench.draft);
  return freeFindings(bench).filter(
    (finding) =>
      isFree(bench, finding.measures, ...finding.measures) &&
      all.filter((other) => groupKey(other) === groupKey(finding)).length >= 3,
  );
}

/** Whether the enumerators of a group count on without a gap: only then does moving one leave no doubt about the others. */
function isCounted(draft: Draft, finding: DraftFinding): boolean {
  const group = findingsOf(draft).filter((one) => groupKey(one) === groupKey(finding));
  return group.every((one, at) => at === 0 || numberIn(one.numbering) === numberIn(group[at - 1]?.numbering ?? "") + 1);
}

/** Takes a block out with the white space after it. */
function takeOut(draft: Draft, finding: DraftFinding): void {
  const at = draft.blocks.indexOf(finding);
  draft.blocks.splice(at, 1);
  const [before, after] = [draft.blocks[at - 1], draft.blocks[at]];
  if (before?.type !== "prose" || after?.type !== "prose") return;
  if (after.text.trim() === "") draft.blocks.splice(at, 1);
  else if (before.text.trim() === "") draft.blocks.splice(at - 1, 1);
}

const findingDeleted: Edit = (bench) => {
  const finding = bench.dice.pick(withSiblings(bench));
  if (finding === undefined) return null;
  if (bench.dice.chance(0.6)) shiftNumbers(bench.draft, finding, -1);
  takeOut(bench.draft, finding);
  lock(bench, finding, "structure");
  return [{ kind: "finding-removed", finding, measure: null }];
};

function headingLike(neighbour: DraftFinding, title: string): string | null {
  const plain = neighbour.heading.replaceAll(/[‘’'"“”「」]/gu, '"');
  const words = neighbour.title.replaceAll(/[‘’'"“”「」]/gu, '"');
  const at = plain.indexOf(words);
  if (at === -1 || words === "") return null;
  return neighbour.heading.slice(0, at) + title + neighbour.heading.slice(at + words.length);
}

function measuresLike(bench: Bench, neighbour: DraftFinding, nextId: () => number): DraftMeasure[] {
  const bodies = bench.dice.shuffled(measurePool);
  return neighbour.measures.slice(0, 2).map((model, at): DraftMeasure => {
    return { id: nextId(), lead: model.lead, numbering: model.numbering, body: bodies[at] ?? "" };
  });
}

const findingInserted: Edit = (bench) => {
  const { draft, dice } = bench;
  const neighbour = dice.pick(withSiblings(bench).filter((finding) => finding.measures.length > 0));
  const used = findingsOf(draft).map((finding) => finding.heading);
  const title = dice.pick(titles.filter((one) => !used.some((heading) => heading.includes(one))));
  if (neighbour === undefined || title === undefined) return null;
  const heading = headingLike(neighbour, title);
  if (heading === null) return null;
  const ids = (): number => (draft.nextId += 1);
  const made: DraftFinding = {
    ...neighbour,
    id: ids(),
    heading,
    title,
    numbering: numberedLike(neighbour.numbering, numberIn(neighbour.numbering) + 1),
    measures: measuresLike(bench, neighbour, ids),
  };
  const gap: DraftProse = { type: "prose", id: ids(), text: gapAfter(draft, neighbour) };
  draft.blocks.splice(draft.blocks.indexOf(neighbour) + 1, 0, gap, made);
  shiftNumbers(draft, made, 1);
  lock(bench, made, "structure", ...made.measures);
  return [{ kind: "finding-added", finding: made, measure: null }];
};

/** White space as it stands between findings of this notice. */
function gapAfter(draft: Draft, finding: DraftFinding): string {
  const blank = draft.blocks.find(
    (block, at) => block.type === "prose" && block.text.trim() === "" && at > 0 && at < draft.blocks.length - 1,
  );
  const own = draft.blocks[draft.blocks.indexOf(finding) + 1];
  const isBlank = own?.type === "prose" && own.text.trim() === "";
  const gap = isBlank ? own : blank;
  return gap?.type === "prose" && gap.text !== "" ? gap.text : "\n";
}

const endings = ["不到位", "不够有力", "不够", "不深入", "不高", "不严", "缓慢", "滞后", "不足", "薄弱"] as const;

/** The same finding in other words, over the same measures. */
const findingReworded: Edit = (bench) => {
  const { dice } = bench;
  const finding = dice.pick(freeFindings(bench).filter((one) => textOf(one).length > 60));
  if (finding === undefined) return null;
  const turn = dice.below(3);
  const ending = endings.find((one) => finding.title.endsWith(one));
  let title = `部分领域${finding.title}`;
  if (turn === 0 && ending !== undefined) title = `${finding.title.slice(0, -ending.length)}仍需加强`;
  if (turn === 1) title = dice.pick(titles.filter((one) => one !== finding.title)) ?? title;
  const heading = headingLike(finding, title);
  if (heading === null) return null;
  finding.heading = heading;
  finding.title = title;
  lock(bench, finding, ...finding.measures);
  return [{ kind: "finding-reworded", finding, measure: null }];
};

/** Cut here and pasted at least two places away under the same groups; the numbers follow or stay as printed. */
const findingMoved: Edit = (bench) => {
  const { draft, dice } = bench;
  if (!isFree(bench, "moves")) return null;
  const finding = dice.pick(
    withSiblings(bench).filter(
      (one) => isCounted(draft, one) && destinations(draft, one).length > 0 && textOf(one).length > 40,
    ),
  );
  const goal = finding === undefined ? undefined : dice.pick(destinations(draft, finding));
  if (finding === undefined || goal === undefined) return null;
  const numberings = numberingsOf(draft);
  const places = draft.blocks.flatMap((block, at) => (block.type === "finding" ? [at] : []));
  const order = findingsOf(draft).filter((one) => one !== finding);
  const shift = order.indexOf(goal) + (findingsOf(draft).indexOf(finding) < findingsOf(draft).indexOf(goal) ? 1 : 0);
  order.splice(shift, 0, finding);
  places.forEach((place, at) => {
    const one = order[at];
    if (one !== undefined) draft.blocks[place] = one;
  });
  renumberFindings(draft, numberings);
  lock(bench, "moves", finding, ...crossed(draft, finding, goal));
  return [{ kind: "finding-moved", finding, measure: null }];
};

/** Two findings in each other's place, at least one between them; the numbers stay where they are. */
const findingsExchanged: Edit = (bench) => {
  const { draft, dice } = bench;
  if (!isFree(bench, "moves")) return null;
  const isWhole = (one: DraftFinding): boolean => isCounted(draft, one) && textOf(one).length > 40;
  const free = withSiblings(bench).filter(isWhole);
  const finding = dice.pick(free.filter((one) => destinations(draft, one).some((other) => free.includes(other))));
  const goal =
    finding === undefined ? undefined : dice.pick(destinations(draft, finding).filter((other) => free.includes(other)));
  if (finding === undefined || goal === undefined) return null;
  const numberings = numberingsOf(draft);
  const [from, to] = [draft.blocks.indexOf(finding), draft.blocks.indexOf(goal)];
  draft.blocks[from] = goal;
  draft.blocks[to] = finding;
  renumberFindings(draft, numberings);
  lock(bench, "moves", finding, ...crossed(draft, finding, goal));
  return [
    { kind: "finding-moved", finding, measure: null },
    { kind: "finding-moved", finding: goal, measure: null },
  ];
};

/** What stands between the places that it left and took: nothing of it may go, or nobody could say which of them moved. */
function crossed(draft: Draft, finding: DraftFinding, goal: DraftFinding): DraftFinding[] {
  const all = findingsOf(draft);
  const ends = [all.indexOf(finding), all.indexOf(goal)];
  return all.slice(Math.max(0, Math.min(...ends) - 1), Math.max(...ends) + 2);
}

/** Findings of the same groups, with only such between, two or more places away, those put in not counted. */
function destinations(draft: Draft, finding: DraftFinding): DraftFinding[] {
  const all = findingsOf(draft).filter((one) => one.id < draft.firstNewId);
  const from = all.indexOf(finding);
  const key = groupKey(finding);
  return all.filter((other, at) => {
    const between = all.slice(Math.min(at, from), Math.max(at, from) + 1);
    return Math.abs(at - from) >= 2 && between.every((one) => groupKey(one) === key);
  });
}

/** One enumerator printed anew, as by a slip: （三） becomes （十三）. */
const findingRenumbered: Edit = (bench) => {
  const { draft, dice } = bench;
  if (!isFree(bench, "moves", "structure")) return null;
  const all = findingsOf(draft);
  const last = all.at(-1);
  if (last === undefined || !freeFindings(bench).includes(last) || numberIn(last.numbering) === 0) return null;
  last.numbering = numberedLike(last.numbering, numberIn(last.numbering) + 1 + dice.below(2));
  lock(bench, "numbers", last);
  return [{ kind: "finding-moved", finding: last, measure: null }];
};

/** From one status group to the end of the other. */
const statusMoved: Edit = (bench) => {
  const { draft, dice } = bench;
  if (!isFree(bench, "moves")) return null;
  const finding = dice.pick(withSiblings(bench).filter((one) => one.status !== null && isCounted(draft, one)));
  const all = findingsOf(draft);
  const goal = all.findLast((one) => one.status !== null && one.status !== finding?.status);
  if (finding === undefined || goal === undefined) return null;
  const numberings = numberingsOf(draft);
  const key = groupKey(goal);
  const group = numberings.get(key) ?? [];
  const end = group.at(-1) ?? "";
  numberings.set(key, [...group, numberedLike(end, numberIn(end) + 1)]);
  const gap: DraftProse = { type: "prose", id: (draft.nextId += 1), text: gapAfter(draft, goal) };
  takeOut(draft, finding);
  finding.groups = goal.groups;
  finding.status = goal.status;
  draft.blocks.splice(draft.blocks.indexOf(goal) + 1, 0, gap, finding);
  renumberFindings(draft, numberings);
  lock(bench, "moves", finding);
  return [{ kind: "finding-status-changed", finding, measure: null }];
};

export const findingEdits: Readonly<Record<string, Edit>> = {
  findingDeleted,
  findingInserted,
  findingReworded,
  findingMoved,
  findingsExchanged,
  findingRenumbered,
  statusMoved,
};
