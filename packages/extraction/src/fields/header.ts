import type { DateValue } from "@zhenggai/notice";
import { evidenceOf, type Found } from "../found.ts";
import { everyMatch } from "../every-match.ts";
import type { View } from "../normalized-view.ts";
import type { Line } from "../paragraphs.ts";
import { dateInYear } from "../date-values.ts";
import { findDates } from "../find-dates.ts";
import type { Zones } from "../zones.ts";

/** What stands around the article: who published it, when, under which title. */
export type Header = {
  readonly title: Found<string> | null;
  readonly publisher: Found<string> | null;
  readonly publishedOn: Found<DateValue> | null;
  readonly breadcrumb: Found<readonly string[]> | null;
  readonly originalUrl: Found<string> | null;
  /** Lines of the header that belong to the site, not to the notice. */
  readonly siteLines: readonly Line[];
};

const labels =
  /(信息来源|稿件来源|文章来源|来\s{0,2}源|稿源|发布机构|发布单位|发布部门|发布者|信息提供|供稿单位|发布日期|发布时间|发文日期|成文日期|日\s{0,2}期|时\s{0,2}间|浏览字号|字\s{0,2}号|字\s{0,2}体|浏览次数|阅读次数|浏览量|点击数|点击量|访问量|浏览|阅读|点击|视力保护色?|责任编辑|编辑录入|编\s{0,2}辑|作\s{0,2}者|审\s{0,2}核|分享到?|打印|朗读|索引号|公开方式|索\s引\s号)\s{0,2}(:|(?=[[【<\]】]|\s|$))/g;
const sourceLabel = /^(?:信息来源|稿件来源|文章来源|来源|稿源|发布机构|发布单位|发布部门|信息提供|供稿单位)$/;
const dateLabel = /^(?:发布日期|发布时间|日期|时间)$/;
const form = /(?:通报|公告|报告|通告|公示)$/;
const genre = /(?:通报|公告|报告|通告|公示|通知|情况|意见|公开)$/;
/** A list mark before a line of the header: • 2021-12-14 11:00. */
const bullet = /^[•·▪●*\-–]\s{1,3}/;
const matter = /巡视|巡察|整改|处分|审查|曝光/;
/** A day behind the title on its line: …的通报 2026-02-13. */
const trailingDay = /\s\(?\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?\)?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** What a page prints around its articles: 第01版:要闻, 返回上一级, 字号. */
const furniture = /^(?:第?[A-Z]?\d{1,3}版|当前版|通版|展开|收[起缩]|返回|字号|打印|朗读|分享|关闭|上一|下一)/;

/** Reads the lines above the text, e.g. “发布日期:2024-03-27信息来源:清风样例网字号:[ ]” with its values glued together. */
export function headerOf(view: View, zones: Zones): Header {
  const crumbs = zones.header.filter((line) => breadcrumbParts(line.text).length > 0);
  const meta = zones.header.filter((line) => !crumbs.includes(line) && isMetaLine(line.text));
  const titleLines = titleOf(zones.header.filter((line) => !crumbs.includes(line) && !meta.includes(line)));
  const metaValues = meta.flatMap((line) => labelled(view, line));
  const crumb = crumbs[0];
  return {
    title: titleFound(view, titleLines),
    publisher:
      metaValues.find(({ label }) => sourceLabel.test(label))?.found ??
      unlabelledPublisher(view, meta) ??
      publisherBelow(view, zones),
    publishedOn: publishedOn(view, meta, metaValues) ?? dayBehind(view, titleLines.at(-1)),
    breadcrumb: crumb
      ? { value: breadcrumbParts(crumb.text), rule: "breadcrumb", span: view.span(crumb.start, crumb.end) }
      : null,
    originalUrl: originalUrl(view, [...zones.header, ...zones.closing, ...zones.footer]),
    siteLines: zones.header.filter((line) => !titleLines.includes(line)),
  };
}

/** Evidence for the fields of the header. */
export function headerEvidence(header: Header): ReturnType<typeof evidenceOf> {
  const fields = ["title", "publisher", "publishedOn", "breadcrumb", "originalUrl"] as const;
  return fields.flatMap((field) => evidenceOf(field, header[field]));
}

