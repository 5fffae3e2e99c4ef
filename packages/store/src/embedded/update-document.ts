import { updateOne } from "mingo";
import type { Filter, UpdateOperators, UpdateStage } from "../collection.ts";
import type { LooseDocument } from "./log-line.ts";

/** The document after the update; the one given is left as it is. */
export function updateDocument(document: LooseDocument, update: UpdateOperators | UpdateStage[]): LooseDocument {
  const documents = [structuredClone(document)];
  if (isPipeline(update)) {
    updateOne(documents, {}, update);
  } else {
    const { $setOnInsert: _onInsertOnly, ...operators } = update;
    updateOne(documents, {}, operators, { cloneMode: "deep" });
  }
  return documents[0] ?? document;
}

/** What an upsert inserts where nothing matched: the filter's equalities, then `$setOnInsert`, then the update itself. */
export function upsertedDocument(filter: Filter, update: UpdateOperators): LooseDocument {
  const { _id, ...equalities } = equalitiesOf(filter);
  if (typeof _id !== "string") throw new TypeError("an upsert names the _id");
  const inserted = updateDocument({ _id }, { $set: { ...equalities, ...update.$setOnInsert } });
  return updateDocument(inserted, update);
}

const isPipeline = (update: UpdateOperators | UpdateStage[]): update is UpdateStage[] => Array.isArray(update);

function equalitiesOf(filter: Filter): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).filter(([field, condition]) => !field.startsWith("$") && !hasOperators(condition)),
  );
}

/** Whether a condition is `{ $gt: … }` and the like rather than a value to be equal to. */
export function hasOperators(condition: unknown): boolean {
  return (
    typeof condition === "object" && condition !== null && Object.keys(condition).some((key) => key.startsWith("$"))
  );
}
