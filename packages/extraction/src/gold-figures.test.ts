import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resolveSubject } from "@zhenggai/bodies";
import type { Notice, Outcome } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { normalizedView } from "./normalized-view.ts";
import { readNotice } from "./read-notice.ts";

const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const isMissing = !existsSync(`${shared}seeds`) || !existsSync(`${shared}gold`);
const isSkipped = isMissing && process.env["CI"] === undefined;
if (isSkipped) process.stdout.write("gold-figures.test.ts: ../shared is absent, the figures are not measured\n");

const goldScope = z.object({ kind: z.enum(["notice", "problem", "section"]), n: z.number().optional() });
const goldFigure = z.object({
  tier: z.enum(["A", "B"]),
  class: z.string(),
  metric: z.string(),
  unit: z.string(),
  normalizedValue: z.number(),
  normalizedUnit: z.string(),
  scope: goldScope,
  verbatim: z.string(),
  offset: z.number(),
  periodAsWritten: z.string().optional(),
});
const goldTotal = z.object({
  metric: z.string(),
  value: z.unknown(),
  core: z.boolean(),
  verbatim: z.string(),
  offset: z.number(),
});
const goldSchema = z.object({
  outcomes: z.array(goldFigure),
  otherAmounts: z.array(z.object({ verbatim: z.string(), offset: z.number() })),
  declaredTotals: z.array(goldTotal),
});
type GoldFigure = z.infer<typeof goldFigure>;

/** The gold's classes of the metrics; what the gold files as police work or spending is in none. */
const classes: Readonly<Record<string, readonly Outcome["metric"][]>> = {
  money: ["moneyReturned", "moneyRecovered", "lossesRecovered", "arrearsCollected"],
  systems: ["systemsEstablished", "documentsIssued"],
  remediation: ["problemsRectified"],
  "case-handling": [
    "clues",
    "cluesHandled",
    "cluesConcluded",
    "cluesTransferred",
    "casesTransferred",
    "petitions",
    "petitionsConcluded",
  ],
};

const classOf = (metric: Outcome["metric"]): string =>
  Object.entries(classes).find(([, metrics]) => metrics.includes(metric))?.[0] ?? "discipline";
const bareUnit = (unit: string): string => unit.replace(/^(个|家)(?:单位|部门|党组织)$/, "$1");
const scopeName = (scope: Outcome["scope"]): string => (typeof scope === "string" ? scope : `finding ${scope.finding}`);

function goldScopeName({ scope }: GoldFigure): string {
  if (scope.kind === "problem") return `finding ${scope.n}`;
  return scope.kind === "section" ? "handover" : "notice";
}

function isSame(ours: Outcome, gold: GoldFigure): boolean {
  const isMoney = gold.normalizedUnit === "CNY";
  const isSameUnit = isMoney ? ours.unit.endsWith("元") : bareUnit(ours.unit) === bareUnit(gold.unit);
  const isNear = ours.span.start < gold.offset + gold.verbatim.length && ours.span.end > gold.offset;
  const isSameKind = classOf(ours.metric) === gold.class && scopeName(ours.scope) === goldScopeName(gold);
  return isNear && isSameUnit && isSameKind && ours.amount === gold.normalizedValue;
}

/** Each gold figure with the first of our figures that says the same and is not paired yet. */
function paired(ours: readonly Outcome[], gold: readonly GoldFigure[]): ReadonlyMap<GoldFigure, Outcome> {
  const pairs = new Map<GoldFigure, Outcome>();
  for (const figure of gold) {
    const own = ours.find((one) => isSame(one, figure) && ![...pairs.values()].includes(one));
    if (own) pairs.set(figure, own);
  }
  return pairs;
}

function seedText(number: string): string {
  const file = readdirSync(`${shared}seeds`).find((name) => name.startsWith(number)) ?? "";
  return readFileSync(`${shared}seeds/${file}`, "utf8");
}

const read = (text: string): Notice => readNotice({ text }, { resolveSubject });
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

type Score = {
  readonly number: string;
  readonly recallA: number;
  readonly precisionA: number;
  readonly precisionB: number;
  readonly declared: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly counts: string;
};