/** “您的位置:首页>工作之窗>巡视巡察” is a path; a title is not. */
function breadcrumbParts(text: string): readonly string[] {
  if (!/[>»›]/.test(text)) return [];
  const path = text.replace(/^(?:您(?:现在|当前)?的位置|当前(?:所在)?位置|当前栏目|位置)\s?:\s?/, "");
  const parts = path.split(/\s?[>»›]{1,2}\s?/).map((part) => part.trim());
  const named = parts.filter((part) => part !== "");
  // “>>政务公开>>巡察整改” goes on where the line above broke off.
  if (/^[>»›]/.test(path)) return named;
  return named.length > 1 && (named.length > 2 || path !== text || named[0] === "首页") ? named : [];
}

function isMetaLine(line: string): boolean {
  const text = line.replace(bullet, "");
  const date = findDates(text)[0];
  if (date && date.day !== null && date.year !== null && /^\(?$/.test(text.slice(0, date.start))) return true;
  return everyMatch(labels, text).some((match) => match[2] === ":" || match.index === 0);
}

/**
 * The line that says whose notice it is and about what; above it the name of a column may read alike (样州市教育系统整改公告). The title may be
 * broken over lines: “中共样州市云汀区委 / 关于巡视整改进展 / 情况的通报”.
 */
function titleOf(lines: readonly Line[]): readonly Line[] {
  const ends = lines.filter((line) => genre.test(unspaced(line.text)));
  const whole = ends.map((line) => brokenTitle(lines, lines.indexOf(line)));
  const named = whole.filter((parts) => isNamed(joined(parts)));
  const own = named.filter((parts) => !named.some((other) => isBehindPath(joined(other), joined(parts))));
  const about = whole.find((parts) => matter.test(joined(parts)));
  const plain = lines.filter(({ text }) => !furniture.test(text));
  return own.find((parts) => form.test(joined(parts))) ?? own[0] ?? about ?? whole[0] ?? plain.slice(0, 1);
}

function joined(parts: readonly Line[]): string {
  return parts
    .map(({ text }) => unspaced(text))
    .join("")
    .replace(bullet, "");
}

/** The last word of a title may be set wide (通 报), a day may stand behind it. */
function unspaced(text: string): string {
  return /^[\u4e00-\u9fff]\s{1,8}[\u4e00-\u9fff]$/.test(text)
    ? text.replaceAll(/\s/g, "")
    : text.replace(trailingDay, "");
}

/** “样州市人民政府 政务公告 中共…的通报” repeats the title behind the path to it. */
function isBehindPath(title: string, line: string): boolean {
  return line.length > title.length && line.endsWith(title) && /[\s>|]$/.test(line.slice(0, -title.length));
}

/** The lines of the title that ends at a place of the list. */
function brokenTitle(lines: readonly Line[], end: number): readonly Line[] {
  const aboutAt = lines.findLastIndex(({ text }, at) => at <= end && at > end - 3 && text.includes("关于"));
  const about = lines[aboutAt];
  if (about === undefined) return lines.slice(end, end + 1);
  const before = about.text.startsWith("关于") ? lines[aboutAt - 1] : undefined;
  const start = before && isNameLine(before.text) ? aboutAt - 1 : aboutAt;
  const parts = lines.slice(start, end + 1);
  const isUnbroken = parts.every(({ index }, at) => index === (parts[0]?.index ?? 0) + at);
  const isOne = parts.slice(0, -1).every(({ text }) => !form.test(text));
  return isUnbroken && isOne ? parts : lines.slice(end, end + 1);
}

/** 中共样州市云汀区委, not the name of a column (巡视整改). */
function isNameLine(text: string): boolean {
  return /^(?:中共|中国共产党)|(?:委员会|党[组委]|党工委|[省市区县]委|公司|集团|局|院|大学)$/.test(text);
}

function isNamed(title: string): boolean {
  return /[\u4e00-\u9fff]{3}\s{0,2}关于/.test(title);
}

function titleFound(view: View, lines: readonly Line[]): Found<string> | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return null;
  const mark = bullet.exec(first.text)?.[0].length ?? 0;
  const end = last.end - (trailingDay.exec(last.text)?.[0].length ?? 0);
  return { value: joined(lines), rule: "title-line", span: view.span(first.start + mark, end) };
}

