/** How well a body finder did on one page. */
export type Quality = {
  /** Share of the article's paragraphs that came back whole. */
  readonly recall: number;
  /** Characters beside the article, relative to it. */
  readonly extra: number;
  /** Words of menus, side lists and footer that came back. */
  readonly junk: readonly string[];
};

const junkWords = ["ICP备", "版权所有", "点击排行", "季度工作调度会", "技术支持", "0990-5559000", "信息公开"];

/** Compares lines that a body finder returned with the paragraphs that the page's article has; white space doesn't count. */
export function qualityOf(lines: readonly string[], paragraphs: readonly string[]): Quality {
  const found = squeezed(lines.join(""));
  const expected = paragraphs.map(squeezed);
  const kept = expected.filter((paragraph) => found.includes(paragraph));
  const keptLength = kept.join("").length;
  const whole = Math.max(1, expected.join("").length);
  return {
    recall: expected.length === 0 ? 1 : kept.length / expected.length,
    extra: Math.max(0, found.length - keptLength) / whole,
    junk: junkWords.filter((word) => found.includes(squeezed(word)) && !expected.join("").includes(squeezed(word))),
  };
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, "");
}
