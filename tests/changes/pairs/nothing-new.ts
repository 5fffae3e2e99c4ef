import { printedByStatus, printedNotice } from "./printed-notices.ts";

/** Texts that say the same as an older one in other print: `made` gives the newer. */
export type QuietPair = { readonly says: string; readonly before?: string; readonly made: (text: string) => string };

const wide = (text: string): string =>
  text.replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfe_e0));

export const quietPairs: readonly QuietPair[] = [
  { says: "三十七件 is 37件", made: (text) => text.replace("三十七件", "37件") },
  { says: "528.09万元 is 5280900元", made: (text) => text.replace("528.09万元", "5280900元") },
  { says: "410个 is ４１０个", made: (text) => text.replace("410个", "４１０个") },
  { says: "full-width digits throughout", made: (text) => text.replace(/二、[\s\S]*三、/u, wide) },
  { says: "4700人次 is 4,700人次", made: (text) => text.replace("4700人次", "4,700人次") },
  { says: "2024年3月15日 is 2024年03月15日", made: (text) => text.replace("2024年3月15日", "2024年03月15日") },
  { says: "11月15日 is 十一月十五日", made: (text) => text.replace("11月15日", "十一月十五日") },
  {
    says: "a character without width within the number of a finding and before a percent sign",
    made: (text) => text.replace("（四）关于", "（四\u200B）关于").replace("81%", "81\u200B%"),
  },
  { says: "half-width marks", made: (text) => text.replaceAll("，", ",").replaceAll("；", ";") },
  { says: "straight quotes", made: (text) => text.replaceAll(/[“”]/gu, '"') },
  { says: "corner quotes", made: (text) => text.replaceAll("“", "「").replaceAll("”", "」") },
  { says: "another dash and another pause", before: printedByStatus, made: (text) => text.replaceAll("、", "，") },
  { says: "the counter of the page counts on", made: (text) => text.replace("浏览次数：1024", "浏览次数：2048") },
  {
    says: "a footer, buttons and neighbours",
    made: (text) => `${text}\n打印本页 关闭窗口\n上一篇：样州市召开会议\n下一篇：没有了\n版权所有：样州市纪委监委`,
  },
  { says: "a menu above the title", made: (text) => `网站首页\n巡视巡察\n整改公开\n${text}` },
  { says: "paragraphs broken and indented anew", made: (text) => text.replaceAll("\n", "\n\n\u3000\u3000") },
  {
    says: "lines of forty characters",
    before: printedByStatus,
    made: (text) => text.replaceAll(/[^\n]{40}(?=[\u4E00-\u9FA5])/gu, "$&\n"),
  },
  {
    says: "enumerators in another style",
    made: (text) => text.replaceAll(/^(\d)\./gmu, "$1、"),
  },
  {
    says: "a short measure and a long one printed as one",
    before: printedNotice.replaceAll(/^(\d)\./gmu, "$1. "),
    made: (text) => text.replace("化解三十七件。\n2. 就近", "化解三十七件。就近"),
  },
  {
    says: "characters without width in an enumerator and before a unit",
    before: printedByStatus,
    made: (text) =>
      text.replace("二是补上", "二\u00AD是补上").replace("6块牌子", "6\u200B块牌子").replace("12个", "12\u200B个"),
  },
  {
    says: "traditional characters, the figures in another print",
    made: (text) =>
      text
        .replace("约谈业主单位6家", "約談業主單位六家")
        .replace("44件积案", "44件積案")
        .replace("410个", "四百一十個"),
  },
  {
    says: "attachments in another order",
    before: `${printedNotice}附件：1.整改任务清单\n2.整改责任分工表\n`,
    made: (text) => text.replace("1.整改任务清单\n2.整改责任分工表", "1.整改责任分工表\n2.整改任务清单"),
  },
];
