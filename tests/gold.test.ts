import { describe, expect, it } from "vitest";
import { goldRows, goldTable, isBelow } from "./bench/gold/gold-table.ts";

const rows = goldRows();
const isSkipped = rows.length === 0 && process.env["CI"] === undefined;
if (isSkipped) process.stdout.write("gold.test.ts: ../shared is absent, the reading is not measured\n");

describe.skipIf(isSkipped)("the annotated seeds", () => {
  it("are read as their annotators read them, no field below its bar", () => {
    process.stdout.write(`${goldTable(rows)}\n`);
    expect([...new Set(rows.map(({ seed }) => seed))]).toEqual(["000", "001", "003"]);
    expect(rows.filter(isBelow)).toEqual([]);
  });

  it("ask for every field: header, inspection, contact, findings, measures, outline, documents and totals, all of them", () => {
    const whole = rows.filter(({ bar }) => bar === 1);
    expect([...new Set(whole.map(({ field }) => field))]).toEqual([
      "header",
      "inspection",
      "contact",
      "findings",
      "measures",
      "outline",
      "outline roles and titles",
      "declared, core",
      "documents",
      "boilerplate",
    ]);
    expect(rows.filter(({ seed }) => seed === "003").map(({ field, of }) => [field, of])).toContainEqual([
      "measures",
      95,
    ]);
  });
});
