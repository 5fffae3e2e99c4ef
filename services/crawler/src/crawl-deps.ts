import type { Queue } from "@zhenggai/queues";
import type { Logger } from "@zhenggai/runtime";
import type { SourceDefinition } from "@zhenggai/sources";
import type { Store } from "@zhenggai/store";
import type { PageRequest, PageResponse } from "./download.ts";

/** Everything a crawl touches. */
export type CrawlDeps = {
  readonly store: Pick<Store, "sources" | "runs" | "pages" | "captures" | "blobs" | "issues">;
  readonly queue: Pick<Queue, "send">;
  readonly sources: ReadonlyMap<string, SourceDefinition>;
  /** Fetches politely, over HTTP or with a browser as the source asks. */
  readonly fetch: (source: SourceDefinition, request: PageRequest, signal: AbortSignal) => Promise<PageResponse>;
  readonly onResponse: (host: string, verdict: string) => void;
  /** Whether due slots of schedules are opened by this process; off for one-off crawls of the CLI. */
  readonly opensSlots: boolean;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};
