import type { Dice } from "./dice.ts";

/** An edit of the whole text that says nothing else: typography, what a page prints around a notice, another template. */
export type CosmeticEdit = { readonly name: string; readonly edit: (text: string, dice: Dice) => string };

const wide = (text: string): string =>
  text.replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfe_e0));

/** Web and mail addresses are no prose: a comma or colon in them is not typography. */
const outsideAddresses = (text: string, edit: (words: string) => string): string =>
  text
    .split(/(https?:\/\/\S+|[\w.]+@[\w.]+|\d+(?:[,.:]\d+)+)/u)
    .map((part, at) => (at % 2 === 0 ? edit(part) : part))
    .join("");

const marks: readonly (readonly [string, string])[] = [
  ["，", ","],
  ["：", ":"],
  ["；", ";"],
  ["（", "("],
  ["）", ")"],
  ["！", "!"],
];

/** Characters with one traditional form each, frequent in the genre; none of headings, by which a reading finds its way. */
const traditional: readonly (readonly [string, string])[] = [
  ["门", "門"],
  ["进", "進"],
  ["责", "責"],
  ["员", "員"],
];

const lines = (text: string): string[] => text.split("\n");

const inLines = (text: string, edit: (line: string) => string): string => lines(text).map(edit).join("\n");

function afterTitle(text: string, line: string): string {
  const all = lines(text);
  const at = all.findIndex((one) => /通报\s*$/u.test(one));
  all.splice(at + 1, 0, line);
  return all.join("\n");
}

