import { Fault, storedChangeSchema, type StoredChange } from "@zhenggai/notice";
import type { Filter, FindOptions, StoreCollection } from "../collection.ts";
import type { ChangesStore } from "../store.ts";

/** Changes, as series.write leaves them, and their deliveries. */
export function changesStore(changes: StoreCollection<StoredChange>): ChangesStore {
  const findAll = async (filter: Filter, options: FindOptions): Promise<StoredChange[]> => {
    const stored = await changes.find(filter, options).toArray();
    return stored.map((change) => storedChangeSchema.parse(change));
  };
  return {
    get: async (changeId) => storedChangeSchema.nullable().parse(await changes.findOne({ _id: changeId })),
    getMany: (changeIds) => findAll({ _id: { $in: changeIds } }, { sort: { _id: 1 } }),
    list: (limit) => findAll({ state: "current" }, { sort: { firstSeenAfterAt: -1, _id: 1 }, limit }),
    count: () => changes.countDocuments({ state: "current" }),
    listUndelivered: async (channel, limit, afterId) =>
      findAll(
        {
          ...(afterId === undefined ? {} : { _id: { $gt: afterId } }),
          state: "current",
          "change.origin": "site",
          "change.severity": { $in: ["substantive", "minor"] },
          [deliveryPath(channel)]: { $exists: false },
        },
        { sort: { _id: 1 }, limit },
      ),
    countGivenUp: async (channel) =>
      changes.countDocuments({ state: "current", [`${deliveryPath(channel)}.status`]: 0 }),
    recordDelivery: async (changeId, channel, delivery) => {
      await changes.updateOne({ _id: changeId }, { $set: { [deliveryPath(channel)]: delivery } });
    },
  };
}

/** A channel is part of a path in the document: a dot or dollar in it would address something else. */
function deliveryPath(channel: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(channel)) {
    throw new Fault("E1001", { value: channel, why: "a channel's name is a letter, then letters, digits, - and _" });
  }
  return `deliveries.${channel}`;
}
