import type { StoreCollection, StoredDocument } from "../collection.ts";

export type ToFault = (error: unknown) => unknown;

/** The same collection; what its methods throw went through `toFault`. */
export function withFaults<D extends StoredDocument>(
  collection: StoreCollection<D>,
  toFault: ToFault,
): StoreCollection<D> {
  const guard = <T>(work: Promise<T>): Promise<T> => guarded(work, toFault);
  return {
    findOne: (filter, options) => guard(collection.findOne(filter, options)),
    find: (filter, options) => ({ toArray: () => guard(collection.find(filter, options).toArray()) }),
    countDocuments: (filter) => guard(collection.countDocuments(filter)),
    distinct: (field, filter) => guard(collection.distinct(field, filter)),
    insertOne: (document) => guard(collection.insertOne(document)),
    updateOne: (filter, update, options) => guard(collection.updateOne(filter, update, options)),
    updateMany: (filter, update) => guard(collection.updateMany(filter, update)),
    replaceOne: (filter, replacement, options) => guard(collection.replaceOne(filter, replacement, options)),
    bulkWrite: (operations, options) => guard(collection.bulkWrite(operations, options)),
    findOneAndUpdate: (filter, update, options) => guard(collection.findOneAndUpdate(filter, update, options)),
    deleteMany: (filter) => guard(collection.deleteMany(filter)),
  };
}

export async function guarded<T>(work: Promise<T>, toFault: ToFault): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toFault(error);
  }
}
