import { everyMatch } from "../every-match.ts";

const longestSentence = 300;
const month = String.raw`\d{1,2}月`;
const year = String.raw`(?:\d{4}年|今年|去年)`;
const period = new RegExp(
  [
    String.raw`截至[^,。;:]{1,14}`,
    `(?:今年|去年|${year}(?:${month})?|巡视|巡察|(?:巡视|巡察)?(?:集中)?整改(?:工作)?(?:开展|启动)?|专项整治(?:开展)?|十[八九]大|二十大)以来`,
    `${year}?${month}?(?:\\d{1,2}日)?(?:[—–~-]|至)(?:${year})?${month}(?:份|底)?`,
    `${year}?\\d{1,2}[—–~-]${month}份?`,
    "(?:巡视|巡察|集中)?整改期间|(?:巡视|巡察)(?:反馈后|期间)",
    `${year}?(?:上半年|下半年|[一二三四前][一二三四]?季度)`,
    String.raw`近[一二三四五两\d]年(?:来)?`,
    String.raw`(?<=^|[,;])(?:20\d{2}年度?|今年|去年)(?!\d)`,
    "目前",
  ].join("|"),
  "g",
);

/** The period that the sentence names before a figure, the nearest one: 今年以来, 2023年1—5月, 截至2月底, 巡视整改期间. */
export function periodBefore(text: string, start: number): string | null {
  const window = text.slice(Math.max(0, start - longestSentence), start);
  const lead = window.slice(Math.max(window.lastIndexOf("。"), window.lastIndexOf("\n")) + 1);
  return everyMatch(period, lead).at(-1)?.[0] ?? null;
}
