import { bodyKindOf } from "@zhenggai/bodies";
import type { BodyKind } from "@zhenggai/notice";
import type { Found } from "../found.ts";
import type { View } from "../normalized-view.ts";
import { spanIn, type Passage } from "../passage.ts";

/** The subject as printed, before the register of bodies resolves it. */
export type PrintedSubject = { readonly name: Found<string>; readonly bodyKind: BodyKind | null };

/** How names of places and bodies end. */
const bodyName =
  /(?:[省市区县旗镇乡村校州盟局厅委部办院会社队所站园馆库厂矿场校台处司署]|[妇残文侨台社记作商]联|[科作]协|团中央|街道|集团|公司|大学|中心|机关|银行|地区|系统)(?:\([\u4e00-\u9fff]{1,12}\))?$/;
const suffix = "(?:党组|党委|党工委|工委|工作委员会|委员会|委|党总支|党支部)";
const visit = "(?:开展|进行|实施|作)了?[^,。;]{0,16}?(?:巡视|巡察)";
const object = new RegExp(String.raw`对(?:中共|中国共产党)?([^,。;:对]{2,40}?)(?:党的建设)?${visit}`);
/** 对柏塘县民政局党组巡察“回头看”: without a verb. */
const ofParty = /对(?:中共)?([^,。;:对“”]{2,40}?(?:党组|党委|党工委))(?:的)?(?:巡视|巡察)(?!组|反馈|整改)/;
const visited = /(?:巡视|巡察)了([\u4e00-\u9fff]{2,25})(?=[,。;])/;
/** 市委第一巡察组召开巡察柏塘县财政局党组工作动员会议, 巡察柏塘县人民医院党委情况反馈会. */
const atMeeting = /(?:巡视|巡察)(?!组)((?:(?!巡)[\u4e00-\u9fff]){2,25}?)(?:工作动员|(?:工作)?情况反馈|情况通报)/;
const stationed = /进驻(?:中共)?([\u4e00-\u9fff]{2,25}?)(?=[,。;\n]|公告|开展|进行|工作|$)/;
const recipient = /向(?:中共|中国共产党)?([\u4e00-\u9fff]{2,30}?)(?:领导班子)?(?:作了|进行了?|通报|集中)?反馈/;
const inTitle = new RegExp(
  String.raw`^(?:【[^【】]{1,12}】)?((?:中共|中国共产党)?(?:[\u4e00-\u9fff]|\([\u4e00-\u9fff]{1,12}\)){2,40}?${suffix})?(?:机关)?(?:[、和及](?:管委会|管理委员会|[区县市]?(?:人民)?政府))?(?:\([^()]{1,12}\))?\s{0,2}关于`,
);

/** 柏塘县石埠镇党委巡察整改情况报告, 关于样例省人民医院党委巡视整改进展情况的通报. */
const ofTitle =
  /^(?:关于)?((?:中共|中国共产党)?[\u4e00-\u9fff]{2,30}?(?:党组|党委|党工委|委员会|党支部))巡[视察](?:反馈)?(?:意见)?整改/;

/**
 * Reads who was inspected: the object of “对样州市云汀区开展了巡视” and the body that reports in the title
 * (“中共样州市云汀区委关于…”), whichever names its place more fully.
 */
export function printedSubject(view: View, title: Passage | null, opening: Passage): PrintedSubject | null {
  const fromTitle = title && firstMatch(view, title, [inTitle, ofTitle, stationed, recipient], "title-body");
  const fromText = fromTitle || !severalTeams.test(opening.text) ? inspectedBody(view, opening) : null;
  if (fromText === null) return fromTitle && withKind(view, fromTitle, null);
  return fromTitle
    ? withKind(view, fuller(fromText, fromTitle), fromText.bodyKind ?? fromTitle.bodyKind)
    : withKind(view, fromText, null);
}

function withKind(view: View, { name, bodyKind }: PrintedSubject, other: BodyKind | null): PrintedSubject {
  return { name, bodyKind: bodyKind ?? other ?? kindInText(view, name.value) };
}

function inspectedBody(view: View, opening: Passage): PrintedSubject | null {
  return firstMatch(view, opening, [object, ofParty, visited, stationed, recipient, atMeeting], "inspected-body");
}

function firstMatch(view: View, passage: Passage, patterns: readonly RegExp[], rule: string): PrintedSubject | null {
  for (const pattern of patterns) {
    const match = pattern.exec(passage.text);
    const printed = match?.[1] && firstBody(withoutAlias(match[1]));
    if (!match || printed === undefined || severalBodies.test(match[1] ?? "")) continue;
    const { name, bodyKind } = splitBody(withoutTheme(withoutBranch(printed)));
    if (name.length < 2 || !namesBody(name)) continue;
    const at = match[0].indexOf(printed);
    const span = spanIn(view, passage, match.index + Math.max(at, match[0].indexOf(name, at)), name.length);
    return { name: { value: name, rule, span }, bodyKind };
  }
  return null;
}

/** A round of inspections tells of many: 选派7个巡察组, 组建4个巡察组. */
const severalTeams = /(?:组建|选派|派出|成立)了?\d{1,2}个(?:巡视|巡察)组/;

/** “石埠街道甲村、乙村等7个村党组织”: none of them reports alone, who was told the outcome does. */
const severalBodies = /、[^、]*(?:\d|[一二两三四五六七八九十百])[个家]/;

