/** MongoDB's code for a value that a unique index holds already; embedded mode throws the same. */
export const duplicateKeyCode = 11000;

/** Whether all that went wrong is a key that is taken; of a bulk, every one of its errors. */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A bulk has the code of its first error.
  if ("writeErrors" in error && Array.isArray(error.writeErrors)) return error.writeErrors.every(hasDuplicateCode);
  return hasDuplicateCode(error);
}

const hasDuplicateCode = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === duplicateKeyCode;

/** Inserts; false where the key was taken already. */
export async function insertedNew(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/**
 * Runs an upsert whose filter is `_id` plus a guard. A duplicate key has two causes: another writer inserted the document
 * between our lookup and our insert (then the second try finds it), or a newer document fails the guard (then the second try
 * fails as the first did). Returns false in the latter case: it was not written, and should not be. Of a bulk of such upserts, the others are written.
 */
export async function guardedUpsert(upsert: () => Promise<unknown>): Promise<boolean> {
  return (await insertedNew(upsert)) || insertedNew(upsert);
}
