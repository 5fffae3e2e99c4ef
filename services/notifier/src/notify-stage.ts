import { maskContactsWithin, Fault, type StoredChange } from "@zhenggai/notice";
import type { JobPayload, Stage } from "@zhenggai/queues";
import { type Logger } from "@zhenggai/runtime";
import type { Store } from "@zhenggai/store";

/** The channels that there are; a change's deliveries go by these names. */
export const channelNames = ["feed", "webhook"] as const;

/** One way to deliver a change: returns the status to record; throws a Fault where it did not arrive. */
export type Channel = {
  readonly name: (typeof channelNames)[number];
  readonly deliver: (change: StoredChange, signal: AbortSignal) => Promise<number>;
};

export type NotifyDeps = {
  readonly store: Pick<Store, "changes">;
  readonly channels: readonly Channel[];
  readonly logger: Logger;
  readonly now: () => Date;
};

/** The stage that delivers a change on every channel that has not had it; the delivery is recorded on the change itself. */
export function notifyStage(deps: NotifyDeps, concurrency: number): Stage<"notify"> {
  return {
    name: "notify",
    concurrency,
    handle: async ({ changeId }, { signal }) => {
      const stored = await deps.store.changes.get(changeId);
      if (stored === null || !deliverable(stored)) return;
      const missing = deps.channels.filter((channel) => stored.deliveries[channel.name] === undefined);
      const results = await Promise.allSettled(missing.map((channel) => deliverOn(channel, stored, signal, deps)));
      const failed = results.find((result) => result.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    },
    // Recorded with status 0: given up. It is not tried again by itself; `zhenggai status` counts it.
    onGivenUp: async ({ changeId }, fault) => {
      const stored = await deps.store.changes.get(changeId);
      if (stored === null) return;
      deps.logger.error({ changeId, code: fault.code }, "delivery given up");
      for (const { name } of deps.channels.filter((channel) => stored.deliveries[channel.name] === undefined)) {
        await deps.store.changes.recordDelivery(changeId, name, { at: deps.now().toISOString(), status: 0 });
      }
    },
    outstanding: () => undelivered(deps),
  };
}

/** Channels are independent: one that is down keeps the change from no other. */
async function deliverOn(channel: Channel, change: StoredChange, signal: AbortSignal, deps: NotifyDeps): Promise<void> {
  const status = await channel.deliver(change, signal);
  await deps.store.changes.recordDelivery(change._id, channel.name, { at: deps.now().toISOString(), status });
}

/** Our own re-extractions and cosmetic changes are stored, never delivered. */
export function deliverable({ state, change }: StoredChange): boolean {
  return state === "current" && change.origin === "site" && change.severity !== "cosmetic";
}

const batch = 500;

async function* undelivered(deps: NotifyDeps): AsyncIterable<readonly JobPayload<"notify">[]> {
  for (const channel of deps.channels) {
    let afterId: string | undefined;
    for (;;) {
      const changes = await deps.store.changes.listUndelivered(channel.name, batch, afterId);
      if (changes.length === 0) break;
      yield changes.map(({ _id }) => ({ changeId: _id }));
      afterId = changes.at(-1)?._id;
    }
  }
}

/** Posts a change as JSON, contacts masked; any answer but 2xx is a Fault. The change's id is the idempotency key. */
export function webhookChannel(url: string): Channel {
  return {
    name: "webhook",
    deliver: async (stored, signal) => {
      const { _id, seriesId, noticeIds, change } = stored;
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": _id },
          body: JSON.stringify({ id: _id, seriesId, noticeIds, change: maskContactsWithin(change) }),
          // Followed, a POST becomes a GET without its body, whose 200 would say that the change has arrived.
          redirect: "manual",
          signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
        });
        await response.body?.cancel();
        if (!response.ok) throw new Fault("E4010", { value: url, why: `HTTP ${response.status}` });
        return response.status;
      } catch (error) {
        if (error instanceof Fault) throw error;
        throw new Fault("E4010", {
          value: url,
          why: error instanceof Error ? error.message : String(error),
          cause: error,
        });
      }
    },
  };
}
