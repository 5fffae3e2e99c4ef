import type { Change, StoredChange } from "@zhenggai/notice";
import type { Store } from "@zhenggai/store";

/** The instant that many minutes after midnight. */
export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21, 0, minute)).toISOString();

const change: Change = {
  schemaVersion: 1,
  kind: "figure-changed",
  origin: "site",
  severity: "substantive",
  target: { part: "measure", finding: 1, measure: 1, field: null },
  before: { text: "12处", span: { start: 28, end: 31 }, value: 12, unit: "处" },
  after: { text: "21处", span: { start: 28, end: 31 }, value: 21, unit: "处" },
  operations: [{ op: "replace", before: { start: 28, end: 30 }, after: { start: 28, end: 30 } }],
  score: null,
  verdict: "sure",
  summary: { zh: "拆除违章建筑由12处改为21处。", en: "Buildings torn down: 12 became 21." },
};

type ChangeRow = Omit<StoredChange, "seriesRev" | "state" | "deliveries">;

/** A change of the invented 样州市柏塘县 that was first seen that many minutes after midnight. */
export const changeRow = (minute: number, fields: Partial<Change> = {}): ChangeRow => ({
  _id: `change-${String(minute).padStart(4, "0")}`,
  seriesId: "division-990121",
  noticeIds: { before: "notice-1", after: "notice-1" },
  versionIds: { before: "notice-1@a", after: "notice-1@b" },
  lastSeenBeforeAt: at(0),
  firstSeenAfterAt: at(minute),
  change: { ...change, ...fields },
});

/** Makes these, and only these, the current changes of the series, as the comparer does. */
export async function writeChanges(store: Pick<Store, "series">, ...changes: readonly ChangeRow[]): Promise<void> {
  const rev = await store.series.claim("division-990121", at(0));
  await store.series.write("division-990121", rev, { notices: [], changes });
}
