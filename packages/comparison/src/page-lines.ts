import type { Notice, Span } from "@zhenggai/notice";
import type { Hunk, Texts } from "./hunk.ts";
import { isEmpty, sliceOf } from "./spans.ts";
import { isFurniture } from "./typography.ts";

/** A page counter, or lines of buttons and footers. Example: 浏览次数：1024 */
export function isCounter(texts: Texts, hunk: Hunk): boolean {
  if (hunk.atoms !== null) {
    if (hunk.atoms.before.type !== "figure") return false;
    const lead = texts.before.slice(Math.max(0, hunk.before.start - 12), hunk.before.start);
    return /(?:浏览|阅读|点击|访问)(?:次数|量|数)?[\s：:[【(（]+$/u.test(lead);
  }
  const [old, young] = [linesIn(texts.before, hunk.before), linesIn(texts.after, hunk.after)];
  return isFooter(old, young) || [...old, ...young].every(isFurniture);
}

const linesIn = (text: string, span: Span): string[] =>
  sliceOf(text, span)
    .split("\n")
    .filter((line) => line.trim() !== "");

/** Short lines that came or went together, the first of them a page's: 主办：…, and below it an address. */
function isFooter(old: readonly string[], young: readonly string[]): boolean {
  const lines = old.length === 0 ? young : old;
  const [first = ""] = lines;
  const isOneSided = old.length === 0 || young.length === 0;
  return isOneSided && isFurniture(first) && lines.every((line) => line.length <= 80 && !line.includes("。"));
}

type Side = "before" | "after";

const longestMenuLine = 20;

const isMenuLine = (line: string): boolean =>
  line.trim().length <= longestMenuLine && !/[，。；：]|(?:通报|公告|报告)\s*$/u.test(line);

const titleSpan = (notice: Notice): Span | null =>
  notice.evidence.find(({ field, span }) => field === "title" && span !== null)?.span ?? null;

/** Where the words above the title of a side end: before its title, or the other side's where a menu line was taken for it. */
function titleStart(texts: Texts, titles: Record<Side, Span | null>, side: Side): number {
  const other = side === "before" ? "after" : "before";
  const [own, others] = [titles[side], titles[other]];
  const words = others === null ? "" : sliceOf(texts[other], others).trim();
  return Math.max(own?.start ?? 0, words === "" ? 0 : texts[side].indexOf(words));
}

/**
 * Tells lines of a menu that came or went above the title: short, without a sentence. A reading may take one of them for the
 * title, so that the title of the version without them counts. Example: 网站首页, 信息公开, 巡视巡察.
 */
export function menuRule(before: Notice, after: Notice): (hunk: Hunk) => boolean {
  const texts: Texts = { before: before.text, after: after.text };
  const titles = { before: titleSpan(before), after: titleSpan(after) };
  const starts = { before: titleStart(texts, titles, "before"), after: titleStart(texts, titles, "after") };
  const isAbove = (hunk: Hunk, empty: Side, full: Side): boolean =>
    isEmpty(hunk[empty]) && hunk[full].end <= starts[full] && linesIn(texts[full], hunk[full]).every(isMenuLine);
  return (hunk) => isAbove(hunk, "before", "after") || isAbove(hunk, "after", "before");
}
