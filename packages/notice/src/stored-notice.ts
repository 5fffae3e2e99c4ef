import { z } from "zod";
import { changeSchema } from "./change.ts";
import { instantSchema } from "./date-value.ts";
import { noticeSchema } from "./notice.ts";

/** One reading of a notice; identity is notice × digest of what was read. */
export const storedVersionSchema = z
  .strictObject({
    _id: z.string(),
    noticeId: z.string(),
    seriesId: z.string(),
    digest: z.string().meta({ title: "内容摘要", description: "SHA-256 of the text and of the page's header facts." }),
    extractor: z.int().positive(),
    reading: noticeSchema,
  })
  .meta({ title: "版本", description: "One reading of a notice: text, fields, issues, extractor version." });

/** Where one page shows one version. */
export const sightingSchema = z.strictObject({
  pageId: z.string(),
  captureId: z.string(),
  versionId: z.string(),
  rank: z
    .enum(["official", "mirror", "repost"])
    .meta({ title: "来源等级", description: "Official before mirror before repost." }),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
});

export const presenceSchema = z
  .enum(["seen", "suspected-gone", "gone", "back", "moved"])
  .meta({ title: "在线状态", description: "在线, 疑似撤下, 已撤下, 重新上线, 已迁移." });

/** What became of a notice on one page, as an interval: last seen then, first absent then. */
export const pagePresenceSchema = z.strictObject({
  pageId: z.string(),
  presence: presenceSchema,
  lastSeenAt: instantSchema,
  firstAbsentAt: instantSchema.nullable(),
  movedTo: z.string().nullable().meta({ title: "迁往", description: "The page of the same host that shows it now." }),
});

/** One logical notice with its current reading, without the parts that only evidence needs. */
export const storedNoticeSchema = z
  .strictObject({
    _id: z.string(),
    seriesId: z.string(),
    presence: presenceSchema.meta({ title: "在线状态", description: "Of its leading page." }),
    pages: z
      .array(pagePresenceSchema)
      .optional()
      .meta({ title: "各页状态", description: "Presence on every page that ever showed it." }),
    currentVersionId: z.string(),
    versionIds: z
      .array(z.string())
      .meta({ title: "版本", description: "In order of first sighting on the leading page." }),
    sightings: z.array(sightingSchema),
    precededBy: z.string().nullable(),
    succeededBy: z.string().nullable(),
    reading: noticeSchema.omit({ text: true, outline: true, boilerplate: true, evidence: true }),
    seriesRev: z.int().nonnegative(),
  })
  .meta({ title: "通报", description: "One logical notice, however many copies it has." });

/** A change as the store keeps it. */
export const storedChangeSchema = z
  .strictObject({
    _id: z.string().meta({ title: "变化编号", description: "Digest of kind, both ends and target." }),
    seriesId: z.string(),
    noticeIds: z.strictObject({ before: z.string(), after: z.string() }),
    versionIds: z.strictObject({ before: z.string(), after: z.string() }),
    lastSeenBeforeAt: instantSchema.meta({
      title: "此前最后见到",
      description: "Interval in which it happened, from.",
    }),
    firstSeenAfterAt: instantSchema.meta({ title: "此后最早见到", description: "Interval in which it happened, to." }),
    change: changeSchema,
    state: z.enum(["current", "withdrawn"]),
    seriesRev: z.int().nonnegative(),
    deliveries: z.record(z.string(), z.strictObject({ at: instantSchema, status: z.int() })),
  })
  .meta({ title: "变化", description: "One typed difference between two versions or two notices." });

/**
 * What a series shows to other series, so that copies, moved pages, error pages and template changes are found across subjects:
 * keys of its texts, of bodies that its pages answered with, of edits, and of its line of succession.
 */
export const storedTraceSchema = z
  .strictObject({
    _id: z.string().meta({ title: "序列", description: "The series." }),
    rev: z.int().nonnegative(),
    isPage: z.boolean().meta({ title: "单页序列", description: "Whether its subject is unresolved." }),
    keys: z.array(z.string()).meta({ title: "线索", description: "What it may share with others." }),
    marks: z.array(z.strictObject({ key: z.string(), pageId: z.string() })),
    joins: z.string().nullable().meta({ title: "并入", description: "The series whose notice its page copies." }),
    settled: z
      .strictObject({ extractor: z.int().positive(), digests: z.array(z.string()) })
      .nullable()
      .meta({ title: "已读", description: "The texts of its versions when one extractor had last read them all." }),
    digest: z.string().meta({ title: "摘要", description: "Of everything that other series read of it." }),
    known: z
      .array(z.strictObject({ seriesId: z.string(), digest: z.string() }))
      .meta({ title: "已知", description: "What it last read of each other series." }),
  })
  .meta({ title: "印迹", description: "By what series find each other." });

/** Fencing of the recomputation of one subject's series. */
export const storedSeriesSchema = z
  .strictObject({
    _id: z.string(),
    rev: z.int().nonnegative(),
    claims: z.array(z.strictObject({ rev: z.int(), at: instantSchema })),
  })
  .meta({ title: "序列", description: "All notices of one subject; rev fences concurrent recomputations." });

/** One request at a time per host, over all processes. */
export const storedHostSchema = z
  .strictObject({
    _id: z.string(),
    holder: z.string().nullable(),
    leaseUntilAt: instantSchema,
    nextRequestAt: instantSchema,
  })
  .meta({ title: "主机", description: "Lease and pace of requests to one host." });

/** An issue about a source, a run, a page, a capture, a version or a series; identity is subject of the issue × code. */
export const storedIssueSchema = z
  .strictObject({
    _id: z.string(),
    about: z.strictObject({ kind: z.enum(["source", "run", "page", "capture", "version", "series"]), id: z.string() }),
    code: z.string(),
    severity: z.enum(["info", "warning", "error"]),
    text: z.string(),
    field: z.string().nullable(),
    firstSeenAt: instantSchema,
    lastSeenAt: instantSchema,
  })
  .meta({ title: "疑点", description: "Something not understood or not believed." });

export type StoredTrace = z.infer<typeof storedTraceSchema>;
export type Presence = z.infer<typeof presenceSchema>;
export type PagePresence = z.infer<typeof pagePresenceSchema>;
export type StoredVersion = z.infer<typeof storedVersionSchema>;
export type Sighting = z.infer<typeof sightingSchema>;
export type StoredNotice = z.infer<typeof storedNoticeSchema>;
export type StoredChange = z.infer<typeof storedChangeSchema>;
export type StoredSeries = z.infer<typeof storedSeriesSchema>;
export type StoredHost = z.infer<typeof storedHostSchema>;
export type StoredIssue = z.infer<typeof storedIssueSchema>;
