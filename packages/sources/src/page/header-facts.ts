import type { Span } from "@zhenggai/notice";
import { calendarDay } from "./calendar-day.ts";

/** A labelled value of a header line; the span counts from the start of the line. */
export type LabelledValue = { readonly label: string; readonly value: string; readonly span: Span };

/** Longest first, for 发布日期 contains 日期. Words after `|` of the last group stand without a colon. */
const labels =
  /(?:(浏览字号|浏览次数|发布日期|发布时间|发表时间|更新时间|发布机构|发布单位|信息来源|文章来源|新闻来源|责任编辑|编辑录入|浏览量|点击数|阅读量|索引号|文\s*号|来\s*源|稿\s*源|日\s*期|时\s*间|字\s*号|字\s*体|作\s*者|编\s*辑|审\s*核|点击|浏览|阅读|访问)\s*[:：]|(字号|分享到?|打印(?:本页)?|朗读|收藏|关闭))/gu;

const dateLabels = ["发布日期", "发布时间", "发表时间", "日期", "时间", "更新时间"];
const publisherLabels = ["信息来源", "文章来源", "新闻来源", "来源", "稿源", "发布机构", "发布单位"];

/**
 * The labelled values of a header line. A value ends at the next known label, not at white space.
 *
 * `发布日期：2024-03-27信息来源：清风样例网字号：[ 大 中 小 ]` → 发布日期 `2024-03-27`, 信息来源 `清风样例网`, 字号 `[ 大 中 小 ]`
 */
export function labelledValues(line: string): LabelledValue[] {
  const found = [...line.matchAll(labels)];
  return found.map((match, index) => {
    const from = match.index + match[0].length;
    const printed = line.slice(from, found[index + 1]?.index ?? line.length);
    const value = printed.replace(/[|｜\s]+$/u, "").trimStart();
    const start = from + printed.length - printed.trimStart().length;
    const label = (match[1] ?? match[2] ?? "").replace(/\s+/gu, "");
    return { label, value, span: { start, end: start + value.length } };
  });
}

/** The day of publication that a header line prints, with its place in the line. */
export function headerDay(line: string): LabelledValue | null {
  const values = labelledValues(line);
  for (const label of dateLabels) {
    const found = values.find((value) => value.label === label && calendarDay(value.value) !== null);
    if (found !== undefined) return { ...found, value: calendarDay(found.value) ?? "" };
  }
  const bare = bareHeader(line);
  return bare === null ? null : bare.day;
}

/** The publisher that a header line names, with its place in the line. */
export function headerPublisher(line: string): LabelledValue | null {
  const values = labelledValues(line);
  for (const label of publisherLabels) {
    const found = values.find((value) => value.label === label && value.value !== "");
    if (found !== undefined) return found;
  }
  return values.length === 0 ? (bareHeader(line)?.publisher ?? null) : null;
}

/** `2023-06-27 09:02 样例省纪委监委网站` */
function bareHeader(line: string): { day: LabelledValue; publisher: LabelledValue | null } | null {
  const match =
    /^[（(【[]?\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?)(?:[\s-]*\d{1,2}\s*:\s*\d{1,2}(?:\s*:\s*\d{1,2})?)?\s*/u.exec(
      line,
    );
  const printed = match?.[1];
  const day = printed === undefined ? null : calendarDay(printed);
  if (match === null || printed === undefined || day === null) return null;
  const start = match[0].indexOf(printed);
  const name = /^[\p{Script=Han}·A-Za-z]{2,30}/u.exec(line.slice(match[0].length))?.[0];
  return {
    day: { label: "", value: day, span: { start, end: start + printed.length } },
    publisher:
      name === undefined
        ? null
        : { label: "", value: name, span: { start: match[0].length, end: match[0].length + name.length } },
  };
}
