import type { Notice } from "@zhenggai/notice";
import { normalizedView } from "./normalized-view.ts";

const wideMarks: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "(": "（", ")": "）" };

/** Indents of two spaces, as many units as their twin of U+3000 has. */
export function withPlainIndents(text: string): string {
  return text.replaceAll(/^[ \u3000]+/gm, "  ");
}

/**
 * The text as a site prints it: full-width punctuation and digits, indents of U+3000, NBSP for other spaces. Web and mail addresses stay
 * as they are. Example: (一)追缴12万元 becomes （一）追缴１２万元.
 */
export function fullWidthTwin(text: string): string {
  return text
    .split(/(https?:\/\/[\w./?=&-]+|[\w.]+@[\w.]+)/u)
    .map((part, at) => (at % 2 === 1 ? part : wide(part)))
    .join("");
}

/** The text as archives keep it: half-width punctuation. Example: （一）追缴12万元 becomes (一)追缴12万元. */
export function halfWidthTwin(text: string): string {
  return Object.entries(wideMarks).reduce((all, [half, wider]) => all.replaceAll(wider, half), text);
}

function wide(text: string): string {
  return text
    .replaceAll(/^ +/gm, "\u3000\u3000")
    .replaceAll(/[,:;()]/g, (mark) => wideMarks[mark] ?? mark)
    .replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfe_e0))
    .replaceAll(" ", "\u00a0");
}

/** Everything a notice says, in one form of punctuation and without places. */
export function factsOf(notice: Notice): unknown {
  const { text, ...rest } = notice;
  const printed = JSON.stringify(rest, (key, part: unknown) => {
    if (key === "span" || key === "spans") return undefined;
    return typeof part === "string" ? normalizedView(part).text : part;
  });
  return { length: text.length, facts: JSON.parse(printed) };
}
