import type { Notice } from "@zhenggai/notice";

/**
 * The printed characters of a reading's text that neither outline nor boilerplate nor the text's own evidence (title, opening, closing,
 * signature) holds. A lossless reading leaves none.
 */
export function uncovered(notice: Notice): string {
  const covered = new Uint8Array(notice.text.length);
  const spans = [
    ...notice.outline.map(({ span }) => span),
    ...notice.boilerplate.map(({ span }) => span),
    ...notice.evidence.filter(({ field }) => field === "text").map(({ span }) => span),
  ];
  for (const span of spans) if (span) covered.fill(1, span.start, span.end);
  return [...covered.keys()]
    .filter((at) => covered[at] === 0)
    .map((at) => notice.text.charAt(at))
    .filter((unit) => !/[\s\u00ad\u200b-\u200f\u2060\ufeff\u0085]/u.test(unit))
    .join("");
}

/** Quotations whose span does not print them, as “field: text”. */
export function misquoted(notice: Notice): readonly string[] {
  const quotes = [
    ...notice.declared.map(({ text, span }) => ({ text, span })),
    ...notice.outcomes.map(({ text, span }) => ({ text, span })),
    ...notice.boilerplate,
    ...notice.findings.flatMap(({ measures }) => measures),
    ...notice.findings.map(({ heading, span }) => ({
      text: heading,
      span: { start: span.start, end: span.start + heading.length },
    })),
  ];
  return quotes.filter(({ text, span }) => notice.text.slice(span.start, span.end) !== text).map(({ text }) => text);
}

/** Spans that leave the text. */
export function spansOutside(notice: Notice): number {
  const found = JSON.stringify(notice).matchAll(/"start":(\d+),"end":(\d+)/g);
  return [...found].filter(([, start, end]) => Number(start) > Number(end) || Number(end) > notice.text.length).length;
}
