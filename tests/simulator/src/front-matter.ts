import { parse } from "yaml";
import { z } from "zod";

const frontMatterSchema = z.object({
  slug: z.string(),
  title: z.string(),
  publisher: z.string(),
  publishedAt: z.string(),
  kind: z.string().default("rectification"),
  family: z.string().nullable().default(null),
  revisionOf: z.string().nullable().default(null),
  repostOf: z.string().nullable().default(null),
  facts: z.record(z.string(), z.unknown()).default({}),
});

/** A sample notice: what a site serves, and in `facts` what a careful reader finds in it. */
export type SampleNotice = z.infer<typeof frontMatterSchema> & { readonly paragraphs: readonly string[] };

/** Reads a sample file: YAML between two `---` lines, then the body, one paragraph a line. Throws on a malformed file. */
export function parseSampleNotice(fileText: string): SampleNotice {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(fileText.replaceAll("\r\n", "\n"));
  const front: unknown = parse(match?.[1] ?? "");
  const paragraphs = (match?.[2] ?? "").split("\n").filter((line) => line.trim() !== "");
  return { ...frontMatterSchema.parse(front), paragraphs };
}
