/** The life of a Crawlee crawler that runs until it is ended, and that knows when its pool of tasks has started. */
export type KeptAlive = {
  readonly started: Promise<void>;
  /** Called from any task. */
  readonly start: () => void;
  /** For `autoscaledPoolOptions`: asked whenever nothing is to be done, first when the pool has started. */
  readonly isFinishedFunction: () => Promise<boolean>;
};

export function keptAlive(): KeptAlive {
  let tell = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return {
    started,
    start: () => tell(),
    isFinishedFunction: async () => {
      tell();
      return false;
    },
  };
}

/**
 * Stops a crawler and waits for its end. Not while it is still starting: Crawlee would then end, and leave timers running that
 * keep the process alive for ever.
 */
export async function endCrawler(
  crawler: { readonly teardown: () => Promise<void> },
  running: Promise<unknown>,
  life: KeptAlive,
): Promise<void> {
  await Promise.race([life.started, running]);
  await crawler.teardown();
  await running;
}
