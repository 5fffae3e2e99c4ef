import { resolveSubject } from "@zhenggai/bodies";
import { extractorVersion, noticeIdentity, readNotice } from "@zhenggai/extraction";
import {
  type CaptureReading,
  Fault,
  type Notice,
  type StoredCapture,
  type StoredFault,
  type StoredIssue,
  noticeSchema,
} from "@zhenggai/notice";
import type { JobPayload, Queue, Stage } from "@zhenggai/queues";
import type { Store } from "@zhenggai/store";
import type { Logger } from "@zhenggai/runtime";
import { pageOf } from "./page-of.ts";
import { readingDigest } from "./reading-digest.ts";

export type ExtractDeps = {
  readonly store: Pick<Store, "captures" | "blobs" | "versions" | "issues">;
  readonly queue: Pick<Queue, "send">;
  readonly now: () => Date;
  readonly logger?: Pick<Logger, "info">;
};

const absentStatuses = new Set([404, 410]);

/** The stage that reads one capture: bytes → page → notice → version; the capture then says what became of it. */
export function extractStage(deps: ExtractDeps, concurrency: number): Stage<"extract"> {
  return {
    name: "extract",
    concurrency,
    handle: async ({ captureId }) => {
      const capture = await deps.store.captures.get(captureId);
      if (capture === null) return;
      if (isRead(capture)) return sendCompare(capture.pendingSeries, deps);
      if (absentStatuses.has(capture.status)) return readAbsence(capture, deps);
      return readCapture(capture, deps);
    },
    onGivenUp: async ({ captureId }, fault) => {
      const capture = await deps.store.captures.get(captureId);
      // A job may come twice; what one delivery has read, the other's failure does not undo.
      if (capture === null || isRead(capture)) return;
      const text = `${fault.message}${fault.value === null ? "" : `: ${fault.value}`}`;
      await settle(capture, { ...nothingRead, outcome: "quarantined", fault: { code: fault.code, text } }, deps);
      await deps.store.issues.put([captureIssue(capture, { code: fault.code, text }, deps.now().toISOString())]);
    },
    outstanding: () => unread(deps),
  };
}

const isRead = ({ reading }: StoredCapture): boolean => (reading?.extractor ?? 0) >= extractorVersion;

const nothingRead = { extractor: extractorVersion, versionId: null, seriesId: null, noticeId: null, fault: null };

async function readCapture(capture: StoredCapture, deps: ExtractDeps): Promise<void> {
  const blob = capture.blobId === null ? null : await deps.store.blobs.get(capture.blobId);
  if (blob === null) throw new Fault("E1001", { value: capture._id, why: "the capture's bytes are not in the store" });
  const page = await pageOf(blob, capture);
  const notice = noticeSchema.parse(
    withPageIssues(
      readNotice({ text: page.text, page: page.facts, url: capture.finalUrl }, { resolveSubject }),
      page.issues,
    ),
  );
  const { noticeId, seriesId } = noticeIdentity(notice, capture.pageId);
  const digest = readingDigest(notice);
  const versionId = `${noticeId}@${digest.slice(0, 16)}`;
  await deps.store.versions.put({
    _id: versionId,
    noticeId,
    seriesId,
    digest,
    extractor: extractorVersion,
    reading: notice,
  });
  await settle(capture, { ...nothingRead, outcome: "version", versionId, seriesId, noticeId }, deps);
}

function withPageIssues(notice: Notice, issues: Notice["issues"]): Notice {
  return { ...notice, issues: [...issues, ...notice.issues] };
}

/** A page that is gone concerns every series that its earlier captures were read into. */
async function readAbsence(capture: StoredCapture, deps: ExtractDeps): Promise<void> {
  const siblings = await deps.store.captures.listOfPages([capture.pageId]);
  const series = siblings.flatMap(({ reading }) => (reading?.seriesId == null ? [] : [reading.seriesId]));
  await settle(capture, { ...nothingRead, outcome: "absent" }, deps, series);
}

/** Writes the reading and, in the same update, which series must be recomputed for it; then sends those jobs. */
async function settle(
  capture: StoredCapture,
  reading: CaptureReading,
  deps: ExtractDeps,
  alsoPending: readonly string[] = [],
): Promise<void> {
  const touched = [reading.seriesId, capture.reading?.seriesId ?? null, ...alsoPending];
  const pending = [...new Set(touched.filter((seriesId) => seriesId !== null))];
  const written = await deps.store.captures.setReading(capture._id, reading, pending);
  if (!written) return;
  const { outcome, noticeId, seriesId, versionId } = reading;
  deps.logger?.info(
    { captureId: capture._id, sourceId: capture.sourceId, outcome, noticeId, seriesId, versionId },
    "read",
  );
  await sendCompare(pending, deps);
}

async function sendCompare(seriesIds: readonly string[], deps: ExtractDeps): Promise<void> {
  await deps.queue.send(
    "compare",
    seriesIds.map((seriesId) => ({ seriesId })),
  );
}

function captureIssue(capture: StoredCapture, fault: StoredFault, at: string): StoredIssue {
  return {
    _id: `capture.${capture._id}.${fault.code}`,
    about: { kind: "capture", id: capture._id },
    code: fault.code,
    severity: "warning",
    text: `${capture.finalUrl}: ${fault.text}`,
    field: null,
    firstSeenAt: at,
    lastSeenAt: at,
  };
}

const batch = 500;

/** Captures that this extractor has not read, whatever the queue knows of them. */
async function* unread(deps: ExtractDeps): AsyncIterable<readonly JobPayload<"extract">[]> {
  let afterId: string | undefined;
  for (;;) {
    const captures = await deps.store.captures.listUnread(extractorVersion, batch, afterId);
    if (captures.length === 0) return;
    yield captures.map(({ _id }) => ({ captureId: _id }));
    afterId = captures.at(-1)?._id;
  }
}
