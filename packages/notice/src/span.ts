import { z } from "zod";

/** Half-open range `[start, end)` in UTF-16 units of the version's text. */
export const spanSchema = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine((span) => span.end >= span.start, "a span ends where it starts or later")
  .meta({ title: "位置", description: "Half-open range in UTF-16 units of the text." });

export type Span = z.infer<typeof spanSchema>;
