import type {
  CaptureReading,
  Notice,
  StoredCapture,
  StoredChange,
  StoredIssue,
  StoredPage,
  StoredRun,
  StoredTrace,
  StoredVersion,
} from "@zhenggai/notice";
import type { SeriesResult } from "../store.ts";

/** The instant that many minutes after midnight. */
export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21, 0, minute)).toISOString();

export const sampleRun = (fields: Partial<StoredRun> = {}): StoredRun => ({
  _id: "yunting.2026-11-21T00:00:00.000Z",
  sourceId: "yunting",
  slot: at(0),
  trigger: "schedule",
  state: "open",
  counts: { listed: 0, new: 0, edited: 0, unchanged: 0, gone: 0, failed: 0 },
  fault: null,
  startedAt: at(1),
  finishedAt: null,
  ...fields,
});

export const samplePage = (fields: Partial<StoredPage> = {}): StoredPage => ({
  _id: "https://jw.yunting.example/2026/art_1.html",
  url: "https://jw.yunting.example/2026/art_1.html",
  sourceId: "yunting",
  listedTitle: "中共样州市云汀区委关于巡察整改进展情况的通报",
  presence: "discovered",
  firstSeenAt: at(0),
  lastSeenAt: null,
  firstAbsentAt: null,
  lastCheckedAt: null,
  lastRunId: null,
  lastOutcome: null,
  nextCheckAt: at(0),
  validators: { etag: null, lastModified: null },
  latestCaptureId: null,
  ...fields,
});

export const sampleCapture = (fields: Partial<StoredCapture> = {}): StoredCapture => ({
  _id: "capture-1",
  pageId: "https://jw.yunting.example/2026/art_1.html",
  sequence: 1,
  blobId: "0".repeat(64),
  status: 200,
  headers: { "content-type": "text/html; charset=gbk", "x-served.by": "cms", $cms: "7" },
  redirects: [],
  finalUrl: "https://jw.yunting.example/2026/art_1.html",
  sourceId: "yunting",
  firstSeenAt: at(10),
  lastSeenAt: at(10),
  reading: null,
  readingRev: 0,
  pendingSeries: [],
  ...fields,
});

export const sampleReading = (fields: Partial<CaptureReading> = {}): CaptureReading => ({
  extractor: 3,
  outcome: "version",
  versionId: "notice-1@a",
  seriesId: "yunting-committee",
  noticeId: "notice-1",
  fault: null,
  ...fields,
});

const sampleInspection: Notice["inspection"] = {
  level: "city",
  authority: "市委",
  team: "第二巡察组",
  round: null,
  special: null,
  startedOn: null,
  endedOn: null,
  feedbackOn: "2025-09-30",
};

export const sampleNotice = (fields: Partial<Notice> = {}): Notice => ({
  schemaVersion: 1,
  kind: "rectification",
  text: "（一）云汀区老旧小区加装电梯推进迟缓问题。一是倒排工期，已完成12部。",
  title: "中共云汀区委关于巡察整改进展情况的通报",
  publishedOn: "2026-03-02",
  publisher: "云汀区纪委监委",
  breadcrumb: ["首页", "巡察整改"],
  originalUrl: null,
  signedBy: "中共云汀区委",
  signedOn: { approximate: "2026-02-25", text: "2月下旬" },
  subject: {
    name: "样州市云汀区",
    bodyKind: "区委",
    bodyId: null,
    resolution: "unresolved",
    candidates: [],
    division: null,
    zone: null,
  },
  inspection: sampleInspection,
  declared: [],
  outcomes: [],
  outline: [],
  findings: [],
  documents: [],
  contact: { phone: "0000-1234567", address: null, postcode: null, email: null },
  boilerplate: [],
  reconciliation: [],
  evidence: [],
  issues: [],
  ...fields,
});

export const sampleVersion = (fields: Partial<StoredVersion> = {}): StoredVersion => ({
  _id: "notice-1@a",
  noticeId: "notice-1",
  seriesId: "yunting-committee",
  digest: "a",
  extractor: 3,
  reading: sampleNotice(),
  ...fields,
});

type ChainRow = NonNullable<SeriesResult["chains"]>[number];

export const sampleChainRow = (fields: Partial<ChainRow> = {}): ChainRow => ({
  _id: "chain-1",
  seriesId: "yunting-committee",
  scope: "finding",
  subject: "样州市云汀区",
  topic: "T04",
  title: "老旧小区加装电梯推进迟缓",
  links: [
    {
      noticeId: "notice-1",
      cycleOn: "2025-09-30",
      finding: 1,
      title: "老旧小区加装电梯推进迟缓",
      status: "ongoing",
      score: null,
      verdict: "sure",
      skipped: 0,
      admitted: false,
    },
  ],
  timesNamed: 1,
  lastStatus: "ongoing",
  promises: [],
  ...fields,
});

export const sampleTrace = (fields: Partial<StoredTrace> = {}): StoredTrace => ({
  _id: "yunting-committee",
  rev: 1,
  isPage: false,
  keys: ["text:1", "text:2"],
  marks: [],
  joins: null,
  settled: null,
  digest: "a",
  known: [],
  ...fields,
});

type NoticeRow = SeriesResult["notices"][number];
type ChangeRow = SeriesResult["changes"][number];

export function sampleNoticeRow(fields: Partial<NoticeRow> = {}, reading: Partial<Notice> = {}): NoticeRow {
  const {
    text: _text,
    outline: _outline,
    boilerplate: _boilerplate,
    evidence: _evidence,
    ...kept
  } = sampleNotice(reading);
  return {
    _id: "notice-1",
    seriesId: "yunting-committee",
    presence: "seen",
    currentVersionId: "notice-1@a",
    versionIds: ["notice-1@a"],
    sightings: [],
    precededBy: null,
    succeededBy: null,
    reading: kept,
    ...fields,
  };
}

export const sampleChangeRow = (
  fields: Partial<ChangeRow> = {},
  change: Partial<StoredChange["change"]> = {},
): ChangeRow => ({
  _id: "change-1",
  seriesId: "yunting-committee",
  noticeIds: { before: "notice-1", after: "notice-1" },
  versionIds: { before: "notice-1@a", after: "notice-1@b" },
  lastSeenBeforeAt: at(10),
  firstSeenAfterAt: at(20),
  change: {
    schemaVersion: 1,
    kind: "figure-changed",
    origin: "site",
    severity: "substantive",
    target: { part: "measure", finding: 1, measure: 1, field: null },
    before: { text: "12部", span: { start: 28, end: 31 }, value: 12, unit: "部" },
    after: { text: "21部", span: { start: 28, end: 31 }, value: 21, unit: "部" },
    operations: [{ op: "replace", before: { start: 28, end: 30 }, after: { start: 28, end: 30 } }],
    score: 1,
    verdict: "sure",
    summary: { zh: "加装电梯由12部改为21部", en: "lifts: 12 became 21" },
    ...change,
  },
  ...fields,
});

export const sampleIssue = (fields: Partial<StoredIssue> = {}): StoredIssue => ({
  _id: "capture.capture-1.E5002",
  about: { kind: "capture", id: "capture-1" },
  code: "E5002",
  severity: "warning",
  text: "the page is empty",
  field: null,
  firstSeenAt: at(10),
  lastSeenAt: at(10),
  ...fields,
});
