import { Query } from "mingo";
import type { z } from "zod";
import type { Filter, FindOptions, StoreCollection, StoredDocument, UpdateOperators } from "../collection.ts";
import type { IndexSpec } from "../indexes.ts";
import type { AppendLog } from "./append-log.ts";
import { createDocumentTable, duplicateKey, valuesAt } from "./document-table.ts";
import type { LogEntry, LooseDocument } from "./log-line.ts";
import { updateDocument, upsertedDocument } from "./update-document.ts";

export type EmbeddedParts<D extends StoredDocument> = {
  readonly schema: z.ZodType<D>;
  readonly indexes: readonly IndexSpec[];
  /** null keeps everything in memory. */
  readonly log: AppendLog | null;
};

/**
 * The methods of a MongoDB collection that the store needs, in process. Each operation runs synchronously from call to
 * acknowledgement, so operations are atomic; what is acknowledged is in the log. Documents are checked against their schema
 * before they are kept, as the server's validators do; what is handed out are copies.
 */
export function embeddedCollection<D extends StoredDocument>(parts: EmbeddedParts<D>): StoreCollection<D> {
  const { log } = parts;
  const table = createDocumentTable(parts.indexes, log?.documents.values() ?? []);
  const given = givenOut(parts.schema);

  const matching = (filter: Filter): LooseDocument[] => {
    const query = new Query(filter);
    return table.candidates(filter).filter((document) => query.test(document));
  };
  const write = (entries: readonly LogEntry<LooseDocument>[]): void => {
    if (entries.length === 0) return;
    log?.append(entries);
    for (const entry of entries) {
      if ("put" in entry) table.set(entry.put);
      else table.delete(entry.delete);
    }
  };
  const insert = (document: LooseDocument): LooseDocument => {
    if (table.get(document._id) !== undefined) throw duplicateKey(document, ["_id"]);
    return put(document);
  };
  const put = (document: LooseDocument): LooseDocument => {
    refuseMalformed(parts.schema, document);
    table.checkUnique(document);
    write([{ put: document }]);
    return document;
  };
}
