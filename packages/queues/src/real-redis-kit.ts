import { randomUUID } from "node:crypto";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { Redis } from "ioredis";

/** The Redis that tests may use, or undefined, said loudly. Under CI its absence is a failure. */
export const testRedisUrl = (): string | undefined => {
  const url = process.env["ZHENGGAI_TEST_REDIS_URL"];
  if (url === undefined || url === "") {
    if (process.env["CI"] !== undefined) {
      throw new Error("ZHENGGAI_TEST_REDIS_URL is not set, and CI must not skip the tests on real Redis");
    }
    process.stderr.write("SKIPPED: tests on real Redis; set ZHENGGAI_TEST_REDIS_URL=redis://127.0.0.1:6379\n");
    return undefined;
  }
  return url;
};

export const randomPrefix = (): string => `zhenggai-test-${randomUUID()}`;

export const keysOf = (redis: Redis, prefix: string): Promise<string[]> => redis.keys(`${prefix}:*`);

/** What FLUSHALL does, to one test's keys. */
export const wipe = async (redis: Redis, prefix: string): Promise<void> => {
  const keys = await keysOf(redis, prefix);
  if (keys.length > 0) {
    await redis.del(...keys);
  }
};

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
};

export type Listener = { readonly url: string; readonly close: () => Promise<void> };

/** A server on loopback that answers every chunk with `answer`, or never. */
export const listener = async (answer: (chunk: string) => string | null): Promise<Listener> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      const reply = answer(chunk.toString());
      if (reply !== null) {
        socket.write(reply);
      }
    });
  });
  const port = await listening(server);
  const close = async (): Promise<void> => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `redis://127.0.0.1:${port}`, close };
};

export type Proxy = Listener & {
  /** `down`: connections are cut and refused. `hole`: bytes vanish, nothing is closed. */
  readonly set: (mode: "pass" | "down" | "hole") => void;
};

/** Stands between a client and Redis, so that a test can take Redis away and bring it back. */
export const redisProxy = async (target: string): Promise<Proxy> => {
  const { hostname, port: targetPort, username, password, pathname } = new URL(target);
  const pairs = new Set<readonly [Socket, Socket]>();
  const state = { mode: "pass" };
  const server = createServer((near) => {
    if (state.mode === "down") {
      near.destroy();
      return;
    }
    const far = connect(Number(targetPort === "" ? 6379 : targetPort), hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on("data", (chunk) => void (state.mode === "hole" || to.write(chunk)));
      from.on("error", () => {});
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
  });
  const port = await listening(server);
  const cut = (): void => pairs.forEach(([near]) => near.destroy());
  const set = (mode: "pass" | "down" | "hole"): void => {
    state.mode = mode;
    if (mode === "down") {
      cut();
    }
  };
  const login = password === "" ? "" : `${username}:${password}@`;
  const close = async (): Promise<void> => {
    cut();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `redis://${login}127.0.0.1:${port}${pathname}`, set, close };
};
