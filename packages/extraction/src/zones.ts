import { isBareChapterHeading, opensNextStep } from "./heading-cues.ts";
import { readMarker } from "./numbering.ts";
import type { Line } from "./paragraphs.ts";
import { findDates } from "./find-dates.ts";
import { plainProblem, readProblemHeading } from "./problem-heading.ts";

/** The parts of a printed notice, in reading order. Every line is in exactly one. */
export type Zones = {
  /** Breadcrumb, title, header line. */
  readonly header: readonly Line[];
  /** Unnumbered paragraphs before the first heading. */
  readonly opening: readonly Line[];
  /** From the first heading on. */
  readonly body: readonly Line[];
  /** Contact and what else stands between the last section and the signature. */
  readonly closing: readonly Line[];
  /** Who signs; several lines in one, their texts joined by 、. */
  readonly signer: Line | null;
  /** The line with the day of signature; it may hold the signer as well. */
  readonly signedLine: Line | null;
  /** Below the signature: what the site adds. */
  readonly footer: readonly Line[];
};

const footerCue =
  /^Produced By|^\[?免责声明|^原文(?:链接|地址|网址)|^责任编辑|^(?:编辑|审核|校对|作者|来源|信息来源|稿源)\s?:|版权所有|主办单位|承办单位|ICP备|网站标识码|公网安备|^(?:打印|关闭|分享|收藏)|^上一[篇条]|^下一[篇条]|扫一扫|技术支持|^附件\s?:?\d?/i;
const contactCue =
  /欢迎.{0,40}(?:监督|批评|意见|建议|评议|反映)|联系(?:方式|电话|人|地址)|(?:电子|专用)?(?:邮箱|信箱)\s?:|(?:电话|来信地址|通信地址|通讯地址|邮寄地址|邮编|邮政编码)\s?:|^(?:特此|现予)(?:通报|公告|公布)/;

/** Cuts the lines of a notice into its parts. */
export function zonesOf(lines: readonly Line[]): Zones {
  const headerEnd = headerLength(lines);
  const signature = signatureOf(lines, headerEnd);
  const bodyEnd = closingStart(lines, headerEnd, signature.start);
  const firstHeading = lines.findIndex(
    (line) =>
      line.index >= headerEnd &&
      line.index < bodyEnd &&
      (isHeading(line) || isChapter(line, headerEnd) || isPlainProblem(line, lines[line.index + 1])),
  );
  const bodyStart = firstHeading === -1 ? bodyEnd : firstHeading;
  return {
    header: lines.slice(0, headerEnd),
    opening: lines.slice(headerEnd, bodyStart),
    body: lines.slice(bodyStart, bodyEnd),
    closing: lines.slice(bodyEnd, signature.start),
    signer: signature.signer,
    signedLine: signature.signedLine,
    footer: lines.slice(signature.end),
  };
}

function isHeading(line: Line): boolean {
  if (readMarker(line.text) !== null) return true;
  const problem = readProblemHeading(line.text);
  return problem !== null && problem.kind !== "bare" && problem.isAlone;
}

/** “监督走过场的问题” right above “1.…”. */
function isPlainProblem({ text }: Line, next: Line | undefined): boolean {
  const isFirst = next !== undefined && readMarker(next.text)?.ordinal === 1;
  return isFirst && plainProblem(text) !== null;
}

/** A heading without a number opens the body only after a first paragraph: above it, it may be the name of the column. */
function isChapter(line: Line, from: number): boolean {
  return line.index > from && isBareChapterHeading(line.text);
}

function headerLength(lines: readonly Line[]): number {
  const firstOfText = lines.findIndex((line) => line.text.length > 80 || /。|[;!]$/.test(line.text) || isHeading(line));
  return firstOfText === -1 ? Math.min(lines.length, 6) : firstOfText;
}

type Signature = {
  readonly start: number;
  readonly end: number;
  readonly signer: Line | null;
  readonly signedLine: Line | null;
};

function signatureOf(lines: readonly Line[], from: number): Signature {
  const candidates = lines.filter((line) => line.index >= from && line.text.length <= 60 && endsWithDay(line.text));
  const last = candidates.at(-1);
  const signed = candidates.findLast((line) => isParty(lines[line.index - 1]?.text ?? ""));
  const dated = signed ?? (last && isNearEnd(lines, last) ? last : undefined);
  return dated ? datedSignature(lines, from, dated) : undatedSignature(lines, from);
}

/** A day on a line of its own in the middle of the text, as in a table, signs nothing. */
function isNearEnd(lines: readonly Line[], { index, text }: Line): boolean {
  const after = lines.slice(index + 1, index + 20);
  const isText = after.some(
    (line) => readMarker(line.text) !== null || (line.text.length > 100 && !footerCue.test(line.text)),
  );
  return hasSigner(text) ? !isText : !isText && after.length < 12;
}

function datedSignature(lines: readonly Line[], from: number, signedLine: Line): Signature {
  const above = lines[signedLine.index - 1];
  const end = signedLine.index + 1;
  const isBelow = above !== undefined && above.index >= from && isSigner(above.text);
  if (isBelow && !hasSigner(signedLine.text)) {
    const signers = signersUpTo(lines, from, above);
    return { start: signers[0]?.index ?? above.index, end, signer: joined(signers, above), signedLine };
  }
  return { start: signedLine.index, end, signer: null, signedLine };
}

/** The signers on their lines, first to last; above the last one a line counts only where it names a body. */
function signersUpTo(lines: readonly Line[], from: number, last: Line): readonly Line[] {
  const signers = [last];
  for (let at = last.index - 1; at >= from && signers.length < 6; at -= 1) {
    const line = lines[at];
    if (!line || !isSigner(line.text) || !isBody(line.text)) break;
    signers.unshift(line);
  }
  return signers;
}

function joined(signers: readonly Line[], last: Line): Line {
  const first = signers[0] ?? last;
  const text = signers
    .map((signer) => signer.text)
    .reduce((above, below) => above + (isCutOff(above) ? "" : "、") + below);
  return { ...first, end: last.end, text };
}

/** “中共柏塘县委巡察工作 / 领导小组办公室” is one name on two lines. */
function isCutOff(line: string): boolean {
  return /(?:工作|领导|和|及|与|的|小组)$/.test(line);
}

function undatedSignature(lines: readonly Line[], from: number): Signature {
  const end = lines.findLastIndex((line) => line.index < from || !footerCue.test(line.text)) + 1;
  const last = lines[end - 1];
  const isSigned = last !== undefined && last.index >= from && isSigner(last.text) && isParty(last.text);
  return { start: isSigned ? end - 1 : end, end, signer: isSigned ? last : null, signedLine: null };
}

function endsWithDay(text: string): boolean {
  if (/[。;,:]/.test(text)) return false;
  const date = findDates(text).at(-1);
  const rest = date ? text.slice(date.end).trim() : "";
  const isPrinted = date !== undefined && (date.year !== null || date.start === 0) && /^\)?$/.test(rest);
  return isPrinted && readMarker(text) === null;
}

function hasSigner(text: string): boolean {
  const date = findDates(text).at(-1);
  return date !== undefined && text.slice(0, date.start).replace(/^\(/, "").trim().length > 2;
}

function isParty(text: string): boolean {
  return text.length <= 40 && /^中共|^中国共产党|委员会$|[委组]$/.test(text);
}

function isBody(text: string): boolean {
  return isParty(text) || (text.length <= 40 && /(?:政府|管委会|管理委员会|公司|办公室|党[组委])$/.test(text));
}

function isSigner(text: string): boolean {
  return text.length <= 40 && !/[。;:!?]/.test(text) && readMarker(text) === null;
}

/** Walks up from the signature over contact, formulae and an unnumbered paragraph about what comes next. */
function closingStart(lines: readonly Line[], from: number, end: number): number {
  let start = end;
  while (start > from) {
    const line = lines[start - 1];
    if (!line || readMarker(line.text) !== null) break;
    if (!contactCue.test(line.text) && !footerCue.test(line.text) && !opensNextStep(line.text)) break;
    start -= 1;
  }
  return start;
}
