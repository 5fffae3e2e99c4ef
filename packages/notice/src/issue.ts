import { z } from "zod";
import { spanSchema } from "./span.ts";

/** What a reader may report about a text; closed, so that analysts can filter by it. */
export const issueCodeSchema = z
  .enum([
    "missing-title",
    "missing-publisher",
    "missing-published-on",
    "missing-signature",
    "missing-inspection",
    "missing-feedback",
    "missing-findings",
    "missing-measures",
    "subject-ambiguous",
    "subject-unresolved",
    "totals-mismatch",
    "breakdown-mismatch",
    "unread-figure",
    "unread-heading",
    "unread-date",
    "unclosed-quote",
    "garbled-text",
    "short-body",
    "empty-body",
    "attachment-only",
    "continued-elsewhere",
    "text-cut",
    "charset-mismatch",
    "date-conflict",
  ])
  .meta({ title: "问题代码", description: "Closed list of what a reader can fail to understand or believe." });

export const issueSchema = z
  .strictObject({
    code: issueCodeSchema,
    field: z.string().nullable().meta({ title: "字段", description: "The field concerned, or null." }),
    severity: z.enum(["info", "warning", "error"]).meta({ title: "严重程度", description: "How much it matters." }),
    text: z.string().meta({ title: "说明", description: "One English sentence, quoting what was seen." }),
    span: spanSchema.nullable(),
  })
  .meta({ title: "疑点", description: "Something that was not understood or not believed." });

export type Issue = z.infer<typeof issueSchema>;
export type IssueCode = z.infer<typeof issueCodeSchema>;
