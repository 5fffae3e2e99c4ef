import type { Notice } from "@zhenggai/notice";
import { without, sliceOf } from "./spans.ts";
import { foldTypography } from "./typography.ts";

/** Shorter lines of a page stand in its notice too. */
const leastWords = 16;

const printsOf = (notice: Notice): string[] =>
  notice.boilerplate.map(({ span }) => foldTypography(sliceOf(notice.text, span)));

/** A notice whose furniture is none where the other version has the same words in its prose. */
function agreedWith(own: Notice, other: Notice): Notice {
  const others = printsOf(other);
  const prints = printsOf(own);
  const isInDoubt = (print: string): boolean => print.length >= leastWords && !others.includes(print);
  if (!prints.some(isInDoubt)) return own;
  const around = [...other.boilerplate].map(({ span }) => span).sort((one, next) => one.start - next.start);
  const prose = foldTypography(
    without({ start: 0, end: other.text.length }, around)
      .map((span) => sliceOf(other.text, span))
      .join(""),
  );
  const kept = own.boilerplate.filter((_, at) => {
    const print = prints[at] ?? "";
    return !isInDoubt(print) || !prose.includes(print);
  });
  return kept.length === own.boilerplate.length ? own : { ...own, boilerplate: kept };
}

/**
 * Both versions without the furniture that only one of the readings takes for such: the first line of a lead that a page
 * broke in two is no header line, because the other version has it in a sentence.
 */
export function agreedFurniture(before: Notice, after: Notice): readonly [Notice, Notice] {
  return [agreedWith(before, after), agreedWith(after, before)];
}
