/** What every stored document has. */
export type StoredDocument = { readonly _id: string };

/** A filter of MongoDB's query language, on dotted paths. */
export type Filter = Readonly<Record<string, unknown>>;

/** The update operators that the store uses; embedded mode supplies exactly these. */
export type UpdateOperators = {
  readonly $set?: Readonly<Record<string, unknown>>;
  readonly $setOnInsert?: Readonly<Record<string, unknown>>;
  readonly $inc?: Readonly<Record<string, number>>;
  readonly $min?: Readonly<Record<string, unknown>>;
  readonly $max?: Readonly<Record<string, unknown>>;
  readonly $addToSet?: Readonly<Record<string, unknown>>;
  readonly $pull?: Readonly<Record<string, unknown>>;
};

/** One stage of an update by aggregation; only `$set` is used. */
export type UpdateStage = { readonly $set: Readonly<Record<string, unknown>> };

export type FindOptions = {
  sort?: Record<string, 1 | -1>;
  limit?: number;
  projection?: Record<string, 0 | 1>;
};

export type UpdateCounts = {
  readonly matchedCount: number;
  readonly modifiedCount: number;
  readonly upsertedCount: number;
};

/** One write of a bulk. Each inserts where its filter finds nothing. */
export type BulkUpsert<D extends StoredDocument> =
  | { replaceOne: { filter: Filter; replacement: D; upsert: true } }
  | { updateOne: { filter: Filter; update: UpdateOperators; upsert: true } };

/**
 * The part of the MongoDB driver's `Collection` that the store needs. The driver's own collections are assignable to it as
 * they are; embedded mode supplies it in process. Method signatures, not properties: the driver's parameters are narrower.
 */
export type StoreCollection<D extends StoredDocument> = {
  findOne(filter: Filter, options?: Pick<FindOptions, "sort">): Promise<D | null>;
  find(filter: Filter, options?: FindOptions): { toArray(): Promise<D[]> };
  countDocuments(filter: Filter): Promise<number>;
  distinct(field: string, filter: Filter): Promise<unknown[]>;
  /** Throws an error with code 11000 where `_id` or a unique index is taken. */
  insertOne(document: D): Promise<unknown>;
  updateOne(filter: Filter, update: UpdateOperators, options?: { upsert?: boolean }): Promise<UpdateCounts>;
  updateMany(filter: Filter, update: UpdateOperators): Promise<UpdateCounts>;
  replaceOne(filter: Filter, replacement: D, options?: { upsert?: boolean }): Promise<unknown>;
  /** One round trip. What fails does not keep the others from being done; throws code 11000 only where all that failed is that. */
  bulkWrite(operations: BulkUpsert<D>[], options: { ordered: false }): Promise<unknown>;
  findOneAndUpdate(
    filter: Filter,
    update: UpdateOperators | UpdateStage[],
    options: { returnDocument: "after" },
  ): Promise<D | null>;
  deleteMany(filter: Filter): Promise<{ deletedCount: number }>;
};
