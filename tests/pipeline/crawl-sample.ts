import { crawlStage, createCrawlDeps, newRun, registerSources } from "@zhenggai/crawler";
import type { JobContext, JobName, JobPayload, Queue } from "@zhenggai/queues";
import { createLogger, readSettings } from "@zhenggai/runtime";
import { sampleScenario, startSimulator } from "@zhenggai/simulator";
import { type Store, openEmbeddedStore } from "@zhenggai/store";

export const jobContext: JobContext = { jobId: "test", attempt: 1, signal: new AbortController().signal };
export const fixedNow = (): Date => new Date("2026-01-01T00:00:00Z");

/** A queue that only remembers which series are to be compared. */
export function notingQueue(series: Set<string>): Pick<Queue, "send"> {
  return {
    send: async <N extends JobName>(_name: N, payloads: readonly JobPayload<N>[]) => {
      for (const payload of payloads) if ("seriesId" in payload) series.add(payload.seriesId);
    },
  };
}

/** Crawls the sample sites before and after the silent edit into an in-memory store: pages, captures and bytes, nothing read. */
export async function crawlSample(): Promise<Store> {
  const scenario = await sampleScenario();
  const simulator = await startSimulator({ scenario });
  const store = await openEmbeddedStore({ folder: null });
  const sources = new Map(scenario.sources.map((source) => [source.id, source]));
  await registerSources(sources, store.sources, fixedNow().toISOString());
  const { deps, close } = await createCrawlDeps({
    settings: readSettings({ CRAWL_CONNECT_TO: `127.0.0.1:${simulator.port}`, CRAWL_INTERVAL_MS: "0" }),
    store,
    queue: notingQueue(new Set()),
    sources,
    opensSlots: false,
    logger: createLogger({ service: "test", level: "silent" }),
    onResponse: () => undefined,
  });
  const crawl = crawlStage(deps, 1);
  for (const slot of ["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"]) {
    for (const id of sources.keys()) {
      const run = await store.runs.open(newRun(id, slot, "manual", slot));
      await crawl.handle({ runId: run._id }, jobContext);
    }
    simulator.advance();
  }
  await close();
  await simulator.close();
  return store;
}
