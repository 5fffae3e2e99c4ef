import { diff_match_patch, DIFF_DELETE, DIFF_EQUAL, DIFF_INSERT, type Diff } from "diff-match-patch";
import type { Span } from "@zhenggai/notice";

/** A place that a rule reports as changed, on both sides; empty on one where something came or went. */
export type Reported = { readonly before: Span; readonly after: Span };

/** Another tool's way to tell what changed between two texts. */
export type PeerRule = {
  readonly name: string;
  /** What it cannot say, whatever the texts. */
  readonly cannotSay: string;
  readonly compare: (before: string, after: string) => Reported[];
};

const spread = (text: string): Span => ({ start: 0, end: text.length });

/** Firecrawl: white space out, all characters sorted, then compared. One answer for the whole text. */
const sortedCharacters: PeerRule = {
  name: "sorted characters",
  cannotSay: "where, what, which kind, how many; anything that only changes places",
  compare: (before, after) => {
    const sorted = (text: string): string => Array.from(text.replaceAll(/\s/gu, "")).sort().join("");
    return sorted(before) === sorted(after) ? [] : [{ before: spread(before), after: spread(after) }];
  },
};

type Token = { readonly words: string; readonly end: number };

/** Words between white space, each with the space behind it, so that they tile the text. */
const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/\S*\s*/gu)]
    .filter(({ 0: words }) => words !== "")
    .map((match) => ({ words: match[0].trimEnd(), end: match.index + match[0].length }));

/** The stretches of a difference over units that end at given places of both texts; neighbours are one. */
function reportedIn(diffs: readonly Diff[], oldEnds: readonly number[], youngEnds: readonly number[]): Reported[] {
  const found: Reported[] = [];
  let [b, a] = [0, 0];
  let [from, to] = [0, 0];
  const placeIn = (ends: readonly number[], at: number): number => (at === 0 ? 0 : (ends[at - 1] ?? 0));
  const close = (): void => {
    if (from === b && to === a) return;
    const before = { start: placeIn(oldEnds, from), end: placeIn(oldEnds, b) };
    found.push({ before, after: { start: placeIn(youngEnds, to), end: placeIn(youngEnds, a) } });
  };
  for (const [operation, words] of diffs) {
    if (operation === DIFF_EQUAL) {
      close();
      b += words.length;
      a += words.length;
      [from, to] = [b, a];
    }
    if (operation === DIFF_DELETE) b += words.length;
    if (operation === DIFF_INSERT) a += words.length;
  }
  close();
  return found;
}

function differ() {
  const made = new diff_match_patch();
  made.Diff_Timeout = 1;
  return made;
}

/** changedetection.io: tokens between white space. Chinese has none, so that a token is a paragraph. */
const whiteSpaceTokens: PeerRule = {
  name: "white-space tokens",
  cannotSay: "kind, target, values; two edits of one paragraph",
  compare: (before, after) => {
    const [old, young] = [tokensOf(before), tokensOf(after)];
    const signs = new Map<string, string>();
    const signOf = ({ words }: Token): string => {
      const known = signs.get(words) ?? String.fromCharCode(0x4e_00 + signs.size);
      signs.set(words, known);
      return known;
    };
    const diffs = differ().diff_main(old.map(signOf).join(""), young.map(signOf).join(""), false);
    return reportedIn(
      diffs,
      old.map((token) => token.end),
      young.map((token) => token.end),
    );
  },
};

/** diff-match-patch over characters with semantic clean-up, one second at most: what most diff views show. */
const characters: PeerRule = {
  name: "plain character diff",
  cannotSay: "kind, target, values; what only moved is deleted and inserted",
  compare: (before, after) => {
    const made = differ();
    const diffs = made.diff_main(before, after);
    made.diff_cleanupSemantic(diffs);
    const endsOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => at + 1);
    return reportedIn(diffs, endsOf(before), endsOf(after));
  },
};

export const peerRules: readonly PeerRule[] = [sortedCharacters, whiteSpaceTokens, characters];
