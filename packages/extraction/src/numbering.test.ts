import { describe, expect, it } from "vitest";
import { nest } from "./nesting.ts";
import { readMarker, unifyTwins, type MarkerStyle } from "./numbering.ts";

describe("readMarker", () => {
  it.each([
    ["一、组织领导", "chapter", 1, "一、"],
    ["(十二)关于", "han-in-brackets", 12, "(十二)"],
    ["3. 关于", "arabic", 3, "3."],
    ["3、关于", "arabic-comma", 3, "3、"],
    ["(143)由点及面", "arabic-in-brackets", 143, "(143)"],
    ["④巡河", "circled", 4, "④"],
    ["二是清淤", "enumerator", 2, "二是"],
    ["第三,从严", "ordinal-word", 3, "第三"],
    ["其次,从严", "ordinal-word", 2, "其次"],
    ["三要常抓", "enumerator", 3, "三要"],
    ["第二部分 整改情况", "part", 2, "第二部分"],
    ["问题三:账目不清", "problem-label", 3, "问题三"],
    ["4)公示", "arabic-closing", 4, "4)"],
    ["【五】关于", "han-in-brackets", 5, "【五】"],
    ["六)关于", "han-in-brackets", 6, "六)"],
    ["七关于“账目不清”问题", "chapter", 7, "七"],
    ["8关于“账目不清”问题", "arabic", 8, "8"],
  ])("reads the number of %s", (line, style, ordinal, numbering) => {
    expect(readMarker(line)).toMatchObject({ style, ordinal, numbering });
  });

  it.each([
    "2.18万名党员",
    "2023年4月12日",
    "第一时间成立专班",
    "一体推进",
    "(试行)办法",
    "十分重视",
    "问题一直存在",
    "8关于账目",
    "三公经费",
  ])("finds no number in %s", (line) => expect(readMarker(line)).toBeNull());
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

  it("believes a count that goes on more than one that does not", () => {
    const opening = levels(["enumerator", 1], ["enumerator", 2], ["chapter", 1], ["arabic", 1], ["chapter", 2]);
    expect(opening).toEqual([1, 1, 1, 2, 1]);
  });

  it("concludes over a third style", () => {
    const odd = levels(
      ["arabic-in-brackets", 1],
      ["arabic", 1],
      ["arabic-comma", 1],
      ["arabic", 2],
      ["arabic-comma", 1],
      ["arabic-in-brackets", 2],
    );
    expect(odd).toEqual([1, 2, 3, 2, 3, 1]);
  });

  it("goes on after numbers that run on across groups", () => {
    const tree = levels(["han-in-brackets", 1], ["arabic", 1], ["arabic", 2], ["han-in-brackets", 2], ["arabic", 3]);
    expect(tree).toEqual([1, 2, 2, 1, 2]);
  });
});

describe("unifyTwins", () => {
  const styles = (...markers: readonly (readonly [MarkerStyle, number])[]): readonly string[] =>
    unifyTwins(markers.map(([style, ordinal]) => ({ style, ordinal }))).map(({ style }) => style);

  it("reads a sloppy list as one", () => {
    expect(styles(["arabic", 1], ["arabic-comma", 2], ["arabic", 3])).toEqual(["arabic", "arabic", "arabic"]);
  });

  it("keeps two depths apart, also where others stand between", () => {
    const nested = styles(
      ["arabic-comma", 1],
      ["han-in-brackets", 1],
      ["arabic", 1],
      ["arabic", 2],
      ["arabic-comma", 2],
    );
    expect(nested).toEqual(["arabic-comma", "han-in-brackets", "arabic", "arabic", "arabic-comma"]);
  });
});
