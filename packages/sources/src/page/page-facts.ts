import type { Issue, PageFacts, Span } from "@zhenggai/notice";
import { canonicalUrl } from "../canonical-url.ts";
import { calendarDay, dayInUrl } from "./calendar-day.ts";
import { headerDay, headerPublisher, type LabelledValue } from "./header-facts.ts";
import { titleOfTab, type KnownTitle } from "./known-title.ts";
import { metaDay, metaValues } from "./meta-values.ts";
import { squeeze } from "./page-line.ts";
import type { PageOutline } from "./page-outline.ts";
import type { PageParts, TextLine } from "./page-parts.ts";

type Sources = {
  readonly outline: PageOutline;
  readonly parts: PageParts;
  readonly known: KnownTitle | null;
  readonly lines: readonly TextLine[];
  readonly url: string;
};

const publisherMark = /^<\$\[(信息来源|来源|发布机构)\]>$/u;
const dayMark = /^<\$\[(发布日期|信息时间|发布时间|成文日期|日期)\]>$/u;
const original = /(?:原文(?:链接|地址|网址)|来源(?:链接|网址))\s?[:：]\s?(https?:\/\/[^\s，。；）)\]】]{4,500})?/u;
const metaTitleWins = /^meta:/u;

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
  const printed = parts.title;
  const line = lines.find(({ role }) => role === "title");
  const span = line === undefined ? null : spanOf(line, line.text);
  if (known === null) {
    if (printed !== null) return { value: printed.text, rule: printed.rule, span };
    const tab = titleOfTab(outline);
    return tab === null ? null : { ...tab, span: null };
  }
  if (printed === null) return { ...known, span: null };
  // A tag that the site cut without a mark; the page prints the whole.
  const isCut = squeeze(printed.text).length > squeeze(known.value).length;
  if (isCut) return { value: printed.text, rule: printed.rule, span };
  return { ...known, span: metaTitleWins.test(known.rule) ? null : span };
}

function readPublishedOn(sources: Sources): PageFacts["publishedOn"] {
  const fromMeta = metaDay(sources.outline, "pubdate", "publishdate", "article:published_time");
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
  const [fromMeta] = metaValues(sources.outline, "contentsource");
  if (fromMeta !== undefined) return { value: fromMeta, rule: "meta:ContentSource", span: null };
  const mark = sources.outline.marked.find((part) => publisherMark.test(part.name) && part.text !== "");
  if (mark !== undefined) {
    return { value: mark.text, rule: `comment:${mark.name}`, span: findInHeader(sources, mark.text) };
  }
  const printed = inHeaderLines(sources, headerPublisher);
  return printed === null ? null : { value: printed.value, rule: "header-line", span: printed.span };
}

function readBreadcrumb({ lines, outline, parts }: Sources): PageFacts["breadcrumb"] {
  const line = lines.find((candidate) => candidate.role === "breadcrumb");
  if (line !== undefined && parts.breadcrumb !== null) {
    return { value: [...parts.breadcrumb.parts], rule: "breadcrumb", span: spanOf(line, line.text) };
  }
  const columns = metaValues(outline, "columnname");
  return columns.length === 0 ? null : { value: columns, rule: "meta:ColumnName", span: null };
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
  const elsewhere = metaValues(outline, "url").find(
    (value) => /^https?:/iu.test(value) && URL.canParse(value) && canonicalUrl(value) !== canonicalUrl(url),
  );
  return elsewhere === undefined ? null : { value: elsewhere, rule: "meta:Url", span: null };
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
