import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import type { Notice } from "@zhenggai/notice";
import { readSampleNotices } from "@zhenggai/simulator";
import { describe, expect, it } from "vitest";
import { relationOf } from "./compare-relation.ts";

const samples = await readSampleNotices();
function sample(slug: string, edit: (text: string) => string = (text) => text): Notice {
  const one = samples.find((sampled) => sampled.slug === slug);
  return readNotice({ text: edit([one?.title, ...(one?.paragraphs ?? [])].join("\n")) }, { resolveSubject });
}

describe("what two notices are to each other", () => {
  it("two inspections of one subject are successive notices", () => {
    expect(relationOf(sample("yunting-2019"), sample("yunting-2023"))).toBe("series");
    expect(relationOf(sample("wanglu-2019"), sample("wanglu-2023"))).toBe("series");
  });

  it("a text with edits is a version, even where the edit is of the dates and names that tell the cycle", () => {
    const notice = sample("yunting-2019");
    const otherStart = sample("yunting-2019", (text) => text.replace("2019年9月16日起", "2019年9月19日起"));
    const otherName = sample("yunting-2019", (text) => text.replaceAll("云汀区", "汀北区"));
    const halfWidth = sample("yunting-2019", (text) =>
      text.replace("2019年9月16日起", "2019年9月19日起").replaceAll("，", ","),
    );
    expect([otherStart, otherName, halfWidth].map((other) => relationOf(notice, other))).toEqual([
      "versions",
      "versions",
      "versions",
    ]);
  });

  it("so is the same text in other lines, or in traditional characters, which are hardly read", () => {
    const script: readonly (readonly [string, string])[] = Array.from(
      "巡巡视視区區组組问問题題进進开開会會责責办辦对對关關业業实實员員".match(/../gu) ?? [],
      (pair) => [pair.charAt(0), pair.charAt(1)],
    );
    const notice = sample("yunting-2019");
    const traditional = sample("yunting-2019", (text) =>
      script.reduce((made, [simple, other]) => made.replaceAll(simple, other), text),
    );
    const wrapped = sample("yunting-2019", (text) => text.replaceAll(/[^\n]{38}(?=[^\n]{4})/gu, "$&\n"));
    expect([traditional, wrapped].map((other) => relationOf(notice, other))).toEqual(["versions", "versions"]);
  });
});
