import { z } from "zod";
import { spanSchema } from "./span.ts";

const declaredNouns = ["categories", "aspects", "items", "findings", "measures", "tasks"] as const;

export const declaredMetricSchema = z
  .enum([
    ...declaredNouns,
    "categoriesCompleted",
    "aspectsCompleted",
    "itemsCompleted",
    "findingsCompleted",
    "measuresCompleted",
    "tasksCompleted",
    "categoriesDueWithinOneYear",
    "aspectsDueWithinOneYear",
    "itemsDueWithinOneYear",
    "findingsDueWithinOneYear",
    "measuresDueWithinOneYear",
    "tasksDueWithinOneYear",
    "itemsCompletedRate",
    "findingsCompletedRate",
    "measuresCompletedRate",
    "tasksCompletedRate",
    "completedRate",
  ])
  .meta({
    title: "自述总数项",
    description:
      "大类 方面 项 问题 措施 任务; how many are done or due within a year; the rate of completion in per cent (completedRate: of what is not said).",
  });

export const declaredTotalSchema = z
  .strictObject({
    metric: declaredMetricSchema,
    value: z.number().nonnegative(),
    unit: z.string().meta({ title: "单位", description: "As printed: 大类, 个方面, 条." }),
    text: z.string().meta({ title: "原文", description: "The words that were read." }),
    span: spanSchema,
  })
  .meta({ title: "自述总数", description: "A total that the notice states about its own rectification." });

/** Chinese terms of the metrics, in the order of `outcomeMetricSchema`. */
export const outcomeMetrics = {
  casesFiled: "立案",
  personsFiled: "立案人数",
  casesConcluded: "办结案件",
  casesInvestigated: "查处问题",
  personsInvestigated: "查处人数",
  personsHandled: "处理人数",
  partyDiscipline: "党纪处分",
  governmentDiscipline: "政务处分",
  partyAndGovernmentDiscipline: "党纪政务处分",
  sanctions: "处分（种类未注明）",
  organizationalHandling: "组织处理",
  admonishment: "诫勉",
  fourForms: "四种形态处理",
  talk: "谈话",
  interviews: "约谈",
  unitsInterviewed: "约谈单位",
  educationReminder: "批评教育提醒",
  circulatedCriticism: "通报批评",
  unitsCriticized: "通报批评单位",
  accountability: "问责",
  accountabilityCases: "问责起数",
  unitsAccountable: "问责单位",
  detention: "留置",
  transferToJudiciary: "移送司法",
  exposureBatches: "通报曝光批次",
  casesExposed: "通报曝光问题",
  personsExposed: "通报曝光人数",
  circularsIssued: "典型问题通报期数",
  recommendations: "纪检监察建议",
  clues: "问题线索",
  cluesHandled: "处置线索",
  cluesConcluded: "办结线索",
  cluesTransferred: "移送线索",
  casesTransferred: "移送案件",
  petitions: "信访件",
  petitionsConcluded: "办结信访件",
  moneyReturned: "清退款项",
  moneyRecovered: "追缴收回款项",
  lossesRecovered: "挽回损失",
  arrearsCollected: "追缴欠款",
  systemsEstablished: "建立完善制度",
  documentsIssued: "出台文件",
  problemsRectified: "整改问题",
} as const;

export const outcomeMetricSchema = z
  .enum(Object.keys(outcomeMetrics).filter((key): key is keyof typeof outcomeMetrics => key in outcomeMetrics))
  .meta({ title: "成效项", description: "Closed list of outcome metrics." });

export const outcomeScopeSchema = z.union([
  z.literal("notice"),
  z.literal("handover"),
  z.strictObject({ finding: z.int().positive() }),
]);

export const outcomeSchema = z
  .strictObject({
    metric: outcomeMetricSchema,
    value: z.number().nonnegative(),
    unit: z.string(),
    amount: z
      .number()
      .nonnegative()
      .nullable()
      .meta({ title: "折合", description: "Value in base units; CNY for money." }),
    scope: outcomeScopeSchema,
    period: z.string().nullable(),
    qualifier: z.string().nullable().meta({ title: "限定", description: "余, 近, 超 … as printed." }),
    breakdown: z.array(z.strictObject({ label: z.string(), value: z.number(), unit: z.string() })),
    text: z.string(),
    span: spanSchema,
  })
  .meta({
    title: "成效数字",
    description: "A figure of discipline, money or systems. Never to be summed across scopes.",
  });

export type DeclaredTotal = z.infer<typeof declaredTotalSchema>;
export type DeclaredMetric = z.infer<typeof declaredMetricSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type OutcomeMetric = z.infer<typeof outcomeMetricSchema>;
