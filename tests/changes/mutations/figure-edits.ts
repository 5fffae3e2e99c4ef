import type { ChangeKind, Notice } from "@zhenggai/notice";
import { chineseOf } from "./numerals.ts";
import { freeFindings, freeMeasures, isFree, lock, type Bench, type Edit, type Expected } from "./mutation.ts";
import type { Dice } from "./dice.ts";

const figurePattern =
  /(?<![\d.．年月日第至、\-—至])(?<number>\d+(?:\.\d+)?)(?:余|多)?(?:万|亿)?(?:元|人次|人|名|个|条|项|件|次|起|家|户|处|场|亩|吨|公里|平方米|%)/gu;
const chineseFigure =
  /(?<![一二三四五六七八九十百千第之])(?<number>[二三四五六七八九]?十[二三四五六七八九]?)(?:人|名|项|件|条|家|次|户)/gu;
const datePattern = /(?:(?<=[，。；于至在日、]|^)|(?<=\d{4}年))(?<month>\d{1,2})月(?<day>\d{1,2})日/gu;

type Hit = { readonly at: number; readonly text: string };

function hitsOf(text: string, pattern: RegExp, group: string): Hit[] {
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

function otherNumber(printed: string, dice: Dice): string {
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

const replaceAt = (text: string, hit: Hit, words: string): string =>
  text.slice(0, hit.at) + words + text.slice(hit.at + hit.text.length);

/** What the reading of the older text calls the figure: an outcome, a declared total or any figure. */
function kindOf(notice: Notice, at: number): ChangeKind {
  const holds = ({ span }: { span: { start: number; end: number } }) => span.start <= at && at < span.end;
  if (notice.declared.some(holds)) return "declared-changed";
  return notice.outcomes.some(holds) ? "outcome-changed" : "figure-changed";
}

/** Where a text of the draft stood in the older text; unique enough for what is long. */
const originOf = (notice: Notice, body: string): number => notice.text.indexOf(body);

function editInMeasure(bench: Bench, pattern: RegExp, group: string, edit: (hit: Hit) => string) {
  const { dice, draft } = bench;
  const place = dice.pick(freeMeasures(bench).filter(({ measure }) => hitsOf(measure.body, pattern, group).length > 0));
  if (place === undefined) return null;
  const origin = originOf(draft.notice, place.measure.body);
  const hit = dice.pick(hitsOf(place.measure.body, pattern, group));
  if (hit === undefined || origin === -1) return null;
  place.measure.body = replaceAt(place.measure.body, hit, edit(hit));
  lock(bench, place.measure);
  return { place, at: origin + hit.at };
}

export const figureInMeasure: Edit = (bench) => {
  const made = editInMeasure(bench, figurePattern, "number", (hit) => otherNumber(hit.text, bench.dice));
  if (made === null) return null;
  return [{ kind: kindOf(bench.draft.notice, made.at), ...made.place }];
};

export const chineseFigureInMeasure: Edit = (bench) => {
  const made = editInMeasure(bench, chineseFigure, "number", (hit) => {
    const other = chineseOf(39 - bench.dice.below(8));
    return other === hit.text ? "五十一" : other;
  });
  if (made === null) return null;
  return [{ kind: kindOf(bench.draft.notice, made.at), ...made.place }];
};

const otherDay = (printed: string): string => String((Number(printed) % 27) + 1);

export const dateInMeasure: Edit = (bench) => {
  const made = editInMeasure(bench, datePattern, "day", (hit) => otherDay(hit.text));
  return made === null ? null : [{ kind: "date-changed", ...made.place }];
};

/** A figure in the prose before or after the findings. */
export const figureInProse: Edit = (bench) => {
  const { dice, draft } = bench;
  const blocks = draft.blocks.flatMap((block) =>
    block.type === "prose" && isFree(bench, block) && hitsInProse(block.text).length > 0 ? [block] : [],
  );
  const block = dice.pick(blocks);
  const hit = block === undefined ? undefined : dice.pick(hitsInProse(block.text));
  if (block === undefined || hit === undefined) return null;
  const origin = originOf(draft.notice, block.text);
  if (origin === -1) return null;
  block.text = replaceAt(block.text, hit, otherNumber(hit.text, dice));
  lock(bench, block);
  return [{ kind: kindOf(draft.notice, origin + hit.at), finding: null, measure: null }];
};

const hitsInProse = (text: string): Hit[] =>
  hitsOf(text, figurePattern, "number").filter(
    (hit) => !/(?:电话|邮编|邮箱|邮政|地址|联系|http|浏览|字号)/u.test(lineAround(text, hit.at)),
  );

function lineAround(text: string, at: number): string {
  const start = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  return text.slice(start, end === -1 ? text.length : end);
}

/** A figure in the heading of a finding: still a figure, not finding-reworded. */
export const figureInHeading: Edit = (bench) => {
  const finding = bench.dice.pick(
    freeFindings(bench).filter(
      (one) => isFree(bench, one.heading) && hitsOf(one.heading, figurePattern, "number").length > 0,
    ),
  );
  const hit = finding === undefined ? undefined : hitsOf(finding.heading, figurePattern, "number")[0];
  if (finding === undefined || hit === undefined) return null;
  finding.heading = replaceAt(finding.heading, hit, otherNumber(hit.text, bench.dice));
  lock(bench, finding.heading, finding);
  const expected: Expected = { kind: "figure-changed", finding, measure: null };
  return [expected];
};
