import type { Span } from "@zhenggai/notice";
import { classAt, signClass } from "./sign-classes.ts";

/** Whether white space stands at a place, or a character without width. */
export const isSpaceAt = (text: string, at: number): boolean => (classAt(text, at) & signClass.space) !== 0;

/** The words of a stretch, without the white space that it ends with. */
export function trimmedSlice(text: string, { start, end }: Span): string {
  let last = end;
  while (last > start && text.charCodeAt(last - 1) === 0x0a) last -= 1;
  const words = text.slice(start, last);
  // Trimming costs more than looking, and nearly all end with a word or mark of Chinese print.
  return last === start || isNoSpace(text.charCodeAt(last - 1)) ? words : words.trimEnd();
}

/** Ideographs and the marks beside them: none is white space. */
export const isNoSpace = (code: number): boolean => code > 0x30_00 && code !== 0xfe_ff;
