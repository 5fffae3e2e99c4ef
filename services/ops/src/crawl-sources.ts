import { newRun, registerSources } from "@zhenggai/crawler";
import { Fault, type StoredRun } from "@zhenggai/notice";
import type { OpenWork, Workspace } from "./workspace.ts";

export type CrawlTask = {
  /** Ids of the sources; none: all. */
  readonly sourceIds: readonly string[];
  readonly narrate: (text: string) => void;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
};

/** Opens a manual run for each source and waits until all that came of it is read and compared. Throws E2004. */
export async function crawlSources(workspace: Workspace, task: CrawlTask): Promise<StoredRun[]> {
  const { store, queue } = workspace;
  const ids = chosenSources(workspace, task.sourceIds);
  const at = new Date().toISOString();
  await registerSources(workspace.sources, store.sources, at);
  const runs: StoredRun[] = [];
  for (const id of ids) runs.push(await store.runs.open(newRun(id, at, "manual", at)));
  await queue.send(
    "crawl",
    runs.map(({ _id }) => ({ runId: _id })),
  );
  const runIds = runs.map(({ _id }) => _id);
  await workspace.settle({
    runIds,
    onProgress: progress(task.narrate),
    signal: task.signal,
    timeoutMs: task.timeoutMs,
  });
  const ended = await Promise.all(runIds.map((runId) => store.runs.get(runId)));
  return ended.filter((run) => run !== null);
}

/** All sources where none is named; E2004 for one that isn't configured. */
export function chosenSources({ sources }: Pick<Workspace, "sources">, sourceIds: readonly string[]): string[] {
  const unknown = sourceIds.find((id) => !sources.has(id));
  if (unknown !== undefined)
    throw new Fault("E2004", { value: unknown, why: `known: ${[...sources.keys()].join(" ")}` });
  return sourceIds.length === 0 ? [...sources.keys()] : [...sourceIds];
}

function progress(narrate: (text: string) => void): (open: OpenWork) => void {
  let last = "";
  return ({ runs, unread, series }) => {
    const line = `  抓取中 crawling ${runs} · 待读 unread ${unread} · 待比对 to compare ${series}`;
    if (line !== last) narrate(line);
    last = line;
  };
}

/** Exit code of a set of runs: 0 all done, 4 where some failed, were blocked or are partial. */
export function exitCodeOfRuns(runs: readonly StoredRun[]): number {
  return runs.every((run) => run.state === "done") ? 0 : 4;
}

/** One line for a run. */
export function runLine({ sourceId, state, counts, fault }: StoredRun): string {
  const { listed, new: fresh, edited, unchanged, gone, failed } = counts;
  const numbers = `列出 listed ${listed} · 新增 new ${fresh} · 有改动 edited ${edited} · 未变 unchanged ${unchanged} · 撤下 gone ${gone} · 失败 failed ${failed}`;
  return `  ${sourceId} [${state}] ${numbers}${fault === null ? "" : `\n    ${fault.code} ${fault.text}`}`;
}
