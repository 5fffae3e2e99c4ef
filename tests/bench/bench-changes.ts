import type { ChangeKind } from "@zhenggai/notice";
import { mutationNotices } from "../changes/mutations/mutation-notices.ts";
import { runMutations, type MutationRun } from "../changes/mutations/run-mutations.ts";
import { operationsRule } from "./changes/operations-rule.ts";
import { peerRules } from "./changes/peer-rules.ts";
import { scorePeer, type PeerScore } from "./changes/peer-scores.ts";
import { machine } from "./machine.ts";

const mutationCount = 2_000;
/** Peers see every fifth mutation: a character diff of one long notice can take a second. */
const peerStep = 5;

type KindScore = {
  readonly kind: ChangeKind;
  readonly expected: number;
  readonly recall: number;
  readonly precision: number;
};

/**
 * Two thousand mutations of the seeds and samples whose changes are known: what the comparison tells of them by kind and target,
 * and beside it what other tools' rules could tell at best.
 */
export async function benchChanges(flags: readonly string[]): Promise<unknown> {
  const notices = await mutationNotices();
  const runs = [...runMutations(notices, mutationCount)];
  const cosmetic = runs.filter((run) => run.mutation.changes.length === 0);
  const peers = [operationsRule, ...peerRules].map((rule) =>
    scorePeer(
      rule,
      runs.filter((_, at) => at % peerStep === 0),
    ),
  );
  const result = {
    bench: "changes",
    at: new Date().toISOString(),
    machine: machine(),
    notices: notices.length,
    mutations: runs.length,
    kinds: kindScores(runs),
    cosmeticOnly: {
      mutations: cosmetic.length,
      calledChanged: cosmetic.filter((run) => run.invented.length > 0).length,
    },
    mistakes: runs.flatMap(mistakesOf),
    peers,
  };
  return flags.includes("--json") ? result : printed(result);
}

function kindScores(runs: readonly MutationRun[]): KindScore[] {
  const kinds = new Map<ChangeKind, { hits: number; missed: number; invented: number }>();
  const of = (kind: ChangeKind) => {
    const tally = kinds.get(kind) ?? { hits: 0, missed: 0, invented: 0 };
    kinds.set(kind, tally);
    return tally;
  };
  for (const { hits, missed, invented } of runs) {
    for (const { truth } of hits) of(truth.kind).hits += 1;
    for (const { kind } of missed) of(kind).missed += 1;
    for (const { kind } of invented) of(kind).invented += 1;
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 1e4) / 1e4);
  return [...kinds]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, { hits, missed, invented }]) => ({
      kind,
      expected: hits + missed,
      recall: share(hits, hits + missed),
      precision: share(hits, hits + invented),
    }));
}

const mistakesOf = ({ name, seed, missed, invented }: MutationRun): string[] => [
  ...missed.map((one) => `${name} #${seed}: missed ${one.kind} (${one.edit})`),
  ...invented.map((one) => `${name} #${seed}: invented ${one.kind}`),
];

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function columns(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((words, column) => (column === 0 ? words.padEnd(widths[0] ?? 0) : words.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

const peerLine = (peer: PeerScore): string[] => [
  peer.rule,
  percent(peer.touched / peer.edits),
  percent(peer.toldApart / peer.edits),
  String(peer.reportsPerEdit),
  String(peer.charactersPerEdit),
  percent(peer.splitsNumber),
  String(peer.reportsPerCosmetic),
  `${peer.cosmeticCalledChanged}/${peer.cosmetics}`,
];

type Result = {
  readonly mutations: number;
  readonly notices: number;
  readonly kinds: readonly KindScore[];
  readonly cosmeticOnly: { readonly mutations: number; readonly calledChanged: number };
  readonly mistakes: readonly string[];
  readonly peers: readonly PeerScore[];
};

function printed({ mutations, notices, kinds, cosmeticOnly, mistakes, peers }: Result): string {
  const table = columns([
    ["kind and target", "expected", "recall", "precision"],
    ...kinds.map((row) => [row.kind, String(row.expected), percent(row.recall), percent(row.precision)]),
  ]);
  const beside = columns([
    [
      "at best",
      "touched",
      "told apart",
      "reports/edit",
      "chars/edit",
      "splits a number",
      "reports/cosmetic",
      "cosmetic as news",
    ],
    ...peers.map(peerLine),
  ]);
  return [
    `${mutations} mutations of ${notices} notices`,
    "",
    ...table,
    "",
    `typography, notation and page furniture only: ${cosmeticOnly.calledChanged} of ${cosmeticOnly.mutations} called changed`,
    ...mistakes,
    "",
    ...beside,
    "touched: a reported place meets the edit; told apart: it holds no other edit and at most 40 characters more;",
    "kind, target and values are told by this comparison only. What the others cannot say:",
    ...peers.filter((peer) => peer.cannotSay !== "").map((peer) => `  ${peer.rule}: ${peer.cannotSay}`),
  ].join("\n");
}
