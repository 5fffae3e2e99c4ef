import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resolveSubject } from "@zhenggai/bodies";
import { compareSuccessive } from "@zhenggai/comparison";
import { readNotice } from "@zhenggai/extraction";
import type { Change, Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";

/** A sample notice, read as a page without header facts. */
function sample(slug: string): Notice {
  const file = fileURLToPath(new URL(`simulator/sample/notices/${slug}.txt`, import.meta.url));
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, "utf8")) ?? [];
  const title = /^title: *(.*)$/m.exec(front)?.[1] ?? "";
  return readNotice({ text: `${title}\n\n${body}` }, { resolveSubject });
}

const compare = (older: string, newer: string): Change[] => compareSuccessive(sample(older), sample(newer));

/** Pairs as `older→newer`, with the number of the older finding, by its title. */
function repeatedIn(older: string, newer: string): string[] {
  const { findings } = sample(older);
  return compare(older, newer)
    .filter(({ kind }) => kind === "finding-repeated")
    .map(({ before, target, verdict }) => {
      const from = findings.find(
        ({ title }) => title.replaceAll(/[,，]/g, "") === before?.text.replaceAll(/[,，]/g, ""),
      );
      return `${from?.n ?? "?"}→${target.finding ?? "?"}${verdict === "sure" ? "" : " unsure"}`;
    });
}

describe("successive sample notices, whose repetitions are known", () => {
  it.each([
    ["yunting-2016", "yunting-2019", ["2→2", "5→5", "8→6"]],
    ["yunting-2019", "yunting-2023", ["3→6", "4→3", "9→9"]],
    ["wanglu-2019", "wanglu-2023", ["3→3", "5→5", "8→8"]],
  ])("%s → %s: these findings came back, surely, and no other", (older, newer, pairs) => {
    expect(repeatedIn(older, newer)).toEqual(pairs);
  });

  it.each([
    ["yunting-2016", "yunting-2019", [5]],
    ["yunting-2019", "yunting-2023", []],
    ["wanglu-2019", "wanglu-2023", [3]],
  ])("%s → %s: what the newer one admits itself is kept apart", (older, newer, admitted) => {
    const changes = compare(older, newer).filter(({ kind }) => kind === "carry-over-admitted");
    expect(changes.map(({ target }) => target.finding)).toEqual(admitted);
  });

  it("notices of different districts have hardly anything to repeat", () => {
    expect(repeatedIn("baitang-2023", "wanglu-2023").filter((pair) => !pair.endsWith("unsure")).length).toBeLessThan(3);
  });
});
