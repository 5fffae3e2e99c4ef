import type { Change, ChangeTarget, Operation } from "@zhenggai/notice";
import type { FindingPair } from "../align-regions.ts";
import { claimWhole, type Found } from "../claims.ts";
import type { Comparison, PlacedHunk } from "../comparison.ts";
import { operationOf } from "../hunk.ts";
import { lazily } from "../lazily.ts";
import { excerpt, makeChange, quote } from "../make-change.ts";
import type { FindingRegion } from "../regions.ts";
import { sliceOf } from "../spans.ts";
import { foldTypography } from "../typography.ts";
import { printedStatus, statusGroupOf } from "./printed-status.ts";
import { renumberedPairs, renumberingRule } from "./renumbering.ts";

const targetOf = (region: FindingRegion): ChangeTarget => ({
  part: "finding",
  finding: region.finding.n,
  measure: null,
  field: null,
});

/** Whether it stands under another group that the older version already had. */
function changedGroup(comparison: Comparison, pair: FindingPair): boolean {
  const old = pair.before.finding.groups.at(-1) ?? "";
  const young = pair.after.finding.groups.at(-1) ?? "";
  if (foldTypography(old) === foldTypography(young)) return false;
  const known = comparison.before.findings.flatMap((finding) => finding.groups).map(foldTypography);
  const still = comparison.after.findings.flatMap((finding) => finding.groups).map(foldTypography);
  return known.includes(foldTypography(young)) && (old === "" || still.includes(foldTypography(old)));
}

function addedOrRemoved(comparison: Comparison): Change[] {
  const added = comparison.findings.added.map((region) => {
    const after = quote(comparison, "after", region.title);
    return makeChange({
      kind: "finding-added",
      target: targetOf(region),
      before: null,
      after,
      operations: [{ op: "insert", before: null, after: region.whole }],
      summary: {
        zh: `新增问题“${excerpt(after)}”，含措施${region.measures.length}条。`,
        en: `Finding "${excerpt(after)}" was added with ${region.measures.length} measures.`,
      },
    });
  });
  const removed = comparison.findings.removed.map((region) => {
    const before = quote(comparison, "before", region.title);
    return makeChange({
      kind: "finding-removed",
      target: targetOf(region),
      before,
      after: null,
      operations: [{ op: "delete", before: region.whole, after: null }],
      summary: {
        zh: `删去问题“${excerpt(before)}”，原有措施${region.measures.length}条。`,
        en: `Finding "${excerpt(before)}" with ${region.measures.length} measures was removed.`,
      },
    });
  });
  return [...added, ...removed];
}

function movedChange(comparison: Comparison, pair: FindingPair, hunk: PlacedHunk | undefined): Change {
  const before = quote(comparison, "before", pair.before.title);
  const after = quote(comparison, "after", pair.after.title);
  const isRenumbered = !comparison.moved.has(pair) && !changedGroup(comparison, pair);
  const move: Operation[] = isRenumbered ? [] : [{ op: "move", before: pair.before.whole, after: pair.after.whole }];
  const [old, young] = [pair.before.finding.n, pair.after.finding.n];
  const numbers = { old: pair.before.finding.numbering, young: pair.after.finding.numbering };
  return makeChange({
    kind: "finding-moved",
    target: targetOf(pair.after),
    before,
    after,
    operations: [...move, ...(hunk === undefined ? [] : [operationOf(hunk)])],
    summary: isRenumbered
      ? {
          zh: `问题“${excerpt(after)}”的序号由${numbers.old}改为${numbers.young}。`,
          en: `Finding "${excerpt(after)}" was renumbered from ${numbers.old} to ${numbers.young}.`,
        }
      : {
          zh: `问题“${excerpt(after)}”由第${old}位移到第${young}位。`,
          en: `Finding "${excerpt(after)}" moved from place ${old} to place ${young}.`,
        },
  });
}

const statusZh = { completed: "已完成", ongoing: "持续整改" } as const;

type Status = { readonly zh: string; readonly en: string; readonly value: string | null };

/** The status of a pair on both sides; as printed where both are read as one. */
function statusesOf(comparison: Comparison, pair: FindingPair): readonly [Status, Status] {
  const read = (side: "before" | "after"): Status => {
    const { status } = pair[side].finding;
    if (status === null) return { zh: "未注明", en: "unstated", value: null };
    return { zh: statusZh[status], en: status, value: status };
  };
  const words = pair.before.finding.status === pair.after.finding.status ? printedStatus(comparison, pair) : null;
  if (words === null) return [read("before"), read("after")];
  const printed = (one: string): Status => ({ zh: one, en: one, value: one });
  return [printed(words.before), printed(words.after)];
}

/** Hunks in the prose above a finding that name its group: the heading that gave it another status. */
function groupHunks(comparison: Comparison, pair: FindingPair): PlacedHunk[] {
  const titles = (["before", "after"] as const)
    .flatMap((side) =>
      pair[side].finding.groups.concat(statusGroupOf(comparison.statusGroups[side], pair[side].finding) ?? ""),
    )
    .map(foldTypography);
  return comparison.hunks.filter((hunk) => {
    if (hunk.level === "cosmetic" || hunk.place.part !== "text") return false;
    const sides = [sliceOf(comparison.texts.before, hunk.before), sliceOf(comparison.texts.after, hunk.after)];
    return sides
      .map(foldTypography)
      .some((side) => side !== "" && titles.some((title) => title !== "" && side.includes(title)));
  });
}

