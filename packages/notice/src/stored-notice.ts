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

/** One logical notice with its current reading, without the parts that only evidence needs. */
export const storedNoticeSchema = z
  .strictObject({
    _id: z.string(),
    seriesId: z.string(),
    presence: z.enum(["seen", "gone", "back"]),
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

/** An issue about a run, a page, a capture or a version; identity is subject of the issue × code. */
export const storedIssueSchema = z
  .strictObject({
    _id: z.string(),
    about: z.strictObject({ kind: z.enum(["source", "run", "page", "capture", "version"]), id: z.string() }),
    code: z.string(),
    severity: z.enum(["info", "warning", "error"]),
    text: z.string(),
    field: z.string().nullable(),
    firstSeenAt: instantSchema,
    lastSeenAt: instantSchema,
  })
  .meta({ title: "疑点", description: "Something not understood or not believed." });

export type StoredVersion = z.infer<typeof storedVersionSchema>;
export type Sighting = z.infer<typeof sightingSchema>;
export type StoredNotice = z.infer<typeof storedNoticeSchema>;
export type StoredChange = z.infer<typeof storedChangeSchema>;
export type StoredSeries = z.infer<typeof storedSeriesSchema>;
export type StoredHost = z.infer<typeof storedHostSchema>;
export type StoredIssue = z.infer<typeof storedIssueSchema>;
