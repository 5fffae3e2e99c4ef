import { setTimeout as delay } from "node:timers/promises";

/** Stops a crawler. Crawlee forgets a teardown that comes while it is still starting, so it is told until it has ended. */
export async function endCrawler(
  crawler: { readonly teardown: () => Promise<void> },
  running: Promise<unknown>,
): Promise<void> {
  const ended = running.then(() => true);
  do await crawler.teardown();
  while (!(await Promise.race([ended, delay(50, false)])));
}
