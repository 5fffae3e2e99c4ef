import { seededDice } from "../../changes/mutations/dice.ts";

/** Words that no notice holds. */
const strange = ["渡口", "浮桥", "灯塔", "堤岸", "船闸", "码头", "芦荡", "石埠"] as const;

export type EditStyle = "words" | "sentences";

const sentencesOf = (text: string): string[] => text.split(/(?<=[。\n])/u);

/** A number or the words around a title stay, so that the text is still read as a notice. */
function rewritten(sentence: string, other: string): string {
  const heading = /^(?<head>\s*\S{0,5}\s*(?:关于|针对)[“"])[^”"]+(?<tail>[”"].{0,4}问题[\s\S]*)$/u.exec(sentence);
  const { head, tail } = heading?.groups ?? {};
  if (head !== undefined && tail !== undefined) return head + other.slice(0, 14).replace(/[，。；].*$/u, "") + tail;
  const number =
    /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.]|[一二三四五六七八九十]是)/u.exec(sentence)?.[0] ?? "";
  return number + other + (sentence.endsWith("\n") ? "\n" : "");
}

/**
 * A text with about this share of its sentences edited: one word of each, or all of each replaced by a sentence of another notice.
 */
export function editedShare(text: string, share: number, style: EditStyle, others: readonly string[]): string {
  const dice = seededDice(7);
  const pool = others.flatMap(sentencesOf).filter((sentence) => /^[\u4E00-\u9FA5].{12,}。$/u.test(sentence));
  const unused = dice.shuffled(pool);
  return sentencesOf(text)
    .map((sentence, at) => {
      if (sentence.trim().length < 8 || !dice.chance(share)) return sentence;
      if (style === "sentences") return rewritten(sentence, unused[at % unused.length] ?? "");
      const place = 6 + dice.below(sentence.length - 7);
      return sentence.slice(0, place) + (dice.pick(strange) ?? "") + sentence.slice(place + 1);
    })
    .join("");
}
