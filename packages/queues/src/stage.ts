import type { Fault } from "@zhenggai/notice";
import type { JobName, JobPayload } from "./job-catalog.ts";
import type { JobContext } from "./queue.ts";

/**
 * One step of the flow: the handler of a job (load → pure call → save → send), what becomes of a job that is given up, and
 * what is still to do as the ledger alone tells it. `runStage` consumes the jobs and re-sends the outstanding ones.
 */
export type Stage<N extends JobName> = {
  readonly name: N;
  readonly concurrency: number;
  readonly handle: (payload: JobPayload<N>, context: JobContext) => Promise<void>;
  readonly onGivenUp: (payload: JobPayload<N>, fault: Fault) => Promise<void>;
  /** Everything that should be done now but is not, in batches, read from the ledger. */
  readonly outstanding: () => AsyncIterable<readonly JobPayload<N>[]>;
};
