import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printedHan } from "../chinese-number.fixture.ts";
import { normalizedView } from "../normalized-view.ts";
import { printedFigures } from "./printed-figures.ts";

function figures(text: string): readonly string[] {
  return printedFigures(text).map(
    ({ value, unit, qualifier }) => `${value} ${unit}${qualifier ? ` ${qualifier}` : ""}`,
  );
}

describe("printedFigures", () => {
  it.each([
    ["处分三十七人", ["37 人"]],
    ["处分一百九十七人", ["197 人"]],
    ["约谈两名干部、廿三个单位", ["2 名", "23 个单位"]],
    ["受理信访135件(次)", ["135 件(次)"]],
    ["给予党纪处分0人、政务处分零人", ["0 人", "0 人"]],
    ["通报3批5起5人", ["3 批", "5 起", "5 人"]],
    ["谈话1,484人次", ["1484 人次"]],
    ["教育近2.18万名党员", ["21800 名 近"]],
    ["发放1万余份、两万余件", ["10000 份 余", "20000 件 余"]],
    ["近百件、上千人、百余人", ["100 件 近", "1000 人 上", "100 人 余"]],
    ["收回2650余万元、3亿余元、62.8万元", ["2650 万元 余", "3 亿元 余", "62.8 万元"]],
    ["收回三百二十万元,1亿3500万元", ["320 万元", "13500 万元"]],
    ["超过7500人以上", ["7500 人 超过"]],
    ["20名左右", ["20 名 左右"]],
    ["出动 792 人次", ["792 人次"]],
  ])("reads %s", (text, expected) => expect(figures(text)).toEqual(expected));

  it("takes the list number in front of a line for no part of the figure", () => {
    const [figure] = printedFigures("1.3名干部受到处分");
    expect(figure).toMatchObject({ value: 3, start: 2 });
  });

  it.each([
    "2023年4月12日至6月20日",
    "云委发〔2023〕20号",
    "第3批、第二人",
    "数十人、十几个人、三四起、几百件",
    "中央八项规定精神,六项纪律,两个责任",
    "一批干部、一起研究、一项制度",
    "签约亿元以上项目",
    "3个月、5个百分点、2个工作日",
    "W&R公司A3份",
    "5次日程、3名单",
  ])("finds no figure in %s", (text) => expect(figures(text)).toEqual([]));

  it("marks the upper end of a range, which has no single value", () => {
    expect(printedFigures("每批20至30人").map(({ isRange }) => isRange)).toEqual([true]);
  });

  const notations: readonly ((value: number) => string)[] = [
    String,
    printedHan,
    (value) => value.toLocaleString("en-US"),
    (value) => String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ];

  it("reads a count in every notation as the same figure", () => {
    const unit = fc.constantFrom("人", "人次", "名", "起", "件", "条", "项", "份", "批", "期");
    const qualifier = fc.constantFrom("", "近", "超", "超过", "逾");
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), unit, qualifier, (value, own, before) => {
        for (const notation of notations) {
          const { text } = normalizedView(`给予${before}${notation(value)}${own}，`);
          expect(printedFigures(text)).toMatchObject([{ value, unit: own, qualifier: before === "" ? null : before }]);
        }
      }),
    );
  });

  it("reads money in every notation as the same amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 99 }), (whole, part) => {
        const value = Number(`${whole}.${part}`);
        expect(figures(`清退${value}万元`)).toEqual([`${value} 万元`]);
        expect(figures(`清退${whole}余万元`)).toEqual([`${whole} 万元 余`]);
        expect(figures(`清退${printedHan(whole)}万元`)).toEqual([`${whole} 万元`]);
        expect(figures(`清退${value}亿元`)).toEqual([`${value} 亿元`]);
      }),
    );
  });
});
