import { Fault } from "@zhenggai/notice";
import { Queue as BullQueue } from "bullmq";
import type { Redis } from "ioredis";
import { startBullConsumer } from "./bull-consumer.ts";
import { checkJob } from "./check-job.ts";
import { jobNames, type JobName, type LimitOverrides } from "./job-catalog.ts";
import { jobId } from "./job-id.ts";
import type { Consumer, Queue } from "./queue.ts";
import { answered, checkRedisServer, openRedisClient, workerConnection, type RedisAddress } from "./redis-client.ts";
import { redisFault } from "./redis-fault.ts";
import { removeUnreadableJobs } from "./unreadable-jobs.ts";
import { within } from "./within.ts";

export type BullQueueOptions = {
  /** `redis://user:password@host:port/db` or `rediss://…`. */
  readonly url: string;
  /** Begins every key in Redis, so that several installations can share a server. */
  readonly prefix?: string;
  readonly connectTimeoutMs?: number;
  /** Also refuse (E3006) a server that may evict keys. */
  readonly strict?: boolean;
  readonly limits?: LimitOverrides;
  /** For tests of crash recovery; 30 s each by default. */
  readonly lockMs?: number;
  readonly stalledIntervalMs?: number;
  /** Errors in the background that no caller sees: one per failed reconnect and more, so the caller limits the rate. */
  readonly onFault?: (fault: Fault) => void;
};

type Deps = {
  readonly redis: Redis;
  readonly address: RedisAddress;
  readonly prefix: string;
  readonly queues: ReadonlyMap<JobName, BullQueue>;
  readonly consumers: Set<Consumer>;
  readonly options: BullQueueOptions;
  readonly onFault: (fault: Fault) => void;
};

const maxEvents = 1_000;
const sendAtOnce = 500;

/**
 * Attempts are counted by `retryDecision`; BullMQ's own number is only a net under errors outside a handler, which must never
 * remove a job.
 */
const openBullQueue = (redis: Redis, prefix: string, name: JobName): BullQueue =>
  new BullQueue(name, {
    connection: redis,
    prefix,
    streams: { events: { maxLen: maxEvents } },
    defaultJobOptions: {
      attempts: 1_000_000,
      backoff: { type: "fixed", delay: 5_000 },
      stackTraceLimit: 0,
    },
  });

const bullQueueOf = ({ queues }: Deps, name: JobName): BullQueue => {
  const queue = queues.get(name);
  if (queue === undefined) {
    throw new Fault("E1003", { value: name });
  }
  return queue;
};

const sender =
  (deps: Deps): Queue["send"] =>
  async (name, payloads) => {
    const queue = bullQueueOf(deps, name);
    const jobs = payloads.map((payload) => {
      const checked = checkJob(name, payload);
      return { name, data: checked, opts: { jobId: jobId(name, checked) } };
    });
    for (let from = 0; from < jobs.length; from += sendAtOnce) {
      const adding = queue.addBulk(jobs.slice(from, from + sendAtOnce));
      // A wipe takes this setting with it, and BullMQ would put its own 10,000 in its place.
      const bounding = deps.redis.hset(queue.toKey("meta"), "opts.maxLenEvents", maxEvents);
      await answered(Promise.all([adding, bounding]), deps.address.url);
    }
  };

const onWorkerError = async (deps: Deps, name: JobName, error: Error): Promise<void> => {
  deps.onFault(redisFault(error, deps.address.url));
  if ("syscall" in error) {
    return;
  }
  try {
    const removed = await removeUnreadableJobs(bullQueueOf(deps, name), deps.redis);
    removed.forEach(deps.onFault);
  } catch (failure) {
    deps.onFault(redisFault(failure, deps.address.url));
  }
};

const consumption =
  (deps: Deps): Queue["consume"] =>
  async (name, handler, options) => {
    const consumer = await startBullConsumer({
      name,
      handler,
      options,
      connection: workerConnection(deps.address),
      prefix: deps.prefix,
      limits: deps.options.limits ?? {},
      lockMs: deps.options.lockMs ?? 30_000,
      stalledIntervalMs: deps.options.stalledIntervalMs ?? 30_000,
      onFault: deps.onFault,
      onError: (error) => void onWorkerError(deps, name, error),
    });
    deps.consumers.add(consumer);
    return {
      close: async (graceMs) => {
        await consumer.close(graceMs);
        deps.consumers.delete(consumer);
      },
    };
  };

const closeAll = async ({ redis, queues, consumers }: Deps): Promise<void> => {
  await Promise.all([...consumers].map((consumer) => consumer.close(0)));
  const closing = Promise.all([...queues.values()].map((queue) => queue.close()));
  await within(closing, 300, () => undefined);
  redis.disconnect();
};

const assemble = (deps: Deps): Queue => {
  let closing: Promise<void> | null = null;
  return {
    send: sender(deps),
    consume: consumption(deps),
    counts: async (name) => {
      const counting = bullQueueOf(deps, name).getJobCounts("wait", "active", "delayed");
      const { wait = 0, active = 0, delayed = 0 } = await answered(counting, deps.address.url);
      return { waiting: wait, active, delayed };
    },
    ping: () => checkRedisServer(deps.redis, deps.address.url, deps.options.strict === true),
    close: () => (closing ??= closeAll(deps)),
  };
};

/**
 * The queue on Redis, by BullMQ. Rejects within a few seconds where Redis can't be used: E2002 (no such address), E3002
 * (unreachable), E3004 (login), E3006 (older than 6.2; with `strict` also where keys may be evicted). Later outages are waited
 * out: workers resume by themselves, `send` rejects with E3002 (then it is unknown whether the job was stored; sending again
 * is safe). `close` takes two seconds at most, also while Redis is down.
 */
export const connectBullQueue = async (options: BullQueueOptions): Promise<Queue> => {
  const address = { url: options.url, connectTimeoutMs: options.connectTimeoutMs ?? 3_000 };
  const onFault = options.onFault ?? (() => {});
  const redis = await openRedisClient(address, (error) => onFault(redisFault(error, address.url)));
  const prefix = options.prefix ?? "zhenggai";
  const queues = new Map(jobNames.map((name) => [name, openBullQueue(redis, prefix, name)]));
  const deps: Deps = { redis, address, prefix, queues, consumers: new Set(), options, onFault };
  for (const queue of queues.values()) {
    // The shared client reports its errors itself; without a listener BullMQ would print them.
    queue.on("error", () => {});
  }
  try {
    await checkRedisServer(redis, address.url, options.strict === true);
    await answered(Promise.all([...queues.values()].map((queue) => queue.waitUntilReady())), address.url);
  } catch (error) {
    await closeAll(deps);
    throw error;
  }
  return assemble(deps);
};
