import { storedSourceSchema, type StoredSource } from "@zhenggai/notice";
import type { StoreCollection } from "../collection.ts";
import { guardedUpsert } from "../duplicate-key.ts";
import type { SourcesStore } from "../store.ts";

/** Sources: what their YAML says, and whether ops paused them. */
export function sourcesStore(sources: StoreCollection<StoredSource>): SourcesStore {
  return {
    register: async ({ _id, ...fields }) => {
      // An unchanged source does not match, and inserting it again fails on its key: nothing is written, updatedAt stays.
      const changed = { _id, $or: [{ name: { $ne: fields.name } }, { schedule: { $ne: fields.schedule } }] };
      await guardedUpsert(() =>
        sources.updateOne(changed, { $set: fields, $setOnInsert: { paused: false } }, { upsert: true }),
      );
    },
    list: async () => {
      const stored = await sources.find({}, { sort: { _id: 1 } }).toArray();
      return stored.map((source) => storedSourceSchema.parse(source));
    },
    setPaused: async (sourceId, paused, at) => {
      const { matchedCount } = await sources.updateOne({ _id: sourceId }, { $set: { paused, updatedAt: at } });
      return matchedCount === 1;
    },
  };
}
