import type { DateValue, DeclaredTotal, Notice, Promised, Span } from "@zhenggai/notice";
import { dayOfMonth, endOfMonth, monthsLater } from "./calendar.ts";
import { chineseNumeral } from "./chinese-numerals.ts";
import { splitClauses } from "./sentences.ts";
import { sliceOf } from "./spans.ts";
import { enumeratorOf } from "./typography.ts";

/** A promise as it is printed; what became of it is told by later notices. */
export type PrintedPromise = Omit<Promised, "noticeId" | "state">;

const dayOf = (value: DateValue | null): string | null => {
  if (value === null) return null;
  return typeof value === "string" ? value : value.approximate;
};

/** The day from which a notice counts: signature, else publication, else feedback. */
const baseDayOf = ({ signedOn, publishedOn, inspection }: Notice): string | null =>
  dayOf(signedOn) ?? dayOf(publishedOn) ?? dayOf(inspection.feedbackOn);

type Reader = (clause: string, base: string | null) => { form: Promised["form"]; dueOn: string | null } | null;

const yearOf = (base: string): number => Number(base.slice(0, 4));

/** 2025年6月底前, 2025年6月30日前, 预计2025年6月完成 */
const byFullDate: Reader = (clause) => {
  const match =
    /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?[底末]?(?:之?前|(?:底|末)|(?=(?:完成|建成|交付|竣工|投用|到位|通车|全部))|(?:.{0,4}(?:完成|建成|交付|竣工|投用)))/u.exec(
      clause,
    );
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), match[3]];
  if (month < 1 || month > 12) return null;
  const dueOn = day === undefined ? endOfMonth(year, month) : dayOfMonth(year, month, Number(day));
  return { form: "by-date", dueOn };
};

/** 6月底前: June of the year of signature; where that is over, the next one if the clause looks ahead, else it is a report. */
const byMonth: Reader = (clause, base) => {
  const match = /(?<![\d年])(\d{1,2})月(?:(\d{1,2})日|[底末])?(?:底|末)?之?前/u.exec(clause);
  const month = Number(match?.[1] ?? 0);
  if (match === null || base === null || month < 1 || month > 12) return null;
  const dayIn = (year: number) =>
    match[2] === undefined ? endOfMonth(year, month) : dayOfMonth(year, month, Number(match[2]));
  const thisYear = dayIn(yearOf(base));
  if (thisYear > base) return { form: "by-date", dueOn: thisYear };
  return /将|拟|预计|力争|确保|计划|争取/u.test(clause) ? { form: "by-date", dueOn: dayIn(yearOf(base) + 1) } : null;
};

/** 年底前, 今年年底, 明年年底前, 2025年底前, 年内 */
const byYear: Reader = (clause, base) => {
  const printed = /(\d{4})年(?:年?[底末]|内)(?:之?前)?/u.exec(clause);
  if (printed !== null) return { form: "by-date", dueOn: `${printed[1] ?? ""}-12-31` };
  if (base === null) return null;
  if (/(?:明年|次年|来年)年?[底末]?(?:之?前|内)?/u.test(clause)) {
    return { form: "by-date", dueOn: `${yearOf(base) + 1}-12-31` };
  }
  const isThisYear =
    /(?:今年|本年)年?[底末]|(?<![去前当每历\d一二三两半])年[底末](?:之?前)|(?<![一二三四五两半近\d])年内(?!容)/u;
  return isThisYear.test(clause) ? { form: "by-date", dueOn: `${yearOf(base)}-12-31` } : null;
};

/** 一年内, 半年内, 三个月内, from the day of signature on */
const within: Reader = (clause, base) => {
  const match = /(半|[一二两三四五六七八九十]{1,2}|\d{1,2})(年|个月)(?:之)?内/u.exec(clause);
  const isAim = /完成|整改|办结|解决|建成|到位|实现|销号|交付|清零|清退|归还/u.test(clause);
  if (match === null || !isAim || /(?:近|过去|上一?|前)(?:半|[一二两三四五]|\d)/u.test(clause)) return null;
  const count = match[1] === "半" ? 0.5 : (chineseNumeral(match[1] ?? "") ?? Number(match[1]));
  const months = Math.round(match[2] === "年" ? count * 12 : count);
  return { form: "within", dueOn: base === null ? null : monthsLater(base, months) };
};

const lasting: Reader = (clause) =>
  /长期坚持|长期整改|持续整改|常抓不懈|长期抓/u.test(clause) ? { form: "lasting", dueOn: null } : null;

const readers: readonly Reader[] = [byFullDate, byYear, byMonth, within, lasting];

/** What is done is no promise, nor is a rule for others: 已于年底前完成, 逾期不补的须在一个月内说明. */
const isNone = (clause: string): boolean =>
  /已(?!列入|纳入|排定)|完成了|截至|逾期|以来|必?须(?!于)|应当|不得|凡|每[年月季]/u.test(clause);

function promiseIn(text: string, span: Span, base: string | null): Omit<PrintedPromise, "finding"> | null {
  const clause = sliceOf(text, span).normalize("NFKC").trim();
  if (isNone(clause)) return null;
  for (const read of readers) {
    const found = read(clause, base);
    if (found === null) continue;
    if (found.dueOn !== null && base !== null && found.dueOn <= base) return null;
    const printed = sliceOf(text, span);
    const words = printed.slice(enumeratorOf(printed).length).trim();
    const start = span.start + printed.indexOf(words, enumeratorOf(printed).length);
    return { ...found, text: words, span: { start, end: start + words.length }, done: null, total: null };
  }
  return null;
}

/** Promises of one finding: clauses that name a day, a term or lasting work. Example: 其余3处2025年6月底前拆除 */
export function promisesOfFinding(notice: Notice, finding: Notice["findings"][number]): PrintedPromise[] {
  const base = baseDayOf(notice);
  return splitClauses(notice.text, finding.span).flatMap((span) => {
    const promise = promiseIn(notice.text, span, base);
    return promise === null ? [] : [{ ...promise, finding: finding.n }];
  });
}

const nouns = ["categories", "aspects", "items", "findings", "measures", "tasks"] as const;

function shareOf(
  declared: readonly DeclaredTotal[],
  noun: (typeof nouns)[number],
  base: string | null,
): PrintedPromise[] {
  const sole = (metric: string) => declared.find((one) => one.metric === metric);
  const [total, done, soon] = [sole(noun), sole(`${noun}Completed`), sole(`${noun}DueWithinOneYear`)];
  if (total === undefined || done === undefined || done.value >= total.value) return [];
  const form = soon === undefined ? "share" : "within";
  const dueOn = soon === undefined || base === null ? null : monthsLater(base, 12);
  return [{ finding: null, form, text: done.text, span: done.span, dueOn, done: done.value, total: total.value }];
}

/** What the notice as a whole left open: 77 of 100 measures done. */
export function promisesOfNotice(notice: Notice): PrintedPromise[] {
  const base = baseDayOf(notice);
  return nouns.flatMap((noun) => shareOf(notice.declared, noun, base));
}
