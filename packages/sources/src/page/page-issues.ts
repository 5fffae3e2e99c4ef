import type { Issue } from "@zhenggai/notice";
import type { TextLine } from "./page-parts.ts";

/** A body with fewer characters is a note, a one-sentence notice, or the cover of its attachments. */
export const shortBodyLength = 80;

type Read = {
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** Whether the body was too long to be kept whole. */
  readonly isCut: boolean;
  readonly attachments: number;
  readonly continuations: number;
};

/** Characters of the body. */
export function bodyLength(lines: readonly TextLine[]): number {
  return lines.filter((line) => line.role === "body").reduce((sum, line) => sum + line.text.length, 0);
}

/** What is wrong with an article as a whole: characters that nobody can read, a body elsewhere, too little of it. */
export function pageIssues(read: Read): Issue[] {
  return [...unreadable(read.text), ...cut(read), ...continued(read.continuations), ...thinBody(read)];
}

function unreadable(text: string): Issue[] {
  const start = text.indexOf("\uFFFD");
  if (start === -1) return [];
  const count = text.split("\uFFFD").length - 1;
  return [
    {
      code: "garbled-text",
      field: "text",
      severity: "error",
      text: `The article holds ${count} characters that could not be decoded.`,
      span: { start, end: start + 1 },
    },
  ];
}

function cut({ isCut, text }: Read): Issue[] {
  if (!isCut) return [];
  const end = text.length;
  const words = `The page's text was cut after ${end} characters; no notice is that long.`;
  return [{ code: "text-cut", field: "text", severity: "error", text: words, span: { start: end, end } }];
}

function continued(continuations: number): Issue[] {
  if (continuations === 0) return [];
  const text = `The article goes on at ${continuations} more addresses; this is one part of it.`;
  return [{ code: "continued-elsewhere", field: "text", severity: "warning", text, span: null }];
}

function thinBody({ lines, attachments }: Read): Issue[] {
  const length = bodyLength(lines);
  if (length >= shortBodyLength) return [];
  const issue = { field: "text", span: null };
  if (attachments > 0) {
    const text = `The article is in ${attachments} attachments; the page itself has ${length} characters.`;
    return [{ ...issue, code: "attachment-only", severity: "warning", text }];
  }
  if (length === 0) return [{ ...issue, code: "empty-body", severity: "error", text: "The page shows no article." }];
  return [{ ...issue, code: "short-body", severity: "info", text: `The body has ${length} characters only.` }];
}
