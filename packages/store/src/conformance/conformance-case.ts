import type { Store } from "../store.ts";

/** One rule of the contract, shown on a store that is empty at first. */
export type ConformanceCase = { readonly title: string; readonly run: (store: Store) => Promise<void> };

export const ids = (documents: readonly { readonly _id: string }[]): string[] => documents.map(({ _id }) => _id);

/** Calls `work` that often, all at once. */
export const allAtOnce = <T>(times: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, n) => work(n)));
