import type { Issue, PageFacts, Span } from "@zhenggai/notice";
import { canonicalUrl } from "../canonical-url.ts";
import { calendarDay, dayInUrl } from "./calendar-day.ts";
import { breadcrumbParts } from "./find-header.ts";
import { headerDay, headerPublisher, type LabelledValue } from "./header-facts.ts";
import { titleOfTab, type KnownTitle } from "./known-title.ts";
import type { PageParts, TextLine } from "./page-parts.ts";
import { squeeze } from "./page-line.ts";
import type { PageOutline } from "./read-outline.ts";

type Sources = {
  readonly outline: PageOutline;
  readonly parts: PageParts;
  readonly known: KnownTitle | null;
  readonly lines: readonly TextLine[];
  readonly url: string;
};

const publisherMark = /^<\$\[(信息来源|来源|发布机构)\]>$/u;
const dayMark = /^<\$\[(发布日期|信息时间|发布时间|成文日期|日期)\]>$/u;
const original = /(?:原文(?:链接|地址|网址)|来源(?:链接|网址))\s*[:：]\s*(https?:\/\/[^\s，。；）)\]】]+)?/u;

/** The page's facts in the order of trust: meta tag, CMS mark, labelled header line, address (a day in it is approximate). */
export function readPageFacts(sources: Sources): { facts: PageFacts; issues: Issue[] } {
  const publishedOn = readPublishedOn(sources);
  const facts: PageFacts = {
    title: readTitle(sources),
    publishedOn,
    publisher: readPublisher(sources),
    breadcrumb: readBreadcrumb(sources),
    originalUrl: readOriginalUrl(sources),
  };
  const printed = printedDay(sources);
  const isConflict =
    publishedOn !== null && printed !== null && publishedOn.span === null && publishedOn.value !== printed.value;
  const issues: Issue[] = isConflict
    ? [
        {
          code: "date-conflict",
          field: "publishedOn",
          severity: "warning",
          text: `${publishedOn.rule} and the header line (${printed.value}) name different days.`,
          span: printed.span,
        },
      ]
    : [];
  return { facts, issues };
}

function readTitle({ parts, known, lines, outline }: Sources): PageFacts["title"] {
  const printed = lines.find((line) => line.role === "title");
  const span = printed === undefined ? null : spanOf(printed, printed.text);
  const isPrinted = known === null || parts.title === null || squeeze(known.value) === squeeze(parts.title.text);
  if (known !== null) return { ...known, span: known.rule.startsWith("meta:") || !isPrinted ? null : span };
  if (parts.title !== null) return { value: parts.title.text, rule: parts.title.rule, span };
  const tab = titleOfTab(outline);
  return tab === null ? null : { ...tab, span: null };
}

function readPublishedOn(sources: Sources): PageFacts["publishedOn"] {
  const fromMeta = calendarDay(sources.outline.meta.get("pubdate") ?? "");
  if (fromMeta !== null) return { value: fromMeta, rule: "meta:PubDate", span: null };
  const mark = sources.outline.marked.find((part) => dayMark.test(part.name) && calendarDay(part.text) !== null);
  const marked = calendarDay(mark?.text ?? "");
  if (mark !== undefined && marked !== null) {
    return { value: marked, rule: `comment:${mark.name}`, span: findInHeader(sources, mark.text) };
  }
  const printed = printedDay(sources);
  if (printed !== null) return { value: printed.value, rule: "header-line", span: printed.span };
  const inUrl = dayInUrl(sources.url);
  return inUrl === null ? null : { value: { approximate: inUrl.day, text: inUrl.text }, rule: "url-date", span: null };
}

function readPublisher(sources: Sources): PageFacts["publisher"] {
  const fromMeta = sources.outline.meta.get("contentsource");
  if (fromMeta !== undefined) return { value: fromMeta, rule: "meta:ContentSource", span: null };
  const mark = sources.outline.marked.find((part) => publisherMark.test(part.name) && part.text !== "");
  if (mark !== undefined) {
    return { value: mark.text, rule: `comment:${mark.name}`, span: findInHeader(sources, mark.text) };
  }
  const printed = inHeaderLines(sources, headerPublisher);
  return printed === null ? null : { value: printed.value, rule: "header-line", span: printed.span };
}

function readBreadcrumb({ lines, outline }: Sources): PageFacts["breadcrumb"] {
  const line = lines.find((candidate) => candidate.role === "breadcrumb");
  if (line !== undefined)
    return { value: breadcrumbParts(line.text), rule: "breadcrumb", span: spanOf(line, line.text) };
  const column = outline.meta.get("columnname");
  return column === undefined ? null : { value: [column], rule: "meta:ColumnName", span: null };
}

function readOriginalUrl({ lines, outline, url }: Sources): PageFacts["originalUrl"] {
  for (const line of lines.filter((candidate) => candidate.role === "body")) {
    const match = original.exec(line.text);
    const printed = match?.[1];
    if (printed !== undefined) return { value: printed, rule: "line:original-link", span: spanOf(line, printed) };
    const linked = match === null ? undefined : outline.links.find((link) => line.text.includes(link.text.trim()));
    if (linked !== undefined && /^https?:/iu.test(linked.href)) {
      return { value: linked.href, rule: "link:original-link", span: spanOf(line, linked.text.trim()) };
    }
  }
  // The Url tag usually names the page itself; elsewhere it names where the article came from.
  const fromMeta = outline.meta.get("url");
  const isElsewhere = fromMeta !== undefined && URL.canParse(fromMeta) && canonicalUrl(fromMeta) !== canonicalUrl(url);
  return isElsewhere ? { value: fromMeta, rule: "meta:Url", span: null } : null;
}

function printedDay(sources: Sources): LabelledValue | null {
  return inHeaderLines(sources, headerDay);
}

/** The first header line from which `read` gets a value; its span moved into the text. */
function inHeaderLines({ lines }: Sources, read: (line: string) => LabelledValue | null): LabelledValue | null {
  for (const line of lines.filter((candidate) => candidate.role === "header")) {
    const found = read(line.text);
    if (found !== null) {
      const span = { start: line.start + found.span.start, end: line.start + found.span.end };
      return { ...found, span };
    }
  }
  return null;
}

function findInHeader({ lines }: Sources, value: string): Span | null {
  const line = lines.find((candidate) => candidate.role === "header" && candidate.text.includes(value));
  return line === undefined ? null : spanOf(line, value);
}

function spanOf(line: TextLine, part: string): Span {
  const start = line.start + Math.max(line.text.indexOf(part), 0);
  return { start, end: start + part.length };
}
