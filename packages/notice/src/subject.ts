import { z } from "zod";

export const bodyKindSchema = z
  .enum([
    "省委",
    "市委",
    "区委",
    "县委",
    "旗委",
    "镇党委",
    "街道党工委",
    "党工委",
    "党组",
    "局党组",
    "党委",
    "院党组",
    "校党委",
    "公司党委",
  ])
  .meta({ title: "机构类型", description: "What kind of Party body answers for the subject." });

export const divisionSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ title: "行政区划代码", description: "GB/T 2260 code valid at the notice's date." }),
    province: z.string(),
    city: z.string().nullable(),
    county: z.string().nullable(),
  })
  .meta({ title: "行政区划", description: "The division in which the subject sits." });

export const zoneSchema = z
  .strictObject({
    id: z.string().regex(/^zone-[a-z0-9-]+$/),
    name: z.string(),
    hostCode: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ title: "所在地代码", description: "Division that hosts the zone." }),
  })
  .meta({ title: "功能区", description: "A development zone or new area that no division list contains." });

export const subjectCandidateSchema = z.strictObject({
  bodyId: z.string(),
  name: z.string().meta({ title: "全称", description: "Province, city and county in full." }),
});

export const subjectSchema = z
  .strictObject({
    name: z.string().meta({ title: "被巡视单位", description: "The subject as printed." }),
    bodyKind: bodyKindSchema.nullable(),
    bodyId: z
      .string()
      .nullable()
      .meta({ title: "机构编号", description: "Stable id: division-320302, zone-…, or null." }),
    resolution: z.enum(["exact", "ambiguous", "unresolved"]),
    candidates: z.array(subjectCandidateSchema),
    division: divisionSchema.nullable(),
    zone: zoneSchema.nullable(),
  })
  .meta({ title: "被巡视单位", description: "Whom the notice is about, resolved against the register of bodies." });

export type Subject = z.infer<typeof subjectSchema>;
export type BodyKind = z.infer<typeof bodyKindSchema>;
export type Division = z.infer<typeof divisionSchema>;
export type Zone = z.infer<typeof zoneSchema>;