type StatusChange = {
  readonly pair: FindingPair;
  readonly change: Change;
  readonly hunks: readonly PlacedHunk[];
  /** Whether the text differs at all; a status that only our reading changed is no change. */
  readonly isPrinted: boolean;
};

const longestRemark = 24;

/** Hunks of a finding's own words that say how far it has come: its heading, or a short line below it. */
const remarkHunks = (comparison: Comparison, pair: FindingPair): PlacedHunk[] =>
  comparison.hunks.filter((hunk) => {
    const { place, level } = hunk;
    if (level !== "prose" || place.pair !== pair || !/完成|整改到位|持续|推进|销号/u.test(wordsOf(comparison, hunk)))
      return false;
    const isLine = (["before", "after"] as const).every(
      (side) => sliceOf(comparison.texts[side], hunk[side]).trim().length <= longestRemark,
    );
    return place.part === "heading" || (place.part === "finding" && isLine);
  });

function statusChange(comparison: Comparison, pair: FindingPair, numbering: PlacedHunk | undefined): StatusChange {
  const printed = [...remarkHunks(comparison, pair), ...groupHunks(comparison, pair)];
  const hunks = [...printed, ...(numbering === undefined ? [] : [numbering])];
  const move: Operation = { op: "move", before: pair.before.whole, after: pair.after.whole };
  const isMoved = comparison.moved.has(pair) || changedGroup(comparison, pair);
  const [old, young] = statusesOf(comparison, pair);
  const after = quote(comparison, "after", pair.after.title, { value: young.value, unit: null });
  const change = makeChange({
    kind: "finding-status-changed",
    target: { ...targetOf(pair.after), field: "status" },
    before: quote(comparison, "before", pair.before.title, { value: old.value, unit: null }),
    after,
    operations: [...(isMoved ? [move] : []), ...hunks.map(operationOf)],
    summary: {
      zh: `问题“${excerpt(after)}”的整改状态由${old.zh}改为${young.zh}。`,
      en: `The status of finding "${excerpt(after)}" went from ${old.en} to ${young.en}.`,
    },
  });
  const isReworded = foldTypography(pair.before.finding.title) !== foldTypography(pair.after.finding.title);
  const claimed = isReworded ? hunks.filter((hunk) => hunk.place.part !== "heading" || hunk === numbering) : hunks;
  const isOtherGroup =
    statusGroupOf(comparison.statusGroups.before, pair.before.finding) !==
    statusGroupOf(comparison.statusGroups.after, pair.after.finding);
  return {
    pair,
    change,
    hunks: claimed,
    isPrinted: isMoved || printed.length > 0 || (hunks.length > 0 && isOtherGroup),
  };
}

const wordsOf = (comparison: Comparison, hunk: PlacedHunk): string =>
  sliceOf(comparison.texts.before, hunk.before) + sliceOf(comparison.texts.after, hunk.after);

/** Adds the renumbering that followed from a change to its operations, so that every difference is accounted for. */
function withFollowers(changes: readonly Change[], followers: readonly PlacedHunk[]): Change[] {
  const at = changes.findIndex((change) => change.kind !== "finding-status-changed");
  return changes.map((change, index) =>
    index === Math.max(at, 0) && followers.length > 0
      ? { ...change, operations: [...change.operations, ...followers.map(operationOf)] }
      : change,
  );
}

/**
 * finding-added, finding-removed, finding-moved, finding-status-changed. What an added or removed finding contains belongs
 * to it; a number that shifts because of another finding is no change of its own; a finding that moves to the group of
 * completed ones changed its status, and is not also moved.
 */
export function findFindingChanges(comparison: Comparison): Found {
  const { pairs } = comparison.findings;
  const numbering = renumberedPairs(comparison);
  const status = pairs
    .filter(
      (pair) => pair.before.finding.status !== pair.after.finding.status || printedStatus(comparison, pair) !== null,
    )
    .map((pair) => statusChange(comparison, pair, numbering.get(pair)))
    .filter((entry) => entry.isPrinted);
  const done = new Set(status.map((entry) => entry.pair));
  const rest = pairs.filter((pair) => !done.has(pair));
  const isFollower = lazily(() => renumberingRule(comparison));
  const moved = rest.filter((pair) => {
    if (comparison.moved.has(pair) || changedGroup(comparison, pair)) return true;
    return numbering.has(pair) && !isFollower()(pair);
  });
  const movedPairs = new Set(moved);
  const followers = rest.filter((pair) => !movedPairs.has(pair)).flatMap((pair) => numbering.get(pair) ?? []);
  const changes = [
    ...addedOrRemoved(comparison),
    ...moved.map((pair) => movedChange(comparison, pair, numbering.get(pair))),
    ...status.map((entry) => entry.change),
  ];
  const claimed = [
    ...status.flatMap((entry) => entry.hunks),
    ...moved.flatMap((pair) => numbering.get(pair) ?? []),
    ...followers,
  ];
  const hasHost = changes.length > 0;
  return {
    changes: withFollowers(changes, followers),
    claims: (hasHost ? claimed : []).map(claimWhole),
  };
}
