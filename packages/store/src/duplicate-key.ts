/** MongoDB's code for a value that a unique index holds already; embedded mode throws the same. */
export const duplicateKeyCode = 11000;

export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === duplicateKeyCode;

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
 * fails as the first did). Returns false in the latter case: nothing was written, and nothing should be.
 */
export async function guardedUpsert(upsert: () => Promise<unknown>): Promise<boolean> {
  return (await insertedNew(upsert)) || insertedNew(upsert);
}