function scoreOf(number: string): Score {
  const gold = goldSchema.parse(JSON.parse(readFileSync(`${shared}gold/seed-${number}.json`, "utf8")));
  const notice = read(seedText(number));
  const tierA = gold.outcomes.filter(({ tier }) => tier === "A");
  const found = paired(notice.outcomes, tierA);
  const rest = notice.outcomes.filter((one) => ![...found.values()].includes(one));
  const tierB = paired(
    rest,
    gold.outcomes.filter(({ tier }) => tier === "B"),
  );
  // What is in neither tier claims to be of tier A, which is complete, and is wrong there as well as here.
  const unknown = rest.filter((one) => ![...tierB.values()].includes(one));
  const core = gold.declaredTotals.filter((total) => total.core);
  const read100 = core.filter((total) => isDeclared(notice, total));
  return {
    number,
    recallA: share(found.size, tierA.length),
    precisionA: share(found.size, found.size + unknown.length),
    precisionB: share(tierB.size, rest.length),
    declared: share(read100.length, Math.max(core.length, notice.declared.length)),
    missed: tierA.filter((figure) => !found.has(figure)).map(({ verbatim }) => verbatim),
    wrong: unknown.map(({ metric, text }) => `${metric} ${text}`),
    counts: `${found.size}/${tierA.length} A, ${tierB.size}/${rest.length} B, ${read100.length}/${core.length} declared`,
  };
}

function isDeclared(notice: Notice, { metric, value, offset, verbatim }: z.infer<typeof goldTotal>): boolean {
  const name = metric.replace(/^(?:specificProblems|problems)/, "findings");
  return notice.declared.some(
    (total) =>
      total.metric === name &&
      total.value === value &&
      total.span.start >= offset &&
      total.span.start < offset + verbatim.length,
  );
}

describe.skipIf(isSkipped)("figures of the annotated seeds", () => {
  const scores = isSkipped ? [] : ["000", "001", "003"].map((number) => scoreOf(number));

  it("prints how well they are read", () => {
    const rows = scores.map(({ number, recallA, precisionA, precisionB, declared, counts }) =>
      [number, ...[recallA, precisionA, precisionB, declared].map((value) => percent(value).padStart(12)), counts].join(
        " ",
      ),
    );
    const head = "seed   A recall  A precision  B precision     declared";
    process.stdout.write(`\n${[head, ...rows].join("\n")}\n`);
    expect(rows).toHaveLength(3);
  });

  it.each(scores)("seed $number: tier A is found and nothing is taken for it", (score) => {
    expect({ missed: score.missed, wrong: score.wrong }).toEqual({ missed: [], wrong: [] });
    expect(score.recallA).toBeGreaterThanOrEqual(0.95);
    expect(score.precisionA).toBeGreaterThanOrEqual(0.95);
  });

  it.each(scores)("seed $number: of the other outcomes nine in ten are right", ({ precisionB }) => {
    expect(precisionB).toBeGreaterThanOrEqual(0.9);
  });

  it.each(scores)("seed $number: the core totals are read, with value, metric and place", ({ declared }) => {
    expect(declared).toBe(1);
  });

  it.each(["000", "001", "003"])("seed %s: amounts that the gold calls decoys are no outcomes", (number) => {
    const gold = goldSchema.parse(JSON.parse(readFileSync(`${shared}gold/seed-${number}.json`, "utf8")));
    const { outcomes } = read(seedText(number));
    const decoys = [
      ...gold.otherAmounts,
      ...gold.outcomes.filter((figure) => /^(?:law-enforcement|spending|personnel)$/.test(figure.class)),
    ];
    const taken = decoys.filter(({ offset, verbatim }) =>
      outcomes.some(({ span }) => span.start < offset + verbatim.length && span.end > offset),
    );
    expect(taken.map(({ verbatim }) => verbatim)).toEqual([]);
  });

  it("seed 001: periods are those of the gold", () => {
    const gold = goldSchema.parse(JSON.parse(readFileSync(`${shared}gold/seed-001.json`, "utf8")));
    const { outcomes } = read(seedText("001"));
    const pairs = paired(
      outcomes,
      gold.outcomes.filter(({ tier }) => tier === "A"),
    );
    for (const [figure, own] of pairs)
      expect([own.text, own.period]).toEqual([own.text, figure.periodAsWritten ?? null]);
  });
});

