import type { Span } from "@zhenggai/notice";
import { calendarDay } from "./calendar-day.ts";

/** A labelled value of a header line; the span counts from the start of the line. */
export type LabelledValue = { readonly label: string; readonly value: string; readonly span: Span };

/** Longest first, for 发布日期 contains 日期. Words of the last group stand without a colon. */
const labels =
  /(?:(浏览字号|浏览次数|阅读次数|点击次数|访问次数|发布日期|发布时间|发表时间|更新时间|更新日期|公开日期|公布日期|公布时间|生成日期|发文日期|成文日期|信息时间|录入时间|提交时间|发布机构|发布单位|发文机关|信息来源|文章来源|新闻来源|稿件来源|责任编辑|编辑录入|录入编辑|公开方式|公开类别|主题分类|信息分类|主题词|浏览量|点击数|点击量|点击率|阅读量|阅读数|访问量|索引号|发布人|发布者|供稿人|撰稿人|文\s?号|名\s?称|来\s{0,4}源|稿\s{0,4}源|日\s{0,4}期|时\s{0,4}间|字\s{0,4}号|字\s{0,4}体|作\s{0,4}者|编\s{0,4}辑|审\s{0,4}核|校\s{0,4}对|供\s{0,4}稿|发布于|点击|浏览|阅读|访问)\s?[:：]|(字号|分享到?|打印(?:本页)?|朗读|收藏|关闭))/gu;

const dateLabels = [
  "发布日期",
  "发布时间",
  "发表时间",
  "公布日期",
  "公布时间",
  "公开日期",
  "发布于",
  "信息时间",
  "日期",
  "时间",
  "录入时间",
  "提交时间",
  "生成日期",
  "更新时间",
  "更新日期",
];
const publisherLabels = ["信息来源", "文章来源", "新闻来源", "稿件来源", "来源", "稿源", "发布机构", "发布单位"];
/** What follows a publisher's name without a label: a day, buttons in brackets, a wide gap. */
const behindName = /\s?[[【（(|｜]|\s{2,}|\u3000|\s?\d{4}\s?[-/.年]/u;
const bareLine =
  /^[（(【[]?\s?(\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?)(?:[\s-]{0,3}\d{1,2}\s?[:：]\s?\d{1,2}(?:\s?[:：]\s?\d{1,2})?)?[）)】\]]?[\s|｜]{0,4}/u;

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
    const start = from + printed.length - printed.trimStart().length;
    const value = withoutTrailingMarks(printed.trim());
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
  if (bare !== null) return bare.day;
  const behindSource = values.find(({ label, value }) => label !== "成文日期" && calendarDay(value) !== null);
  return behindSource === undefined ? null : { ...behindSource, value: calendarDay(behindSource.value) ?? "" };
}

/** The publisher that a header line names, with its place in the line. */
export function headerPublisher(line: string): LabelledValue | null {
  const values = labelledValues(line);
  for (const label of publisherLabels) {
    const found = values.filter((value) => value.label === label).map(nameOnly);
    const named = found.find((value) => value.value !== "");
    if (named !== undefined) return named;
  }
  return bareHeader(line)?.publisher ?? null;
}

function nameOnly(found: LabelledValue): LabelledValue {
  const end = behindName.exec(found.value)?.index ?? found.value.length;
  const value = found.value.slice(0, end).trim();
  return { ...found, value, span: { start: found.span.start, end: found.span.start + value.length } };
}

/** `2023-06-27 09:02 样例省纪委监委网站` */
function bareHeader(line: string): { day: LabelledValue; publisher: LabelledValue | null } | null {
  const match = bareLine.exec(line);
  const printed = match?.[1];
  const day = printed === undefined ? null : calendarDay(printed);
  if (match === null || printed === undefined || day === null) return null;
  const start = match[0].indexOf(printed);
  const from = match[0].length;
  const next = labelledValues(line).find(({ span }) => span.start > from);
  const rest = next === undefined ? line.slice(from) : "";
  const name = /^[\p{Script=Han}·A-Za-z]{2,30}/u.exec(rest)?.[0];
  return {
    day: { label: "", value: day, span: { start, end: start + printed.length } },
    publisher: name === undefined ? null : { label: "", value: name, span: { start: from, end: from + name.length } },
  };
}

function withoutTrailingMarks(value: string): string {
  let end = value.length;
  while (end > 0 && /[|｜\s]/u.test(value[end - 1] ?? "")) end -= 1;
  return value.slice(0, end);
}
