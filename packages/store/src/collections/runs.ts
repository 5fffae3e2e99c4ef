import { Fault, storedRunSchema, type StoredRun } from "@zhenggai/notice";
import type { StoreCollection } from "../collection.ts";
import { insertedNew } from "../duplicate-key.ts";
import type { RunsStore } from "../store.ts";

/** Runs: one crawl of a source for one slot. */
export function runsStore(runs: StoreCollection<StoredRun>): RunsStore {
  const get = async (runId: string): Promise<StoredRun | null> =>
    storedRunSchema.nullable().parse(await runs.findOne({ _id: runId }));
  return {
    open: async (run) => {
      if (await insertedNew(() => runs.insertOne(run))) return run;
      const stored = await get(run._id);
      if (stored === null) throw new Fault("E1001", { value: run._id, why: "a run vanished from the store" });
      return stored;
    },
    get,
    finish: async (runId, { state, counts, fault, at }) => {
      await runs.updateOne({ _id: runId, state: "open" }, { $set: { state, counts, fault, finishedAt: at } });
    },
    list: async (limit, sourceId) => {
      const filter = sourceId === undefined ? {} : { sourceId };
      const stored = await runs.find(filter, { sort: { slot: -1, _id: 1 }, limit }).toArray();
      return stored.map((run) => storedRunSchema.parse(run));
    },
    listOpen: async (limit) => {
      const stored = await runs.find({ state: "open" }, { sort: { slot: 1, _id: 1 }, limit }).toArray();
      return stored.map((run) => storedRunSchema.parse(run));
    },
  };
}
