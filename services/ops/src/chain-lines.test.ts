import { describe, expect, it } from "vitest";
import { chainLines } from "./chain-lines.ts";
import { chainOf } from "./sample-ledger.fixture.ts";

describe("a finding over the inspections of its subject", () => {
  it("is printed notice by notice, with status, doubt, and what became of promises", () => {
    expect(chainLines(chainOf("chain-1")).split("\n")).toEqual([
      "  河道保洁责任不落实 — 2 次 times [T03]",
      "    2020-01-09  河道漂浮物无人打捞",
      "    2023-08-01  河道保洁责任不落实（持续整改，通报自认重复 admitted，存疑 unsure）",
      "    承诺 promised：“年底前清理完毕” → 2020-12-31，后来没有再提",
    ]);
  });

  it("masks contact details, and says what it does not know", () => {
    const [link] = chainOf("chain-1").links;
    if (link === undefined) throw new Error("no link");
    const links = [
      { ...link, cycleOn: null },
      { ...link, cycleOn: { approximate: "2023-08-21", text: "8月下旬" } },
    ];
    const lines = chainLines(chainOf("chain-1", { topic: null, title: "电话0990-5550138无人接", links, promises: [] }));
    expect(lines.split("\n")).toEqual([
      "  电话****无人接 — 2 次 times",
      "    —  河道漂浮物无人打捞",
      "    ≈2023-08-21  河道漂浮物无人打捞",
    ]);
  });
});
