import type { DeclaredTotal } from "@zhenggai/notice";
import { numberValue, printedNumber } from "../chinese-number.ts";
import { everyMatch } from "../every-match.ts";

type Metric = DeclaredTotal["metric"];
type Rate = {
  readonly metric: Metric;
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
};

const reached = "(?:已|均|达到|达|为|约|超过|近|是|:){0,3}";
const percent = `(?:(?<arabic>\\d{1,3}(?:\\.\\d{1,4})?)\\s?%|百分之(?<han>${printedNumber}))`;
const ofRate = new RegExp(
  `(?<noun>问题|措施|任务|事项)?(?:的)?(?:整改)?(?:完成|办结|销号|整改)率${reached}${percent}`,
  "g",
);
const ofShare = new RegExp(`^[,、]?占(?:比|总数的?|全部的?|应完成的?)?${reached}${percent}`);
const intention = /确保|力争|争取|计划|预计|不低于|要求/;
const handedOver = /信访|线索|来信|来访|举报|案件/;
const nouns: Readonly<Record<string, "findings" | "measures" | "tasks" | "items">> = {
  问题: "findings",
  措施: "measures",
  任务: "tasks",
  事项: "items",
};

/** A total of the same sentence and where it ends. */
type Stated = { readonly metric: Metric; readonly end: number };

/**
 * Rates of completion in one sentence: “整改完成率达81.4%”, and shares right behind a figure of what is done: “已完成30个,占88.2%”. A rate without
 * a noun is that of what was done last, in this sentence (`own`) or (`before`) before it.
 */
export function declaredRates(sentence: string, own: readonly Stated[], before: Metric | null): readonly Rate[] {
  if (!sentence.includes("%") && !sentence.includes("百分之")) return [];
  const done = own.findLast(({ metric }) => metric.endsWith("Completed"))?.metric ?? before;
  const rates = everyMatch(ofRate, sentence).map((match) => rateOf(match, match.index, done));
  const shares = own.map(({ metric, end }) => {
    const match = metric.endsWith("Completed") ? ofShare.exec(sentence.slice(end, end + 24)) : null;
    return match && rateOf(match, end + match.index, metric);
  });
  return [...rates, ...shares].flatMap((rate) => {
    if (rate === null) return [];
    const lead = sentence.slice(Math.max(0, rate.start - 60), rate.start);
    const isAim = intention.test(lead.slice(-20));
    // What was handed over is concluded at a rate of its own.
    const isOther = sentence.startsWith("办结率", rate.start) && handedOver.test(lead);
    return isAim || isOther ? [] : [rate];
  });
}

function rateOf(match: RegExpExecArray, start: number, done: Metric | null): Rate | null {
  const { noun, arabic, han } = match.groups ?? {};
  const value = numberValue(arabic ?? han ?? "");
  if (value === null || value > 100) return null;
  const own = noun === undefined ? undefined : nouns[noun];
  return { metric: rateMetric(own ?? baseOf(done)), value, unit: "%", start, end: start + match[0].length };
}

function baseOf(done: Metric | null): "findings" | "measures" | "tasks" | "items" | null {
  return Object.values(nouns).find((noun) => done === `${noun}Completed`) ?? null;
}

function rateMetric(noun: "findings" | "measures" | "tasks" | "items" | null): Metric {
  return noun === null ? "completedRate" : `${noun}CompletedRate`;
}
