import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";
import { issueSchema } from "./issue.ts";
import { spanSchema } from "./span.ts";

const fact = <V extends z.ZodType>(value: V) =>
  z
    .strictObject({
      value,
      rule: z.string().meta({ title: "规则", description: "meta:ArticleTitle, header-line, breadcrumb, …" }),
      span: spanSchema.nullable(),
    })
    .nullable();

/** What a page says about its article beside the text: from meta tags, CMS markers, header line, breadcrumb. */
export const pageFactsSchema = z.strictObject({
  title: fact(z.string()),
  publishedOn: fact(dateValueSchema),
  publisher: fact(z.string()),
  breadcrumb: fact(z.array(z.string())),
  originalUrl: fact(z.string()),
});

/** An HTML page turned into text: the article as a person reads it, without menus and side lists. */
export const pageTextSchema = z.strictObject({
  text: z
    .string()
    .meta({ title: "正文文本", description: "Breadcrumb, title, header line and body, one paragraph a line." }),
  facts: pageFactsSchema,
  dialect: z.string().meta({ title: "页面类型", description: "Which dialect's markers were found." }),
  attachments: z.array(z.strictObject({ title: z.string(), url: z.string() })),
  continuations: z
    .array(z.string())
    .meta({ title: "后续页", description: "Addresses of the other pages of an article that is printed in parts." }),
  issues: z.array(issueSchema),
});

export type PageFacts = z.infer<typeof pageFactsSchema>;
export type PageText = z.infer<typeof pageTextSchema>;
