import { compareVersions } from "@zhenggai/comparison";
import type { Change, ChangeKind } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { readText } from "./mutations/mutation-notices.ts";
import { brokenPairs } from "./pairs/broken-lines.ts";
import { fieldPairs } from "./pairs/fields.ts";
import { figurePairs } from "./pairs/figures.ts";
import { findingPairs } from "./pairs/findings.ts";
import type { ExpectedChange, GoldenPair } from "./pairs/golden-pair.ts";
import { documentPairs, measurePairs, prosePairs } from "./pairs/measures.ts";
import { quietPairs } from "./pairs/nothing-new.ts";
import { printedNotice } from "./pairs/printed-notices.ts";
import { statusPairs } from "./pairs/status.ts";
import { complaintsAbout } from "./properties.ts";

const pairs: readonly GoldenPair[] = [
  ...figurePairs,
  ...fieldPairs,
  ...findingPairs,
  ...statusPairs,
  ...brokenPairs,
  ...measurePairs,
  ...documentPairs,
  ...prosePairs,
];

/** Kinds between two versions of one notice; those of pages and successive notices have tests of their own. */
const versionKinds: readonly ChangeKind[] = [
  "title-changed",
  "subject-renamed",
  "date-changed",
  "signature-changed",
  "contact-changed",
  "declared-changed",
  "outcome-changed",
  "figure-changed",
  "document-added",
  "document-removed",
  "finding-added",
  "finding-removed",
  "finding-reworded",
  "finding-moved",
  "finding-status-changed",
  "measure-added",
  "measure-removed",
  "measure-reworded",
  "text-edited",
];

function editedText({ before = printedNotice, edits }: GoldenPair): string {
  return edits.reduce((text, [old, young]) => {
    expect(text.split(old).length, `${old} stands in the text once`).toBe(2);
    return text.replace(old, () => young);
  }, before);
}

type Side = "before" | "after";

function quotationOf(expected: ExpectedChange, side: Side) {
  const text = expected[side];
  if (text === null) return null;
  const at = side === "before" ? 0 : 1;
  return {
    text,
    ...(expected.values === undefined ? {} : { value: expected.values[at] }),
    ...(expected.units === undefined ? {} : { unit: expected.units[at] }),
  };
}

/** What of a change a pair says. */
function asChange(expected: ExpectedChange) {
  const [part, finding = null, measure = null, field] = expected.at;
  return {
    kind: expected.kind,
    origin: "site",
    target: { part, finding, measure, ...(field === undefined ? {} : { field }) },
    before: quotationOf(expected, "before"),
    after: quotationOf(expected, "after"),
  };
}

const isNews = (change: Change): boolean => change.kind !== "cosmetic";

describe("golden pairs of versions", () => {
  it.each(pairs)("$says", (pair) => {
    const [before, after] = [readText(pair.before ?? printedNotice), readText(editedText(pair))];
    const changes = compareVersions(before, after);
    expect(changes.filter(isNews)).toMatchObject(pair.changes.map(asChange));
    expect(complaintsAbout({ before, after, changes })).toEqual([]);
  });

  it.each(quietPairs)("no news: $says", ({ before = printedNotice, made }) => {
    const [older, newer] = [readText(before), readText(made(before))];
    expect(newer.text).not.toBe(older.text);
    const changes = compareVersions(older, newer);
    expect(changes.map((change) => change.kind)).toEqual(["cosmetic"]);
    expect(complaintsAbout({ before: older, after: newer, changes })).toEqual([]);
  });

  it("are at least 40 and show every kind twice", () => {
    expect(pairs.length + quietPairs.length).toBeGreaterThanOrEqual(40);
    const shown = pairs.flatMap((pair) => pair.changes.map((change) => change.kind));
    const rare = versionKinds.filter((kind) => shown.filter((one) => one === kind).length < 2);
    expect(rare).toEqual([]);
  });
});
