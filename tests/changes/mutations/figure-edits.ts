import {
  figureHits,
  figurePattern,
  hitsOf,
  kindOf,
  originOf,
  otherNumber,
  replaceAt,
  type Hit,
} from "./figure-hits.ts";
import { chineseOf } from "./numerals.ts";
import { freeFindings, freeMeasures, isFree, lock, type Bench, type Edit, type Expected } from "./mutation.ts";

const chineseFigure =
  /(?<![一二三四五六七八九十百千第之])(?<number>[二三四五六七八九]?十[二三四五六七八九]?)(?:人|名|项|件|条|家|次|户)/gu;
const datePattern = /(?:(?<=[，。；于至在日、]|^)|(?<=\d{4}年))(?<month>\d{1,2})月(?<day>\d{1,2})日/gu;

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

const figureInMeasure: Edit = (bench) => {
  const made = editInMeasure(bench, figurePattern, "number", (hit) => otherNumber(hit.text, bench.dice));
  if (made === null) return null;
  return [{ kind: kindOf(bench.draft.notice, made.at), ...made.place }];
};

const chineseFigureInMeasure: Edit = (bench) => {
  const made = editInMeasure(bench, chineseFigure, "number", (hit) => {
    const other = chineseOf(39 - bench.dice.below(8));
    return other === hit.text ? "五十一" : other;
  });
  if (made === null) return null;
  return [{ kind: kindOf(bench.draft.notice, made.at), ...made.place }];
};

const otherDay = (printed: string): string => String((Number(printed) % 27) + 1);

const dateInMeasure: Edit = (bench) => {
  const made = editInMeasure(bench, datePattern, "day", (hit) => otherDay(hit.text));
  return made === null ? null : [{ kind: "date-changed", ...made.place }];
};

/** A figure in the prose before or after the findings. */
const figureInProse: Edit = (bench) => {
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
  figureHits(text).filter((hit) => !/(?:电话|邮编|邮箱|邮政|地址|联系|http|浏览|字号)/u.test(lineAround(text, hit.at)));

function lineAround(text: string, at: number): string {
  const start = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  return text.slice(start, end === -1 ? text.length : end);
}

/** A figure in the heading of a finding: still a figure, not finding-reworded. */
const figureInHeading: Edit = (bench) => {
  const finding = bench.dice.pick(
    freeFindings(bench).filter((one) => isFree(bench, one.heading) && figureHits(one.heading).length > 0),
  );
  const hit = finding === undefined ? undefined : figureHits(finding.heading)[0];
  if (finding === undefined || hit === undefined) return null;
  finding.heading = replaceAt(finding.heading, hit, otherNumber(hit.text, bench.dice));
  lock(bench, finding.heading, finding);
  const expected: Expected = { kind: "figure-changed", finding, measure: null };
  return [expected];
};

export const figureEdits: Readonly<Record<string, Edit>> = {
  figureInMeasure,
  chineseFigureInMeasure,
  dateInMeasure,
  figureInProse,
  figureInHeading,
};
