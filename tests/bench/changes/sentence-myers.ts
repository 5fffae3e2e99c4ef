import { diff_match_patch } from "diff-match-patch";

const sentence = /[^。！？!?\n]*[。！？!?\n]?[”’」』）)】》〉\s]*/gu;

/**
 * The yardstick: sentences to ids, one character each, and Myers over them by diff-match-patch, from which fast-diff was cut.
 * Nothing is looked at within a changed sentence. Returns the number of stretches.
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
  const differ = new diff_match_patch();
  differ.Diff_Timeout = 0;
  return differ.diff_main(signsOf(before), signsOf(after), false).length;
}
