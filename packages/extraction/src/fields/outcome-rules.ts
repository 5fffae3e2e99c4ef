import type { Outcome } from "@zhenggai/notice";
import { printedNumber } from "../chinese-number.ts";

/** How one metric is printed; the pattern has the groups number, unit and perhaps qualifier or before (近, 超). */
export type OutcomeRule = { readonly metric: Outcome["metric"]; readonly pattern: RegExp };

const before = "(?<before>近|超过?|约|逾)?";
const number = `${before}(?<number>${printedNumber})(?<qualifier>余|多)?`;
const persons = "(?<unit>人次|人|名)";
const money = "(?<unit>万元|亿元|元)";

/** Metrics with their words: “诫勉谈话4人” and, number first, “对2名干部予以诫勉”. */
const discipline: readonly (readonly [Outcome["metric"], string])[] = [
  ["partyAndGovernmentDiscipline", "党纪政务处分|党政纪处分|党纪、政务处分"],
  ["partyDiscipline", "党纪处分|党内(?:严重)?警告(?:处分)?"],
  ["governmentDiscipline", "政务处分"],
  ["organizationalHandling", "组织处理"],
  ["admonishment", "诫勉(?:谈话)?"],
  ["educationReminder", "批评教育(?:提醒)?|教育提醒|提醒谈话|谈话提醒"],
  ["transferToJudiciary", "移送司法(?:机关)?(?:处理)?"],
];

function disciplineRules([metric, words]: readonly [Outcome["metric"], string]): readonly OutcomeRule[] {
  return [
    { metric, pattern: new RegExp(`(?:${words})(?:处理|了|共)?${number}${persons}`, "g") },
    {
      metric,
      pattern: new RegExp(`(?:给予|对)${number}${persons}[^\\d,。;、]{0,16}?(?:${words})(?!.{0,2}\\d)`, "g"),
    },
  ];
}

const systemVerb = "建立|健全|完善|修订|制定|出台|新建|制修订|构建|印发";
const systemNoun = "(?:规章)?制度(?:机制)?|工作机制|长效机制";

/** The rules in one list. A new metric is a new line here. */
export const outcomeRules: readonly OutcomeRule[] = [
  ...discipline.flatMap((entry) => disciplineRules(entry)),
  {
    metric: "systemsEstablished",
    pattern: new RegExp(
      `(?:${systemVerb})[^,。;\\d《》]{0,14}?(?:${systemNoun})(?:规定|办法|文件)?(?:共)?${number}(?<unit>项|个|条)`,
      "g",
    ),
  },
  {
    metric: "systemsEstablished",
    pattern: new RegExp(`(?:${systemVerb})[^,。;\\d《》]{0,12}?${number}(?<unit>项|个)(?:规章)?(?:制度|机制)`, "g"),
  },
  {
    metric: "systemsEstablished",
    pattern: new RegExp(`(?:${systemVerb})[^。;\\d《》]{4,80}?等${number}(?<unit>项|个)(?:规章)?(?:制度|机制)`, "g"),
  },
  {
    metric: "moneyReturned",
    pattern: new RegExp(`(?:清退|退还|退缴|清缴)[^,。;\\d欠]{0,24}?${number}${money}`, "g"),
  },
  {
    metric: "lossesRecovered",
    pattern: new RegExp(`挽回[^,。;\\d]{0,14}?损失[^,。;\\d]{0,6}?${number}${money}`, "g"),
  },
];
