const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6“”‘’…—]|[\u{20000}-\u{3FFFF}]/u;

const widthOf = (sign: string): number => (wide.test(sign) ? 2 : 1);

/** Terminal columns of a text: two for a Chinese character or full-width mark, one otherwise. */
export const displayWidth = (text: string): number => Array.from(text).reduce((sum, sign) => sum + widthOf(sign), 0);

/** Lines of at most `columns`; breaks anywhere, as Chinese does, but one closing mark may hang over the edge. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const sign of text) {
    const width = widthOf(sign);
    const hangs = used + width <= columns + 2 && /[，。；：、！？”’）》】]/u.test(sign);
    if (used + width > columns && !hangs) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += sign;
    used += width;
  }
  return [...lines, line];
}
