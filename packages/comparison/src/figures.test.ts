import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";
import { readFigures } from "./figures.ts";

describe("figures as values", () => {
  it.each([
    ["处理13人", 13, "人"],
    ["处理１３人", 13, "人"],
    ["追缴528.09万元", 5_280_900, "CNY"],
    ["追缴5,280,900元", 5_280_900, "CNY"],
    ["追缴1.2亿元", 120_000_000, "CNY"],
    ["受理三十七件", 37, "件"],
    ["化解一百零五起", 105, "起"],
    ["逐段认领河道三十七段", 37, "段"],
    ["补缴罚单61张", 61, "张"],
    ["清理10余处", 10, "处"],
    ["完成率98.5％", 98.5, "%"],
    ["惠及3万人次", 30_000, "人次"],
    ["下降2个百分点", 2, "个百分点"],
    ["编号2077", 2077, null],
  ])("%s", (text, value, unit) => {
    expect(readFigures(text).map((figure) => [figure.value, figure.unit])).toEqual([[value, unit]]);
  });

  it.each(["第七巡视组", "一是加强学习", "统一思想", "千方百计"])("%s holds no figure", (text) => {
    expect(readFigures(text)).toEqual([]);
  });

  it("offsets are those of the printed figure with its unit", () => {
    const text = "约谈业主单位6家，追缴12万元。";
    expect(readFigures(text).map((figure) => text.slice(figure.start, figure.end))).toEqual(["6家", "12万元"]);
  });
});

describe("dates as values", () => {
  it.each([
    ["2024年3月15日", "2024-03-15"],
    ["２０２４年３月１５日", "2024-03-15"],
    ["2024-03-15", "2024-03-15"],
    ["二〇二四年三月十五日", "2024-03-15"],
    ["2024年3月", "2024-03"],
    ["2024年", "2024"],
    ["6月20日", "--06-20"],
    ["2024 -3-15", "2024-03-15"],
    ["2024．3．15", "2024-03-15"],
    ["2024/3/15起", "2024-03-15"],
    ["三月十五日", "--03-15"],
    ["整改3项、2024年3月", "2024-03"],
    ["第八二〇二四年三月", "2024-03"],
  ])("%s", (text, value) => {
    expect(readDates(text).map((date) => date.value)).toEqual([value]);
  });

  it.each(["13月40日", "3个月", "行动计划"])("%s is no date", (text) => {
    expect(readDates(text)).toEqual([]);
  });
});

describe("texts of nothing but numerals", () => {
  it.each(["一", "1", "〇"])("are read in one pass: %s", (sign) => {
    const text = sign.repeat(60_000);
    const started = performance.now();
    readDates(text);
    readFigures(text);
    // One pass takes some milliseconds; one for every place would take half a minute.
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
