import { characterSet, holds, spaceCharacters } from "./character-set.ts";
import { endsAsProblem, namesFlaw, namesFlawedMatter } from "./problem-words.ts";

/** A heading that names a problem: 关于“…”问题的整改, 针对“…”问题, 反馈指出“…”, 反馈问题:…. Lengths are units of the view. */
export type ProblemHeading = {
  /** named: by a formula · aspect: an area (在“…”方面) · bare: only ends in 问题, or only reads as one. */
  readonly kind: "named" | "aspect" | "bare";
  /** The problem, without quotation marks and formula. */
  readonly title: string;
  /** Units from the start of the content to the end of the formula. */
  readonly length: number;
  /** The heading fills its line. */
  readonly isAlone: boolean;
  /** False where the closing quotation mark is missing. */
  readonly isClosed: boolean;
};

const longest = 160;
const told = String.raw`(?:(?:中央|省委|市委|州委|区委|县委)?(?:第?[一二三四五六七八九十\d]{0,3}(?:巡视|巡察)组)?(?:巡视|巡察)?(?:反馈)?(?:意见|报告|情况)?中?(?:指出|提出|点出|反映)的?\s?[:,]?)`;
const opening = new RegExp(String.raw`^(?:关于|针对|对于|对照|聚焦|围绕|就|在|对|${told})?\s?["“「『]`);
const pointedOut = new RegExp(`^${told}`);
const outcome = "(?:的?(?:整改|落实|工作|进展|完成|及|情况|成效|结果|方面|、){1,8})?";
const remark = String.raw`(?:\s?(?:\([^()]{1,60}\)|【[^【】]{1,60}】|\[[^[\]]{1,60}\])|,(?:已|基本|正在|持续|按计划)[^。;,:]{1,10}(?=。|$))?`;
const tail = new RegExp(
  String.raw`^\s?(?:等)?(?:方面)?(?:存在)?的?(?:突出|主要|具体|有关|相关|个)?(?:问题|方面)${outcome}${remark}`,
);
const unclosedTail = new RegExp(`(?:等?方面)?的?问题${outcome}`);
const unquoted = new RegExp(
  String.raw`^(?:关于|针对|对于)([^。;:]{2,80}?)(?:等?方面)?(?:存在)?的?问题${outcome}${remark}$`,
);
const area = new RegExp(String.raw`^(?:关于|针对|在)([^“”"「」。;:,]{2,60}?)方面${outcome}${remark}$`);
const troubledArea = new RegExp(
  String.raw`^([^“”"「」。;:,]{2,40}?)(?:等)?方面(?:存在)?的?(?:突出|主要|具体)?问题${outcome}${remark}$`,
);
const label =
  /^[【[]?(?:(?:巡视|巡察)?反馈(?:的|具体)?|巡[视察]指出的?|存在的?|具体|主要|突出)问题(?:描述|内容|表现)?(?:[】\]]\s?[:、.]?|\s?[:、.])\s*/;
