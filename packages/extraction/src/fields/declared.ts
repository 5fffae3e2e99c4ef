import type { DeclaredTotal } from "@zhenggai/notice";
import { everyMatch } from "../every-match.ts";
import type { View } from "../normalized-view.ts";
import { declaredCounts, type DeclaredCount, type DeclaredNoun } from "./declared-counts.ts";
import { declaredRates } from "./declared-rates.ts";
import { stateOf, type State } from "./declared-state.ts";
import type { Range } from "./ranges.ts";
import { isSelfReview, mentionsSelfReview } from "./self-review.ts";

type Metric = DeclaredTotal["metric"];

/** A total in its sentence; `start` includes the words that say done or due. */
type Total = { readonly metric: Metric; readonly count: DeclaredCount; readonly start: number };

/** A figure that looks like a total and is none: why, or (reason null) unexplained; offsets are of the view. */
type OtherTotal = Range & { readonly reason: string | null; readonly clause: string };
export type ReadDeclared = {
  readonly totals: readonly DeclaredTotal[];
  /** Where they stand in the view. */
  readonly ranges: readonly Range[];
  readonly others: readonly OtherTotal[];
};

type Rates = ReturnType<typeof declaredRates>;

const longestSentence = 3000;
const sentences = /[^。;\n]+/g;
const about = /巡视|巡察|反馈|整改|措施/;
const subset =
  /(?:其中|列入|剩余|其余|余下|另有|其他|移交|转交|交办|涉及|分别)[^,。;]{0,14}$|(?:持续|继续|正在)$|(?<!反馈|指出|明确|提出|确定|制定|梳理|发现|认领|部署|分解|细化)的$/;
/** Totals of the checks beside an inspection: 选人用人工作就8个方面24个问题; but 意识形态等4个方面 is a row of areas. */
const otherCheck =
  /(?:^|[,、;:])[^,、;:]{0,8}(?:纪委|选人用人|意识形态|巡察工作|专项检查|审计)[^,、;:。]{0,14}(?:就|反馈的?|指出的?|提出的?|发现的?|\d个方面)$|(?:^|[,、;:])[^,、;:\d]{0,8}\d个专项检查[^,、;:。]{0,24}$/;
/** “解决民生领域突出问题23项” were others' problems. */
const solved = /(?:解决|化解|查处|办理)[^,。;:、]{0,14}$/;
/** “阶段性完成25项” is not done. */
const partly = /(?:阶段性|初步|部分)(?:地|的)?(?:整改)?(?:完成|办结)(?:整改)?了?$/;
/** “1个问题正在整改” is the rest of the whole. */
const isPending = /^(?:具体)?(?:问题|任务|措施)?(?:正在|仍在|尚在|尚未|未完成|正按|取得阶段性|还在)/;
const intention = /确保|力争|争取|计划|预计|拟|未(?:能)?(?:整改)?(?:完成|到位)|尚未|正在|须|要求/;
/**
 * Totals that the notice states about its own rectification: “梳理出5大类12个方面34个具体问题,逐条定下88条整改措施,目前已完成整改30个,完成率88.2%”. In
 * `main`, the text before the findings, all of them; in `later` (next steps) only what is done. Sentences about self-criticism and
 * meetings count other things and are left alone.
 */
export function declaredOf(view: View, main: Range, later: readonly Range[] = []): ReadDeclared {
  const totals: PrintedTotal[] = [];
  const others: OtherTotal[] = [];
  const memory: Memory = { byUnit: new Map(), done: null, stated: new Set() };
  for (const range of [main, ...later]) {
    for (const match of everyMatch(sentences, view.text.slice(range.start, range.end))) {
      const base = range.start + match.index;
      const sentence = match[0].slice(0, longestSentence);
      const read = totalsIn(sentence, memory);
      const own = range === main ? read.totals : read.totals.filter((total) => isStated(total, sentence));
      totals.push(...printedTotals(base, own, ratesIn(sentence, own, memory)));
      if (range === main) others.push(...read.others.map((other) => placed(other, base)));
      remember(memory, own);
    }
  }
  return {
    totals: totals.map(({ metric, value, unit, start, end }) => {
      return { metric, value, unit, text: view.quote(start, end), span: view.span(start, end) };
    }),
    ranges: totals.map(({ start, end }) => ({ start, end })),
    others,
  };
}

/** What the sentences before have counted: the noun by counter, what was done last, and each total. */
type Memory = {
  readonly byUnit: Map<string, DeclaredNoun>;
  done: Metric | null;
  readonly stated: Set<string>;
};