export const typographyEdits: readonly CosmeticEdit[] = [
  { name: "half-width marks", edit: (text) => marks.reduce((all, [old, young]) => all.replaceAll(old, young), text) },
  {
    name: "full-width marks",
    edit: (text) =>
      outsideAddresses(text, (words) => marks.reduce((all, [old, young]) => all.replaceAll(young, old), words)),
  },
  { name: "straight quotes", edit: (text) => text.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'") },
  { name: "corner quotes", edit: (text) => text.replaceAll("“", "「").replaceAll("”", "」") },
  { name: "full-width digits", edit: (text) => outsideAddresses(text, wide) },
  {
    name: "spaces beside digits",
    edit: (text) => outsideAddresses(text, (words) => words.replaceAll(/(?<=[\u4E00-\u9FA5])(?=\d)/gu, " ")),
  },
  { name: "blank lines", edit: (text) => text.replaceAll("\n", "\n\n") },
  { name: "no blank lines", edit: (text) => text.replaceAll(/\n\s*\n/gu, "\n") },
  { name: "indentation", edit: (text) => text.replaceAll(/^[ \u3000]*(?=\S)/gmu, "\u3000\u3000") },
  { name: "trailing spaces", edit: (text) => text.replaceAll(/(?<=\S)$/gmu, "  ") },
  { name: "Windows line ends", edit: (text) => text.replaceAll("\n", "\r\n") },
  { name: "dashes", edit: (text) => text.replaceAll("——", "—").replaceAll("－", "-") },
  {
    name: "semicolons for full stops",
    edit: (text, dice) => text.replaceAll(/；(?=[\u4E00-\u9FA5])/gu, (mark) => (dice.chance(0.2) ? "。" : mark)),
  },
  {
    name: "commas for pauses",
    edit: (text, dice) =>
      text.replaceAll(/(?<=[\u4E00-\u9FA5]{4})、(?=[\u4E00-\u9FA5]{4})/gu, (mark) => (dice.chance(0.1) ? "，" : mark)),
  },
  {
    name: "full-width letters and signs",
    edit: (text) => outsideAddresses(text, (words) => words.replaceAll("%", "％")),
  },
  {
    name: "ratio signs for colons",
    edit: (text) => inLines(text, (line) => (line.includes("。") ? line.replaceAll("：", "∶") : line)),
  },
  { name: "angle brackets", edit: (text) => text.replaceAll("《", "〈").replaceAll("》", "〉") },
  {
    // The headings of findings keep theirs: without them a reading can't tell where the title ends.
    name: "no quotes",
    edit: (text) => inLines(text, (line) => (/[”"].{0,6}问题/u.test(line) ? line : line.replaceAll(/[“”‘’]/gu, ""))),
  },
  { name: "zero-width spaces", edit: (text) => text.replaceAll(/(?<=。)(?=[\u4E00-\u9FA5])/gu, "\u200B") },
  { name: "byte order mark", edit: (text) => `\uFEFF${text}` },
  { name: "tabs", edit: (text) => text.replaceAll(/^/gmu, "\t") },
  {
    name: "traditional characters",
    edit: (text) => traditional.reduce((all, [old, young]) => all.replaceAll(old, young), text),
  },
  { name: "no-break spaces", edit: (text) => text.replaceAll(" ", "\u00A0") },
];

/** The same value in another notation. */
export const notationEdits: readonly CosmeticEdit[] = [
  {
    name: "thousands",
    edit: (text) => text.replaceAll(/(?<![\d.年—/-])(\d)(\d{3})(?=[余多]?(?:人|户|名|件|元|万元|个|亩))/gu, "$1,$2"),
  },
  { name: "yuan for 10,000 yuan", edit: (text) => text.replaceAll(/(?<![\d.])(\d+)\.(\d\d)万元/gu, "$1$200元") },
  {
    name: "Chinese numerals",
    edit: (text) =>
      text.replaceAll(/(?<![\d.—年月第、～至—-])[3-9](?=(?:项|件|次)[，。；])/gu, (digit) =>
        "零一二三四五六七八九".charAt(Number(digit)),
      ),
  },
  { name: "months of two digits", edit: (text) => text.replaceAll(/(?<=\d年)([1-9])(?=月\d)/gu, "0$1") },
  { name: "spaces in dates", edit: (text) => text.replaceAll(/(\d)(年|月)(\d)/gu, "$1 $2 $3") },
];

const header = (dice: Dice): string =>
  dice.pick([
    "【字体：大 中 小】",
    "浏览次数：317 字号：[大 中 小]",
    "打印本页 关闭窗口",
    "分享到：微信 微博 QQ空间",
  ]) ?? "";

export const boilerplateEdits: readonly CosmeticEdit[] = [
  { name: "buttons under the title", edit: (text, dice) => afterTitle(text, header(dice)) },
  { name: "breadcrumb", edit: (text) => `您现在的位置：首页 > 监督曝光 > 巡视巡察 > 整改公开\n${text}` },
  { name: "menu", edit: (text) => `网站首页\n信息公开\n审查调查\n巡视巡察\n${text}` },
  { name: "site links", edit: (text) => `${text}\n\n网站地图 | 联系我们 | 关于我们` },
  { name: "related", edit: (text) => `${text}\n\n相关链接\n样州市召开警示教育大会\n云汀区委巡察工作会议召开` },
  { name: "end mark", edit: (text) => `${text}\n（完）` },
  { name: "footer", edit: (text) => `${text}\n\n版权所有：样州市纪委监委 网站标识码：9900000001 样ICP备00000001号` },
  { name: "disclaimer", edit: (text) => `${text}\n免责声明：本文转载自网络，版权归原作者所有，如有侵权请联系删除。` },
  { name: "neighbours", edit: (text) => `${text}\n上一篇：样州市召开清廉建设推进会\n下一篇：云汀区通报三起典型问题` },
  { name: "editor", edit: (text) => `${text}\n（责任编辑：李某）` },
  { name: "share buttons", edit: (text) => `${text}\n扫一扫在手机打开当前页\n分享到：\n打印 关闭` },
  { name: "counter", edit: (text, dice) => afterTitle(text, `浏览次数：${100 + dice.below(900)}次`) },
];

export const templateEdits: readonly CosmeticEdit[] = [
  {
    name: "header labels",
    edit: (text) =>
      text.replace(/(?:信息)?来源\s*[:：]/u, "文章来源：").replace(/发布(?:日期|时间)\s*[:：]/u, " 时间："),
  },
  {
    name: "font size widget",
    edit: (text) => text.replaceAll(/字号\s*[:：]\s*\[\s*\]/gu, "字号：[大] [中] [小] 打印"),
  },
  { name: "producer", edit: (text) => text.replaceAll(/Produced By .*$/gmu, "技术支持：样例网络") },
];

export const cosmeticEdits: readonly CosmeticEdit[] = [
  ...typographyEdits,
  ...notationEdits,
  ...boilerplateEdits,
  ...templateEdits,
];
