import { z } from "zod";
import { dateValueSchema, isoDateSchema } from "./date-value.ts";
import { spanSchema } from "./span.ts";

/** One mention of a finding in a notice of its subject. */
export const chainLinkSchema = z.strictObject({
  noticeId: z.string(),
  cycleOn: dateValueSchema.nullable().meta({ title: "反馈日期", description: "Feedback, else start, else signature." }),
  finding: z.int().positive().meta({ title: "问题序号", description: "Its number in that notice." }),
  title: z.string(),
  status: z.enum(["completed", "ongoing"]).nullable().meta({ title: "自称状态", description: "As the notice claims." }),
  score: z.number().min(0).max(1).nullable().meta({ title: "相似度", description: "To the link before it." }),
  verdict: z.enum(["sure", "unsure"]),
  skipped: z.int().nonnegative().meta({ title: "隔轮", description: "Notices in between that do not mention it." }),
  admitted: z.boolean().meta({ title: "自认", description: "The notice itself says that it was named before." }),
});

/** Something that a notice promised, and what became of it. */
export const promiseSchema = z.strictObject({
  noticeId: z.string(),
  finding: z.int().positive().nullable(),
  form: z
    .enum(["by-date", "within", "lasting", "share"])
    .meta({ title: "承诺方式", description: "年底前, 一年内, 长期坚持, 77 of 100 done." }),
  text: z.string(),
  span: spanSchema.nullable(),
  dueOn: isoDateSchema.nullable().meta({ title: "到期", description: "The last day, where one can be told." }),
  done: z.number().nullable(),
  total: z.number().nullable(),
  state: z.enum(["open", "unmentioned", "mentioned", "came-back"]).meta({
    title: "下文",
    description:
      "open: no later notice (compare dueOn with today); unmentioned: a later notice is silent; mentioned; came-back: the finding was found again after it fell due.",
  }),
});

/** The chain of one finding over the inspections of a subject; scope notice: the totals of its notices. */
export const storedChainSchema = z
  .strictObject({
    _id: z.string(),
    seriesId: z.string(),
    scope: z.enum(["finding", "notice"]),
    subject: z.string().meta({ title: "被巡视单位", description: "As the latest notice prints it." }),
    topic: z.string().nullable().meta({ title: "主题", description: "First topic of the latest link that has one." }),
    title: z.string().meta({ title: "问题", description: "As the latest notice prints it." }),
    links: z.array(chainLinkSchema),
    timesNamed: z.int().nonnegative().meta({ title: "出现次数", description: "Number of notices that name it." }),
    lastStatus: z.enum(["completed", "ongoing"]).nullable(),
    promises: z.array(promiseSchema),
    seriesRev: z.int().nonnegative(),
  })
  .meta({ title: "问题台账", description: "A finding over the cycles, with claimed status and open promises." });

export type StoredChain = z.infer<typeof storedChainSchema>;
export type ChainLink = z.infer<typeof chainLinkSchema>;
export type Promised = z.infer<typeof promiseSchema>;