/** Outcomes as [metric, value, unit, scope, offset of the words]: what a careful reader finds in the two seeds without gold. */
const expected = {
  "002": [
    ["recommendations", 6, "份", "finding 11", 12_655],
    ["systemsEstablished", 12, "项", "finding 11", 13_176],
    ["casesInvestigated", 4, "件", "finding 12", 14_299],
    ["personsInvestigated", 4, "人", "finding 12", 14_314],
    ["partyDiscipline", 1, "人", "finding 12", 14_319],
    ["exposureBatches", 1, "批", "finding 12", 14_326],
    ["personsExposed", 3, "人次", "finding 12", 14_344],
    ["unitsInterviewed", 7, "个", "finding 17", 17_940],
  ],
  "004": [
    ["partyDiscipline", 38, "人", "notice", 738],
    ["governmentDiscipline", 8, "人", "notice", 776],
    ["admonishment", 13, "人", "notice", 799],
    ["educationReminder", 30, "人", "notice", 805],
    ["systemsEstablished", 35, "项", "notice", 813],
    ["moneyReturned", 528.09, "万元", "notice", 823],
    ["lossesRecovered", 863.54, "万元", "notice", 836],
    ["problemsRectified", 10, "个", "finding 11", 5778],
    ["problemsRectified", 96, "个", "finding 13", 6680],
    ["problemsRectified", 6, "个", "finding 13", 6937],
  ],
} as const;
const expectedTotals = {
  "002": [
    ["aspects", 7, 726],
    ["items", 25, 730],
    ["findings", 75, 757],
    ["measures", 153, 830],
  ],
  "004": [
    ["categories", 4, 487],
    ["aspects", 14, 490],
    ["findings", 38, 495],
    ["measures", 189, 505],
  ],
} as const;

describe.skipIf(isSkipped).each(["002", "004"] as const)("figures of seed %s, read by eye", (number) => {
  it("are all found, and no others", () => {
    const { outcomes, declared } = read(seedText(number));
    const rows = outcomes.map(({ metric, value, unit, scope, span }) => [
      metric,
      value,
      unit,
      scopeName(scope),
      span.start,
    ]);
    expect(rows).toEqual(expected[number]);
    expect(declared.map(({ metric, value, span }) => [metric, value, span.start])).toEqual(expectedTotals[number]);
  });
});

describe.skipIf(isSkipped).each(["000", "001", "002", "003", "004"])("strict reading of seed %s", (number) => {
  const notice = isSkipped ? null : read(seedText(number));

  it("leaves no figure with a cue unexplained", () => {
    const unread = notice?.issues.filter(({ code }) => code === "unread-figure" || code === "breakdown-mismatch");
    expect(unread).toEqual([]);
  });

  it("lists what it ignores beside what it takes, never both", () => {
    const ignored = notice?.evidence.filter(({ field }) => field === "ignored") ?? [];
    const taken = [...(notice?.outcomes ?? []), ...(notice?.declared ?? [])];
    const both = ignored.filter(({ span }) =>
      taken.some((one) => span !== null && span.start < one.span.end && span.end > one.span.start),
    );
    expect(both).toEqual([]);
  });

  it("says the same of the full-width form", () => {
    const wide: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "%": "％" };
    const digitsToo = (text: string): string =>
      text.replaceAll(/[,:;()%0-9]/g, (mark) => wide[mark] ?? String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
    const body = seedText(number).replaceAll(/^ +/gm, "  ");
    const facts = ({ outcomes }: Notice): unknown =>
      outcomes.map(({ text, span: _span, ...fact }) => ({ ...fact, text: normalizedView(text).text }));
    expect(facts(read(digitsToo(body)))).toEqual(facts(read(body)));
  });
});
