import type { Fault } from "@zhenggai/notice";
import type { JobName, Stage } from "@zhenggai/queues";
import { type Logger, type Metrics, asFault } from "@zhenggai/runtime";

/** The same stage, with every job logged by its ids and counted. */
export function observeStage<N extends JobName>(stage: Stage<N>, logger: Logger, metrics: Metrics): Stage<N> {
  return {
    ...stage,
    handle: async (payload, context) => {
      const startedMs = performance.now();
      const log = logger.child({ ...payload, attempt: context.attempt });
      try {
        await stage.handle(payload, context);
        metrics.jobsTotal.inc({ job: stage.name, result: "done" });
        log.debug({ ms: Math.round(performance.now() - startedMs) }, `${stage.name} done`);
      } catch (error) {
        const fault = asFault(error);
        metrics.jobsTotal.inc({ job: stage.name, result: fault.code });
        log.warn({ code: fault.code, why: fault.message }, `${stage.name} failed`);
        throw error;
      } finally {
        metrics.jobSeconds.observe({ job: stage.name }, (performance.now() - startedMs) / 1_000);
      }
    },
    onGivenUp: async (payload, fault) => {
      metrics.jobsTotal.inc({ job: stage.name, result: "given-up" });
      logger.child({ ...payload }).error({ code: fault.code, why: fault.message }, `${stage.name} given up`);
      await stage.onGivenUp(payload, fault);
    },
  };
}

/** Logs background faults, at most one a second for each code: an outage must not fill the disk. */
export function logFaults(logger: Logger, nowMs: () => number): (fault: Fault) => void {
  const lastMs = new Map<string, number>();
  return (fault) => {
    const now = nowMs();
    if (now - (lastMs.get(fault.code) ?? -Infinity) < 1_000) return;
    lastMs.set(fault.code, now);
    logger.warn({ code: fault.code, why: fault.message }, "background fault");
  };
}
