import { existsSync, readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const shared = new URL("../../../../shared/", import.meta.url);

const valued = z.object({ value: z.unknown() }).nullable();
const titled = z.object({ title: z.string() }).nullable();
const goldSchema = z.object({
  header: z.record(z.string(), z.unknown()),
  inspection: z.record(z.string(), z.unknown()),
  contact: z.record(z.string(), z.unknown()),
  declaredTotals: z.array(z.object({ metric: z.string(), value: z.unknown(), core: z.boolean() })),
  outcomes: z.array(
    z.object({
      tier: z.enum(["A", "B"]),
      metric: z.string(),
      value: z.number(),
      normalizedValue: z.number(),
      scope: z.object({ kind: z.string(), n: z.number().optional() }),
      verbatim: z.string(),
      offset: z.number(),
    }),
  ),
  otherAmounts: z.array(z.object({ verbatim: z.string(), offset: z.number() })),
  sections: z.array(
    z.object({ level: z.number(), offset: z.number(), role: z.string(), title: z.string().nullable() }),
  ),
  problems: z.array(
    z.object({
      title: z.string(),
      numbering: z.string(),
      heading: z.string(),
      statusGroup: z.object({ normalized: z.string() }).nullable(),
      parentGroup: titled,
      grandparentGroup: titled,
      measures: z.array(z.string()),
    }),
  ),
  documents: z.array(z.object({ title: z.string(), mentions: z.number() })),
  boilerplate: z.array(z.object({ verbatim: z.string(), offset: z.number() })),
});
const topicsSchema = z.object({
  assignments: z.array(z.object({ seed: z.string(), n: z.number(), topics: z.array(z.string()) })),
});

export type Gold = z.infer<typeof goldSchema>;
/** An annotated seed: its text, its annotation, and the topics of its findings in order (the first is primary). */
export type GoldSeed = {
  readonly seed: string;
  readonly text: string;
  readonly gold: Gold;
  readonly topics: readonly (readonly string[])[];
};

/** The annotated seeds of `../shared/gold` with their texts; empty where they are not there. */
export function goldSeeds(): GoldSeed[] {
  if (!existsSync(new URL("gold/", shared)) || !existsSync(new URL("seeds/", shared))) return [];
  const { assignments } = topicsSchema.parse(json(new URL("gold/topics.json", shared)));
  const texts = readdirSync(new URL("seeds/", shared));
  return readdirSync(new URL("gold/", shared))
    .filter((name) => /^seed-\d+\.json$/.test(name))
    .map((name) => {
      const seed = name.slice("seed-".length, -".json".length);
      const file = texts.find((text) => text.startsWith(`${seed}_`)) ?? "";
      return {
        seed,
        text: readFileSync(new URL(`seeds/${file}`, shared), "utf8"),
        gold: goldSchema.parse(json(new URL(`gold/${name}`, shared))),
        topics: assignments
          .filter((one) => one.seed === `seed-${seed}`)
          .sort((a, b) => a.n - b.n)
          .map(({ topics }) => topics),
      };
    });
}

/** The value of a `{ value }` field of the gold, null where nothing is printed. */
export function goldValue(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const field = record[name];
  return typeof field === "object" ? (valued.parse(field)?.value ?? null) : (field ?? null);
}

function json(url: URL): unknown {
  const parsed: unknown = JSON.parse(readFileSync(url, "utf8"));
  return parsed;
}
