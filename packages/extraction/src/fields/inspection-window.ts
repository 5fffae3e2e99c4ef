import type { DateValue } from "@zhenggai/notice";
import type { Found } from "../found.ts";
import { everyMatch } from "../every-match.ts";
import type { View } from "../normalized-view.ts";
import { spanIn, type Passage } from "../passage.ts";
import { dateInYear, dayOf } from "../date-values.ts";
import { findDates, type PrintedDate } from "../find-dates.ts";

type Window = {
  readonly startedOn: Found<DateValue> | null;
  readonly endedOn: Found<DateValue> | null;
  readonly feedbackOn: Found<DateValue> | null;
};

const sentencePattern = /[^。;\n]+/g;

type Sentence = { readonly text: string; readonly start: number; readonly dates: readonly PrintedDate[] };

/**
 * Reads on-site window and feedback in any order, years elided where they repeat: “2023年4月12日至6月20日…,并于9月28日进行了反馈”.
 * A day that is not printed with its year follows the one before it.
 */
export function windowOf(view: View, opening: Passage, latest: DateValue | null): Window {
  const sentences = sentencesOf(opening);
  const visit = visitOf(sentences);
  const feedback = feedbackOf(sentences, visit);
  const years = yearsOf(visit, feedback, latest);
  const found = (date: PrintedDate | null, year: number | null, rule: string): Found<DateValue> | null => {
    const value = date && year !== null ? dateInYear(date, year) : null;
    if (!date || value === null) return null;
    return { value, rule, span: spanIn(view, opening, date.start, date.end - date.start) };
  };
  return {
    startedOn: found(visit.start, years.start, "on-site-window"),
    endedOn: found(visit.end, years.end, "on-site-window"),
    feedbackOn: found(feedback, years.feedback, "feedback-sentence"),
  };
}

/** Dates keep their offsets in the passage. */
function sentencesOf(opening: Passage): readonly Sentence[] {
  const dates = findDates(opening.text);
  const sentences: Sentence[] = [];
  let at = 0;
  for (const match of everyMatch(sentencePattern, opening.text)) {
    const end = match.index + match[0].length;
    const own: PrintedDate[] = [];
    for (let date = dates[at]; date && date.start < end; date = dates[at]) {
      if (date.start >= match.index && date.end <= end) own.push(date);
      at += 1;
    }
    sentences.push({ text: match[0], start: match.index, dates: own });
  }
  return sentences;
}

type Visit = { readonly start: PrintedDate | null; readonly end: PrintedDate | null };

function visitOf(sentences: readonly Sentence[]): Visit {
  const telling = sentences.filter(({ text, dates }) => dates.length > 0 && /巡视|巡察|进驻/.test(text));
  for (const sentence of telling) {
    for (const [at, start] of sentence.dates.entries()) {
      const end = sentence.dates[at + 1];
      const between = end ? sentence.text.slice(start.end - sentence.start, end.start - sentence.start) : "";
      if (end && /^[^。;]{0,40}(?:至|到|—|–|-|~|―|─)\s{0,2}$/.test(between) && !between.includes("反馈")) {
        return { start, end: lastEndOf(sentence, at + 1) };
      }
    }
  }
  return visitWithoutRange(telling);
}

/** “3月17日至3月22日、5月5日至7月12日” ends with the last of its stretches. */
function lastEndOf({ text, start: offset, dates }: Sentence, at: number): PrintedDate | null {
  const [end = null, again, last] = dates.slice(at, at + 3);
  if (!end || !again || !last) return end;
  const [pause, stretch] = [
    text.slice(end.end - offset, again.start - offset),
    text.slice(again.end - offset, last.start - offset),
  ];
  return /^[、和及]$/.test(pause) && /^(?:至|到|—|–|-|~)$/.test(stretch) ? last : end;
}

/** “4月13日进驻…,6月21日结束现场工作”, or a first day alone. */
function visitWithoutRange(telling: readonly Sentence[]): Visit {
  for (const { text, start: offset, dates } of telling) {
    const [start] = dates;
    const end = dates.find((date) => /^\s?(?:结束|撤离|离开|完成|止)/.test(text.slice(date.end - offset)));
    if (start && end && end !== start) return { start, end };
    if (start && !/反馈|召开|动员/.test(text)) return { start, end: null };
  }
  return { start: null, end: null };
}

