import { Fault } from "@zhenggai/notice";
import type { Queue as BullQueue } from "bullmq";
import type { Redis } from "ioredis";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const isReadable = async (redis: Redis, key: string): Promise<boolean> => {
  const type = await redis.type(key);
  return type === "none" || (type === "hash" && isJson((await redis.hget(key, "data")) ?? "{}"));
};

/**
 * Removes jobs that BullMQ takes out but can't even parse: it throws before our processor sees them, and would do so again
 * after each lock's end, for ever. Nobody can be running them, so their locks don't matter. Returns one E1003 per job; the
 * ledger sends the work again under the same id.
 */
export const removeUnreadableJobs = async (queue: BullQueue, redis: Redis): Promise<Fault[]> => {
  const faults: Fault[] = [];
  for (const id of await redis.lrange(queue.toKey("active"), 0, -1)) {
    const key = queue.toKey(id);
    if (!(await isReadable(redis, key))) {
      await redis.del(key, `${key}:lock`);
      const removed = await redis.lrem(queue.toKey("active"), 0, id);
      // Nought where another worker, or another call, was quicker and has told it.
      if (removed > 0) {
        faults.push(new Fault("E1003", { value: `${queue.name}: ${id}`, why: "a job in Redis can't be parsed" }));
      }
    }
  }
  return faults;
};
