import { storedTraceSchema, type StoredTrace } from "@zhenggai/notice";
import type { Filter, StoreCollection } from "../collection.ts";
import { guardedUpsert } from "../duplicate-key.ts";
import type { TracesStore } from "../store.ts";

/** Traces: by what series find copies, moved pages, error pages and template changes in each other. */
export function tracesStore(traces: StoreCollection<StoredTrace>): TracesStore {
  return {
    get: async (seriesId) => storedTraceSchema.nullable().parse(await traces.findOne({ _id: seriesId })),
    put: (trace) =>
      guardedUpsert(() => traces.replaceOne({ _id: trace._id, rev: { $lte: trace.rev } }, trace, { upsert: true })),
    peersOf: async ({ seriesId, isPage, copyKeys, otherKeys }) => {
      const sharing: Filter[] = [{ "known.seriesId": seriesId }];
      if (otherKeys.length > 0) sharing.push({ keys: { $in: otherKeys } });
      if (copyKeys.length > 0) sharing.push({ keys: { $in: copyKeys }, ...(isPage ? {} : { isPage: true }) });
      // A query for each rather than `$or`, for which SecantusDB reads the whole collection.
      const found = await Promise.all(sharing.map((filter) => traces.find(filter).toArray()));
      const peers = new Map(found.flat().map((trace) => [trace._id, trace]));
      peers.delete(seriesId);
      return [...peers.values()]
        .map((trace) => storedTraceSchema.parse(trace))
        .sort((left, right) => (left._id < right._id ? -1 : 1));
    },
  };
}
