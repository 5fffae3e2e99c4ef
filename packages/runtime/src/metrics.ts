import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

export type Metrics = {
  readonly registry: Registry;
  readonly jobsTotal: Counter<"job" | "result">;
  readonly jobSeconds: Histogram<"job">;
  readonly queueJobs: Gauge<"job" | "state">;
  readonly requestsTotal: Counter<"host" | "verdict">;
};

/** One registry per process; nothing is registered at import. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    jobsTotal: new Counter({
      name: "zhenggai_jobs_total",
      help: "Jobs handled, by result",
      labelNames: ["job", "result"],
      registers: [registry],
    }),
    jobSeconds: new Histogram({
      name: "zhenggai_job_seconds",
      help: "Time to handle a job",
      labelNames: ["job"],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5, 30, 120],
      registers: [registry],
    }),
    queueJobs: new Gauge({
      name: "zhenggai_queue_jobs",
      help: "Jobs in the queue, by state",
      labelNames: ["job", "state"],
      registers: [registry],
    }),
    requestsTotal: new Counter({
      name: "zhenggai_requests_total",
      help: "Requests to sites, by verdict",
      labelNames: ["host", "verdict"],
      registers: [registry],
    }),
  };
}
