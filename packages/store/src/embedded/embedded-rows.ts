import { Query } from "mingo";
import type { z } from "zod";
import type { Filter, StoredDocument } from "../collection.ts";
import type { IndexSpec } from "../indexes.ts";
import type { AppendLog } from "./append-log.ts";
import { createDocumentTable, duplicateKey } from "./document-table.ts";
import type { LogEntry, LooseDocument } from "./log-line.ts";

export type EmbeddedParts<D extends StoredDocument> = {
  readonly schema: z.ZodType<D>;
  readonly indexes: readonly IndexSpec[];
  /** null keeps everything in memory. */
  readonly log: AppendLog | null;
  /** Throws once the store is closed. */
  readonly checkOpen: () => void;
};

/** One collection's documents: every write is checked, appended to the log, then visible. */
export type EmbeddedRows = {
  readonly matching: (filter: Filter) => LooseDocument[];
  /** Throws code 11000 where `_id` or a unique key is taken, code 121 where the document does not match its schema. */
  readonly insert: (document: LooseDocument) => void;
  readonly replace: (documents: readonly LooseDocument[]) => void;
  readonly remove: (documents: readonly LooseDocument[]) => void;
};

export function createEmbeddedRows<D extends StoredDocument>(parts: EmbeddedParts<D>): EmbeddedRows {
  const { log, schema, checkOpen } = parts;
  const table = createDocumentTable(parts.indexes, log?.documents.values() ?? []);
  const write = (entries: readonly LogEntry<LooseDocument>[]): void => {
    if (entries.length === 0) return;
    log?.append(entries);
    for (const entry of entries) {
      if ("put" in entry) table.set(entry.put);
      else table.delete(entry.delete);
    }
  };
  const replace = (documents: readonly LooseDocument[]): void => {
    for (const document of documents) {
      refuseMalformed(schema, document);
      table.checkUnique(document);
    }
    write(documents.map((document) => ({ put: document })));
  };
  return {
    matching: (filter) => {
      checkOpen();
      const query = new Query(filter);
      return table.candidates(filter).filter((document) => query.test(document));
    },
    insert: (document) => {
      checkOpen();
      if (table.get(document._id) !== undefined) throw duplicateKey(document, ["_id"]);
      replace([document]);
    },
    replace,
    remove: (documents) => write(documents.map(({ _id }) => ({ delete: _id }))),
  };
}

/** MongoDB's code for a document that its collection's validator refuses. */
const validationFailedCode = 121;

function refuseMalformed(schema: z.ZodType, document: LooseDocument): void {
  const checked = schema.safeParse(document);
  if (checked.success) return;
  const error = new Error(`Document failed validation: ${document._id}`, { cause: checked.error });
  throw Object.assign(error, { code: validationFailedCode });
}
