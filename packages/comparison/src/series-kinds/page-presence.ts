import type { Change, Notice, Quotation } from "@zhenggai/notice";
import { excerpt, makeChange } from "../make-change.ts";

const target = { part: "page", finding: null, measure: null, field: null } as const;

function quoteNotice(notice: Notice): Quotation {
  const title = notice.title ?? notice.text.trim().slice(0, 40);
  const start = notice.text.indexOf(title);
  const span = title === "" || start === -1 ? null : { start, end: start + title.length };
  return { text: title, span, value: null, unit: null };
}

const quoteStatus = (status: number): Quotation => ({
  text: String(status),
  span: null,
  value: status,
  unit: null,
});

const quoteAddress = (pageId: string): Quotation => ({ text: pageId, span: null, value: null, unit: null });

const wholeOf = (notice: Notice) => ({ start: 0, end: notice.text.length });

/**
 * page-removed: the leading page showed the notice, and answers 404 or 410 now. Never "deleted on": the interval between the last
 * sight and the first absence stands beside the change.
 */
export function pageRemoved(notice: Notice, status: number): Change {
  const before = quoteNotice(notice);
  return makeChange({
    kind: "page-removed",
    target,
    before,
    after: quoteStatus(status),
    operations: [{ op: "delete", before: wholeOf(notice), after: null }],
    summary: {
      zh: `“${excerpt(before)}”的页面此前可见，现返回${status}。`,
      en: `The page of "${excerpt(before)}" was there before and now answers ${status}.`,
    },
  });
}

/** page-restored: content again after an absence. */
export function pageRestored(notice: Notice, status: number): Change {
  const after = quoteNotice(notice);
  return makeChange({
    kind: "page-restored",
    target,
    before: quoteStatus(status),
    after,
    operations: [{ op: "insert", before: null, after: wholeOf(notice) }],
    summary: {
      zh: `“${excerpt(after)}”的页面曾返回${status}，现又可见。`,
      en: `The page of "${excerpt(after)}" answered ${status} for a while and is there again.`,
    },
  });
}

/** page-moved: gone at one address, and first seen at another of the same host after that. */
export function pageMoved(notice: Notice, from: string, to: string): Change {
  const name = excerpt(quoteNotice(notice));
  return makeChange({
    kind: "page-moved",
    target,
    before: quoteAddress(from),
    after: quoteAddress(to),
    operations: [{ op: "move", before: wholeOf(notice), after: wholeOf(notice) }],
    summary: {
      zh: `“${name}”由${from}迁至${to}。`,
      en: `"${name}" moved from ${from} to ${to}.`,
    },
  });
}
