import type { Notice, StoredCapture, StoredVersion } from "@zhenggai/notice";
import { at, sampleReading, seriesId } from "@zhenggai/notice/sample-documents";

const noticeId = "notice-1";
const pageId = "http://jw.yangzhou.example/art/2024/3/27/art_12_7.html";

/** What a notice of the invented 样州市柏塘县 says, with that many buildings torn down. */
export const reading = (count: string): string => `县水利局清淤4.6公里，拆除沿河违章建筑${count}。`;

/** A capture ten minutes after the one before it, read as this version; null: nothing was read, the page is absent. */
export const captureOf = (
  sequence: number,
  version: string | null,
  fields: Partial<StoredCapture> = {},
): StoredCapture => ({
  _id: `capture-${sequence}`,
  pageId,
  sequence,
  blobId: String(sequence).repeat(64),
  status: 200,
  headers: {},
  redirects: [],
  finalUrl: pageId,
  sourceId: "yangzhou",
  firstSeenAt: at(sequence * 10),
  lastSeenAt: at(sequence * 10),
  reading:
    version === null
      ? { extractor: 1, outcome: "absent", versionId: null, seriesId: null, noticeId: null, fault: null }
      : { extractor: 1, outcome: "version", versionId: `${noticeId}@${version}`, seriesId, noticeId, fault: null },
  readingRev: 0,
  pendingSeries: [],
  ...fields,
});

const notice: Omit<Notice, "text"> = {
  ...sampleReading,
  findings: [],
  contact: null,
  outline: [],
  boilerplate: [],
  evidence: [],
};

/** The version that a capture was read as. */
export const versionOf = (capture: StoredCapture, text: string): StoredVersion => ({
  _id: capture.reading?.versionId ?? "",
  noticeId,
  seriesId,
  digest: capture.reading?.versionId ?? "",
  extractor: 1,
  reading: { ...notice, text },
});
