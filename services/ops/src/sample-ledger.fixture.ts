import { at, seriesId } from "@zhenggai/notice/sample-documents";
import type { CaptureReading, StoredCapture, StoredChain, StoredChange } from "@zhenggai/notice";

const firstLink = { status: null, score: null, verdict: "sure", skipped: 0, admitted: false } as const;
const laterLink = { status: "ongoing", score: 0.61, verdict: "unsure", skipped: 0, admitted: true } as const;

/** The chain of one finding that two notices name; the older one promised to end it within the year. */
export const chainOf = (_id: string, fields: Partial<StoredChain> = {}): StoredChain => ({
  _id,
  seriesId,
  scope: "finding",
  subject: "样州市柏塘县",
  topic: "T03",
  title: "河道保洁责任不落实",
  links: [
    { noticeId: "notice-1", cycleOn: "2020-01-09", finding: 4, title: "河道漂浮物无人打捞", ...firstLink },
    { noticeId: "notice-2", cycleOn: "2023-08-01", finding: 1, title: "河道保洁责任不落实", ...laterLink },
  ],
  timesNamed: 2,
  lastStatus: "ongoing",
  promises: [
    {
      noticeId: "notice-1",
      finding: 4,
      form: "by-date",
      text: "年底前清理完毕",
      span: null,
      dueOn: "2020-12-31",
      done: null,
      total: null,
      state: "unmentioned",
    },
  ],
  seriesRev: 1,
  ...fields,
});

/** A change as the comparer writes it. */
export const asWritten = ({ seriesRev: _rev, state: _state, deliveries: _deliveries, ...row }: StoredChange) => row;

/** A page's response that nobody has read. */
export const unreadCapture = (_id: string): StoredCapture => ({
  _id,
  pageId: `http://jw.yangzhou.example/${_id}.html`,
  sequence: 1,
  blobId: null,
  status: 200,
  headers: {},
  redirects: [],
  finalUrl: `http://jw.yangzhou.example/${_id}.html`,
  sourceId: "yangzhou",
  firstSeenAt: at(0),
  lastSeenAt: at(0),
  reading: null,
  readingRev: 0,
  pendingSeries: [],
});

/** What that extractor makes of a page without a notice. */
export const quarantined = (extractor: number): CaptureReading => ({
  extractor,
  outcome: "quarantined",
  versionId: null,
  seriesId: null,
  noticeId: null,
  fault: { code: "E5001", text: "the page holds no notice" },
});