type Labelled = { readonly label: string; readonly found: Found<string> };

/** A value ends at the next known label, not at a space: the values touch each other. */
function labelled(view: View, line: Line): readonly Labelled[] {
  const matches = everyMatch(labels, line.text);
  return matches.flatMap((match, at) => {
    const from = match.index + match[0].length;
    const to = matches[at + 1]?.index ?? line.text.length;
    const printed = line.text.slice(from, to);
    const value = withoutTrailingMarks(firstValue(printed.trimStart()));
    if (value === "" || match[2] !== ":") return [];
    const start = line.start + from + printed.indexOf(value);
    const label = (match[1] ?? "").replaceAll(/\s/g, "");
    return [{ label, found: { value, rule: "header-line", span: view.span(start, start + value.length) } }];
  });
}

/** Behind a gap another value may begin: a day, or a label that is not known. */
function firstValue(printed: string): string {
  const next = /\s(?=\d{4}[-年./]\d|[\u4e00-\u9fff]{2,5}\s?:)/.exec(printed);
  return next && next.index > 0 ? printed.slice(0, next.index) : printed;
}

function withoutTrailingMarks(printed: string): string {
  let end = printed.length;
  while (end > 0 && /[\s|/[\]【】;,]/.test(printed.charAt(end - 1))) end -= 1;
  return printed.slice(0, end);
}

/** “2024-03-27 10:12 清风样例网”: a line with nothing but a time and a name. */
function unlabelledPublisher(view: View, meta: readonly Line[]): Found<string> | null {
  for (const line of meta) {
    const match = /^\(?[\d\-./:年月日\s]{8,24}\s([\u4e00-\u9fff]{3,20})$/.exec(line.text);
    const name = match?.[1];
    if (name === undefined) continue;
    return { value: name, rule: "time-and-name-line", span: view.span(line.end - name.length, line.end) };
  }
  return null;
}

/** “来源:例江日报” below the signature, where the header says nothing. */
function publisherBelow(view: View, zones: Zones): Found<string> | null {
  const values = zones.footer.filter(({ text }) => text.length < 60).flatMap((line) => labelled(view, line));
  return values.find(({ label }) => sourceLabel.test(label))?.found ?? null;
}

function publishedOn(view: View, meta: readonly Line[], values: readonly Labelled[]): Found<DateValue> | null {
  const label = values.find((value) => dateLabel.test(value.label) && findDates(value.found.value).length > 0);
  const day = label ? firstDay(label.found.value) : null;
  if (label && day) return { value: day.value, rule: "header-line", span: dayLineSpan(view, meta, day.text) };
  for (const line of meta) {
    const printed = firstDay(line.text);
    if (printed) return { value: printed.value, rule: "header-line", span: dayLineSpan(view, [line], printed.text) };
  }
  return null;
}

/** “…的通报 2026-02-13”, where no other line says when. */
function dayBehind(view: View, line: Line | undefined): Found<DateValue> | null {
  const printed = line && trailingDay.test(line.text) ? firstDay(line.text) : null;
  return line && printed
    ? { value: printed.value, rule: "title-line", span: dayLineSpan(view, [line], printed.text) }
    : null;
}

function firstDay(text: string): { readonly value: DateValue; readonly text: string } | null {
  const date = findDates(text).find((printed) => printed.year !== null && printed.day !== null);
  const value = date?.year ? dateInYear(date, date.year) : null;
  return date && value ? { value, text: date.text } : null;
}

function dayLineSpan(view: View, lines: readonly Line[], printed: string): Found<DateValue>["span"] {
  const line = lines.find(({ text }) => text.includes(printed));
  if (!line) return null;
  const start = line.start + line.text.indexOf(printed);
  return view.span(start, start + printed.length);
}

/** “原文链接:http://…” of a repost. */
function originalUrl(view: View, lines: readonly Line[]): Found<string> | null {
  for (const line of lines) {
    const match = /原文(?:链接|地址|网址|出处)?\s?:\s?(https?:\/\/[^\s"'<>)\]]{4,300})/.exec(line.text);
    const url = match?.[1];
    if (!match || url === undefined) continue;
    const start = line.start + match.index + match[0].length - url.length;
    return { value: url, rule: "original-link-line", span: view.span(start, start + url.length) };
  }
  return null;
}
