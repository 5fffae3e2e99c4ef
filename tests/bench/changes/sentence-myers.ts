import fastDiff from "fast-diff";

const sentence = /[^。！？!?\n]*[。！？!?\n]?[”’」』）)】》〉\s]*/gu;

/**
 * The yardstick: sentences to ids, one character each, and Myers over them by fast-diff. Nothing is looked at within a changed sentence. Returns the number of stretches.
 */
export function sentenceMyers(before: string, after: string): number {
  const signs = new Map<string, string>();
  const signsOf = (text: string): string => {
    let all = "";
    for (const [words] of text.matchAll(sentence)) {
      const sign = signs.get(words) ?? String.fromCharCode(0x4e_00 + signs.size);
      signs.set(words, sign);
      all += sign;
    }
    return all;
  };
  return fastDiff(signsOf(before), signsOf(after)).length;
}
