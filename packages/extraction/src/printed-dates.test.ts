import { describe, expect, it } from "vitest";
import { dateInYear, findDates } from "./printed-dates.ts";

function days(text: string): readonly unknown[] {
  return findDates(text).map((date) => dateInYear(date, date.year ?? 2023));
}

describe("findDates", () => {
  it.each([
    ["2023年4月12日至6月20日", ["2023-04-12", "2023-06-20"]],
    ["2023年4月12日至28日", ["2023-04-12", "2023-04-28"]],
    ["二〇二三年四月十二日", ["2023-04-12"]],
    ["二○二四年十二月三十一日", ["2024-12-31"]],
    ["2024-03-11 10:12", ["2024-03-11"]],
    ["2011- 09- 01 14: 58: 15", ["2011-09-01"]],
    ["2024/3/5", ["2024-03-05"]],
    ["2024年 3月 5日", ["2024-03-05"]],
    ["2024-03-27信息来源:清风样例网", ["2024-03-27"]],
  ])("reads %s", (text, expected) => expect(days(text)).toEqual(expected));

  it("gives a vague day as approximate, with its words", () => {
    expect(days("8月下旬")).toEqual([{ approximate: "2023-08-21", text: "8月下旬" }]);
    expect(days("2024年2月底")).toEqual([{ approximate: "2024-02-29", text: "2024年2月底" }]);
  });

  it.each(["2023年13月1日", "2023年2月30日", "12345-67", "第3月"])("finds no day in %s", (text) => {
    expect(findDates(text).filter(({ day }) => day !== null)).toEqual([]);
  });

  it("keeps the word that stands for a year", () => {
    expect(findDates("同年9月28日")[0]).toMatchObject({ yearWord: "同年", month: 9, day: 28, year: null });
  });
});
