import { describe, expect, it } from "vitest";
import { nest } from "./nesting.ts";
import { readMarker, type MarkerStyle } from "./numbering.ts";

describe("readMarker", () => {
  it.each([
    ["一、组织领导", "chapter", 1, "一、"],
    ["(十二)关于", "han-in-brackets", 12, "(十二)"],
    ["3. 关于", "arabic", 3, "3."],
    ["3、关于", "arabic", 3, "3、"],
    ["(143)由点及面", "arabic-in-brackets", 143, "(143)"],
    ["④巡河", "circled", 4, "④"],
    ["二是清淤", "enumerator", 2, "二是"],
    ["第三,从严", "ordinal-word", 3, "第三"],
    ["其次,从严", "ordinal-word", 2, "其次"],
  ])("reads the number of %s", (line, style, ordinal, numbering) => {
    expect(readMarker(line)).toMatchObject({ style, ordinal, numbering });
  });

  it.each(["2.18万名党员", "2023年4月12日", "第一时间成立专班", "一体推进", "(试行)办法", "十分重视"])(
    "finds no number in %s",
    (line) => expect(readMarker(line)).toBeNull(),
  );
});

describe("nest", () => {
  const levels = (...markers: readonly (readonly [MarkerStyle, number])[]): readonly number[] =>
    nest(markers.map(([style, ordinal]) => ({ style, ordinal }))).map(({ level }) => level);

  it("counts depth, whatever the numerals", () => {
    expect(levels(["chapter", 1], ["enumerator", 1], ["chapter", 2], ["arabic", 1], ["enumerator", 1])).toEqual([
      1, 2, 1, 2, 3,
    ]);
  });

  it("follows an office that nests against the usual order", () => {
    const tree = levels(["arabic", 1], ["chapter", 1], ["chapter", 2], ["arabic", 2], ["chapter", 1]);
    expect(tree).toEqual([1, 2, 2, 1, 2]);
  });

  it("goes on after numbers that run on across groups", () => {
    const tree = levels(["han-in-brackets", 1], ["arabic", 1], ["arabic", 2], ["han-in-brackets", 2], ["arabic", 3]);
    expect(tree).toEqual([1, 2, 2, 1, 2]);
  });
});
