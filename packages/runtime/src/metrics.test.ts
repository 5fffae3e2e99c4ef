import { describe, expect, it } from "vitest";
import { createMetrics } from "./metrics.ts";

describe("metrics", () => {
  it("carry the service's name, on counters of our own and on the process's", async () => {
    const metrics = createMetrics("crawler");
    metrics.jobsTotal.inc({ job: "crawl", result: "done" });
    metrics.jobsTotal.inc({ job: "crawl", result: "done" });
    metrics.jobsTotal.inc({ job: "crawl", result: "E4002" });
    metrics.jobSeconds.observe({ job: "crawl" }, 0.2);
    metrics.queueJobs.set({ job: "crawl", state: "waiting" }, 7);
    metrics.requestsTotal.inc({ host: "a.example", verdict: "ok" });
    const text = await metrics.registry.metrics();
    const value = (name: string, ...labels: string[]): string | undefined =>
      text
        .split("\n")
        .find((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)))
        ?.split("} ")[1];
    expect(value("zhenggai_jobs_total", 'job="crawl"', 'result="done"', 'service="crawler"')).toBe("2");
    expect(value("zhenggai_jobs_total", 'result="E4002"')).toBe("1");
    expect(value("zhenggai_job_seconds_bucket", 'le="0.1"', 'job="crawl"')).toBe("0");
    expect(value("zhenggai_job_seconds_bucket", 'le="0.5"', 'job="crawl"')).toBe("1");
    expect(value("zhenggai_queue_jobs", 'state="waiting"')).toBe("7");
    expect(value("zhenggai_requests_total", 'host="a.example"', 'verdict="ok"')).toBe("1");
    expect(value("process_cpu_seconds_total", 'service="crawler"')).toBeDefined();
  });

  it("of two services in one process don't mix", async () => {
    const [one, other] = [createMetrics("crawler"), createMetrics("extractor")];
    one.jobsTotal.inc({ job: "crawl", result: "done" });
    expect(await other.registry.metrics()).not.toContain('job="crawl"');
  });
});
