import { z } from "zod";
import { instantSchema } from "./date-value.ts";

/** Data of a source as the store keeps it: what the YAML says plus what ops decided. */
export const storedSourceSchema = z
  .strictObject({
    _id: z.string().meta({ title: "来源编号", description: "The source's id, as in its YAML." }),
    name: z.string().meta({ title: "来源名称", description: "Site and column, in Chinese." }),
    schedule: z.strictObject({ cron: z.string(), timeZone: z.string() }).nullable(),
    paused: z.boolean().meta({ title: "暂停", description: "Ops stopped scheduled crawls." }),
    updatedAt: instantSchema,
  })
  .meta({ title: "来源", description: "One column of one website: schedule and pause state." });

export const runCountsSchema = z.strictObject({
  listed: z.int().nonnegative(),
  new: z.int().nonnegative(),
  edited: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  gone: z.int().nonnegative(),
  failed: z.int().nonnegative(),
});

export const storedFaultSchema = z.strictObject({ code: z.string(), text: z.string() });

/** One crawl of a source; identity is source × slot. */
export const storedRunSchema = z
  .strictObject({
    _id: z.string().meta({ title: "运行编号", description: "sourceId.slot" }),
    sourceId: z.string(),
    slot: instantSchema.meta({ title: "时段", description: "The scheduled instant that this run fills." }),
    trigger: z.enum(["schedule", "manual"]),
    state: z.enum(["open", "done", "partial", "failed", "blocked"]),
    counts: runCountsSchema,
    fault: storedFaultSchema.nullable(),
    startedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ title: "抓取运行", description: "One crawl of a source: listed, new, edited, unchanged, gone, failed." });

/** Bytes as received, compressed; identity is their SHA-256. */
export const storedBlobSchema = z
  .strictObject({
    _id: z.string().regex(/^[0-9a-f]{64}$/),
    encoding: z.literal("gzip"),
    bytes: z.instanceof(Uint8Array),
    size: z.int().nonnegative().meta({ title: "原始大小", description: "Bytes before compression." }),
    storedAt: instantSchema,
  })
  .meta({ title: "原始字节", description: "Bytes as received, compressed." });

/** One URL over time; identity is the canonical URL. */
export const storedPageSchema = z
  .strictObject({
    _id: z.string().meta({ title: "规范网址", description: "Canonical URL." }),
    url: z.string().meta({ title: "网址", description: "The URL as it was listed." }),
    sourceId: z.string(),
    listedTitle: z.string().nullable(),
    presence: z.enum(["discovered", "seen", "suspected-gone", "gone", "back"]),
    firstSeenAt: instantSchema,
    lastSeenAt: instantSchema
      .nullable()
      .meta({ title: "最近在线", description: "Last time the page answered with content." }),
    firstAbsentAt: instantSchema.nullable(),
    lastCheckedAt: instantSchema.nullable(),
    lastRunId: z.string().nullable(),
    lastOutcome: z.enum(["new", "edited", "unchanged", "gone", "failed"]).nullable(),
    nextCheckAt: instantSchema,
    validators: z.strictObject({ etag: z.string().nullable(), lastModified: z.string().nullable() }),
    latestCaptureId: z.string().nullable(),
  })
  .meta({ title: "页面", description: "One URL over time: presence and next re-check." });

/** What the extractor made of a capture. */
export const captureReadingSchema = z.strictObject({
  extractor: z.int().positive().meta({ title: "提取器版本", description: "Version of the extractor that read it." }),
  outcome: z.enum(["version", "absent", "not-a-notice", "quarantined"]),
  versionId: z.string().nullable(),
  seriesId: z.string().nullable(),
  noticeId: z.string().nullable(),
  fault: storedFaultSchema.nullable(),
});

/** One distinct response of a page; identity is page × sequence. */
export const storedCaptureSchema = z
  .strictObject({
    _id: z.string(),
    pageId: z.string(),
    sequence: z.int().positive(),
    blobId: z.string().nullable().meta({ title: "字节", description: "SHA-256 of the body, null where none came." }),
    status: z.int(),
    headers: z.record(z.string(), z.string()),
    redirects: z.array(z.string()),
    finalUrl: z.string(),
    sourceId: z.string(),
    firstSeenAt: instantSchema,
    lastSeenAt: instantSchema,
    reading: captureReadingSchema.nullable().meta({ title: "读取结果", description: "null: not read yet." }),
    absence: z.enum(["confirmed", "unconfirmed"]).optional().meta({
      title: "缺失",
      description: "Of a 404 or 410: confirmed by a second fetch in a run in which the host answered, or not.",
    }),
    readingRev: z
      .int()
      .nonnegative()
      .meta({ title: "读取次数", description: "Raised by every write of reading; fences acknowledgements." }),
    pendingSeries: z
      .array(z.string())
      .meta({ title: "待比对", description: "Series that must be recomputed because of this capture." }),
  })
  .meta({ title: "抓取快照", description: "One distinct response of a page, with status, headers and redirects." });

export type StoredSource = z.infer<typeof storedSourceSchema>;
export type StoredRun = z.infer<typeof storedRunSchema>;
export type RunCounts = z.infer<typeof runCountsSchema>;
export type StoredFault = z.infer<typeof storedFaultSchema>;
export type StoredBlob = z.infer<typeof storedBlobSchema>;
export type StoredPage = z.infer<typeof storedPageSchema>;
export type StoredCapture = z.infer<typeof storedCaptureSchema>;
export type CaptureReading = z.infer<typeof captureReadingSchema>;
