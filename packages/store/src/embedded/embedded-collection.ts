import { isDeepStrictEqual } from "node:util";
import { find } from "mingo";
import type { Filter, FindOptions, StoreCollection, StoredDocument, UpdateCounts } from "../collection.ts";
import { isDuplicateKey } from "../duplicate-key.ts";
import { valuesAt } from "./document-table.ts";
import { createEmbeddedRows, type EmbeddedParts, type EmbeddedRows } from "./embedded-rows.ts";
import type { LooseDocument } from "./log-line.ts";
import { updateDocument, upsertedDocument } from "./update-document.ts";

/**
 * The methods of a MongoDB collection that the store needs, in process. Each operation runs synchronously from its call to
 * its end, so operations are atomic; what is acknowledged is in the log. What is given out and taken in are copies.
 */
export function embeddedCollection<D extends StoredDocument>(parts: EmbeddedParts<D>): StoreCollection<D> {
  const rows = createEmbeddedRows(parts);
  // Documents were checked against their schema when they were written; a projection is partial, as the driver's is.
  const isDocument = (document: LooseDocument): document is LooseDocument & D => typeof document._id === "string";
  const copyOut = (document: LooseDocument): D => {
    const copy = structuredClone(document);
    if (!isDocument(copy)) throw new TypeError("a stored document without _id");
    return copy;
  };
  return { ...readMethods(rows, copyOut), ...writeMethods(rows, copyOut) };
}

type CopyOut<D> = (document: LooseDocument) => D;

type ReadMethods = "findOne" | "find" | "countDocuments" | "distinct";

function readMethods<D extends StoredDocument>(
  rows: EmbeddedRows,
  copyOut: CopyOut<D>,
): Pick<StoreCollection<D>, ReadMethods> {
  const select = (filter: Filter, options: FindOptions = {}): D[] => {
    const cursor = find<LooseDocument>(rows.matching(filter), {}, options.projection);
    const sorted = options.sort === undefined ? cursor : cursor.sort(options.sort);
    // As in MongoDB, a limit of 0 is none.
    const limited = options.limit === undefined || options.limit === 0 ? sorted : sorted.limit(options.limit);
    return limited.all().map((document) => copyOut(document));
  };
  return {
    findOne: async (filter, options) => select(filter, { ...options, limit: 1 })[0] ?? null,
    find: (filter, options) => ({ toArray: async () => select(filter, options) }),
    countDocuments: async (filter) => rows.matching(filter).length,
    distinct: async (field, filter) => [
      ...new Set(rows.matching(filter).flatMap((document) => valuesAt(document, field.split(".")))),
    ],
  };
}

type WriteMethods = Exclude<keyof StoreCollection<StoredDocument>, ReadMethods>;

function writeMethods<D extends StoredDocument>(
  rows: EmbeddedRows,
  copyOut: CopyOut<D>,
): Pick<StoreCollection<D>, WriteMethods> {
  const single = singleWrites<D>(rows);
  return {
    ...single,
    bulkWrite: async (operations) => {
      // Each runs as it is called, one after the other.
      const outcomes = await Promise.allSettled(
        operations.map((operation) =>
          "replaceOne" in operation
            ? single.replaceOne(operation.replaceOne.filter, operation.replaceOne.replacement, upserting)
            : single.updateOne(operation.updateOne.filter, operation.updateOne.update, upserting),
        ),
      );
      const errors = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
      if (errors.length > 0) throw errors.find((error) => !isDuplicateKey(error)) ?? errors[0];
    },
    updateMany: async (filter, update) => {
      const found = rows.matching(filter);
      const updated = found.map((document) => updateDocument(document, update));
      return replaceChanged(rows, found, updated);
    },
    findOneAndUpdate: async (filter, update) => {
      const [found] = rows.matching(filter);
      if (found === undefined) return null;
      const updated = updateDocument(found, update);
      rows.replace([updated]);
      return copyOut(updated);
    },
    deleteMany: async (filter) => {
      const found = rows.matching(filter);
      rows.remove(found);
      return { deletedCount: found.length };
    },
  };
}

const upserting = { upsert: true } as const;

type SingleWrites = "insertOne" | "updateOne" | "replaceOne";

function singleWrites<D extends StoredDocument>(rows: EmbeddedRows): Pick<StoreCollection<D>, SingleWrites> {
  return {
    insertOne: async (document) => rows.insert(copyIn(document)),
    updateOne: async (filter, update, options) => {
      const [found] = rows.matching(filter);
      if (found !== undefined) return replaceChanged(rows, [found], [updateDocument(found, update)]);
      if (options?.upsert === true) rows.insert(upsertedDocument(filter, update));
      return { matchedCount: 0, modifiedCount: 0, upsertedCount: options?.upsert === true ? 1 : 0 };
    },
    replaceOne: async (filter, replacement, options) => {
      const [found] = rows.matching(filter);
      if (found !== undefined) rows.replace([copyIn({ ...replacement, _id: found._id })]);
      else if (options?.upsert === true) rows.insert(copyIn(replacement));
    },
  };
}

function replaceChanged(
  rows: EmbeddedRows,
  found: readonly LooseDocument[],
  updated: readonly LooseDocument[],
): UpdateCounts {
  const changed = updated.filter((document, index) => !isDeepStrictEqual(document, found[index]));
  rows.replace(changed);
  return { matchedCount: found.length, modifiedCount: changed.length, upsertedCount: 0 };
}

function copyIn(document: StoredDocument): LooseDocument {
  return { ...structuredClone(document) };
}
