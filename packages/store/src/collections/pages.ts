import { storedPageSchema, type StoredPage } from "@zhenggai/notice";
import type { Filter, FindOptions, StoreCollection } from "../collection.ts";
import { insertedNew } from "../duplicate-key.ts";
import type { PagesStore } from "../store.ts";

/** Pages: one URL over time. */
export function pagesStore(pages: StoreCollection<StoredPage>): PagesStore {
  const findAll = async (filter: Filter, options: FindOptions): Promise<StoredPage[]> => {
    const stored = await pages.find(filter, options).toArray();
    return stored.map((page) => storedPageSchema.parse(page));
  };
  return {
    discover: async (listed) => {
      const ids = listed.map(({ _id }) => _id);
      const known = await pages.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
      const knownIds = new Set(known.map(({ _id }) => _id));
      const newIds: string[] = [];
      for (const page of listed.filter(({ _id }) => !knownIds.has(_id))) {
        // A page listed twice, or found by another crawler in the meantime, is new only once.
        if (await insertedNew(() => pages.insertOne(page))) newIds.push(page._id);
      }
      return newIds;
    },
    get: async (pageId) => storedPageSchema.nullable().parse(await pages.findOne({ _id: pageId })),
    getMany: (pageIds) => findAll({ _id: { $in: pageIds } }, { sort: { _id: 1 } }),
    update: async (pageId, fields) => {
      if (Object.keys(fields).length > 0) await pages.updateOne({ _id: pageId }, { $set: fields });
    },
    listDue: (sourceId, at, limit) =>
      findAll({ sourceId, nextCheckAt: { $lte: at } }, { sort: { nextCheckAt: 1, _id: 1 }, limit }),
    list: (limit, sourceId) => findAll(sourceId === undefined ? {} : { sourceId }, { sort: { _id: 1 }, limit }),
  };
}
