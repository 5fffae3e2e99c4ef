import { Fault } from "@zhenggai/notice";
import { Redis } from "ioredis";
import { redactUrl, redisFault } from "./redis-fault.ts";
import { within } from "./within.ts";

export type RedisAddress = { readonly url: string; readonly connectTimeoutMs: number };

/** A worker's blocking read lasts 10 s at most; a socket silent for longer with a command open is dead. */
const socketTimeoutMs = 15_000;
const commandTimeoutMs = 5_000;

const reconnectDelayMs = (times: number): number => Math.min(times * 200, 2_000);

/** Throws E2002 where the address is none: ioredis would take it for a file or a host name and try for ever. */
const checkUrl = (url: string): void => {
  if (!URL.canParse(url) || !/^rediss?:$/u.test(new URL(url).protocol)) {
    throw new Fault("E2002", { value: `REDIS_URL=${redactUrl(url)}`, why: "not a redis:// or rediss:// address" });
  }
};

/** Connections of workers: they wait out any outage and resume by themselves. */
export const workerConnection = ({ url, connectTimeoutMs }: RedisAddress) => ({
  url,
  connectTimeout: connectTimeoutMs,
  socketTimeout: socketTimeoutMs,
  maxRetriesPerRequest: null,
  retryStrategy: reconnectDelayMs,
});

export type WorkerConnection = ReturnType<typeof workerConnection>;

const tooLate = (limitMs: number) => (): never => {
  throw new Error(`no answer within ${limitMs} ms`);
};

/** One command's answer, or a Fault within a few seconds. */
export const answered = async <T>(promise: Promise<T>, url: string, limitMs = commandTimeoutMs + 1_000): Promise<T> => {
  try {
    return await within(promise, limitMs, tooLate(limitMs));
  } catch (error) {
    throw redisFault(error, url);
  }
};

/**
 * Connects once, without retries, and fails within `connectTimeoutMs` (E2002, E3002, E3004). Afterwards the client reconnects
 * for ever, and a command that has no answer after 5 s fails. Its errors while nobody waits go to `onError`.
 */
export const openRedisClient = async (address: RedisAddress, onError: (error: Error) => void): Promise<Redis> => {
  checkUrl(address.url);
  const state: { connected: boolean; lastError: Error | null } = { connected: false, lastError: null };
  const client = new Redis(address.url, {
    lazyConnect: true,
    connectTimeout: address.connectTimeoutMs,
    commandTimeout: commandTimeoutMs,
    socketTimeout: socketTimeoutMs,
    maxRetriesPerRequest: 2,
    retryStrategy: (times) => (state.connected ? reconnectDelayMs(times) : null),
  });
  client.on("error", (error: Error) => {
    state.lastError = error;
    if (state.connected) {
      onError(error);
    }
  });
  try {
    await within(client.connect(), address.connectTimeoutMs, tooLate(address.connectTimeoutMs));
    state.connected = true;
    return client;
  } catch (error) {
    client.disconnect();
    throw redisFault(state.lastError ?? error, address.url);
  }
};

const field = (info: string, name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, "mu").exec(info)?.[1] ?? "";

/** Throws E3006 where the server is older than 6.2, or, if `strict`, may throw jobs away when memory runs short. */
export const checkRedisServer = async (client: Redis, url: string, strict: boolean): Promise<void> => {
  const info = await answered(client.info(), url);
  const version = field(info, "redis_version");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 6 || (major === 6 && minor < 2)) {
    throw new Fault("E3006", { value: redactUrl(url), why: `Redis ${version} is older than 6.2` });
  }
  const policy = field(info, "maxmemory_policy");
  if (strict && policy !== "noeviction") {
    throw new Fault("E3006", { value: redactUrl(url), why: `maxmemory-policy is ${policy}, not noeviction` });
  }
};
