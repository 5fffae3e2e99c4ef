import { setTimeout as delay } from "node:timers/promises";
import { createFetchEngine } from "./fetch-engine.ts";

// Run as a process of its own: engines closed at every moment of their start, after which nothing may keep the process alive.
const options = { timeoutMs: 1_000, maxBytes: 1_000, userAgent: "zhenggai-test", connectTo: null };
for (let afterMs = 0; afterMs < 16; afterMs += 1) {
  const engine = await createFetchEngine(options);
  if (afterMs > 0) await delay(afterMs);
  await engine.close();
}
process.stdout.write("closed\n");
