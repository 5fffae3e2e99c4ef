import { describe, expect, it } from "vitest";
import { headerDay, headerPublisher, labelledValues } from "./header-facts.ts";

describe("labelledValues", () => {
  it("ends a value at the next label, not at white space", () => {
    const line = "发布日期：2024-03-27信息来源：清风样例网字号：[ 大 中 小 ]";
    expect(labelledValues(line).map(({ label, value }) => [label, value])).toEqual([
      ["发布日期", "2024-03-27"],
      ["信息来源", "清风样例网"],
      ["字号", "[ 大 中 小 ]"],
    ]);
    for (const { value, span } of labelledValues(line)) expect(line.slice(span.start, span.end)).toBe(value);
  });
});

describe("header lines", () => {
  it.each([
    ["来源：例江廉政网发布时间：2020-08-03", "2020-08-03", "例江廉政网"],
    ["发布时间：2023-05-04 08:46:31　来 源：样州清风网　浏览次数：", "2023-05-04", "样州清风网"],
    ["时间:2017-03-28-00:00:00 来源:样州市纪委监委 分享到:", "2017-03-28", "样州市纪委监委"],
    ["发布日期：2011- 09- 01 14: 58: 15", "2011-09-01", undefined],
    ["日期：２０２４年３月７日 稿源：例江日报", "2024-03-07", "例江日报"],
    ["2023-06-27 09:02 样例省纪委监委网站", "2023-06-27", "样例省纪委监委网站"],
    ["来源：发布时间：2024-02-30", undefined, undefined],
  ])("%s", (line, day, publisher) => {
    expect(headerDay(line)?.value).toBe(day);
    expect(headerPublisher(line)?.value).toBe(publisher);
  });
});
