import { storedBlobSchema, type StoredBlob } from "@zhenggai/notice";
import type { StoreCollection } from "../collection.ts";
import { insertedNew } from "../duplicate-key.ts";
import type { BlobsStore } from "../store.ts";

/** Bytes as received, by their digest. */
export function blobsStore(blobs: StoreCollection<StoredBlob>): BlobsStore {
  return {
    put: async (blob) => {
      await insertedNew(() => blobs.insertOne(blob));
    },
    get: async (blobId) => {
      const stored = await blobs.findOne({ _id: blobId });
      if (stored === null) return null;
      const blob = storedBlobSchema.parse(stored);
      // The driver hands out a Buffer; callers get the plain type of the contract, over the same memory.
      const { buffer, byteOffset, byteLength } = blob.bytes;
      return { ...blob, bytes: new Uint8Array(buffer, byteOffset, byteLength) };
    },
  };
}
