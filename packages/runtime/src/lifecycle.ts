import { Fault } from "@zhenggai/notice";
import { asFault, exitCodeOf, faultMessage } from "./fault-message.ts";
import type { Logger } from "./logger.ts";

/** Whole time from SIGTERM to exit where nothing else is said: Kubernetes and our Compose file kill after 30 s. */
export const shutdownWithinMs = 20_000;

/** Something started that has to be stopped, in reverse order of starting. */
export type Stoppable = { readonly name: string; readonly stop: (graceMs: number) => Promise<void> };

export type ServiceOptions = {
  readonly logger: Logger;
  /** Starts everything, registering each part as soon as it runs. Rejects with a Fault when the service can't start. */
  readonly start: (register: (part: Stoppable) => void) => Promise<void>;
  /** Default `shutdownWithinMs`. */
  readonly shutdownMs?: number;
  readonly verbose?: boolean;
};

/**
 * Runs a service until SIGTERM or SIGINT, then stops its parts in reverse order and exits 0; exits within `shutdownMs`
 * whatever the parts do. A service that can't start prints one screen and exits with the fault's code.
 */
export async function runService(options: ServiceOptions): Promise<void> {
  const { logger, shutdownMs = shutdownWithinMs, verbose = false } = options;
  const parts: Stoppable[] = [];
  let stopping = false;
  const stop = async (exitCode: number, why: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info({ why }, "stopping");
    const hard = setTimeout(() => process.exit(exitCode), shutdownMs);
    await stopParts(parts, shutdownMs, logger);
    clearTimeout(hard);
    logger.info("stopped");
    process.exit(exitCode);
  };
  process.once("SIGTERM", () => void stop(0, "SIGTERM"));
  process.once("SIGINT", () => void stop(130, "SIGINT"));
  process.on("uncaughtException", (error) => {
    logger.fatal({ err: error }, "uncaught exception");
    void stop(1, "uncaught exception");
  });
  process.on("unhandledRejection", (error) => {
    logger.fatal({ err: error }, "unhandled rejection");
    void stop(1, "unhandled rejection");
  });
  try {
    await options.start((part) => parts.push(part));
    logger.info("started");
  } catch (error) {
    const fault = asFault(error);
    process.stderr.write(`${faultMessage(fault, { verbose })}\n`);
    await stop(exitCodeOf(fault), "could not start");
  }
}

const lateMs = 1_000;

/** A part that hangs must not keep the ones below it, such as the store, from closing. */
async function withinGrace(part: Stoppable, graceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Fault("E1004", { value: part.name })), graceMs + lateMs);
  });
  try {
    await Promise.race([part.stop(graceMs), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function stopParts(parts: readonly Stoppable[], shutdownMs: number, logger: Logger): Promise<void> {
  const deadlineMs = performance.now() + shutdownMs - 2_000;
  for (const part of parts.toReversed()) {
    const graceMs = Math.max(200, deadlineMs - performance.now());
    try {
      await withinGrace(part, graceMs);
    } catch (error) {
      logger.warn({ err: error, part: part.name }, "part did not stop cleanly");
    }
  }
}
