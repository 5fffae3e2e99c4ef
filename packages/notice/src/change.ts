import { z } from "zod";
import { spanSchema } from "./span.ts";

/** Between two versions of one notice. */
export const versionChangeKinds = [
  "title-changed",
  "subject-renamed",
  "date-changed",
  "signature-changed",
  "contact-changed",
  "declared-changed",
  "outcome-changed",
  "figure-changed",
  "document-added",
  "document-removed",
  "finding-added",
  "finding-removed",
  "finding-reworded",
  "finding-moved",
  "finding-status-changed",
  "measure-added",
  "measure-removed",
  "measure-reworded",
  "text-edited",
  "cosmetic",
] as const;

/** Of a page, whatever it says. */
export const pageChangeKinds = ["page-removed", "page-restored", "page-moved", "copy-diverged"] as const;

/** Between successive notices of one subject. */
export const seriesChangeKinds = [
  "notice-succeeded",
  "finding-repeated",
  "finding-dropped",
  "finding-new",
  "carry-over-admitted",
  "outcome-trend",
  "inspection-gap",
] as const;

export const changeKindSchema = z
  .enum([...versionChangeKinds, ...pageChangeKinds, ...seriesChangeKinds])
  .meta({ title: "变化类型", description: "What kind of difference it is." });

export const changePartSchema = z.enum([
  "title",
  "subject",
  "inspection",
  "signature",
  "contact",
  "declared",
  "outcome",
  "finding",
  "measure",
  "document",
  "text",
  "page",
]);

export const changeTargetSchema = z
  .strictObject({
    part: changePartSchema,
    finding: z
      .int()
      .positive()
      .nullable()
      .meta({ title: "问题序号", description: "Its number in the newer text, else in the older." }),
    measure: z.int().positive().nullable(),
    field: z.string().nullable(),
  })
  .meta({ title: "变化位置", description: "Which part of the notice changed." });

export const quotationSchema = z
  .strictObject({
    text: z.string(),
    span: spanSchema.nullable(),
    value: z.union([z.number(), z.string()]).nullable(),
    unit: z.string().nullable(),
  })
  .meta({ title: "引文", description: "One side of a change, with its value where it is a figure or a date." });

export const operationSchema = z
  .strictObject({
    op: z.enum(["insert", "delete", "replace", "move"]),
    before: spanSchema.nullable(),
    after: spanSchema.nullable(),
  })
  .meta({ title: "编辑", description: "An edit of the older text that fired the change." });

/** What `zhenggai compare` prints, one for each typed difference. */
export const changeSchema = z
  .strictObject({
    schemaVersion: z.literal(1).meta({ title: "结构版本", description: "Version of this shape." }),
    kind: changeKindSchema,
    origin: z
      .enum(["site", "re-extraction"])
      .meta({ title: "来源", description: "Whether the site changed or only our reading of it." }),
    severity: z
      .enum(["substantive", "minor", "cosmetic"])
      .meta({ title: "程度", description: "Cosmetic changes are never delivered." }),
    target: changeTargetSchema,
    before: quotationSchema.nullable().meta({ title: "旧文", description: "What the older side says, or null." }),
    after: quotationSchema.nullable().meta({ title: "新文", description: "What the newer side says, or null." }),
    operations: z
      .array(operationSchema)
      .min(1)
      .meta({ title: "编辑", description: "The edits that fired the change; never none." }),
    score: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ title: "相似度", description: "Score of an alignment, else null." }),
    verdict: z.enum(["sure", "unsure"]).meta({ title: "判断", description: "Whether the alignment is beyond doubt." }),
    summary: z
      .strictObject({ zh: z.string().min(1), en: z.string().min(1) })
      .meta({ title: "说明", description: "One sentence for a person." }),
  })
  .meta({ title: "变化", description: "One typed difference, with the operations that fired it and both quotations." });

export type Change = z.infer<typeof changeSchema>;
export type ChangeKind = z.infer<typeof changeKindSchema>;
export type ChangeTarget = z.infer<typeof changeTargetSchema>;
export type Quotation = z.infer<typeof quotationSchema>;
export type Operation = z.infer<typeof operationSchema>;
