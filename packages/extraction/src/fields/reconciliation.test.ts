import type { DeclaredTotal, Finding } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { reconciliationOf } from "./reconciliation.ts";

const span = { start: 0, end: 1 };
const total = (metric: DeclaredTotal["metric"], value: number): DeclaredTotal => ({
  metric,
  value,
  unit: "个",
  text: "",
  span,
});
const finding = (n: number, status: Finding["status"], groups: string[] = []): Finding => ({
  n,
  numbering: "1.",
  title: "账目不清",
  heading: "账目不清",
  groups,
  status,
  topics: [],
  span,
  measures: [],
});

function reconciled(declared: readonly DeclaredTotal[], findings: readonly Finding[]): readonly unknown[] {
  return reconciliationOf(declared, findings).map(({ metric, found, match }) => [metric, found, match]);
}

describe("reconciliationOf", () => {
  const printed = [finding(1, "completed", ["甲"]), finding(2, "completed", ["甲"]), finding(3, "ongoing", ["乙"])];

  it("holds declared totals against what is printed, and forces nothing", () => {
    const declared = [total("aspects", 2), total("findings", 4), total("findingsCompleted", 2), total("categories", 9)];
    expect(reconciled(declared, printed)).toEqual([
      ["aspects", 2, true],
      ["findings", 3, false],
      ["findingsCompleted", 2, true],
      ["categories", 0, null],
    ]);
  });

  it("names a total that is declared twice once", () => {
    expect(reconciled([total("findings", 3), total("findings", 3)], printed)).toEqual([["findings", 3, true]]);
  });

  it.each([
    [88.2, 88.2, true],
    [88, 88, true],
    [90, 88, false],
  ])("checks a rate of %d%% against the totals it is the rate of", (rate, found, match) => {
    const declared = [total("findings", 34), total("findingsCompleted", 30), total("findingsCompletedRate", rate)];
    expect(reconciled(declared, [])).toContainEqual(["findingsCompletedRate", found, match]);
  });

  it("takes a rate of what was due within a year as well", () => {
    const declared = [
      total("measures", 146),
      total("measuresDueWithinOneYear", 100),
      total("measuresCompleted", 77),
      total("measuresCompletedRate", 77),
    ];
    expect(reconciled(declared, [])).toContainEqual(["measuresCompletedRate", 77, true]);
  });

  it("cannot check a rate of something that is not declared", () => {
    expect(reconciled([total("completedRate", 92)], printed)).toEqual([["completedRate", 0, null]]);
  });
});
