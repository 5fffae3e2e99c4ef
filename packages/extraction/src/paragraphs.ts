/** A printed line of the view without its indent: offsets are of the view. */
export type Line = { readonly index: number; readonly start: number; readonly end: number; readonly text: string };

/** Splits the view into its lines that print something; blank lines are dropped, indents are not part of a line. */
export function paragraphs(viewText: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const printed of viewText.split("\n")) {
    const text = printed.trim();
    if (text !== "") {
      const indent = printed.length - printed.trimStart().length;
      lines.push({ index: lines.length, start: start + indent, end: start + indent + text.length, text });
    }
    start += printed.length + 1;
  }
  return lines;
}
