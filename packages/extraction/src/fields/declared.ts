import type { DeclaredTotal } from "@zhenggai/notice";
import { numberValue, printedNumber } from "../chinese-number.ts";
import type { View } from "../normalized-view.ts";

type Noun = "categories" | "aspects" | "items" | "findings" | "measures" | "tasks";
type Metric = DeclaredTotal["metric"];

/** A figure with its counter in one sentence; offsets are of the sentence. */
type Count = {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly counter: string;
  readonly noun: Noun | null;
};

const number = `(${printedNumber})`;
const attributes = "(?:具体|突出|主要|反馈|共性|个性|重点|整改|的){0,4}";
const patterns: readonly (readonly [Noun | null, RegExp])[] = [
  ["categories", new RegExp(`${number}(?:个)?(大类|类(?=问题|突出|[,、]?\\d))`, "g")],
  [
    "aspects",
    new RegExp(
      `${number}(个?大?方面)(?=${attributes}(?:问题|任务|意见|内容)|的?[,、和]?\\s?[\\d一二三四五六七八九十])`,
      "g",
    ),
  ],
  ["findings", new RegExp(`${number}\\s?(个|条|项)${attributes}问题`, "g")],
  ["findings", new RegExp(`(?:反馈|指出|具体|整改|梳理出?)问题${number}(个|条|项)`, "g")],
  ["measures", new RegExp(`${number}\\s?(条|项|个)[^,。;、\\d]{0,10}?(?:措施|举措)`, "g")],
  ["measures", new RegExp(`(?:措施|举措)(?:共|合计|总计)?${number}(条|项|个)`, "g")],
  ["tasks", new RegExp(`${number}\\s?(个|条|项)(?:整改|具体|重点|工作|细化){0,3}任务`, "g")],
  ["tasks", new RegExp(`任务(?:共|合计|总计)?${number}(条|项|个)`, "g")],
  [null, new RegExp(`${number}(个|条|项)`, "g")],
];
const longestSentence = 3000;
const about = /巡视|巡察|反馈|整改|措施/;
const selfReview = /民主生活会|查摆|检视|自查|对照检查|自我剖析/;
const notTotal =
  /(?:其中|列入|剩余|其余|余下|另有|其他|移交|转交|交办|涉及|分别)[^,。;]{0,14}$|(?<!反馈|指出|明确|提出|确定|制定|梳理|发现|认领|部署|分解|细化)的$/;
const dueBefore = /一年(?:之)?内(?:应|需|可|要|应当)?(?:整改)?完成(?:整改)?的?$/;
const doneBefore =
  /(?<!未|未能)(?:已经?|累计|全部|共|基本)?(?:整改完成|完成整改|完成销号|整改到位|办结|销号|完成)(?:整改|销号)?(?:的|了)?(?:具体|反馈)?(?:问题|措施|任务)?$/;
const doneAfter =
  /^(?:具体)?(?:问题|措施|任务)?(?:已|均|全部|已经){1,3}(?:完成整改|整改完成|完成销号|整改到位|销号|完成)(?![^,。;]{0,4}\d)/;

/**
 * Totals that the notice states about its own rectification, in the text before the findings: “梳理出5大类12个方面34个具体问题,逐条定下88条整改措施,
 * 目前已完成整改30个”. Sentences about self-criticism and about meetings count other things and are left alone.
 */
export function declaredOf(
  view: View,
  range: { readonly start: number; readonly end: number },
): readonly DeclaredTotal[] {
  const totals: DeclaredTotal[] = [];
  for (const match of view.text.slice(range.start, range.end).matchAll(/[^。;\n]+/g)) {
    if (!about.test(match[0])) continue;
    const base = range.start + match.index;
    for (const { metric, count } of totalsIn(match[0].slice(0, longestSentence), totals)) {
      const [start, end] = [base + count.start, base + count.end];
      const text = view.quote(start, end);
      totals.push({ metric, value: count.value, unit: count.counter, text, span: view.span(start, end) });
    }
  }
  return totals;
}

type Total = { readonly metric: Metric; readonly count: Count };

