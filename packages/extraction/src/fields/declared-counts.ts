import { characterSet, holds, spaceCharacters } from "../character-set.ts";
import { numberValue, printedNumber } from "../chinese-number.ts";
import { everyMatch } from "../every-match.ts";

/** What a total counts. */
export type DeclaredNoun = "categories" | "aspects" | "items" | "findings" | "measures" | "tasks";

/** A figure with its counter in one sentence; offsets are of the sentence. */
export type DeclaredCount = {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly counter: string;
  /** null: only the counter is printed (需一年内完成整改的26个). */
  readonly noun: DeclaredNoun | null;
  /** “…问题16个” without a word that says whose problems: looks like a total and is none. */
  readonly isLoose: boolean;
};

/** “每一项措施” counts nothing. */
const number = `(?<![\\d.第每逐任某另])(${printedNumber})[余多]?`;
const attributes = "(?:具体|突出|主要|反馈|共性|个性|重点|整改|分项|细分|的){0,4}";
const loose = new RegExp(`问题(?:共|合计|总计)?${number}(个|条|项)`, "g");
/** The most telling first; `word` stands in every match, so that most patterns need not be tried. */
const patterns: readonly { readonly noun: DeclaredNoun | null; readonly word: string; readonly pattern: RegExp }[] = [
  {
    noun: "categories",
    word: "类",
    pattern: new RegExp(`${number}(?:个)?(大类|类(?=问题|突出|[,、]?\\d))`, "g"),
  },
  { noun: "categories", word: "部分", pattern: new RegExp(`${number}(?:个)?(大部分)(?=[,、]?\\d)`, "g") },
  {
    noun: "aspects",
    word: "方面",
    pattern: new RegExp(
      `${number}(个?大?方面)(?=${attributes}(?:问题|任务|意见(?!建议)|内容)|的?[,、和]?共?\\s?[\\d一二三四五六七八九十])`,
      "g",
    ),
  },
  { noun: "findings", word: "问题", pattern: new RegExp(`${number}\\s?(个|条|项)${attributes}问题`, "g") },
  {
    noun: "findings",
    word: "问题",
    pattern: new RegExp(
      `(?:(?:反馈|指出|认领|具体|整改|梳理出?|突出|主要|重点|共性|个性)问题(?:清单|台账|整改(?=\\d))?|问题(?:清单|台账))(?:共|合计|总计)?${number}(个|条|项)`,
      "g",
    ),
  },
  {
    noun: "measures",
    word: "措",
    pattern: new RegExp(`${number}\\s?(条|项|个)[^,。;、\\d“”]{0,10}?(?:措施|举措)`, "g"),
  },
  {
    noun: "measures",
    word: "措",
    pattern: new RegExp(`(?:措施|举措)(?:清单)?(?:共|合计|总计)?${number}(条|项|个)`, "g"),
  },
  {
    noun: "tasks",
    word: "任务",
    pattern: new RegExp(`${number}\\s?(个|条|项)(?:整改|具体|重点|工作|细化){0,3}任务`, "g"),
  },
  {
    noun: "tasks",
    word: "任务",
    pattern: new RegExp(`任务(?:清单)?(?:共|合计|总计)?${number}(条|项|个)`, "g"),
  },
  {
    noun: "items",
    word: "整改事项",
    pattern: new RegExp(`${number}\\s?(个|条|项)(?:具体|重点){0,2}整改事项`, "g"),
  },
  { noun: "findings", word: "问题", pattern: loose },
  { noun: null, word: "", pattern: new RegExp(`${number}(个|条|项)`, "g") },
];
/** A counter right behind a numeral, without which no pattern can match. */
const counterStarts = characterSet("个条项大类方");
const spaces = characterSet(spaceCharacters);
const numberEnds = characterSet("0123456789一二两三四五六七八九十百千万亿零〇廿卅余多");

/** Figures with a counter, the most telling reading of each, in printing order: “5大类12个方面34个具体问题”. */
export function declaredCounts(sentence: string): readonly DeclaredCount[] {
  if (!hasCounter(sentence)) return [];
  const counts: DeclaredCount[] = [];
  for (const { noun, word, pattern } of patterns) {
    if (!sentence.includes(word)) continue;
    for (const match of everyMatch(pattern, sentence)) {
      const [text, printed = "", counter = ""] = match;
      const value = numberValue(printed);
      const [start, end] = [match.index, match.index + text.length];
      const isTaken = counts.some((count) => start < count.end && end > count.start);
      // “完成一项、销号一项” is a way to speak.
      const isSpoken = noun === null && printed === "一";
      if (value !== null && !isTaken && !isSpoken)
        counts.push({ start, end, value, counter, noun, isLoose: pattern === loose });
    }
  }
  return counts.sort((left, right) => left.start - right.start);
}

function hasCounter(sentence: string): boolean {
  for (let at = 1; at < sentence.length; at += 1) {
    if (!holds(counterStarts, sentence.charCodeAt(at))) continue;
    const before = holds(spaces, sentence.charCodeAt(at - 1)) ? at - 2 : at - 1;
    if (holds(numberEnds, sentence.charCodeAt(before))) return true;
  }
  return false;
}