/** The date nearest to the word 反馈, before it rather than after it. */
function feedbackOf(sentences: readonly Sentence[], visit: Visit): PrintedDate | null {
  for (const sentence of sentences) {
    const word = sentence.start + sentence.text.indexOf("反馈");
    const dates = sentence.dates.filter((date) => date.start !== visit.start?.start && date.start !== visit.end?.start);
    if (word < sentence.start || dates.length === 0) continue;
    return dates.findLast((date) => date.end <= word) ?? dates[0] ?? null;
  }
  return null;
}

type Years = { readonly start: number | null; readonly end: number | null; readonly feedback: number | null };

function yearsOf(visit: Visit, feedback: PrintedDate | null, latest: DateValue | null): Years {
  const latestYear = latest === null ? null : Number(dayOf(latest).slice(0, 4));
  const start = visit.start ? (visit.start.year ?? earlierYear(visit, feedback, latest)) : null;
  const end = visit.end && start !== null ? yearAfter(visit.end, visit.start, start, latestYear) : null;
  const beforeYear = end ?? start;
  if (!feedback) return { start, end, feedback: null };
  if (beforeYear === null)
    return { start, end, feedback: feedback.year ?? (latest === null ? null : yearUpTo(feedback, latest)) };
  return { start, end, feedback: yearAfter(feedback, visit.end ?? visit.start, beforeYear, latestYear) };
}

function yearAfter(
  date: PrintedDate,
  before: PrintedDate | null,
  beforeYear: number,
  latestYear: number | null,
): number {
  if (date.year !== null) return date.year;
  if (date.yearWord !== null) return wordedYear(date.yearWord, beforeYear, latestYear);
  return before && isBefore(date, before) ? beforeYear + 1 : beforeYear;
}

/** Surely earlier in its year; “6月下旬” is not before 6月20日, nor is a bare 6月. */
function isBefore(date: PrintedDate, other: PrintedDate): boolean {
  return lastDayOf(date) < firstDayOf(other);
}

function wordedYear(word: string, beforeYear: number, latestYear: number | null): number {
  if (word === "次年" || word === "翌年" || word === "第二年") {
    // 次年 may look back to the first day rather than to the last one.
    return latestYear !== null && beforeYear >= latestYear ? beforeYear : beforeYear + 1;
  }
  const back = yearsBack[word];
  return back !== undefined && latestYear !== null ? latestYear - back : beforeYear;
}

/** 今年 is the year of the notice. */
const yearsBack: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: 1, 上年: 1, 前年: 2 };

/** Year of a first day without one, counted back from the first year printed after it. */
function earlierYear(visit: Visit, feedback: PrintedDate | null, latest: DateValue | null): number | null {
  const later = [visit.end, feedback].find((date) => date?.year);
  if (visit.start && later?.year) return isBefore(later, visit.start) ? later.year - 1 : later.year;
  return visit.start && latest ? yearUpTo(visit.start, latest) : null;
}

function yearUpTo(date: PrintedDate, latest: DateValue): number {
  const year = Number(dayOf(latest).slice(0, 4));
  const back = yearsBack[date.yearWord ?? ""];
  if (back !== undefined) return year - back;
  const bound = Number(dayOf(latest).slice(5, 7)) * 100 + Number(dayOf(latest).slice(8, 10));
  return firstDayOf(date) > bound ? year - 1 : year;
}

function firstDayOf(date: PrintedDate): number {
  return date.month * 100 + (date.day ?? firstDays[date.vague ?? ""] ?? 1);
}

function lastDayOf(date: PrintedDate): number {
  return date.month * 100 + (date.day ?? lastDays[date.vague ?? ""] ?? 31);
}

const firstDays: Readonly<Record<string, number>> = { 中旬: 11, 中上旬: 6, 中下旬: 11, 下旬: 21, 底: 25, 末: 25 };
const lastDays: Readonly<Record<string, number>> = { 初: 7, 上旬: 10, 上中旬: 20, 中上旬: 15, 中旬: 20 };