function remember(memory: Memory, totals: readonly Total[]): void {
  for (const { metric, count } of totals) {
    const noun = baseOf(metric);
    if (noun !== null) memory.byUnit.set(count.counter, noun);
    if (metric.endsWith("Completed")) memory.done = metric;
    memory.stated.add(`${metric} ${count.value}`);
  }
}

type PrintedTotal = Range & { readonly metric: Metric; readonly value: number; readonly unit: string };

function ratesIn(sentence: string, own: readonly Total[], { done }: Memory): Rates {
  const ended = own.map(({ metric, count: { end } }) => ({ metric, end }));
  const rates = declaredRates(sentence, ended, done);
  return rates.length > 0 && about.test(sentence) ? rates : [];
}

function printedTotals(base: number, totals: readonly Total[], rates: Rates): readonly PrintedTotal[] {
  const counted = totals.map(({ metric, count: { value, counter, end }, start }) => {
    return { metric, value, unit: counter, start, end };
  });
  return [...counted, ...rates]
    .sort((left, right) => left.start - right.start)
    .map(({ metric, value, unit, start, end }) => ({ metric, value, unit, start: base + start, end: base + end }));
}

function placed({ start, end, ...other }: OtherTotal, base: number): OtherTotal {
  return { ...other, start: base + start, end: base + end };
}

/** Behind the findings only figures of what is done count, and no intentions. */
function isStated({ metric, start }: Total, sentence: string): boolean {
  const clause = sentence.slice(0, start).split(/[,:]/).at(-1) ?? "";
  return metric.endsWith("Completed") && !intention.test(clause);
}

type Sentence = { readonly totals: readonly Total[]; readonly others: readonly OtherTotal[] };

function totalsIn(sentence: string, memory: Memory): Sentence {
  const totals: Total[] = [];
  const others: OtherTotal[] = [];
  const counts = declaredCounts(sentence);
  // “27条具体问题中已办结21条”: a total that was declared before tells what the sentence is about.
  const isAbout = about.test(sentence) || counts.some(({ noun, value }) => memory.stated.has(`${noun} ${value}`));
  counts.forEach((count, at) => {
    const near = { sentence, memory, totals, previous: counts[at - 1] ?? null, next: counts[at + 1] ?? null };
    const read = isAbout ? metricOf(count, near) : unrelated(count, sentence);
    if (read === null) return;
    if ("metric" in read) totals.push({ count, ...read });
    else
      others.push({ reason: read.reason, clause: clauseAround(sentence, count), start: count.start, end: count.end });
  });
  return { totals: withItems(totals), others };
}

type Near = {
  readonly sentence: string;
  readonly memory: Memory;
  readonly totals: readonly Total[];
  readonly previous: DeclaredCount | null;
  readonly next: DeclaredCount | null;
};
type Read = { readonly metric: Metric; readonly start: number } | { readonly reason: string | null };

function metricOf(count: DeclaredCount, near: Near): Read | null {
  const { sentence } = near;
  const lead = sentence.slice(Math.max(0, count.start - 200), count.start);
  const rest = sentence.slice(count.end, count.end + 40);
  if (isSelfReview(lead)) return count.noun && { reason: "self-review" };
  if (otherCheck.test(lead)) return count.noun && { reason: "other-check" };
  if (count.noun === "findings" && solved.test(lead) && /^(?:突出|重点)/.test(sentence.slice(count.start)))
    return { reason: "found" };
  if (count.isLoose) return looseReason(lead);
  const state = stateOf(count, lead, rest);
  if (state === "dated") return { reason: lead.endsWith("的") ? "plan" : null };
  return state === null ? sizeOf(count, near, lead) : stated(count, near, state);
}

/** A total of what there is, or of what is done where it stands beside one (完成整改33个问题、141条措施). */
function sizeOf(count: DeclaredCount, near: Near, lead: string): Read | null {
  if (isListedWithCompleted(count, near) && count.noun !== null) {
    return { metric: `${count.noun}Completed`, start: count.start };
  }
  if (count.noun === null) return isItems(count, near) ? { metric: "items", start: count.start } : null;
  return subset.test(lead) || isPending.test(near.sentence.slice(count.end, count.end + 12))
    ? { reason: "subset" }
    : { metric: count.noun, start: count.start };
}

