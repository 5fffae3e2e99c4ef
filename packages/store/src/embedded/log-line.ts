import { z } from "zod";
import type { StoredDocument } from "../collection.ts";

/** What one line of a collection's file says: this document is now so, or is gone. */
export type LogEntry<D> = { readonly put: D } | { readonly delete: string };

export type LooseDocument = StoredDocument & Record<string, unknown>;

const bytesSchema = z.strictObject({ $binary: z.strictObject({ base64: z.base64(), subType: z.literal("00") }) });

const entrySchema = z.union([
  z.strictObject({ put: z.looseObject({ _id: z.string() }) }),
  z.strictObject({ delete: z.string() }),
]);

/**
 * One line of MongoDB's Extended JSON (relaxed): `{"put":{…}}` or `{"delete":"id"}`. Documents hold JSON values and bytes,
 * nothing else, so JSON does the work and only bytes are wrapped. A field that begins with `$` gets a second one in front:
 * an HTTP header may be called anything, and must not be read back as a wrapper.
 */
export const encodeLine = (entry: LogEntry<StoredDocument>): string => `${JSON.stringify(entry, wrap)}\n`;

/** Reads a line without its newline; throws where it isn't one. */
export function decodeLine(line: string): LogEntry<LooseDocument> {
  const parsed: unknown = JSON.parse(line, unwrap);
  return entrySchema.parse(parsed);
}

function wrap(_field: string, value: unknown): unknown {
  if (value instanceof Uint8Array) {
    const { buffer, byteOffset, byteLength } = value;
    return { $binary: { base64: Buffer.from(buffer, byteOffset, byteLength).toString("base64"), subType: "00" } };
  }
  return renamed(value, "$", (field) => `$${field}`);
}

function unwrap(_field: string, value: unknown): unknown {
  if (typeof value === "object" && value !== null && "$binary" in value) {
    return Uint8Array.from(Buffer.from(bytesSchema.parse(value).$binary.base64, "base64"));
  }
  return renamed(value, "$$", (field) => field.slice(1));
}

function renamed(value: unknown, prefix: string, rename: (field: string) => string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (!Object.keys(value).some((field) => field.startsWith(prefix))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field.startsWith(prefix) ? rename(field) : field, inner]),
  );
}
