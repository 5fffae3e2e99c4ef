import { beginsWithDigit, hanValue } from "../chinese-number.ts";
import { everyMatch } from "../every-match.ts";

/** A range of the view. */
export type Range = { readonly start: number; readonly end: number };

export type Part = Range & {
  readonly numbering: string;
  /** First unit after the number. */
  readonly contentStart: number;
};

const boundary = String.raw`(^|[。;:!,”)\s])`;
const han = "[一二三四五六七八九十]{1,2}";
/**
 * Ways to count inside a paragraph; a style other than 一是 must count to two, lest a stray number splits it. `mark` stands wherever the
 * style does, so that a text is only searched for the styles that it may have.
 */
const styles: readonly { readonly pattern: RegExp; readonly mark: RegExp; readonly least: number }[] = [
  { pattern: new RegExp(String.raw`${boundary}((${han})[是要])`, "g"), mark: /[是要]/, least: 1 },
  { pattern: new RegExp(String.raw`${boundary}(第(${han})[,、])`, "g"), mark: /第/, least: 2 },
  { pattern: new RegExp(String.raw`${boundary}((首先|其次|再次|最后)[,、])`, "g"), mark: /[其再]次/, least: 2 },
  { pattern: new RegExp(String.raw`${boundary}(\((${han})\))`, "g"), mark: /\(/, least: 2 },
  { pattern: new RegExp(String.raw`${boundary}((\d{1,2})(?:\.(?!\d)|、))`, "g"), mark: /\d[.、]/, least: 2 },
  { pattern: new RegExp(String.raw`${boundary}(\((\d{1,2})\))`, "g"), mark: /\(\d/, least: 2 },
  { pattern: new RegExp(String.raw`${boundary}(([①-⑳]))`, "g"), mark: /[①-⑳]/, least: 2 },
];
const [firstCircled, lastCircled] = [0x2460, 0x2473];
const words: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: 4 };

/**
 * Splits “一是…。二是…。”, “第一,…;第二,…”, “1.…。2.…。” or “①…②…” into its parts, by the style that begins first. The count goes on without a
 * gap from `first`; where a number of a `family` stands before the range, one more of it is enough.
 */
export function enumeration(text: string, range: Range, first: number, family?: RegExp): readonly Part[] {
  const own = text.slice(range.start, range.end);
  const present = styles.filter(({ mark }) => mark.test(own));
  const found = present.map(({ pattern, least }) =>
    partsIn(text, range, { pattern, least: family ? 1 : least, first }),
  );
  const printed = found.filter(([part]) => part !== undefined && (family?.test(part.numbering) ?? true));
  return printed.reduce((best, parts) => (startOf(parts) < startOf(best) ? parts : best), printed[0] ?? []);
}

function startOf(parts: readonly Part[]): number {
  return parts[0]?.start ?? Number.MAX_SAFE_INTEGER;
}

type Count = { readonly pattern: RegExp; readonly least: number; readonly first: number };

function partsIn(text: string, range: Range, { pattern, least, first }: Count): readonly Part[] {
  const parts: Omit<Part, "end">[] = [];
  for (const match of everyMatch(pattern, text.slice(range.start, range.end))) {
    const [, before = "", printed = "", numeral = ""] = match;
    if (ordinalOf(numeral) !== first + parts.length) continue;
    const start = range.start + match.index + before.length;
    const numbering = printed.replace(/^(.{2,4})[,、]$/, "$1");
    parts.push({ start, numbering, contentStart: start + printed.length });
  }
  const begun = parts[0]?.start ?? range.start;
  if (!isEnough(parts.length, least, begun === range.start)) return [];
  if (least > 1 && !opensSentence(text, range.start, begun)) return [];
  return parts.map(({ start, numbering, contentStart }, at) => {
    const end = trimEnd(text, start, parts[at + 1]?.start ?? range.end);
    return { start, end, numbering, contentStart };
  });
}

/** A number right at the start needs no second one. */
function isEnough(count: number, least: number, isAtStart: boolean): boolean {
  return count >= least || (count > 0 && isAtStart);
}

/** “做好三件事:1.…;2.…” is one measure with a list in it. */
function opensSentence(text: string, from: number, start: number): boolean {
  return /(?:^|[。;])\s*$/.test(text.slice(Math.max(from, start - 4), start));
}

function ordinalOf(numeral: string): number | null {
  const unit = numeral.charCodeAt(0);
  if (unit >= firstCircled && unit <= lastCircled) return unit - firstCircled + 1;
  return beginsWithDigit(numeral) ? Number(numeral) : (words[numeral] ?? hanValue(numeral));
}

/** End of the range without the space before it. */
export function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
