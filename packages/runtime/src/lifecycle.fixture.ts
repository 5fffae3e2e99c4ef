import { Fault } from "@zhenggai/notice";
import { runService, type Stoppable } from "./lifecycle.ts";
import { createLogger } from "./logger.ts";

// A service for lifecycle.test.ts, which runs it as a process: `tsx lifecycle.fixture.ts SCENARIO`. It says on stdout what happens.

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const part = (name: string): Stoppable => ({ name, stop: async () => void say(`stopped ${name}`) });
const never = (): Promise<void> => new Promise(() => undefined);

const scenarios: Readonly<Record<string, (register: (part: Stoppable) => void) => Promise<void>>> = {
  good: async (register) => {
    for (const name of ["store", "queue", "stage"]) register(part(name));
  },
  slow: async (register) => {
    register({ name: "stage", stop: () => new Promise((resolve) => setTimeout(resolve, 300)) });
    register(part("health"));
  },
  hanging: async (register) => {
    register(part("store"));
    register({ name: "stage", stop: never });
  },
  stuck: async (register) => {
    for (const name of ["store", "queue", "stage"]) register({ name, stop: never });
  },
  failing: async (register) => {
    register(part("store"));
    register({ name: "queue", stop: () => Promise.reject(new Fault("E3002")) });
    register({ name: "stage", stop: () => Promise.reject("no error at all") });
  },
  faulty: async (register) => {
    register(part("store"));
    throw new Fault("E3001", { value: "mongodb://u:secret@h", why: "no answer" });
  },
  buggy: async () => {
    throw new TypeError("x is not a function");
  },
  rejection: async (register) => {
    register(part("store"));
    setTimeout(() => void Promise.reject(new Error("nobody waits")), 20);
  },
  "rejection-of-nothing": async () => {
    setTimeout(() => void Promise.reject(), 20);
  },
  exception: async (register) => {
    register(part("store"));
    setTimeout(() => {
      throw new Error("nobody catches");
    }, 20);
  },
};

const scenario = scenarios[process.argv[2] ?? ""];
const alive = setInterval(() => undefined, 1_000);

await runService({
  logger: createLogger({ service: "fixture", level: "info" }),
  shutdownMs: Number(process.argv[3] ?? 5_000),
  verbose: process.argv.includes("--verbose"),
  start: async (register) => {
    await scenario?.(register);
    say("started");
  },
});
alive.ref();
