import { storedHostSchema, type StoredHost } from "@zhenggai/notice";
import type { StoreCollection } from "../collection.ts";
import { guardedUpsert } from "../duplicate-key.ts";
import type { HostsStore } from "../store.ts";

/** A lease is usually given back long before it ends, so a waiting crawler asks again this soon. */
const busyRetryMs = 1000;

/** Hosts: one request at a time and a pace, over all processes. */
export function hostsStore(hosts: StoreCollection<StoredHost>): HostsStore {
  return {
    acquire: async (host, holder, now, leaseUntilAt) => {
      const free = {
        _id: host,
        nextRequestAt: { $lte: now },
        $or: [{ holder: null }, { holder }, { leaseUntilAt: { $lte: now } }],
      };
      const lease = { $set: { holder, leaseUntilAt }, $setOnInsert: { nextRequestAt: now } };
      if (await guardedUpsert(() => hosts.updateOne(free, lease, { upsert: true }))) return null;
      return retryAt(storedHostSchema.nullable().parse(await hosts.findOne({ _id: host })), holder, now);
    },
    release: async (host, holder, nextRequestAt) => {
      // A lease that was lost to another holder is not ours to give back.
      await hosts.updateOne({ _id: host, holder }, { $set: { holder: null, nextRequestAt } });
    },
  };
}

function retryAt(stored: StoredHost | null, holder: string, now: string): string {
  const soon = new Date(Date.parse(now) + busyRetryMs).toISOString();
  if (stored === null) return now;
  const isBusy = stored.holder !== null && stored.holder !== holder && stored.leaseUntilAt > now;
  const leaseAt = stored.leaseUntilAt < soon ? stored.leaseUntilAt : soon;
  const freeAt = isBusy ? leaseAt : now;
  return freeAt > stored.nextRequestAt ? freeAt : stored.nextRequestAt;
}
