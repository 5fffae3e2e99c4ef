import { storedVersionSchema, type StoredVersion } from "@zhenggai/notice";
import type { Filter, StoreCollection } from "../collection.ts";
import { guardedUpsert } from "../duplicate-key.ts";
import type { VersionsStore } from "../store.ts";

/** Versions: one reading of a notice each. */
export function versionsStore(versions: StoreCollection<StoredVersion>): VersionsStore {
  const findAll = async (filter: Filter): Promise<StoredVersion[]> => {
    const stored = await versions.find(filter, { sort: { _id: 1 } }).toArray();
    return stored.map((version) => storedVersionSchema.parse(version));
  };
  return {
    put: async (version) => {
      const { _id, extractor } = version;
      await guardedUpsert(() =>
        versions.replaceOne({ _id, extractor: { $lte: extractor } }, version, { upsert: true }),
      );
    },
    get: async (versionId) => storedVersionSchema.nullable().parse(await versions.findOne({ _id: versionId })),
    listOfSeries: (seriesId) => findAll({ seriesId }),
    getMany: (versionIds) => findAll({ _id: { $in: versionIds } }),
    removeOlder: async (seriesId, extractor) => {
      await versions.deleteMany({ seriesId, extractor: { $lt: extractor } });
    },
  };
}
