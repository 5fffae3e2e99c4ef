import type { Notice } from "@zhenggai/notice";
import { goldValue, type Gold, type GoldSeed } from "./gold.ts";

/** How much of a field is as the gold has it; `bar` is the share below which the reader fails. `wrong` quotes what differs. */
export type Score = {
  readonly field: string;
  readonly right: number;
  readonly of: number;
  readonly bar: number;
  readonly wrong: readonly string[];
};

/** Pairs of what was read and what the gold says. */
type Pair = { readonly read: unknown; readonly gold: unknown };

const metricName = (metric: string): string => metric.replace(/^(?:specificProblems|problems)/, "findings");
const roleNames: Readonly<Record<string, string>> = {
  organisation: "organization",
  problem: "finding",
  "problem-group": "group",
};

/** Everything of a notice but its outcomes against the gold: what stands at the same place must be the same. */
export function fieldScores(notice: Notice, { gold, topics }: GoldSeed): Score[] {
  return [
    score("header", headerPairs(notice, gold)),
    score("inspection", inspectionPairs(notice, gold)),
    score("contact", contactPairs(notice, gold)),
    score("findings", inTurn(notice.findings.map(findingRead), gold.problems.map(findingGold))),
    score("measures", measurePairs(notice, gold)),
    score("outline", outlinePairs(notice, gold)),
    score("outline roles and titles", roleAndTitlePairs(notice, gold)),
    score("declared, core", declaredPairs(notice, gold)),
    score("documents", documentPairs(notice, gold)),
    score("boilerplate", boilerplatePairs(notice, gold)),
    score(
      "primary topic",
      inTurn(
        notice.findings.map((one) => one.topics[0] ?? null),
        topics.map(([first]) => first),
      ),
      0.9,
    ),
  ];
}

function score(field: string, pairs: readonly Pair[], bar = 1): Score {
  const wrong = pairs.filter(({ read, gold }) => JSON.stringify(read) !== JSON.stringify(gold));
  return {
    field,
    right: pairs.length - wrong.length,
    of: pairs.length,
    bar,
    wrong: wrong.map(({ read, gold }) => `read ${JSON.stringify(read)}, gold ${JSON.stringify(gold)}`),
  };
}

/** By position; what one side has too much is wrong as well. */
function inTurn(read: readonly unknown[], gold: readonly unknown[]): Pair[] {
  return Array.from({ length: Math.max(read.length, gold.length) }, (_, at) => ({
    read: read[at] ?? null,
    gold: gold[at] ?? null,
  }));
}

/** By key; each side's surplus is wrong. */
function byKey(read: ReadonlyMap<unknown, unknown>, gold: ReadonlyMap<unknown, unknown>): Pair[] {
  return [...new Set([...gold.keys(), ...read.keys()])].map((key) => ({
    read: [key, read.get(key) ?? null],
    gold: [key, gold.get(key) ?? null],
  }));
}

function headerPairs(notice: Notice, { header }: Gold): Pair[] {
  const { title, publisher, publishedOn, originalUrl, signedBy, signedOn, subject } = notice;
  const breadcrumb = notice.breadcrumb.length > 0 ? notice.breadcrumb : null;
  const read = [title, publisher, publishedOn, breadcrumb, originalUrl, signedBy, signedOn, subject.name];
  const names = ["title", "source", "publishDate", "breadcrumb", "originalUrl", "issuingBody", "signedDate", "subject"];
  const body = { read: subject.bodyKind, gold: header["subjectKind"] };
  const division = { read: subject.division?.code ?? null, gold: header["adcodeByKnowledge"] };
  return [
    ...inTurn(
      read,
      names.map((name) => goldValue(header, name)),
    ),
    body,
    division,
  ];
}

function inspectionPairs({ inspection }: Notice, { inspection: gold }: Gold): Pair[] {
  const round = goldValue(gold, "round");
  return inTurn(
    [
      inspection.team,
      inspection.startedOn,
      inspection.endedOn,
      inspection.feedbackOn,
      inspection.authority,
      inspection.round,
    ],
    [
      ...["team", "startDate", "endDate", "feedbackDate"].map((name) => goldValue(gold, name)),
      gold["inspectorLevel"],
      // The gold keeps the word 巡视 behind the round, the notice does not.
      typeof round === "string" ? round.replace(/巡视$/, "") : null,
    ],
  );
}

function contactPairs({ contact }: Notice, { contact: gold }: Gold): Pair[] {
  const names = ["phone", "postalBox", "postcode", "email"];
  const read = [contact?.phone, contact?.address, contact?.postcode, contact?.email].map((value) => value ?? null);
  return inTurn(
    read,
    names.map((name) => goldValue(gold, name)),
  );
}

function findingRead({ numbering, title, heading, groups, status }: Notice["findings"][number]): unknown {
  return [numbering, title, heading, groups, status];
}

function findingGold({ numbering, title, heading, statusGroup, ...groups }: Gold["problems"][number]): unknown {
  const named = [groups.grandparentGroup, groups.parentGroup].flatMap((group) => (group === null ? [] : [group.title]));
  return [numbering, title, heading, named, statusGroup?.normalized ?? null];
}

function measurePairs(notice: Notice, { problems }: Gold): Pair[] {
  return problems.flatMap((problem, at) => {
    const measures = notice.findings[at]?.measures ?? [];
    return inTurn(
      measures.map(({ text }) => text.slice(0, 30)),
      problem.measures,
    );
  });
}

function outlinePairs(notice: Notice, { sections }: Gold): Pair[] {
  return byKey(
    new Map(notice.outline.map(({ span, level }) => [span.start, level])),
    new Map(sections.map(({ offset, level }) => [offset, level])),
  );
}

function roleAndTitlePairs(notice: Notice, { sections }: Gold): Pair[] {
  return byKey(
    new Map(notice.outline.map(({ span, role, title }) => [span.start, [role, title]])),
    new Map(sections.map(({ offset, role, title }) => [offset, [roleNames[role] ?? role, title]])),
  );
}

function declaredPairs(notice: Notice, { declaredTotals }: Gold): Pair[] {
  const core = declaredTotals.filter((total) => total.core);
  return inTurn(
    notice.declared.map(({ metric, value }) => [metric, value]),
    core.map(({ metric, value }) => [metricName(metric), value]),
  );
}

function documentPairs(notice: Notice, { documents }: Gold): Pair[] {
  return byKey(
    new Map(notice.documents.map(({ title, mentions }) => [title, mentions])),
    new Map(documents.map(({ title, mentions }) => [title, mentions])),
  );
}

function boilerplatePairs(notice: Notice, { boilerplate }: Gold): Pair[] {
  return byKey(
    new Map(notice.boilerplate.map(({ text, span }) => [span.start, text])),
    new Map(boilerplate.map(({ verbatim, offset }) => [offset, verbatim])),
  );
}
