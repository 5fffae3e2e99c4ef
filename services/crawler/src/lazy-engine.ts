import { Fault } from "@zhenggai/notice";
import type { FetchEngine } from "./fetch-engine.ts";

/** An engine that is made when it is first asked; made anew where it could not be made or has died (E2002). */
export function lazyEngine(create: () => Promise<FetchEngine>): FetchEngine {
  let made: Promise<FetchEngine> | null = null;
  let isClosed = false;
  return {
    fetch: async (request, signal) => {
      if (isClosed) throw new Fault("E4003", { value: request.url, why: "the crawler is closing" });
      made ??= create();
      const used = made;
      try {
        return await (await used).fetch(request, signal);
      } catch (error) {
        if (error instanceof Fault && error.code === "E2002" && made === used) {
          made = null;
          await closeQuietly(used);
        }
        throw error;
      }
    },
    close: async () => {
      isClosed = true;
      if (made !== null) await closeQuietly(made);
    },
  };
}

/** Its failure has been told by `fetch` already. */
async function closeQuietly(engine: Promise<FetchEngine>): Promise<void> {
  const made = await engine.catch(() => null);
  await made?.close();
}
