import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resolveSubject } from "@zhenggai/bodies";
import { noticeSchema, type Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { misquoted, spansOutside, uncovered } from "./coverage.fixture.ts";
import { factsOf, fullWidthTwin, withPlainIndents } from "./full-width-twin.fixture.ts";
import { readNotice } from "./read-notice.ts";

const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const isMissing = !existsSync(`${shared}seeds`);
const isSkipped = isMissing && process.env["CI"] === undefined;
if (isSkipped) process.stdout.write("seeds.test.ts: ../shared/seeds is absent, the five real notices are not read\n");

function seedText(number: string): string {
  const file = readdirSync(`${shared}seeds`).find((name) => name.startsWith(number)) ?? "";
  return readFileSync(`${shared}seeds/${file}`, "utf8");
}

const read = (text: string): Notice => readNotice({ text }, { resolveSubject });

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
      ["problemsRectified", 10],
      ["problemsRectified", 96],
      ["problemsRectified", 6],
    ]);
    expect(notice.outcomes[0]?.breakdown.map(({ value: figure }) => figure)).toEqual([22, 7, 2, 7]);
    expect(notice.findings[4]?.measures).toMatchObject([{ numbering: "" }]);
    expect(notice.boilerplate).toHaveLength(2);
  });
});

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
    const text = withPlainIndents(seedText(number));
    const twin = read(fullWidthTwin(text));
    expect(factsOf(twin)).toEqual(factsOf(read(text)));
    expect(misquoted(twin)).toEqual([]);
  });

  it("is read without loss", () => {
    const notice = read(seedText(number));
    expect(uncovered(notice)).toBe("");
    expect(misquoted(notice)).toEqual([]);
    expect(spansOutside(notice)).toBe(0);
  });
});
