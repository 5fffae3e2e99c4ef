import { compareVersions } from "@zhenggai/comparison";
import { diff_match_patch } from "diff-match-patch";
import { mutationNotices, readText } from "../changes/mutations/mutation-notices.ts";
import { editedShare } from "./changes/edited-notices.ts";
import { sentenceMyers } from "./changes/sentence-myers.ts";
import { alternate, rounded } from "./extract/alternate.ts";
import { machine } from "./machine.ts";

const shares = [0.02, 0.2, 1];
const styles = ["sentences", "words"] as const;
const warmRuns = 120;
/** After a change of contender the heap takes some thirty milliseconds to fit again: rounds are long against that. */
const roundMs = 600;
/** More than this over Myers on sentences is too dear. */
const mostOverMyers = 3;
/** How much faster than a character diff a comparison must be where a fifth of the sentences changed. */
const leastUnderCharacters = 20;

/**
 * One pair of readings of a long notice compared, by CPU and against two yardsticks in the same run: Myers over sentence ids, and
 * diff-match-patch over characters, without its time limit at 2 and 20 % and with one second at 100 %.
 */
export async function benchCompare(): Promise<unknown> {
  const notices = await mutationNotices();
  const longest = [...notices].sort((one, other) => other.notice.text.length - one.notice.text.length)[0];
  if (longest === undefined) throw new Error("no notices to compare");
  const before = longest.notice;
  const others = notices.filter((one) => one !== longest).map((one) => one.notice.text);
  const edited = styles.flatMap((style) => shares.map((share) => ({ share, style })));
  const afters = edited.map(({ share, style }) => readText(editedShare(before.text, share, style, others)));
  // Compiled code is compared with compiled code: a long-running worker is warm.
  for (let warm = 0; warm < warmRuns; warm += 1)
    for (const after of afters) {
      sentenceMyers(before.text, after.text);
      compareVersions(before, after);
    }
  const pairs = edited.map(({ share, style }, at) => {
    const after = afters[at] ?? before;
    const times = alternate(
      [
        { name: "sentence ids, Myers", run: () => sentenceMyers(before.text, after.text) },
        { name: "zhenggai", run: () => compareVersions(before, after) },
      ],
      roundMs,
    );
    const ours = times["zhenggai"];
    const charactersMs = characterDiffMs(before.text, after.text, share < 1 ? 0 : 1);
    const overMyers = ours?.ratio.median ?? 0;
    const underCharacters = rounded(charactersMs / (ours?.medianMs ?? 1));
    return {
      share,
      style,
      changes: compareVersions(before, after).length,
      myersMs: times["sentence ids, Myers"]?.medianMs,
      ours,
      overMyers,
      diffMatchPatchMs: charactersMs,
      underCharacters,
      isMet: overMyers <= mostOverMyers && (share !== 0.2 || underCharacters >= leastUnderCharacters),
    };
  });
  return {
    bench: "compare",
    at: new Date().toISOString(),
    machine: machine(),
    notice: longest.name,
    characters: before.text.length,
    bars: { mostOverMyers, leastUnderCharactersAt20: leastUnderCharacters },
    pairs,
    worst: worstCases(),
  };
}

function characterDiffMs(before: string, after: string, timeoutSeconds: number): number {
  const differ = new diff_match_patch();
  differ.Diff_Timeout = timeoutSeconds;
  const started = process.cpuUsage();
  differ.diff_cleanupSemantic(differ.diff_main(before, after));
  const { user, system } = process.cpuUsage(started);
  return rounded((user + system) / 1_000);
}

/** Texts that a comparison has no hold on: nothing shared, no marks, one clause a thousand times. Never given up, and how long it takes. */
function worstCases() {
  const body = (clauses: readonly string[]) => `关于巡视整改进展情况的通报\n${clauses.join("")}`;
  const upTo = (count: number, words: (at: number) => string) => Array.from({ length: count }, (_, at) => words(at));
  const cases = {
    "5,000 sentences, none shared": [
      body(upTo(5_000, (at) => `第${at}号河段已经逐段认领。`)),
      body(upTo(5_000, (at) => `另有${at}座泵站长期失管。`)),
    ],
    "5,000 sentences, every second written anew": [
      body(upTo(5_000, (at) => `第${at}号河段已经逐段认领。`)),
      body(upTo(5_000, (at) => (at % 2 === 0 ? `第${at}号河段已经逐段认领。` : `另有${at}座泵站长期失管。`))),
    ],
    "one clause 10,000 times, and once more": [
      body(upTo(10_000, () => "逐项销号，")),
      body(upTo(10_001, () => "逐项销号，")),
    ],
    "100,000 characters without a mark": [body(["改".repeat(100_000)]), body(["正".repeat(100_000)])],
  } as const;
  return Object.entries(cases).map(([name, [old, young]]) => {
    const [before, after] = [readText(old), readText(young)];
    const started = process.cpuUsage();
    const changes = compareVersions(before, after).length;
    const { user, system } = process.cpuUsage(started);
    return { name, cpuMs: Math.round((user + system) / 1_000), changes };
  });
}
