import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { declaredTotalSchema, outcomeSchema } from "./figures.ts";
import { findingSchema, outlineNodeSchema } from "./finding.ts";
import { inspectionSchema } from "./inspection.ts";
import { issueSchema } from "./issue.ts";
import { spanSchema } from "./span.ts";
import { subjectSchema } from "./subject.ts";

export const noticeKindSchema = z
  .enum(["rectification", "stationing", "feedback", "investigation", "discipline", "exposure", "mobilization", "other"])
  .meta({ title: "通报类型", description: "整改进展, 进驻公告, 反馈, 审查调查, 处分, 通报曝光, 动员部署, other." });

export const documentSchema = z
  .strictObject({ title: z.string(), mentions: z.int().positive(), spans: z.array(spanSchema) })
  .meta({ title: "文件", description: "A distinct title between 《 and 》." });

export const contactSchema = z
  .strictObject({
    phone: z.string().nullable(),
    address: z.string().nullable(),
    postcode: z.string().nullable(),
    email: z.string().nullable(),
  })
  .meta({ title: "联系方式", description: "Contact line. Masked in logs, console and exports by default." });

export const boilerplateSchema = z.strictObject({ text: z.string(), span: spanSchema });

export const reconciliationSchema = z
  .strictObject({
    metric: z.string(),
    declared: z.number(),
    found: z.number(),
    match: z.boolean().nullable().meta({ title: "是否一致", description: "null: not comparable." }),
  })
  .meta({ title: "核对", description: "A declared total against what is printed." });

export const evidenceSchema = z
  .strictObject({
    field: z.string().meta({ title: "字段", description: "Path in the notice: inspection.startedOn." }),
    rule: z.string().meta({ title: "规则", description: "Name of the rule that read the value." }),
    span: spanSchema.nullable().meta({ title: "位置", description: "null where it came from the page's meta tags." }),
  })
  .meta({ title: "依据", description: "Where a value stands in the text and which rule read it." });

/** What `zhenggai read` prints: everything one text says, with evidence. */
export const noticeSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    kind: noticeKindSchema,
    text: z.string(),
    title: z.string().nullable(),
    publishedOn: dateValueSchema.nullable(),
    publisher: z.string().nullable(),
    breadcrumb: z.array(z.string()),
    originalUrl: z.string().nullable(),
    signedBy: z.string().nullable(),
    signedOn: dateValueSchema.nullable(),
    subject: subjectSchema,
    inspection: inspectionSchema,
    declared: z.array(declaredTotalSchema),
    outcomes: z.array(outcomeSchema),
    outline: z.array(outlineNodeSchema),
    findings: z.array(findingSchema),
    documents: z.array(documentSchema),
    contact: contactSchema.nullable(),
    boilerplate: z.array(boilerplateSchema),
    reconciliation: z.array(reconciliationSchema),
    evidence: z.array(evidenceSchema),
    issues: z.array(issueSchema),
  })
  .meta({ title: "通报", description: "One reading of one notice." });

export type Notice = z.infer<typeof noticeSchema>;
export type NoticeKind = z.infer<typeof noticeKindSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type CitedDocument = z.infer<typeof documentSchema>;
export type Boilerplate = z.infer<typeof boilerplateSchema>;
export type Reconciliation = z.infer<typeof reconciliationSchema>;
