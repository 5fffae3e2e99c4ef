import { storedChainSchema, type StoredChain } from "@zhenggai/notice";
import type { Filter, FindOptions, StoreCollection } from "../collection.ts";
import type { ChainsStore } from "../store.ts";

/** The ledger of findings: one chain a finding, over the inspections of its subject. */
export function chainsStore(chains: StoreCollection<StoredChain>): ChainsStore {
  const findAll = async (filter: Filter, options: FindOptions): Promise<StoredChain[]> => {
    const stored = await chains.find(filter, options).toArray();
    return stored.map((chain) => storedChainSchema.parse(chain));
  };
  return {
    listOfSeries: (seriesId) => findAll({ seriesId }, { sort: { _id: 1 } }),
    list: (limit) => findAll({}, { sort: { timesNamed: -1, _id: 1 }, limit }),
  };
}
