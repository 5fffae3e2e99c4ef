import type { Change, StoredChange, StoredNotice } from "./index.ts";

// Documents of an invented county as the store holds them, for the tests of several services.

/** The instant that many minutes after midnight. */
export const at = (minute: number): string => {
  const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `2026-11-${twoDigits(21 + minute / 1440)}T${twoDigits((minute / 60) % 24)}:${twoDigits(minute % 60)}:00.000Z`;
};

export const seriesId = "division-990121";

type Reading = StoredNotice["reading"];
type Finding = Reading["findings"][number];

const finding = (n: number, measures: number): Finding => ({
  n,
  numbering: "",
  title: "河道保洁责任不落实",
  heading: "河道保洁责任不落实问题",
  groups: [],
  status: null,
  topics: [],
  span: { start: 0, end: 1 },
  measures: Array.from({ length: measures }, () => ({
    numbering: "",
    title: null,
    text: "清淤",
    span: { start: 0, end: 1 },
  })),
});

/** A notice of the invented 样州市柏塘县 with two findings and three measures. */
export const noticeOf = (
  _id: string,
  reading: Partial<Reading> = {},
  presence: StoredNotice["presence"] = "seen",
): StoredNotice => ({
  _id,
  seriesId,
  presence,
  currentVersionId: `${_id}@a`,
  versionIds: [`${_id}@a`],
  sightings: [],
  precededBy: null,
  succeededBy: null,
  seriesRev: 1,
  reading: { ...sampleReading, ...reading },
});

export const sampleReading: Reading = {
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
    endedOn: { approximate: "2023-06-21", text: "6月下旬" },
    feedbackOn: "2023-08-01",
  },
  declared: [],
  outcomes: [],
  findings: [finding(1, 2), finding(2, 1)],
  documents: [],
  contact: { phone: "0990-5550138", address: null, postcode: null, email: null },
  reconciliation: [],
  issues: [],
};

const sampleChange: Change = {
  schemaVersion: 1,
  kind: "finding-repeated",
  origin: "site",
  severity: "substantive",
  target: { part: "finding", finding: 1, measure: null, field: null },
  before: null,
  after: null,
  operations: [{ op: "replace", before: { start: 0, end: 1 }, after: { start: 0, end: 1 } }],
  score: 0.734,
  verdict: "unsure",
  summary: { zh: "问题再次出现。", en: "A finding is back." },
};

export const changeOf = (_id: string, change: Partial<Change> = {}): StoredChange => ({
  _id,
  seriesId,
  noticeIds: { before: "notice-1", after: "notice-2" },
  versionIds: { before: "notice-1@a", after: "notice-2@a" },
  lastSeenBeforeAt: at(10),
  firstSeenAfterAt: at(20),
  change: { ...sampleChange, ...change },
  state: "current",
  seriesRev: 1,
  deliveries: {},
});
