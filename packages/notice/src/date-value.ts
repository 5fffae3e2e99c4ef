import { z } from "zod";

export const isoDateSchema = z.iso.date().meta({ title: "日期", description: "A calendar day, YYYY-MM-DD." });

/** A day that the text prints vaguely (8月下旬): the nearest day, and the words themselves. */
export const approximateDateSchema = z
  .strictObject({ approximate: isoDateSchema, text: z.string().min(1) })
  .meta({ title: "约略日期", description: "A vague date: the nearest day and the words that were printed." });

export const dateValueSchema = z.union([isoDateSchema, approximateDateSchema]);

/** An instant with zone, as stored: ISO 8601, UTC. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .meta({ title: "时刻", description: "An instant, ISO 8601 with zone." });

export type DateValue = z.infer<typeof dateValueSchema>;