/** “已完成24项,基本完成1项”: the second is no further total of what is done; 阶段性完成 never is one. */
function stated(count: DeclaredCount, near: Near, state: State): Read {
  const { sentence, totals } = near;
  const { start } = count;
  const noun = nounOf(count, near);
  if (noun === null) return { reason: null };
  const metric: Metric = `${noun}${state.ending}`;
  const words = sentence.slice(start - state.length, start);
  const isPartly = words.includes("基本") && totals.some((total) => total.metric === metric);
  return isPartly || partly.test(sentence.slice(0, start))
    ? { reason: "subset" }
    : { metric, start: start - state.length };
}

/** Problems that a check found or that were solved for others. */
function looseReason(lead: string): { readonly reason: string | null } {
  const clause = lead.split(/[,:]/).at(-1) ?? "";
  if (/(?:含|其中|包括)[^()]{0,12}$/.test(clause)) return { reason: "subset" };
  return { reason: /发现|查找|排查|查出|征求|收集|解决|协调|化解|受理|帮助|督办/.test(clause) ? "found" : null };
}

/** A count with a noun of the genre in a sentence that says nothing about the rectification: 两项任务 is only a way to speak. */
function unrelated({ noun, start, end, value, isLoose }: DeclaredCount, sentence: string): Read | null {
  const isOfGenre = noun === "findings" || noun === "measures" || noun === "tasks";
  if (!isOfGenre || (value <= 10 && !/\d/.test(sentence.slice(start, end)))) return null;
  const clause = clauseAround(sentence, { start, end });
  if (mentionsSelfReview(sentence.slice(0, start))) return { reason: "self-review" };
  if (isLoose) return looseReason(sentence.slice(0, start));
  return { reason: intention.test(clause) || /暂[不缓]|其余|剩余/.test(clause) ? "pending" : null };
}

function clauseAround(sentence: string, { start, end }: Range): string {
  const from = Math.max(sentence.lastIndexOf(",", start), sentence.lastIndexOf(":", start)) + 1;
  const to = sentence.indexOf(",", end);
  return sentence.slice(from, to === -1 ? end + 40 : to).trim();
}

/** “完成整改33个问题、141条措施”. */
function isListedWithCompleted(count: DeclaredCount, { sentence, totals }: Near): boolean {
  const previous = totals.at(-1);
  const isCompleted = previous?.metric.endsWith("Completed") ?? false;
  return isCompleted && /^[、和及]$/.test(sentence.slice(previous?.count.end, count.start));
}

/** A bare “14项” is a total only in a row of them: “3个方面14项40个具体问题”, “11项、23条具体问题”. */
function isItems(count: DeclaredCount, { sentence, totals, next }: Near): boolean {
  const previous = totals.at(-1);
  const isSize = previous?.metric === "categories" || previous?.metric === "aspects";
  const follows = isSize && isAdjacent(sentence, previous.count, count);
  const leads = next?.noun === "findings" && isAdjacent(sentence, count, next);
  return count.counter === "项" && (follows || leads);
}

function isAdjacent(sentence: string, left: DeclaredCount, right: DeclaredCount): boolean {
  return /^[,、和及]?\s?$/.test(sentence.slice(left.end, right.start));
}

/**
 * A figure without a noun (目前已完成整改14个) counts what was last counted with the same counter; failing that, what its sentence
 * counted last (37个问题中…已完成整改26项).
 */
function nounOf({ noun, counter }: DeclaredCount, { memory, totals, previous }: Near): DeclaredNoun | null {
  const sameCounter = totals.findLast(({ count }) => count.counter === counter);
  return (
    noun ??
    baseOf(sameCounter?.metric) ??
    memory.byUnit.get(counter) ??
    baseOf(totals.at(-1)?.metric) ??
    previous?.noun ??
    null
  );
}

function baseOf(metric: Metric | undefined): DeclaredNoun | null {
  const nouns: readonly DeclaredNoun[] = ["categories", "aspects", "items", "findings", "measures", "tasks"];
  return nouns.find((noun) => metric?.startsWith(noun)) ?? null;
}

/** “7个方面25项问题…75个具体问题”: where problems are counted twice, 项 are the items and 个 or 条 the problems. */
function withItems(totals: readonly Total[]): readonly Total[] {
  const findings = totals.filter(({ metric }) => metric === "findings");
  if (findings.length < 2 || findings.every(({ count }) => count.counter === "项")) return totals;
  return totals.map((total) =>
    total.metric === "findings" && total.count.counter === "项" ? { ...total, metric: "items" } : total,
  );
}
