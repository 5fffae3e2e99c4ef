import { readFileSync } from "node:fs";
import { compareStage } from "@zhenggai/comparer";
import { extractStage } from "@zhenggai/extractor";
import { type Queue, type JobName, type JobPayload } from "@zhenggai/queues";
import { generatedScenario } from "@zhenggai/simulator";
import { type World, createWorld } from "../pipeline/world.ts";
import { waitUntil } from "../servers/kept-process.ts";
import type { ServiceProcess } from "../servers/service-processes.ts";
import { startMongo } from "../servers/start-mongo.ts";
import { startRedis } from "../servers/start-redis.ts";
import { machine } from "./machine.ts";

const notices = 1_000;
/** One process alone is slow: a fifth of the notices, three a body as well, tells its rate. */
const directNotices = 200;
const directSubjects = 67;
const seed = 20_261_121;
const settleMs = 1_500_000;
/** Asking is work for the database too: seldom enough not to be measured. */
const pollMs = 2_000;
/** As in production: dispatching is the queue's work, not the reconciler's. */
const settings = { RECONCILE_MS: "5000", QUEUE_LOCK_MS: "15000" };
/** 336 bodies, so that each has about three notices, as districts have in twenty years. */
const places = ["样例省", "样州市", "样州市云汀区", "样州市望麓区", "柏塘县", "例江市", "例江市溪照区"];
const bureaus =
  "水务局 财政局 教育局 民政局 审计局 统计局 司法局 体育局 交通局 商务局 林业局 信访局 档案局 住建局 城管局 农业农村局 应急管理局 自然资源局 生态环境局 人社局 卫健委 国资委 发改委 科技局 民宗局 医保局 乡村振兴局 大数据局 粮储局 地震局 气象局 邮政局 税务局 园林局 银行 法院 检察院 总工会 团委 妇联 科协 文联 残联 红十字会 供销社 公积金中心 党校 博物馆".split(
    " ",
  );
const subjects = places.flatMap((place) => bureaus.map((bureau) => ({ name: place + bureau, party: "党组" })));

/**
 * 1,000 generated notices through crawler, extractor and comparer as processes on real servers, beside the same two stages called
 * in one process without a queue; Redis bytes of a waiting job; peak memory of each process.
 */
export async function benchPipeline(): Promise<unknown> {
  const redis = await startRedis();
  const mongo = await startMongo();
  if (redis === null || mongo === null) throw new Error("the benchmark needs Redis and MongoDB");
  const servers = { redisUrl: redis.url, mongodbUrl: mongo.url };
  try {
    const queued = await throughQueue(
      await createWorld({ servers, scenario: generatedScenario({ notices, seed, subjects }), settings }),
    );
    // It takes minutes: whoever waits sees the first half.
    process.stderr.write(`queued: ${JSON.stringify(queued)}\n`);
    const few = generatedScenario({ notices: directNotices, seed, subjects: subjects.slice(0, directSubjects) });
    const direct = await withoutQueue(await createWorld({ servers, scenario: few, settings }));
    return {
      bench: "pipeline",
      at: new Date().toISOString(),
      machine: machine(),
      servers: { redis: redis.description, mongodb: mongo.description },
      notices,
      queued,
      direct,
      queuedOverDirect: queued.noticesPerSecond / direct.noticesPerSecond,
    };
  } finally {
    await Promise.all([redis.stop(), mongo.stop()]);
  }
}

async function throughQueue(world: World) {
  try {
    const processes = new Map<string, ServiceProcess>();
    processes.set("crawler", await start(world, "crawler"));
    const crawl = await timed(() => crawlOnly(world));
    const redisBytesPerJob = await bytesPerWaitingJob(world);
    const read = await timed(async () => {
      for (const name of ["extractor", "comparer"]) processes.set(name, await start(world, name));
      await waitUntil("all notices read and compared", settleMs, () => allCompared(world), pollMs);
    });
    return {
      crawlPagesPerSecond: notices / crawl.seconds,
      noticesPerSecond: notices / read.seconds,
      seconds: read.seconds,
      redisBytesPerJob,
      // What of it is our own work: the rest is the servers' and waiting for them.
      cpuMillisecondsPerNotice: Object.fromEntries(
        [...processes].map(([name, { pid }]) => [name, cpuMilliseconds(pid) / notices]),
      ),
      peakMegabytes: Object.fromEntries([...processes].map(([name, { pid }]) => [name, peakMegabytes(pid)])),
    };
  } finally {
    await world.stop();
  }
}

/** A bench starts its services with RECONCILE_MS as in production, so that dispatching is the queue's work. */
function start(world: World, name: string): Promise<ServiceProcess> {
  return world.start(name);
}

async function crawlOnly(world: World): Promise<void> {
  void world.crawl();
  const isOver = async (): Promise<boolean> => {
    const [run] = await world.store.runs.list(1);
    return run !== undefined && run.state !== "open";
  };
  await waitUntil("all pages captured", settleMs, isOver, pollMs);
}

async function allCompared(world: World): Promise<boolean> {
  const [unread, pending] = await Promise.all([
    world.store.captures.listUnread(1, 1),
    world.store.captures.listPendingSeries(1),
  ]);
  return unread.length + pending.length === 0;
}

async function bytesPerWaitingJob(world: World): Promise<number> {
  const keys = await world.redis.keys(`${world.environment["QUEUE_PREFIX"]}:extract:extract-*`);
  let bytes = 0;
  for (const key of keys.slice(0, 200)) bytes += Number(await world.redis.memory("USAGE", key));
  return Math.round(bytes / Math.max(1, Math.min(200, keys.length)));
}

function peakMegabytes(pid: number): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  return Math.round(Number(peak) / 1024);
}

/** User and system time of a process so far. The kernel counts in hundredths of a second (proc(5), fields 14 and 15). */
function cpuMilliseconds(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1] ?? "";
  const [user, system] = afterName.split(" ").slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

async function withoutQueue(world: World) {
  try {
    await start(world, "crawler");
    await crawlOnly(world);
    const { store } = world;
    const captures = await store.captures.listUnread(1, notices);
    // As in a queue, a series that is waiting is not sent again.
    const sent = new Set<string>();
    const queue: Pick<Queue, "send"> = {
      send: async <N extends JobName>(name: N, payloads: readonly JobPayload<N>[]) => {
        if (name === "compare") for (const payload of payloads) if ("seriesId" in payload) sent.add(payload.seriesId);
      },
    };
    const now = (): Date => new Date();
    const extract = extractStage({ store, queue, now }, 1);
    const compare = compareStage({ store, queue, rankOf: () => "official", now }, 1);
    const context = { jobId: "bench", attempt: 1, signal: new AbortController().signal };
    const cpuBefore = process.cpuUsage();
    const { seconds } = await timed(async () => {
      for (const { _id } of captures) await extract.handle({ captureId: _id }, context);
      for (const seriesId of sent) await compare.handle({ seriesId }, context);
    });
    const { user, system } = process.cpuUsage(cpuBefore);
    const cpuMillisecondsPerNotice = (user + system) / 1_000 / captures.length;
    return { noticesPerSecond: captures.length / seconds, seconds, cpuMillisecondsPerNotice };
  } finally {
    await world.stop();
  }
}

async function timed(work: () => Promise<void>): Promise<{ seconds: number }> {
  const startedMs = performance.now();
  await work();
  return { seconds: (performance.now() - startedMs) / 1_000 };
}
