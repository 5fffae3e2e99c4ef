import { z } from "zod";
import { spanSchema } from "./span.ts";

export const outlineRoleSchema = z
  .enum(["chapter", "organization", "group", "status-group", "finding", "measure", "handover", "next-step", "closing"])
  .meta({ title: "层级角色", description: "What a section of the outline is." });

export const outlineNodeSchema = z
  .strictObject({
    level: z.int().positive().meta({ title: "层级", description: "Depth in the tree, not numeral style." }),
    numbering: z.string().meta({ title: "序号", description: "As printed: 一、 (一) 1. 一是; empty where missing." }),
    title: z.string().nullable(),
    role: outlineRoleSchema,
    span: spanSchema,
  })
  .meta({ title: "提纲", description: "One section of the heading tree." });

export const measureSchema = z
  .strictObject({
    numbering: z.string(),
    title: z.string().nullable().meta({ title: "措施标题", description: "Run-in first sentence, or null." }),
    text: z.string(),
    span: spanSchema,
  })
  .meta({ title: "整改措施", description: "One measure taken for a finding." });

export const findingSchema = z
  .strictObject({
    n: z.int().positive().meta({ title: "序", description: "Position in the notice, from 1." }),
    numbering: z.string(),
    title: z.string().meta({ title: "问题", description: "The problem, without quotation marks and formula." }),
    heading: z.string().meta({ title: "标题原文", description: "The heading as printed." }),
    groups: z
      .array(z.string())
      .meta({ title: "所属类别", description: "Titles of the groups above, outermost first." }),
    status: z.enum(["completed", "ongoing"]).nullable(),
    topics: z.array(z.string()),
    span: spanSchema,
    measures: z.array(measureSchema),
  })
  .meta({ title: "问题", description: "The finest printed problem heading, with what was done about it." });

export type OutlineNode = z.infer<typeof outlineNodeSchema>;
export type OutlineRole = z.infer<typeof outlineRoleSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Finding = z.infer<typeof findingSchema>;
