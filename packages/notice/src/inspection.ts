import { z } from "zod";
import { dateValueSchema } from "./date-value.ts";

export const inspectionLevelSchema = z
  .enum(["central", "province", "city", "county"])
  .meta({ title: "巡视级别", description: "Level of the committee that inspected." });

export const inspectionSchema = z
  .strictObject({
    level: inspectionLevelSchema.nullable(),
    authority: z.string().nullable().meta({ title: "派出机关", description: "As printed: 省委, 市委, 中央." }),
    team: z.string().nullable().meta({ title: "巡视组", description: "As printed, without authority: 第七巡视组." }),
    round: z.string().nullable().meta({ title: "轮次", description: "As printed: 十五届省委第二轮." }),
    special: z.string().nullable().meta({ title: "专项", description: "Theme of a special inspection." }),
    startedOn: dateValueSchema.nullable().meta({ title: "进驻日期", description: "First day on site." }),
    endedOn: dateValueSchema.nullable().meta({ title: "结束日期", description: "Last day on site." }),
    feedbackOn: dateValueSchema.nullable().meta({ title: "反馈日期", description: "Day of the feedback meeting." }),
  })
  .meta({ title: "巡视", description: "The inspection that the notice answers." });

export type Inspection = z.infer<typeof inspectionSchema>;
export type InspectionLevel = z.infer<typeof inspectionLevelSchema>;
