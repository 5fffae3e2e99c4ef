import { escapeHtml } from "./page-frame.ts";

const indent = "\u3000\u3000";
const signature = /^[^，。：；]{2,40}$/u;

/** Paragraphs as an editor leaves them: `<p>` with two full-width blanks, headings bold, the signature right-aligned. */
export function asParagraphs(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text, index) => {
      if (index >= paragraphs.length - 2 && signature.test(text)) {
        return `<p style="text-align: right;">${escapeHtml(text)}${indent}</p>`;
      }
      const isHeading = /^[一二三四五六七八九十]+、/u.test(text) && text.length < 60;
      return `<p style="text-indent: 2em;">${indent}${isHeading ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text)}</p>`;
    })
    .join("\n");
}

/** Paragraphs as pasted from Word: a span for every dozen characters. */
export function asWordParagraphs(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text) => {
      const pieces = text.match(/.{1,12}/gsu) ?? [];
      const spans = pieces.map(
        (piece) => `<span lang="EN-US" style="font-family:仿宋_GB2312">${escapeHtml(piece)}</span>`,
      );
      return `<p class="MsoNormal">${indent}${spans.join("")}<o:p></o:p></p>`;
    })
    .join("\n");
}

/** Paragraphs as bare text between line breaks. */
export function asLineBreaks(paragraphs: readonly string[]): string {
  return paragraphs.map((text) => `${indent}${linked(text)}<br>\n<br />`).join("\n");
}

function linked(text: string): string {
  return escapeHtml(text).replace(/https?:\/\/[\x21-\x7e]+/gu, (url) => `<a href="${url}">${url}</a>`);
}
