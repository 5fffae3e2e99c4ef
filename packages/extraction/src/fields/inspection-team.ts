import type { Inspection } from "@zhenggai/notice";
import type { Found } from "../found.ts";
import type { View } from "../normalized-view.ts";
import { spanIn, type Passage } from "../passage.ts";

export type Authority = {
  readonly name: string;
  readonly level: Inspection["level"];
  /** 巡视 is done by the centre and the provinces, 巡察 by cities and counties. */
  readonly kind: "巡视" | "巡察";
};

const committee = "(?<!党)中央|省委|自治区党委|兵团党委|市委|州委|盟委|地委|区委|县委|旗委";
/** Bodies that inspect their own branches: 集团党委第二巡察组. Their level is none of the four. */
const inner = "(?:国家|上级|[总省市县区])?(?:集团|公司|学校|大学|学院|校|厅|局|院|行|委)党[委组]";
/** 省委教育工委 inspects schools; it is not 省委. */
const workCommittee = "(?:[省市县区]委)?(?:教育|国资|[省市县区]?直?机关|企业)(?:系统)?(?:党)?工委";
const number = String.raw`[一二三四五六七八九十\d]{1,4}`;
/** Up to two of them: 第三提级交叉巡察组. */
const form = "(?:(?:专项|常规|联合|提级|交叉|机动|联动|延伸){1,2})";
/** 市委优化营商环境专项巡察组. */
const theme = "(?:[\u4e00-\u9fff“”、]{2,24}?专项)";
const visit = "(?:巡视|巡察)";
const team = new RegExp(
  String.raw`第\s?${number}${form}?${visit}组|${visit}第?${number}组|${form}${visit}(?:第?${number})?组`,
);
const commissioned = new RegExp(
  String.raw`(${workCommittee}|${committee}|${inner})(?:的)?(?:第\s?${number}${form}?|${form}|第?${number}|${theme})?(巡视|巡察)(?:第?${number})?组`,
);
const named = new RegExp(String.raw`(${committee})[^,。;]{0,12}?(巡视|巡察)`);

/** “省委第三巡视组” without the authority: 第三巡视组; also 巡视八组, 专项巡察组. Null where the team has no number or theme. */
export function teamOf(view: View, passages: readonly Passage[]): Found<string> | null {
  for (const passage of passages) {
    const match = team.exec(passage.text);
    if (!match) continue;
    const span = spanIn(view, passage, match.index, match[0].length);
    return { value: match[0].replaceAll(/\s/g, ""), rule: "inspection-team", span };
  }
  return null;
}

/** Who sent the team: “样州市委第二巡察组” is 市委, level city. */
export function authorityOf(view: View, passages: readonly Passage[]): Found<Authority> | null {
  for (const pattern of [commissioned, named]) {
    for (const passage of passages) {
      const match = pattern.exec(passage.text);
      const [, name = "", word = ""] = match ?? [];
      if (!match) continue;
      const kind = word === "巡察" ? "巡察" : "巡视";
      const rule = pattern === commissioned ? "team-authority" : "named-authority";
      const span = spanIn(view, passage, match.index, name.length);
      return { value: { name, kind, level: levelOf(name, kind) }, rule, span };
    }
  }
  return null;
}

function levelOf(name: string, kind: Authority["kind"]): Authority["level"] {
  if (name === "中央") return "central";
  if (/党组$|工委$|[^区团]党委$/.test(name) || name === "集团党委") return null;
  if (/^(?:省委|自治区党委|兵团党委)$/.test(name)) return "province";
  // Only the municipalities under the central government do 巡视 as 市委.
  if (kind === "巡视") return "province";
  return /^(?:市委|州委|盟委|地委)$/.test(name) ? "city" : "county";
}

/**
 * “六届省委第二轮巡视” is 六届省委第二轮. The body counts only where it is of one mind, since it may also speak of earlier rounds and of
 * the subject's own 巡察.
 */
export function roundOf(
  view: View,
  near: readonly Passage[],
  body: Passage,
  authority: Found<Authority>,
): Found<string> | null {
  const { name, kind } = authority.value;
  if (![...near, body].some(({ text }) => text.includes("轮"))) return null;
  const pattern = new RegExp(
    String.raw`(?<![上前历次])((?:[一二三四五六七八九十]{1,4}届(?:[\u4e00-\u9fff]{2,3}(?=[市区县州旗]委))?)?${name}第\s?${number}轮|[一二三四五六七八九十]{1,4}届第\s?${number}轮(?=巡))(?:常规|专项|机动|集中)?(巡视|巡察)?`,
    "g",
  );
  for (const passage of near) {
    const found = roundsIn(view, passage, pattern, kind)[0];
    if (found) return { ...found, rule: "round" };
  }
  const inBody = roundsIn(view, body, pattern, kind);
  const isUnanimous = new Set(inBody.map(({ value }) => value)).size === 1;
  return isUnanimous && inBody[0] ? { ...inBody[0], rule: "round-in-body" } : null;
}

function roundsIn(view: View, passage: Passage, pattern: RegExp, kind: string): readonly Found<string>[] {
  return roundMatches(passage.text, pattern)
    .filter((match) => match[2] === undefined || match[2] === kind)
    .filter((match) => !/\d{4}年[^,。;]{0,8}$/.test(passage.text.slice(Math.max(0, match.index - 14), match.index)))
    .map((match) => {
      const value = match[1] ?? "";
      return { value, rule: "round", span: spanIn(view, passage, match.index, value.length) };
    });
}

/** How far a match reaches around its 轮, which it holds once. */
const [longestBeforeRound, longestBehindRound] = [40, 8];

/** The body of a notice is long, and the pattern may begin with almost anything: it is only tried around each 轮. */
function roundMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  let from = 0;
  for (let at = text.indexOf("轮"); at !== -1; at = text.indexOf("轮", at + 1)) {
    pattern.lastIndex = Math.max(from, at - longestBeforeRound);
    const match = pattern.exec(text.slice(0, at + longestBehindRound));
    if (match === null || match.index > at) continue;
    matches.push(match);
    from = match.index + match[0].length;
  }
  return matches;
}