/** “柏塘县财政局(以下简称县财政局)党组” without what it is called further on. */
function withoutAlias(printed: string): string {
  return printed.replace(/\((?:以下|下)?(?:统一)?简?称[^()]{1,24}\)/, "");
}

/** “云汀区及其街道” is 云汀区, but 住房和城乡建设局 is one body. */
function firstBody(printed: string): string {
  const first = printed.replace(/(?:及其|及|和|等).{0,20}$/, "");
  return bodyName.test(first) || /党[组委]$/.test(first) ? first : printed.replace(/(?:及其|等).{0,20}$/, "");
}

/** 9个单位党组织, 被巡视党组织 and 公告 are nobody in particular. */
function namesBody(name: string): boolean {
  const isVague =
    /^(?:被|各|全|该|我|有关|相关|上述|本|部分|\d|[一二三四五六七八九十]{1,3}[个家])|单位|党组织|公告|等$/.test(name) ||
    /^(?:集团|公司|总公司|学校|学院|大学|医院|银行|总行|分行|机关|街道|开发区|系统|地区|中心)$/.test(name);
  return !isVague && bodyName.test(name);
}

/** A branch is no body of its own: 柏塘县石桥镇双河村党组织 is the village. */
function withoutBranch(printed: string): string {
  if (printed.endsWith("委机关")) return printed.slice(0, -2);
  return (
    /^(.*[村社区局院所站校司厂团会部心](?<!支部))(?:党组织|党总支|总支部|党支部|支部)(?:委员会)?$/.exec(printed)?.[1] ??
    printed
  );
}

/** “柏塘县涉粮问题” is 柏塘县 where a special inspection looked at one matter only. */
function withoutTheme(printed: string): string {
  const theme =
    /^(.*(?:[省市区县旗镇乡局厅]|党[组委]|党工委|集团|公司|大学|学院))(?:涉[\u4e00-\u9fff]{1,8}|[\u4e00-\u9fff]{2,10}(?:领域|系统)(?:[\u4e00-\u9fff]{0,6}问题)?|党委班子|领导班子)$/;
  return theme.exec(printed)?.[1] ?? printed;
}

const partyBodies = ["党组", "党委", "党工委", "工作委员会"] as const;

/** A committee by its own name: 例江市委政法委员会. */
const ownName = /(?:政法|纪律检查|管理|改革|健康|编制)(?:委员会|委)$/;

/** “柏塘县自然资源局党组” is 柏塘县自然资源局 with 局党组; a bare 样州市云汀区 names no Party body. */
function splitBody(printed: string): { readonly name: string; readonly bodyKind: BodyKind | null } {
  if (ownName.test(printed)) return { name: printed.replace(/^(?:中共|中国共产党)/, ""), bodyKind: null };
  return bodyKindOf(printed) ?? { name: printed.replace(/^(?:中共|中国共产党)/, "").trim(), bodyKind: null };
}

/** 样州市云汀区 rather than 云汀区, 省交通集团有限公司 rather than 省交通集团; where the names differ, what was inspected rather than who reports. */
function fuller(fromText: PrintedSubject, fromTitle: PrintedSubject): PrintedSubject {
  const [whole, part] = [shortZone(fromTitle.name.value), shortZone(fromText.name.value)];
  if (whole === part) return fromTitle.name.value.length >= fromText.name.value.length ? fromTitle : fromText;
  if (abbreviates(part, whole)) return fromTitle;
  const at = whole.lastIndexOf(part);
  const legalForm = /^(?:有限|股份|责任|集团|总|公司|\(|\)){0,6}$/;
  return at !== -1 && legalForm.test(whole.slice(at + part.length)) ? fromTitle : fromText;
}

/** 区农水局 is 样州市云汀区农业和水利发展局: told by its level, it names no place of its own. */
function isShortOf(short: string, whole: string): boolean {
  const end = short.slice(-1);
  return /^[省市区县旗州盟].{2}/.test(short) && (whole.endsWith(end) || (end === "委" && whole.endsWith("委员会")));
}

/** 省国控集团 is 样例省国有资产经营控股集团有限公司: its characters in their order. */
function abbreviates(short: string, whole: string): boolean {
  if (!/(?:集团|公司|银行|医院|大学|学院)$/.test(short) && !isShortOf(short, whole)) return false;
  if (short.length >= whole.length) return false;
  let at = 0;
  for (const character of short) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** 岚浦经济开发区 is 岚浦经开区. */
function shortZone(name: string): string {
  return name
    .replace(/经济(?:技术)?开发区$/, "经开区")
    .replace(/高新技术(?:产业)?开发区$/, "高新区")
    .replace(/政法委员会$/, "政法委");
}

/** 双河村党组织 speaks of no 双河村党组. */
function speaksOf(text: string, body: string): boolean {
  const at = text.indexOf(body);
  return at !== -1 && text.charAt(at + body.length) !== "织";
}

/** A division is answered for by its committee where the text speaks of it: 云汀区委; a body by its own: 柏塘县财政局党组. */
function kindInText(view: View, name: string): BodyKind | null {
  const isDivision = /[省市区县旗]$/.test(name);
  if (isDivision && view.text.includes(`${name.slice(-3)}委`)) return splitBody(`${name}委`).bodyKind;
  const own = partyBodies.find((body) => speaksOf(view.text, `${name}${body}`));
  return own === undefined ? null : splitBody(`${name}${own}`).bodyKind;
}
