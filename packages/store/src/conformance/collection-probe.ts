import { expect } from "vitest";
import { z } from "zod";
import type { StoreCollection } from "../collection.ts";
import { isDuplicateKey } from "../duplicate-key.ts";
import type { IndexSpec } from "../indexes.ts";

/** A document of the collection under test: a field for each thing that operators do. */
export const probeSchema = z.strictObject({
  _id: z.string(),
  group: z.string(),
  n: z.int().nullable(),
  tags: z.array(z.string()),
  claims: z.array(z.strictObject({ rev: z.int(), at: z.string() })),
  inner: z.strictObject({ day: z.string().nullable(), deep: z.record(z.string(), z.int()) }).nullable(),
});

export type Probe = z.infer<typeof probeSchema>;

export const probeIndexes: readonly IndexSpec[] = [
  { key: { group: 1, n: 1 }, unique: true },
  { key: { tags: 1 } },
  { key: { "inner.day": 1 } },
];

export type ProbeCollection = StoreCollection<Probe>;
export type ProbeCase = { readonly title: string; readonly run: (collection: ProbeCollection) => Promise<void> };

export const probe = (_id: string, fields: Partial<Probe> = {}): Probe => ({
  _id,
  group: _id,
  n: 0,
  tags: [],
  claims: [],
  inner: { day: null, deep: {} },
  ...fields,
});

export const rejectsAsDuplicate = async (work: Promise<unknown>): Promise<void> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(isDuplicateKey(error)).toBe(true);
};
