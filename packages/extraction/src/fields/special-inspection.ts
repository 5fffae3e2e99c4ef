import type { Found } from "../found.ts";
import type { View } from "../normalized-view.ts";
import { spanIn, type Passage } from "../passage.ts";

const done = "(?:开展|进行|实施)了?(?:为期[^,。;]{1,10}的)?";
const word = "(?:巡视|巡察)";
const endOfName = "(?:[省市县区旗镇乡局厅委]|集团|公司|大学|学院|党[委组]|党工委)";
/** Each names the theme in its first group. */
const patterns: readonly RegExp[] = [
  new RegExp(String.raw`${done}([^,。;的]{2,24}?)专项${word}`),
  new RegExp(String.raw`对全[省市县区旗州]([^,。;对]{4,30}?)${done}专项${word}`),
  new RegExp(
    String.raw`${endOfName}[“"]?((?:涉|粮|选人|生态|扶贫|脱贫|乡村|医|教育|营商|国资|国企|供销|开发|工程|惠)[\u4e00-\u9fff]{1,12}?)[”"]?(?:${done})?专项${word}`,
  ),
  new RegExp(
    String.raw`(?:${done}|${endOfName})(?:第?[一二三四五六七八九十\d]{0,3}轮)?((?:提级|交叉|机动|联动|延伸){1,2})${word}`,
  ),
  new RegExp(String.raw`${word}[“"]?(回头看)[”"]?`),
];
/** Stands in every match. */
const cue = /专项|提级|交叉|机动|联动|延伸|回头看/;

/**
 * What sets the inspection apart from a regular one: the theme of a special one (“开展了粮食购销领域专项巡视” is 粮食购销领域, “涉粮问题专项
 * 巡察” is 涉粮问题) or its form (提级, 交叉, 机动, 回头看). Null for a regular one.
 */
export function specialOf(view: View, passages: readonly Passage[]): Found<string> | null {
  const telling = passages.filter(({ text }) => cue.test(text));
  for (const pattern of patterns) {
    for (const passage of telling) {
      const match = pattern.exec(passage.text);
      const theme = match?.[1];
      if (!match || theme === undefined) continue;
      const value = theme.replaceAll(/^[“"]|[”"]$/g, "");
      const at = match.index + match[0].lastIndexOf(value);
      return { value, rule: "special-inspection", span: spanIn(view, passage, at, value.length) };
    }
  }
  return null;
}
