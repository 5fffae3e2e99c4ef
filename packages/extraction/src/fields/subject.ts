import type { BodyKind } from "@zhenggai/notice";
import type { Found } from "../found.ts";
import type { View } from "../normalized-view.ts";
import type { Passage } from "./inspection-team.ts";

/** The subject as printed, before the register of bodies resolves it. */
export type PrintedSubject = { readonly name: Found<string>; readonly bodyKind: BodyKind | null };

const suffixes: readonly (readonly [RegExp, BodyKind])[] = [
  [/(?<=省|自治区|兵团)党?委(?:员会)?$/, "省委"],
  [/(?<=市)委(?:员会)?$/, "市委"],
  [/(?<=区)委(?:员会)?$/, "区委"],
  [/(?<=县)委(?:员会)?$/, "县委"],
  [/(?<=旗)委(?:员会)?$/, "旗委"],
  [/(?<=街道)(?:党工委|工委|工作委员会|党委)$/, "街道党工委"],
  [/(?<=[镇乡])(?:党委|委员会|委)$/, "镇党委"],
  [/(?:党工委|党的工作委员会|工作委员会|党委工作委员会|工委)$/, "党工委"],
  [/(?<=局)党组$/, "局党组"],
  [/(?<=院)党组$/, "院党组"],
  [/党组$/, "党组"],
  [/(?<=大学|学院|学校)党委$/, "校党委"],
  [/(?<=公司|集团)党委$/, "公司党委"],
  [/(?:党委|委员会)$/, "党委"],
];
const suffix = "(?:党组|党委|党工委|工委|工作委员会|委员会|委)";
const object = /(?:对|进驻)(?:中共|中国共产党)?([^,。;:对]{2,40}?)(?:党的建设)?(?:(?:开展|进行|实施|作)了?[^,。;]{0,16}?(?:巡视|巡察)|(?:开展|进行)了?)/;
const stationed = /进驻(?:中共)?([\u4e00-\u9fff]{2,25}?)(?=[,。;\n]|公告|开展|进行|工作|$)/;
const recipient = /向(?:中共|中国共产党)?([\u4e00-\u9fff]{2,30}?)(?:领导班子)?(?:作了|进行了?|通报|集中)?反馈/;
const inTitle = new RegExp(
  String.raw`^(?:中共|中国共产党)?([\u4e00-\u9fff]{2,40}?${suffix})?(?:\([^()]{1,12}\))?关于`,
);

/**
 * Reads who was inspected: the object of “对样州市云汀区开展了巡视” and the body that reports in the title
 * (“中共样州市云汀区委关于…”), whichever names its place more fully.
 */
export function printedSubject(view: View, title: Passage | null, opening: Passage): PrintedSubject | null {
  const fromText = [object, stationed, recipient].map((pattern) => read(view, opening, pattern)).find((found) => found);
  const fromTitle = title
    ? (read(view, title, inTitle) ?? read(view, title, stationed) ?? read(view, title, recipient))
    : null;
  const best = fromTitle && fromText ? fuller(fromText, fromTitle) : (fromText ?? fromTitle);
  if (!best) return null;
  const bodyKind = fromText?.bodyKind ?? fromTitle?.bodyKind ?? null;
  return { name: best.name, bodyKind: best.bodyKind ?? bodyKind ?? kindInText(view, best.name.value) };
}

function read(view: View, passage: Passage, pattern: RegExp): PrintedSubject | null {
  const match = pattern.exec(passage.text);
  const printed = match?.[1]?.replace(/(?:及其|及|和|等).{0,20}$/, "");
  if (!match || printed === undefined) return null;
  const { name, bodyKind } = splitBody(printed);
  if (name.length < 2) return null;
  const start = passage.start + match.index + match[0].indexOf(printed);
  const rule = passage.start === 0 || pattern === inTitle ? "title-body" : "inspected-body";
  return { name: { value: name, rule, span: view.span(start, start + name.length) }, bodyKind };
}

/** “柏塘县自然资源局党组” is 柏塘县自然资源局 with 局党组; “云汀区委” is 云汀区 with 区委. */
export function splitBody(printed: string): { readonly name: string; readonly bodyKind: BodyKind | null } {
  const body = printed.replace(/^(?:中共|中国共产党)/, "").trim();
  for (const [pattern, bodyKind] of suffixes) {
    if (pattern.test(body)) return { name: body.replace(pattern, ""), bodyKind };
  }
  return { name: body, bodyKind: null };
}

/** 样州市云汀区 rather than 云汀区; where the names differ, what was inspected rather than who reports. */
function fuller(fromText: PrintedSubject, fromTitle: PrintedSubject): PrintedSubject {
  return fromTitle.name.value.endsWith(fromText.name.value) ? fromTitle : fromText;
}

/** A division is answered for by its committee where the text speaks of it: 云汀区委. */
function kindInText(view: View, name: string): BodyKind | null {
  const last = /(市|区|县|旗)$/.exec(name)?.[1];
  const short = name.slice(-3);
  if (last === undefined || !view.text.includes(`${short}委`)) return null;
  return splitBody(`${name}委`).bodyKind;
}
