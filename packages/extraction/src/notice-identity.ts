import type { Notice } from "@zhenggai/notice";

/** Keys under which a reading is stored. */
export type NoticeIdentity = { readonly noticeId: string; readonly seriesId: string };

/**
 * One logical notice, however many pages show it: subject × inspection cycle × kind, e.g. `division-990102.province.2023-04-12.rectification`.
 * An unresolved subject or an inexact first day joins nothing: the notice is then that of its page.
 */
export function noticeIdentity(
  notice: Pick<Notice, "subject" | "inspection" | "kind">,
  pageId: string,
): NoticeIdentity {
  const { subject, inspection, kind } = notice;
  const page = `page:${pageId}`;
  if (subject.resolution !== "exact" || subject.bodyId === null) return { noticeId: `${page}.${kind}`, seriesId: page };
  const { level, startedOn } = inspection;
  const isCycle = level !== null && typeof startedOn === "string";
  const noticeId = isCycle ? `${subject.bodyId}.${level}.${startedOn}.${kind}` : `${page}.${kind}`;
  return { noticeId, seriesId: subject.bodyId };
}
