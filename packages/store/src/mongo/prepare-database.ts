import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Db, type Document, MongoServerError } from "mongodb";
import { collectionNames, documentSchemas } from "../document-schemas.ts";
import { indexes } from "../indexes.ts";
import { jsonSchemaOf } from "./json-schema-of.ts";

const namespaceExistsCode = 48;

/** Another process does the same at this moment: NamespaceNotFound, WriteConflict, ConflictingOperationInProgress, and
 * BackgroundOperationInProgressForNamespace. */
const busyCodes = new Set([26, 112, 117, 12587]);

/**
 * Creates what is missing (collections, validators, indexes) and changes validators that differ. Idempotent, and safe when
 * many processes start at once; where nothing is to do it costs two round trips a collection.
 */
export async function prepareDatabase(db: Db): Promise<void> {
  const stored = await db.listCollections({}, { nameOnly: false }).toArray();
  const validators = new Map(stored.map(({ name, options }) => [name, options?.["validator"]]));
  await Promise.all(
    collectionNames.map(async (name) => {
      const validator: Document = { $jsonSchema: jsonSchemaOf(documentSchemas[name]) };
      if (!validators.has(name)) await createCollection(db, name, validator);
      else if (!isDeepStrictEqual(validators.get(name), validator)) await changeValidator(db, name, validator);
      const specs = [...indexes[name]];
      if (specs.length > 0) await whenFree(() => db.collection(name).createIndexes(specs));
    }),
  );
}

async function createCollection(db: Db, name: string, validator: Document): Promise<void> {
  try {
    await whenFree(() => db.createCollection(name, { validator, ...strictly }));
  } catch (error) {
    if (!hasCode(error, new Set([namespaceExistsCode]))) throw error;
    await changeValidator(db, name, validator);
  }
}

const strictly = { validationLevel: "strict", validationAction: "error" } as const;

async function changeValidator(db: Db, name: string, validator: Document): Promise<void> {
  await whenFree(() => db.command({ collMod: name, validator, ...strictly }));
}

async function whenFree<T>(work: () => Promise<T>, attemptsLeft = 20): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (attemptsLeft === 0 || !hasCode(error, busyCodes)) throw error;
    await sleep(50 + Math.random() * 100);
    return whenFree(work, attemptsLeft - 1);
  }
}

const hasCode = (error: unknown, codes: ReadonlySet<number>): boolean =>
  error instanceof MongoServerError && codes.has(Number(error.code));
