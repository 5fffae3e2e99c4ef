import { type Notice, type StoredCapture, type StoredVersion } from "@zhenggai/notice";

export const seriesId = "division-990121";
const noticeId = "notice-1";
const pageId = "http://jw.yangzhou.example/art/2024/3/27/art_12_7.html";

/** The instant that many minutes after midnight. */
export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21, 0, minute)).toISOString();

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
  schemaVersion: 1,
  kind: "rectification",
  title: "中共样州市柏塘县委关于巡视整改进展情况的通报",
  publishedOn: "2024-03-27",
  publisher: "样州市纪委监委",
  breadcrumb: [],
  originalUrl: null,
  signedBy: "中共样州市柏塘县委员会",
  signedOn: "2024-03-20",
  subject: {
    name: "样州市柏塘县",
    bodyKind: "县委",
    bodyId: seriesId,
    resolution: "exact",
    candidates: [],
    division: { code: "990121", province: "样例省", city: "样州市", county: "柏塘县" },
    zone: null,
  },
  inspection: {
    level: "province",
    authority: "省委",
    team: "第三巡视组",
    round: null,
    special: null,
    startedOn: "2023-04-12",
    endedOn: "2023-06-09",
    feedbackOn: "2023-08-01",
  },
  declared: [],
  outcomes: [],
  outline: [],
  findings: [],
  documents: [],
  contact: null,
  boilerplate: [],
  reconciliation: [],
  evidence: [],
  issues: [],
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
