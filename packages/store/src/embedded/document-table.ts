import type { Filter, StoredDocument } from "../collection.ts";
import { duplicateKeyCode } from "../duplicate-key.ts";
import type { IndexSpec } from "../indexes.ts";
import type { LooseDocument } from "./log-line.ts";
import { hasOperators } from "./update-document.ts";

/** The documents of one collection with their indexes: by `_id`, by the leading field of each index, by unique keys. */
export type DocumentTable = {
  readonly get: (id: string) => LooseDocument | undefined;
  readonly set: (document: LooseDocument) => void;
  readonly delete: (id: string) => void;
  /** Throws code 11000, as the server does, where another document holds one of the unique keys. */
  readonly checkUnique: (document: LooseDocument) => void;
  /** A superset of the documents that match the filter, as small as the indexes allow. */
  readonly candidates: (filter: Filter) => LooseDocument[];
};

type EqualityIndex = { readonly field: string; readonly idsByValue: Map<unknown, Set<string>> };
type UniqueIndex = { readonly fields: readonly string[]; readonly idByKey: Map<string, string> };

export function createDocumentTable(specs: readonly IndexSpec[], initial: Iterable<LooseDocument>): DocumentTable {
  const documents = new Map<string, LooseDocument>();
  const leading = new Set(specs.map(({ key }) => Object.keys(key)[0]).filter((field) => field !== undefined));
  const equalityIndexes: EqualityIndex[] = [...leading].map((field) => ({ field, idsByValue: new Map() }));
  const uniqueIndexes: UniqueIndex[] = specs
    .filter(({ unique }) => unique)
    .map(({ key }) => ({ fields: Object.keys(key), idByKey: new Map() }));

  const remove = (id: string): void => {
    const document = documents.get(id);
    if (document === undefined) return;
    documents.delete(id);
    for (const { field, idsByValue } of equalityIndexes) {
      for (const value of indexedValues(document, field)) idsByValue.get(value)?.delete(id);
    }
    for (const { fields, idByKey } of uniqueIndexes) idByKey.delete(uniqueKey(document, fields));
  };
  const set = (document: LooseDocument): void => {
    remove(document._id);
    documents.set(document._id, document);
    for (const index of equalityIndexes) addToIndex(index, document);
    for (const { fields, idByKey } of uniqueIndexes) idByKey.set(uniqueKey(document, fields), document._id);
  };
  for (const document of initial) set(document);

  return {
    get: (id) => documents.get(id),
    set,
    delete: remove,
    checkUnique: (document) => {
      for (const { fields, idByKey } of uniqueIndexes) {
        const holder = idByKey.get(uniqueKey(document, fields));
        if (holder !== undefined && holder !== document._id) throw duplicateKey(document, fields);
      }
    },
    candidates: (filter) => {
      const ids = idsFor(filter, equalityIndexes);
      if (ids === null) return [...documents.values()];
      return [...ids].map((id) => documents.get(id)).filter((document) => document !== undefined);
    },
  };
}

/** An error that the store recognises just as it recognises the server's. */
export function duplicateKey(document: StoredDocument, fields: readonly string[]): Error {
  const keyPattern = Object.fromEntries(fields.map((field) => [field, 1]));
  const error = new Error(`E11000 duplicate key error: ${fields.join(", ")} of ${document._id}`);
  return Object.assign(error, { code: duplicateKeyCode, keyPattern });
}

function addToIndex({ field, idsByValue }: EqualityIndex, document: LooseDocument): void {
  for (const value of indexedValues(document, field)) {
    const ids = idsByValue.get(value);
    if (ids === undefined) idsByValue.set(value, new Set([document._id]));
    else ids.add(document._id);
  }
}

/** Ids that can match, or null where no index helps. */
function idsFor(filter: Filter, indexes: readonly EqualityIndex[]): ReadonlySet<string> | null {
  const own = soughtValues(filter["_id"]);
  if (own !== null) return new Set(own.filter((id) => typeof id === "string"));
  for (const { field, idsByValue } of indexes) {
    const values = field in filter ? soughtValues(filter[field]) : null;
    if (values !== null) return union(values.map((value) => idsByValue.get(value) ?? none));
  }
  const branches = filter["$or"];
  if (!Array.isArray(branches)) return null;
  const found = branches.map((branch) => idsFor(branch, indexes));
  return found.includes(null) ? null : union(found.map((ids) => ids ?? none));
}

const none: ReadonlySet<string> = new Set();

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [only] = sets;
  if (only !== undefined && sets.length === 1) return only;
  return new Set(sets.flatMap((ids) => Array.from(ids)));
}

/** The values that a condition asks a field to be equal to; null where it asks something else. */
function soughtValues(condition: unknown): readonly unknown[] | null {
  if (condition === undefined) return null;
  if (isKey(condition)) return [condition];
  const isIn = typeof condition === "object" && hasOperators(condition) && condition !== null && "$in" in condition;
  return isIn && Array.isArray(condition.$in) && condition.$in.every(isKey) ? condition.$in : null;
}

const isKey = (value: unknown): boolean => value === null || typeof value === "string" || typeof value === "number";

/** Values of a path as an index holds them: elements of arrays one by one, null where the path does not exist. */
function indexedValues(document: LooseDocument, path: string): Set<unknown> {
  const values = valuesAt(document, path.split("."));
  return new Set(values.length === 0 ? [null] : values.map((value) => value ?? null));
}

/** Values at a path, arrays on the way and at its end taken apart; nothing where the path does not exist. */
export function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, path));
  const [field, ...rest] = path;
  if (field === undefined) return [value];
  if (typeof value !== "object" || value === null || !(field in value)) return [];
  return valuesAt(Object.entries(value).find(([name]) => name === field)?.[1], rest);
}

const uniqueKey = (document: LooseDocument, fields: readonly string[]): string =>
  JSON.stringify(fields.map((field) => valuesAt(document, field.split("."))));
