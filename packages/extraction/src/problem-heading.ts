/** A heading that names a problem: 关于“…”问题的整改, 针对“…”问题, 关于“…”方面的问题. Lengths are units of the view. */
export type ProblemHeading = {
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
const opening = /^(?:关于|针对|对于|就|在|对)?\s?["“「]/;
const tail =
  /^\s?(?:等)?(?:方面)?(?:存在)?的?(?:突出|主要|具体|有关)?(?:问题|方面)(?:的?(?:整改|落实|工作|进展|完成|及|情况|成效|结果){1,6})?(?:\([^()]{1,20}\))?/;
const unclosedTail = /(?:等?方面)?的?问题(?:的?(?:整改|落实|工作|进展|完成|情况|成效){1,5})?/;
const unquoted =
  /^(?:关于|针对)([^“”"「」。;:]{2,80}?)(?:等?方面)?的?问题(?:的?(?:整改|落实|工作|进展|完成|情况|成效){1,5})?(?:\([^()]{1,20}\))?$/;

/**
 * Reads the formula at the start of a numbered paragraph, quoted or not, e.g. “关于“养老托育设施建而少用”问题的整改情况”.
 * Quotes inside the title stay; a missing closing quote is tolerated and reported.
 */
export function readProblemHeading(content: string): ProblemHeading | null {
  const line = content.slice(0, longest);
  const open = opening.exec(line);
  if (!open) return readUnquoted(content);
  return readClosed(content, line, open[0].length) ?? readUnclosed(content, line, open[0].length);
}

function readClosed(content: string, line: string, from: number): ProblemHeading | null {
  let depth = 1;
  for (let at = from; at < line.length; at += 1) {
    const unit = line.charAt(at);
    if (unit === "“" || unit === "「") depth += 1;
    if (unit !== "”" && unit !== '"' && unit !== "」") continue;
    depth = Math.max(0, depth - 1);
    const formula = tail.exec(line.slice(at + 1));
    if (!formula || !endsHeading(line.slice(at + 1 + formula[0].length))) continue;
    return heading(content, line.slice(from, at), at + 1 + formula[0].length, depth === 0);
  }
  return null;
}

function readUnclosed(content: string, line: string, from: number): ProblemHeading | null {
  if (/["”」]/.test(line.slice(from))) return null;
  const formula = unclosedTail.exec(line.slice(from));
  if (!formula || formula.index < 2) return null;
  const end = from + formula.index + formula[0].length;
  return endsHeading(line.slice(end)) ? heading(content, line.slice(from, from + formula.index), end, false) : null;
}

function readUnquoted(content: string): ProblemHeading | null {
  const whole = content.replace(/[。:]$/, "");
  const match = whole.length <= longest ? unquoted.exec(whole) : null;
  return match ? heading(content, match[1] ?? "", whole.length, true) : null;
}

function endsHeading(rest: string): boolean {
  return /^(?:$|[。:]|,?\s?一是)/.test(rest);
}

function heading(content: string, title: string, length: number, isClosed: boolean): ProblemHeading {
  return { title: title.trim(), length, isAlone: /^[。:]?$/.test(content.slice(length)), isClosed };
}