const bare = /^([^。;:“”"]{4,60}?)(?:的(?:突出|具体)?)?问题(?:的?整改(?:落实)?(?:情况)?)?$/;

const openingQuotes = characterSet("“「『");
const sentenceEnds = characterSet("。:");
const closingQuotes = characterSet('”"」』');

/** First characters of `label` and of `opening`: few paragraphs begin with one, and both patterns have many branches to try. */
const labelStarts = characterSet("【[巡反存具主突");
const openingStarts = characterSet(
  `关针对聚围就在中省市州区县第一二三四五六七八九十0123456789巡反意报情指提点"“「『${spaceCharacters}`,
);

/**
 * Reads the formula at the start of a numbered paragraph, quoted or not, e.g. “关于“养老托育设施建而少用”问题的整改情况”.
 * Quotes inside the title stay; a missing closing quote is tolerated and reported.
 */
export function readProblemHeading(content: string): ProblemHeading | null {
  const line = content.slice(0, longest);
  const first = line.charCodeAt(0);
  const labelled = holds(labelStarts, first) ? label.exec(line) : null;
  if (labelled) return readLabelled(content, labelled[0].length);
  const open = holds(openingStarts, first) ? opening.exec(line) : null;
  if (!open) return readUnquoted(content);
  const from = open[0].length;
  return readClosed(content, line, from) ?? readUnclosed(content, line, from) ?? readUnquoted(content);
}

function readClosed(content: string, line: string, from: number): ProblemHeading | null {
  const isTold = pointedOut.test(line);
  let depth = 1;
  for (let at = from; at < line.length; at += 1) {
    const unit = line.charCodeAt(at);
    if (holds(openingQuotes, unit)) depth += 1;
    if (!holds(closingQuotes, unit)) continue;
    depth = Math.max(0, depth - 1);
    const rest = line.slice(at + 1);
    const formula = tail.exec(rest)?.[0] ?? (isTold && depth === 0 ? "" : null);
    if (formula === null || !endsHeading(rest.slice(formula.length), formula)) continue;
    const kind = isTold || formula.includes("问题") ? "named" : "aspect";
    return heading(content, {
      kind,
      title: line.slice(from, at),
      length: at + 1 + formula.length,
      isClosed: depth === 0,
    });
  }
  return null;
}

function readUnclosed(content: string, line: string, from: number): ProblemHeading | null {
  if (/["”」』]/.test(line.slice(from))) return null;
  const formula = unclosedTail.exec(line.slice(from));
  if (!formula || formula.index < 2) return null;
  const end = from + formula.index + formula[0].length;
  if (!endsHeading(line.slice(end), formula[0])) return null;
  return heading(content, {
    kind: "named",
    title: line.slice(from, from + formula.index),
    length: end,
    isClosed: false,
  });
}

/** The first sentence alone counts: “关于意识形态责任制落实不到位的问题。整改情况:…”. */
function readUnquoted(content: string): ProblemHeading | null {
  let end = 0;
  while (end < longest && end < content.length && !holds(sentenceEnds, content.charCodeAt(end))) end += 1;
  const sentence = end === longest ? content : content.slice(0, end);
  if (sentence.length > longest || !(sentence.includes("问题") || sentence.includes("方面"))) return null;
  const parts = unquotedParts(sentence);
  return parts && heading(content, { ...parts, length: sentence.length, isClosed: true });
}

function unquotedParts(sentence: string): Pick<ProblemHeading, "kind" | "title"> | null {
  // “关于作风问题方面” is an area for all that it says 问题.
  const named = sentence.endsWith("方面") ? undefined : unquoted.exec(sentence)?.[1];
  if (named !== undefined && isProblem(named, sentence)) return { kind: "named", title: named };
  const aspect = area.exec(sentence)?.[1] ?? troubledArea.exec(sentence)?.[1];
  if (aspect !== undefined) return { kind: "aspect", title: aspect };
  const title = bare.exec(sentence)?.[1] ?? "";
  return namesFlawedMatter(title) ? { kind: "bare", title } : null;
}

/** “针对积水问题,成立专班…解决各类问题” tells what was done; “上轮反馈的占地问题整改不彻底” owns up. */
function isProblem(named: string, sentence: string): boolean {
  if (/^(?:中央|省委|市委|区委|县委)?(?:巡视|巡察|反馈|整改|重点|突出|主要|具体|存在|指出|的){1,6}$/.test(named))
    return false;
  if (!named.includes("问题")) return true;
  return !named.includes(",") && (namesFlaw(named) || /^关于.*的问题$/.test(sentence));
}

/** A short line without punctuation that owns up to something, where the notice has no formula at all: 学用脱节、转型偏慢. */
export function plainProblem(text: string): ProblemHeading | null {
  const isHeading = /^[^。;!?:,]{5,40}$/.test(text) && (namesFlaw(text) || endsAsProblem(text));
  return isHeading
    ? { kind: "bare", title: text.replace(/的问题$/, ""), length: text.length, isAlone: true, isClosed: true }
    : null;
}

/** “反馈问题:学用脱节。” is the problem up to its first full stop. */
export function readLabelled(content: string, from: number): ProblemHeading | null {
  const stop = content.slice(from, from + longest).search(/[。;]/);
  const end = stop === -1 ? content.length : from + stop;
  const title = withoutQuotes(content.slice(from, end).replace(/(["”])?(?:的?问题)$/, "$1"));
  if (title.length < 3 || end - from > longest) return null;
  return heading(content, { kind: "named", title, length: end, isClosed: true });
}

/** The quotation marks around the whole; “双减”工作推进不平衡 keeps those of its first word. */
function withoutQuotes(title: string): string {
  const inside = /^["“]([^"“”]{2,})["”]?$/.exec(title)?.[1] ?? /^[^"“”]{2,}(?=["”]$)/.exec(title)?.[0];
  return inside ?? title;
}

/** A formula ends its sentence, or the text below is glued to it: “…问题的整改情况县委专题研究”. */
function endsHeading(rest: string, formula: string): boolean {
  if (/^(?:$|[。:\s]|\.(?!\d)|,?\s?一是|[①(][一1]?)/.test(rest)) return true;
  return (
    /(?:整改|情况|成效)$/.test(formula) && /^(?:[省市县区镇]委|党[组委工]|街道|全[省市县区镇]|一要|1[.、])/.test(rest)
  );
}

type Parts = Pick<ProblemHeading, "kind" | "title" | "length" | "isClosed">;

function heading(content: string, parts: Parts): ProblemHeading {
  const { kind, title, length, isClosed } = parts;
  const isAlone = content.length - length <= 2 && /^[。:.]?\s?$/.test(content.slice(length));
  return { kind, title: title.trim(), length, isAlone, isClosed };
}