function totalsIn(sentence: string, before: readonly DeclaredTotal[]): readonly Total[] {
  const totals: Total[] = [];
  const counts = countsIn(sentence);
  counts.forEach((count, at) => {
    const known = [...before, ...totals.map(({ metric, count: { counter } }) => ({ metric, unit: counter }))];
    const near = { sentence, previous: totals.at(-1) ?? null, next: counts[at + 1] ?? null };
    const metric = metricOf(count, known, near);
    if (metric !== null) totals.push({ metric, count });
  });
  return withItems(totals);
}

/** Figures with a counter, the most telling reading of each, in printing order. */
function countsIn(sentence: string): readonly Count[] {
  const counts: Count[] = [];
  for (const [noun, pattern] of patterns) {
    for (const match of sentence.matchAll(pattern)) {
      const [text, printed = "", counter = ""] = match;
      const value = numberValue(printed);
      const [start, end] = [match.index, match.index + text.length];
      const isTaken = counts.some((count) => start < count.end && end > count.start);
      if (value !== null && !isTaken) counts.push({ start, end, value, counter, noun });
    }
  }
  return counts.sort((left, right) => left.start - right.start);
}

type Known = readonly { readonly metric: Metric; readonly unit: string }[];
type Near = { readonly sentence: string; readonly previous: Total | null; readonly next: Count | null };

function metricOf(count: Count, known: Known, near: Near): Metric | null {
  const { sentence } = near;
  const lead = sentence.slice(Math.max(0, count.start - 200), count.start);
  const rest = sentence.slice(count.end, count.end + 40);
  if (selfReview.test(lead.slice(lead.lastIndexOf("反馈") + 1))) return null;
  if (dueBefore.test(lead)) return due(nounOf(count, known));
  if (doneBefore.test(lead) || (count.noun !== null && doneAfter.test(rest))) return done(nounOf(count, known));
  if (isListedWithCompleted(count, near)) return done(count.noun);
  if (count.noun === null) return isItems(count, near) ? "items" : null;
  return notTotal.test(lead) ? null : count.noun;
}

/** “完成整改33个问题、141条措施”. */
function isListedWithCompleted(count: Count, { sentence, previous }: Near): boolean {
  const isCompleted = previous?.metric.endsWith("Completed") ?? false;
  return isCompleted && /^[、和及]$/.test(sentence.slice(previous?.count.end, count.start));
}

/** A bare “14项” is a total only in a row of them: “3个方面14项40个具体问题”, “11项、23条具体问题”. */
function isItems(count: Count, { sentence, previous, next }: Near): boolean {
  const isSize = previous?.metric === "categories" || previous?.metric === "aspects";
  const follows = isSize && isAdjacent(sentence, previous.count, count);
  const leads = next?.noun === "findings" && isAdjacent(sentence, count, next);
  return count.counter === "项" && (follows || leads);
}

function isAdjacent(sentence: string, left: Count, right: Count): boolean {
  return /^[,、和及]?\s?$/.test(sentence.slice(left.end, right.start));
}

/** A figure without a noun (目前已完成整改14个) counts what was last counted with the same counter. */
function nounOf(count: Count, known: Known): Noun | null {
  const last = known.findLast(({ unit }) => unit === count.counter);
  return count.noun ?? baseOf(last?.metric);
}

function baseOf(metric: Metric | undefined): Noun | null {
  const nouns: readonly Noun[] = ["categories", "aspects", "items", "findings", "measures", "tasks"];
  return nouns.find((noun) => metric?.startsWith(noun)) ?? null;
}

function done(noun: Noun | null): Metric | null {
  return noun === null ? null : `${noun}Completed`;
}

function due(noun: Noun | null): Metric | null {
  return noun === null ? null : `${noun}DueWithinOneYear`;
}

/** “7个方面25项问题…75个具体问题”: where problems are counted twice, 项 are the items and 个 or 条 the problems. */
function withItems(totals: readonly Total[]): readonly Total[] {
  const findings = totals.filter(({ metric }) => metric === "findings");
  if (findings.length < 2 || findings.every(({ count }) => count.counter === "项")) return totals;
  return totals.map((total) =>
    total.metric === "findings" && total.count.counter === "项" ? { ...total, metric: "items" } : total,
  );
}
