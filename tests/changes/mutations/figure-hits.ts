import type { ChangeKind, Notice } from "@zhenggai/notice";
import type { Dice } from "./dice.ts";

export const figurePattern =
  /(?<![\d.．年月日第至、\-—至])(?<number>\d+(?:\.\d+)?)(?:余|多)?(?:万|亿)?(?:元|人次|人|名|个|条|项|件|次|起|家|户|处|场|亩|吨|公里|平方米|%)/gu;

export type Hit = { readonly at: number; readonly text: string };

export function hitsOf(text: string, pattern: RegExp, group: string): Hit[] {
  const titles = [...text.matchAll(/《[^》]*》|[（(][^）)]*号[）)]/gu)].map(
    ({ 0: words, index }) => [index, index + words.length] as const,
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const number = match.groups?.[group];
    const isInTitle = titles.some(([start, end]) => match.index >= start && match.index < end);
    if (number === undefined || isInTitle) return [];
    return [{ at: match.index + match[0].indexOf(number), text: number }];
  });
}

export function otherNumber(printed: string, dice: Dice): string {
  const made = editedNumber(printed, dice);
  return Number(made) === Number(printed) ? `${Number.parseInt(printed, 10) + 5}` : made;
}

function editedNumber(printed: string, dice: Dice): string {
  const turn = dice.below(4);
  if (turn === 0 && printed.includes(".")) return printed.replace(".", "");
  if (turn === 1) return `${printed}${dice.below(10)}`.replace(/^0+(?=\d)/u, "");
  const at = dice.below(printed.length);
  const digit = printed.charAt(at);
  if (digit === ".") return `${Number.parseInt(printed, 10) + 3}${printed.slice(printed.indexOf("."))}`;
  const other = (Number(digit) + 1 + dice.below(8)) % 10;
  const made = printed.slice(0, at) + String(other) + printed.slice(at + 1);
  return Number(made) === Number(printed) || made.startsWith("0") ? String(Number(printed) + 11) : made;
}

export const replaceAt = (text: string, hit: Hit, words: string): string =>
  text.slice(0, hit.at) + words + text.slice(hit.at + hit.text.length);

/** Where a text prints figures with units. */
export const figureHits = (text: string): Hit[] => hitsOf(text, figurePattern, "number");

/** What the reading of the older text calls the figure: an outcome, a declared total or any figure. */
export function kindOf(notice: Notice, at: number): ChangeKind {
  const holds = ({ span }: { span: { start: number; end: number } }) => span.start <= at && at < span.end;
  if (notice.declared.some(holds)) return "declared-changed";
  return notice.outcomes.some(holds) ? "outcome-changed" : "figure-changed";
}

/** Where a text of the draft stood in the older text; unique enough for what is long. */
export const originOf = (notice: Notice, body: string): number => notice.text.indexOf(body);
