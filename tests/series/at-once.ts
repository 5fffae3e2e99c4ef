import type { Store } from "@zhenggai/store";
import { history, seriesWorld } from "./series-world.ts";

const workers = 8;

/** Lets nobody go on before all have come. */
function barrier(count: number): () => Promise<void> {
  let waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length < count) return;
      const all = waiting;
      waiting = [];
      for (const release of all) release();
    });
}

/**
 * 8 workers compare one subject at once. Each sees some captures first, then loads; between loading and writing all of them wait for
 * each other, and then go on in an order that differs from turn to turn. What is pending afterwards is compared as the reconciler
 * would have it.
 */
export async function atOnce(store: Store, turn: number, seriesId: string): Promise<void> {
  const meet = barrier(workers);
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      let isFirst = true;
      const held: Store = {
        ...store,
        traces: {
          ...store.traces,
          peersOf: async (query) => {
            const peers = await store.traces.peersOf(query);
            if (isFirst) {
              isFirst = false;
              await meet();
              // Everybody has loaded; now they write, out of order.
              await new Promise((resolve) => setTimeout(resolve, (worker * 7 + turn * 3) % 11));
            }
            return peers;
          },
        },
      };
      const world = seriesWorld(held);
      for (const [at, response] of history.entries()) if (at % workers === worker) await world.see(response, 1);
      await world.compare(seriesId);
      // Whoever was overtaken before it loaded is not waited for.
      if (isFirst) void meet();
    }),
  );
  await seriesWorld(store).settle();
}
