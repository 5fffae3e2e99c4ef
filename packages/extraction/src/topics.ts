import type { Finding } from "@zhenggai/notice";
import { characterSet, holds } from "./character-set.ts";
import { topicRules } from "./topic-rules.ts";

/** `others` must stand in the text besides the word. */
type Cue = {
  readonly topic: number;
  readonly weight: number;
  readonly word: string;
  readonly others: readonly string[];
};
type Hit = { readonly cue: Cue; readonly start: number; readonly end: number };
type Scored = { readonly topic: number; readonly score: number; readonly first: number };

/** What a heading must at least say for a topic; below it the groups above and the measures are asked. */
const enough = 3;
/** A topic is named beside the first one from this share of its score on. */
const besides = 0.6;
const mostTopics = 3;
/** Only the opening of a measure tells what it is about. */
const measureOpening = 160;

const cues: readonly Cue[] = topicRules.flatMap((rule, topic) =>
  Object.entries(rule.cues).flatMap(([weight, words]) =>
    words.split(" ").map((cue) => {
      const [word = "", ...others] = cue.split("+");
      return { topic, weight: Number(weight), word, others };
    }),
  ),
);

/** Cues by the first two units of their first word, so that a text is walked once. */
const cuesByStart = new Map<number, Cue[]>();
for (const cue of cues) {
  const start = pairAt(cue.word, 0);
  cuesByStart.set(start, [...(cuesByStart.get(start) ?? []), cue]);
}
const cueStarts = characterSet(cues.map(({ word }) => word.charAt(0)).join(""));

const cueSeconds = characterSet(cues.map(({ word }) => word.charAt(1)).join(""));

/** Two units of a text as one number of 32 bits, which a map finds quickest; no cue is shorter. */
function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/**
 * Topics of a finding (ids of topic-rules.ts), the first is primary; empty where nothing decides. The title says it; where it does not
 * (“有关工作推进不力”), the groups above and the openings of the measures do.
 */
export function topicsOf(finding: Pick<Finding, "title" | "groups" | "measures">): readonly string[] {
  const scores = scoresIn(finding.title);
  const byTitle = ranked(scores);
  if ((byTitle[0]?.score ?? 0) >= enough) return named(byTitle);
  for (const group of finding.groups) add(scores, scoresIn(group), 0.4);
  const openings = finding.measures.map(({ text }) => text.slice(0, measureOpening));
  for (const opening of openings) add(scores, scoresIn(opening, enough), 1.5 / openings.length);
  const all = ranked(scores);
  return (all[0]?.score ?? 0) >= enough ? named(all) : [];
}

function scoresIn(text: string, least = 0): Map<number, Scored> {
  const scores = new Map<number, Scored>();
  for (const { cue, start } of hitsIn(text)) {
    if (cue.weight < least) continue;
    const known = scores.get(cue.topic);
    const first = Math.min(known?.first ?? start, start);
    scores.set(cue.topic, { topic: cue.topic, score: (known?.score ?? 0) + cue.weight, first });
  }
  return scores;
}

/** Cues that occur, each once, those inside a longer one dropped. */
function hitsIn(text: string): readonly Hit[] {
  const found: Hit[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (!holds(cueStarts, text.charCodeAt(start)) || !holds(cueSeconds, text.charCodeAt(start + 1))) continue;
    for (const cue of cuesByStart.get(pairAt(text, start)) ?? []) {
      const { word, others } = cue;
      // The pair is all of most words, and a text has few hits.
      if ((word.length > 2 && !text.startsWith(word, start)) || found.some((hit) => hit.cue === cue)) continue;
      if (others.every((other) => text.includes(other))) found.push({ cue, start, end: start + word.length });
    }
  }
  return found.filter(
    (hit) => !found.some(({ start, end }) => start <= hit.start && end >= hit.end && end - start > hit.end - hit.start),
  );
}

function add(scores: Map<number, Scored>, more: ReadonlyMap<number, Scored>, share: number): void {
  for (const { topic, score, first } of more.values()) {
    const known = scores.get(topic);
    scores.set(topic, { topic, score: (known?.score ?? 0) + score * share, first: known?.first ?? 1000 + first });
  }
}

/** Best first; among equals the one that is named first. */
function ranked(scores: ReadonlyMap<number, Scored>): readonly Scored[] {
  return [...scores.values()].sort(
    (left, right) => right.score - left.score || left.first - right.first || left.topic - right.topic,
  );
}

function named(best: readonly Scored[]): readonly string[] {
  const least = Math.max(enough, (best[0]?.score ?? 0) * besides);
  return best
    .filter(({ score }) => score >= least)
    .slice(0, mostTopics)
    .flatMap(({ topic }) => topicRules[topic]?.id ?? []);
}
