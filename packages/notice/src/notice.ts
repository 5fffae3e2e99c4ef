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

export const boilerplateSchema = z
  .strictObject({ text: z.string(), span: spanSchema })
  .meta({ title: "套话", description: "A part of the page that is not the notice: navigation, disclaimer, editor." });

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
    schemaVersion: z.literal(1).meta({ title: "结构版本", description: "Version of this shape." }),
    kind: noticeKindSchema,
    text: z.string().meta({ title: "全文", description: "The text that every span points into." }),
    title: z.string().nullable().meta({ title: "标题", description: "Title of the notice." }),
    publishedOn: dateValueSchema
      .nullable()
      .meta({ title: "发布日期", description: "Day on which the site published it." }),
    publisher: z.string().nullable().meta({ title: "信息来源", description: "Who published it, as printed." }),
    breadcrumb: z
      .array(z.string())
      .meta({ title: "栏目路径", description: "Columns of the site above the page, outermost first." }),
    originalUrl: z
      .string()
      .nullable()
      .meta({ title: "原文网址", description: "Where a copy says that the original stands." }),
    signedBy: z.string().nullable().meta({ title: "落款", description: "Who signed it, as printed." }),
    signedOn: dateValueSchema.nullable().meta({ title: "成文日期", description: "Day below the signature." }),
    subject: subjectSchema,
    inspection: inspectionSchema,
    declared: z
      .array(declaredTotalSchema)
      .meta({ title: "自述总数", description: "Totals that the notice states about itself." }),
    outcomes: z.array(outcomeSchema).meta({ title: "成效", description: "Figures of discipline, money and systems." }),
    outline: z.array(outlineNodeSchema).meta({ title: "提纲", description: "The heading tree, in order of the text." }),
    findings: z
      .array(findingSchema)
      .meta({ title: "问题", description: "Findings with their measures, in order of the text." }),
    documents: z.array(documentSchema).meta({ title: "文件", description: "Documents that the text names." }),
    contact: contactSchema.nullable().meta({ title: "联系方式", description: "The contact line, or null." }),
    boilerplate: z
      .array(boilerplateSchema)
      .meta({ title: "套话", description: "Parts of the text that say nothing about the notice." }),
    reconciliation: z
      .array(reconciliationSchema)
      .meta({ title: "核对", description: "Declared totals against what is printed." }),
    evidence: z
      .array(evidenceSchema)
      .meta({ title: "依据", description: "Where each value stands and which rule read it." }),
    issues: z.array(issueSchema).meta({ title: "疑点", description: "What was not understood or not believed." }),
  })
  .meta({ title: "通报", description: "One reading of one notice." });

export type Notice = z.infer<typeof noticeSchema>;
export type NoticeKind = z.infer<typeof noticeKindSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Contact = z.infer<typeof contactSchema>;
export type CitedDocument = z.infer<typeof documentSchema>;
export type Boilerplate = z.infer<typeof boilerplateSchema>;
export type Reconciliation = z.infer<typeof reconciliationSchema>;
