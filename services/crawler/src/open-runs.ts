import type { StoredRun, StoredSource } from "@zhenggai/notice";
import type { JobPayload } from "@zhenggai/queues";
import { asFault } from "@zhenggai/runtime";
import type { CrawlDeps } from "./crawl-deps.ts";
import { latestSlot } from "./schedule.ts";

/** A run that has not begun; the same source and slot always give the same run. */
export function newRun(sourceId: string, slot: string, trigger: StoredRun["trigger"], at: string): StoredRun {
  return {
    _id: `${sourceId}.${slot}`,
    sourceId,
    slot,
    trigger,
    state: "open",
    counts: { listed: 0, new: 0, edited: 0, unchanged: 0, gone: 0, failed: 0 },
    fault: null,
    startedAt: at,
    finishedAt: null,
  };
}

/**
 * What the ledger says should be crawled now: the latest due slot of each source that is not paused (a slot that was slept
 * through is skipped, never doubled), and every run that was begun and not finished.
 */
export async function* dueRuns(deps: CrawlDeps): AsyncIterable<readonly JobPayload<"crawl">[]> {
  const now = deps.now();
  for (const source of deps.opensSlots ? await deps.store.sources.list() : []) {
    if (source.paused || source.schedule === null || !deps.sources.has(source._id)) continue;
    try {
      await openSlot(source, source.schedule, now, deps);
    } catch (error) {
      const fault = asFault(error);
      // One source's unreadable schedule must not keep the others from being crawled.
      if (fault.code !== "E2003") throw error;
      deps.logger.error({ sourceId: source._id, code: fault.code, value: fault.value, why: fault.message }, "no slot");
    }
  }
  const open = await deps.store.runs.listOpen(500);
  yield open.filter((run) => deps.sources.has(run.sourceId)).map((run) => ({ runId: run._id }));
}

async function openSlot(
  source: StoredSource,
  schedule: NonNullable<StoredSource["schedule"]>,
  now: Date,
  deps: CrawlDeps,
): Promise<void> {
  const slot = latestSlot(schedule, now);
  // A source begins with the first slot after it was registered.
  if (slot < source.updatedAt) return;
  if ((await deps.store.runs.get(`${source._id}.${slot}`)) !== null) return;
  await deps.store.runs.open(newRun(source._id, slot, "schedule", now.toISOString()));
}
