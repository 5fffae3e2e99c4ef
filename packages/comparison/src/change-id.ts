import { seriesChangeKinds, type Change, type ChangeKind } from "@zhenggai/notice";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const seriesKinds: ReadonlySet<ChangeKind> = new Set(seriesChangeKinds);

/** SHA-256 of any JSON value, in hexadecimal. */
export const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))));

/**
 * Identity of a change: a digest of kind, both ends, target and both quotations (two changes of one kind at one target
 * differ in what they quote). The ends of a change between successive notices are the notices, not their versions, and
 * its findings are told by their words: a silent edit elsewhere must not deliver the whole series again.
 */
export function changeId(
  seriesId: string,
  noticeIds: { readonly before: string; readonly after: string },
  versionIds: { readonly before: string; readonly after: string },
  change: Change,
): string {
  const isSeries = seriesKinds.has(change.kind);
  const { part, finding, measure, field } = change.target;
  return digestOf([
    seriesId,
    [noticeIds.before, noticeIds.after],
    isSeries ? null : [versionIds.before, versionIds.after],
    change.kind,
    isSeries ? [part, field] : [part, finding, measure, field],
    change.before?.text ?? null,
    change.after?.text ?? null,
  ]);
}
