import type { JobName, Stage } from "@zhenggai/queues";

/** The same stage, with every job delivered to two handlers at once and once more afterwards. */
export function twice<N extends JobName>(stage: Stage<N>): Stage<N> {
  return {
    ...stage,
    handle: async (payload, context) => {
      await Promise.all([stage.handle(payload, context), stage.handle(payload, context)]);
      await stage.handle(payload, context);
    },
  };
}
