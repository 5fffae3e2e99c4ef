import { isBreadcrumbLine } from "./find-breadcrumb.ts";
import { isHeaderLine } from "./header-line.ts";
import { namesNotice, tabTitles, type KnownTitle } from "./known-title.ts";
import { isTailLine, squeeze } from "./page-line.ts";
import { blocksBelow, type LineRange, type PageBlock, type PageOutline } from "./page-outline.ts";

/** The printed title: lines `[start, end)`. */
export type PrintedTitle = LineRange & { readonly text: string; readonly rule: string };

const headingTags = new Set(["h1", "h2", "h3", "ucaptitle"]);
const titleClass =
  /(?:^|[\s_-])(?:title|tit|bt|biaoti|headline|wzbt|(?:art(?:icle)?|arti|con(?:tent)?|main|xl|news|detail|page)[-_]?(?:title|tit|bt|biaoti))\d?(?=\s|$)/iu;
const shortest = 6;
const longest = 120;
/** A known title may be printed over so many lines. */
const titleLines = 3;

/** The title stands before line `before`; a title that is known by its words may stand a little below, before `within`. */
export type TitleLimit = { readonly before: number; readonly within: number };

/**
 * The article's title as the page prints it. `known` is what meta tags or CMS marks call it; without that, what the browser's tab repeats,
 * else the last heading, else the line above the header line. Null where the page prints none.
 */
export function findTitle(page: PageOutline, known: KnownTitle | null, limit: TitleLimit): PrintedTitle | null {
  const candidates = headings(page).filter((heading) => heading.start < limit.within);
  if (known !== null) {
    const wanted = squeeze(known.value);
    const heading = candidates.findLast(({ text }) => squeeze(text) === wanted);
    return heading ?? printedAs(page, wanted, limit.within, "line:title");
  }
  const plausible = candidates.filter(({ text }) => text.length >= shortest && text.length <= longest);
  const repeated = repeatedInTab(page, plausible, limit.within);
  if (repeated !== null) return repeated;
  const above = plausible.filter(({ start }) => start < limit.before);
  // A tab that names a notice knows the title; then a heading that names none is the site's or the body's.
  if (tabTitles(page).some(namesNotice)) return above.findLast(({ text }) => namesNotice(text)) ?? null;
  return (
    above.findLast(({ rule }) => rule !== "block:title") ??
    above.at(-1) ??
    titleAboveHeader(page, limit.before) ??
    plausible[0] ??
    null
  );
}

/** A heading or a line that says what the browser's tab says, the names of the site left out. */
function repeatedInTab(page: PageOutline, plausible: readonly PrintedTitle[], within: number): PrintedTitle | null {
  for (const title of tabTitles(page).filter((one) => one.length >= shortest)) {
    const wanted = squeeze(title);
    const heading = plausible.findLast(({ text }) => squeeze(text).includes(wanted) || wanted.includes(squeeze(text)));
    const found = heading ?? printedAs(page, wanted, within, "line:title-tag");
    if (found !== null) return found;
  }
  return null;
}

/** The last lines before `before` that together read `wanted`, or that go on where `wanted` was cut. */
function printedAs(page: PageOutline, wanted: string, before: number, rule: string): PrintedTitle | null {
  for (let start = Math.min(before, page.lines.length) - 1; start >= 0; start -= 1) {
    const line = page.lines[start];
    if (line === undefined || line.linkLength > 0 || !wanted.startsWith(squeeze(line.text).slice(0, wanted.length)))
      continue;
    let text = "";
    for (let end = start; end < Math.min(start + titleLines, before); end += 1) {
      text += page.lines[end]?.text ?? "";
      if (squeeze(text).startsWith(wanted) && text.length <= longest) return { text, start, end: end + 1, rule };
      if (!wanted.startsWith(squeeze(text))) break;
    }
  }
  return null;
}

function titleAboveHeader(page: PageOutline, before: number): PrintedTitle | null {
  const header = page.lines.findIndex((line, index) => index > 0 && index <= before && isHeaderLine(line));
  const above = page.lines[header - 1];
  if (above === undefined || above.text.length < shortest || above.text.length > longest) return null;
  if (above.linkLength > 0 || isBreadcrumbLine(above.text) || above.isFooter || above.isChrome) return null;
  return { text: above.text, start: header - 1, end: header, rule: "above-header" };
}

function headings(page: PageOutline): PrintedTitle[] {
  const found: PrintedTitle[] = [];
  for (const block of blocksBelow(page.root)) {
    const size = block.end - block.start;
    const rule = size > 0 && size <= titleLines ? headingRule(block) : null;
    if (rule === null) continue;
    const lines = page.lines.slice(block.start, block.end);
    const text = lines.map((line) => line.text).join("");
    const isAside = lines.some((line) => line.linkLength > 0 || line.isChrome || line.isFooter);
    if (!isAside && !isTailLine(text) && !isBreadcrumbLine(text)) {
      found.push({ text, start: block.start, end: block.end, rule });
    }
  }
  return found;
}

function headingRule(block: PageBlock): string | null {
  if (headingTags.has(block.tag)) return `heading:${block.tag}`;
  const isTitle =
    (block.id !== "" && titleClass.test(block.id)) || (block.className !== "" && titleClass.test(block.className));
  return isTitle ? "block:title" : null;
}
