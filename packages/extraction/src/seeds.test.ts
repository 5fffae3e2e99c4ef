import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resolveSubject } from "@zhenggai/bodies";
import { noticeSchema, type Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { misquoted, spansOutside, uncovered } from "./coverage.fixture.ts";
import { normalizedView } from "./normalized-view.ts";
import { readNotice } from "./read-notice.ts";

const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const isMissing = !existsSync(`${shared}seeds`) || !existsSync(`${shared}gold`);
const isSkipped = isMissing && process.env["CI"] === undefined;
if (isSkipped) process.stdout.write("seeds.test.ts: ../shared/seeds is absent, the five real notices are not read\n");

const valued = z.object({ value: z.unknown() }).nullable();
const goldSchema = z.object({
  header: z.record(z.string(), z.unknown()),
  inspection: z.record(z.string(), z.unknown()),
  contact: z.record(z.string(), z.unknown()),
  declaredTotals: z.array(z.object({ metric: z.string(), value: z.unknown(), core: z.boolean() })),
  sections: z.array(
    z.object({ level: z.number(), offset: z.number(), role: z.string(), title: z.string().nullable() }),
  ),
  problems: z.array(
    z.object({
      title: z.string(),
      numbering: z.string(),
      heading: z.string(),
      statusGroup: z.object({ normalized: z.string() }).nullable(),
      parentGroup: z.object({ title: z.string() }).nullable(),
      grandparentGroup: z.object({ title: z.string() }).nullable(),
      measures: z.array(z.string()),
    }),
  ),
  documents: z.array(z.object({ title: z.string(), mentions: z.number() })),
  boilerplate: z.array(z.object({ verbatim: z.string(), offset: z.number() })),
});
type Gold = z.infer<typeof goldSchema>;

function seedText(number: string): string {
  const file = readdirSync(`${shared}seeds`).find((name) => name.startsWith(number)) ?? "";
  return readFileSync(`${shared}seeds/${file}`, "utf8");
}

function goldOf(number: string): Gold {
  return goldSchema.parse(JSON.parse(readFileSync(`${shared}gold/seed-${number}.json`, "utf8")));
}

const read = (text: string): Notice => readNotice({ text }, { resolveSubject });

/** Values of `{ value }` fields by name, null where the gold has none. */
function values(record: Readonly<Record<string, unknown>> | undefined, names: readonly string[]): unknown[] {
  return names.map((name) => valued.parse(record?.[name] ?? null)?.value ?? null);
}

/** The gold's own names for two metrics and for roles. */
const metricName = (metric: string): string => metric.replace(/^(?:specificProblems|problems)/, "findings");
const roleNames: Readonly<Record<string, string>> = {
  organisation: "organization",
  problem: "finding",
  "problem-group": "group",
};

describe.skipIf(isSkipped).each(["000", "001", "003"])("annotated seed %s", (number) => {
  const notice = isSkipped ? null : read(seedText(number));
  const gold = isSkipped ? null : goldOf(number);

  it("has the header of the gold", () => {
    const names = ["title", "source", "publishDate", "breadcrumb", "originalUrl", "issuingBody", "signedDate"];
    const { title, publisher, publishedOn, breadcrumb = [], originalUrl, signedBy, signedOn } = notice ?? {};
    const path = breadcrumb.length > 0 ? breadcrumb : null;
    const header = [title, publisher, publishedOn, path, originalUrl, signedBy, signedOn];
    expect(header).toEqual(values(gold?.header, names));
  });

  it("has the subject of the gold", () => {
    const code = z.string().parse(gold?.header["adcodeByKnowledge"]);
    expect([notice?.subject.name]).toEqual(values(gold?.header, ["subject"]));
    expect(notice?.subject).toMatchObject({
      bodyKind: gold?.header["subjectKind"],
      bodyId: `division-${code}`,
      resolution: "exact",
    });
  });

  it("has the inspection of the gold", () => {
    const names = ["team", "startDate", "endDate", "feedbackDate"];
    const { level, authority, team, round, startedOn, endedOn, feedbackOn } = notice?.inspection ?? {};
    expect([team, startedOn, endedOn, feedbackOn]).toEqual(values(gold?.inspection, names));
    expect([level, authority]).toEqual(["province", gold?.inspection["inspectorLevel"]]);
    // The gold keeps the word 巡视 behind the round, the notice does not.
    expect(round === null ? [null] : [`${round}巡视`]).toEqual(values(gold?.inspection, ["round"]));
  });

  it("has the contact of the gold", () => {
    const { phone, address, postcode, email } = notice?.contact ?? {};
    expect([phone, address, postcode, email]).toEqual(
      values(gold?.contact, ["phone", "postalBox", "postcode", "email"]),
    );
  });

  it("has the findings of the gold, with groups and status", () => {
    const groups = (problem: Gold["problems"][number]): string[] =>
      [problem.grandparentGroup, problem.parentGroup].flatMap((group) => (group ? [group.title] : []));
    expect(notice?.findings.map((one) => [one.numbering, one.title, one.heading, one.groups, one.status])).toEqual(
      gold?.problems.map((one) => [
        one.numbering,
        one.title,
        one.heading,
        groups(one),
        one.statusGroup?.normalized ?? null,
      ]),
    );
  });

  it("has the measures of the gold, by their first 30 characters", () => {
    const measures = notice?.findings.map((finding) => finding.measures.map(({ text }) => text.slice(0, 30)));
    expect(measures).toEqual(gold?.problems.map((problem) => problem.measures));
  });

  it("has the heading tree of the gold: place, depth, role and title", () => {
    expect(notice?.outline.map(({ span, level, role, title }) => [span.start, level, role, title])).toEqual(
      gold?.sections.map(({ offset, level, role, title }) => [offset, level, roleNames[role] ?? role, title]),
    );
  });

  it("has the core totals, the documents and the boilerplate of the gold", () => {
    const core = gold?.declaredTotals.filter((total) => total.core);
    expect(notice?.declared.map(({ metric, value: figure }) => [metric, figure])).toEqual(
      core?.map(({ metric, value: figure }) => [metricName(metric), figure]),
    );
    expect(notice?.documents.map(({ title, mentions }) => [title, mentions])).toEqual(
      gold?.documents.map(({ title, mentions }) => [title, mentions]),
    );
    expect(notice?.boilerplate.map(({ text, span }) => [text, span.start])).toEqual(
      gold?.boilerplate.map(({ verbatim, offset }) => [verbatim, offset]),
    );
  });
});

describe.skipIf(isSkipped)("the two seeds without annotation", () => {
  it("002: a zone's notice that lost its title", () => {
    const notice = read(seedText("002"));
    expect(notice).toMatchObject({
      title: null,
      publisher: null,
      publishedOn: null,
      signedBy: "中共镇江新区工作委员会",
      signedOn: "2020-04-27",
      subject: { name: "镇江经济技术开发区", bodyKind: "党工委", resolution: "exact" },
      contact: { phone: "0511-83371023", address: null, postcode: null, email: "xxgk@zjna.gov.cn" },
    });
    expect(notice.inspection).toMatchObject({
      team: "第九巡视组",
      startedOn: "2019-08-06",
      endedOn: "2019-09-20",
      feedbackOn: "2019-12-31",
    });
    expect(notice.declared.map(({ metric, value: figure }) => [metric, figure])).toEqual([
      ["aspects", 7],
      ["items", 25],
      ["findings", 75],
      ["measures", 153],
    ]);
    expect(notice.findings[8]?.numbering).toBe("9.");
    expect(notice.findings[8]?.measures).toHaveLength(5);
    expect(notice.issues.map(({ code }) => code)).toContain("missing-title");
  });

  it("004: a repost with the address of the original", () => {
    const text = seedText("004");
    const notice = read(text);
    expect(notice).toMatchObject({
      title: text.split("\n")[0],
      publisher: null,
      publishedOn: { approximate: "2024-02-21" },
      signedBy: "中共湖州市吴兴区委",
      signedOn: "2024-02-22",
      subject: { name: "湖州市吴兴区", bodyKind: "区委", bodyId: "division-330502" },
      contact: { phone: "0572-2289069", address: "湖州市吴兴大道1号中共吴兴区委办公室", postcode: null },
    });
    expect(notice.originalUrl).toMatch(/^http:\/\/www\.zjsjw\.gov\.cn\/.*t20240221_21704097\.shtml$/);
    expect(notice.inspection).toMatchObject({
      team: "第八巡视组",
      round: "十五届省委第二轮",
      startedOn: "2023-03-02",
      endedOn: "2023-05-31",
      feedbackOn: "2023-07-26",
    });
    expect(notice.declared.map(({ value: figure }) => figure)).toEqual([4, 14, 38, 189]);
    expect(notice.outcomes.map(({ metric, amount }) => [metric, amount])).toEqual([
      ["partyDiscipline", 38],
      ["governmentDiscipline", 8],
      ["admonishment", 13],
      ["educationReminder", 30],
      ["systemsEstablished", 35],
      ["moneyReturned", 5_280_900],
      ["lossesRecovered", 8_635_400],
    ]);
    expect(notice.outcomes[0]?.breakdown.map(({ value: figure }) => figure)).toEqual([22, 7, 2, 7]);
    expect(notice.findings[4]?.measures).toMatchObject([{ numbering: "" }]);
    expect(notice.boilerplate).toHaveLength(2);
  });
});

/** As the site prints it: full-width punctuation, indents of U+3000, NBSP for other spaces. */
function fullWidthTwin(text: string): string {
  const wide: Readonly<Record<string, string>> = { ",": "，", ":": "：", ";": "；", "(": "（", ")": "）" };
  return text
    .replaceAll(/^ +/gm, "\u3000\u3000")
    .replaceAll(/[,:;()]/g, (mark) => wide[mark] ?? mark)
    .replaceAll(" ", "\u00a0");
}

/** Everything a notice says, in one form of punctuation and without places. */
function facts(notice: Notice): unknown {
  const { text, ...rest } = notice;
  const printed = JSON.stringify(rest, (key, part: unknown) => {
    if (key === "span" || key === "spans") return undefined;
    return typeof part === "string" ? normalizedView(part).text : part;
  });
  return { length: text.length, facts: JSON.parse(printed) };
}

describe.skipIf(isSkipped).each([
  ["000", 19, 76],
  ["001", 23, 81],
  ["002", 25, 143],
  ["003", 30, 95],
  ["004", 14, 37],
])("seed %s", (number, findings, measures) => {
  it(`has ${findings} findings and ${measures} measures`, () => {
    const notice = read(seedText(number));
    expect(notice.findings).toHaveLength(findings);
    expect(notice.findings.flatMap((finding) => finding.measures)).toHaveLength(measures);
    expect(noticeSchema.parse(notice)).toEqual(notice);
  });

  it("says the same as its full-width twin", () => {
    const text = seedText(number).replaceAll(/^ +/gm, "  ");
    const twin = read(fullWidthTwin(text));
    expect(facts(twin)).toEqual(facts(read(text)));
    expect(misquoted(twin)).toEqual([]);
  });

  it("is read without loss", () => {
    const notice = read(seedText(number));
    expect(uncovered(notice)).toBe("");
    expect(misquoted(notice)).toEqual([]);
    expect(spansOutside(notice)).toBe(0);
  });
});
