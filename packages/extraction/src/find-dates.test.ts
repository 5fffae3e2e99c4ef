import { describe, expect, it } from "vitest";
import { dateInYear } from "./date-values.ts";
import { findDates } from "./find-dates.ts";

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
    ["2017-03-28-00:00:00", ["2017-03-28"]],
    ["2024-03-1510:12", ["2024-03-15"]],
    ["20240315 10:12", ["2024-03-15"]],
    ["2026-\n  01-\n  23", ["2026-01-23"]],
    ["二零二四年三月十五日", ["2024-03-15"]],
    ["二0二四年三月十五日", ["2024-03-15"]],
    ["2024年\n3月\n15日", ["2024-03-15"]],
    ["4月12-28日", ["2023-04-12", "2023-04-28"]],
    ["4月12日进驻,当月28日撤离", ["2023-04-12", "2023-04-28"]],
    ["9月5日-24日,当月28日反馈", ["2023-09-05", "2023-09-24", "2023-09-28"]],
    ["2024年3月15号", ["2024-03-15"]],
  ])("reads %s", (text, expected) => expect(days(text)).toEqual(expected));

  it("gives a vague day as approximate, with its words", () => {
    expect(days("8月下旬")).toEqual([{ approximate: "2023-08-21", text: "8月下旬" }]);
    expect(days("11月中下旬")).toEqual([{ approximate: "2023-11-16", text: "11月中下旬" }]);
    expect(days("2022年底")).toEqual([{ approximate: "2022-12-31", text: "2022年底" }]);
    expect(days("2024年2月底")).toEqual([{ approximate: "2024-02-29", text: "2024年2月底" }]);
  });

  it.each(["2023年13月1日", "2023年2月30日", "12345-67", "第3月", "3月15号楼", "87636289"])(
    "finds no day in %s",
    (text) => {
      expect(findDates(text).filter(({ day }) => day !== null)).toEqual([]);
    },
  );

  it("keeps the word that stands for a year", () => {
    expect(findDates("同年9月28日")[0]).toMatchObject({ yearWord: "同年", month: 9, day: 28, year: null });
  });
});
