import { storedChainSchema } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { composeLedger, type LedgerNotice } from "./compose-ledger.ts";
import { buildNotice, type FindingText } from "./notice.fixture.ts";

const feedback = { 2016: "2016-11-25", 2019: "2020-01-09", 2023: "2023-09-28", 2026: "2026-09-01" } as const;

const noticeOf = (year: keyof typeof feedback, findings: readonly FindingText[], isOwn = true): LedgerNotice => ({
  id: `n-${year}`,
  isOwn,
  reading: buildNotice({
    feedback: [feedback[year], `${year}年`],
    signed: [`${Number(feedback[year].slice(0, 4)) + 1}-01-20`, "次年1月20日"],
    publishedOn: null,
    findings,
  }),
});

const debt = { title: "隐性债务化解缓慢", measures: ["年底前清偿高息产品4笔。"] };
const school = { title: "城区小学大班额突出", measures: ["扩建校舍2处。"] };

const generations = [
  noticeOf(2016, [debt, school]),
  noticeOf(2019, [{ ...school, title: "城区学位不足、大班额难消", status: "ongoing" }]),
  noticeOf(2023, [
    { title: "平台公司债务压降慢、举债冲动未除", measures: ["长期坚持月度调度。"], status: "completed" },
  ]),
];

const ledger = (notices: readonly LedgerNotice[]) =>
  composeLedger("s", notices)
    .map((chain) => chain.links.map((one) => `${one.noticeId}#${one.finding}`).join(" "))
    .sort();

describe("the ledger of findings", () => {
  it("follows each finding over the cycles, also over one that left it out", () => {
    expect(ledger(generations)).toEqual(["n-2016#1 n-2023#1", "n-2016#2 n-2019#1"]);
    const chain = composeLedger("s", generations).find(({ title }) => title.includes("债务"));
    expect(chain).toMatchObject({ timesNamed: 2, lastStatus: "completed", scope: "finding" });
    expect(chain?.links.map(({ skipped, status }) => [skipped, status])).toEqual([
      [0, null],
      [1, "completed"],
    ]);
  });

  it("says what became of a promise: came back, unmentioned, open", () => {
    const states = (notices: readonly LedgerNotice[]) =>
      composeLedger("s", notices).flatMap(({ promises }) => promises.map(({ text, state }) => `${text} ${state}`));
    expect(states(generations)).toEqual(
      expect.arrayContaining(["年底前清偿高息产品4笔。 came-back", "长期坚持月度调度。 open"]),
    );
    expect(states([noticeOf(2016, [debt])])).toEqual(["年底前清偿高息产品4笔。 open"]);
    expect(states([noticeOf(2016, [debt]), noticeOf(2019, [school])])).toEqual(["年底前清偿高息产品4笔。 unmentioned"]);
  });

  it("forgets a finding that four notices left out: what comes then is another", () => {
    const silent = [1, 2, 3, 4].map((n): LedgerNotice => {
      const { reading, isOwn } = noticeOf(2019, [school]);
      return { id: `between-${n}`, reading, isOwn };
    });
    expect(ledger([noticeOf(2016, [debt]), ...silent.slice(0, 3), noticeOf(2026, [debt])])).toContain(
      "n-2016#1 n-2026#1",
    );
    expect(ledger([noticeOf(2016, [debt]), ...silent, noticeOf(2026, [debt])])).not.toContain("n-2016#1 n-2026#1");
  });

  it("takes over the chains of the body that the subject succeeded, but lists none that are only theirs", () => {
    const inherited = [noticeOf(2016, [debt, { title: "档案审核不严", measures: [] }], false), ...generations.slice(2)];
    expect(ledger(inherited)).toEqual(["n-2016#1 n-2023#1"]);
  });

  it("tells the same finding printed twice apart, and gives documents that the schema accepts", () => {
    const twice = composeLedger("s", [noticeOf(2016, [debt, debt])]);
    expect(new Set(twice.map(({ _id }) => _id)).size).toBe(2);
    for (const chain of twice) expect(storedChainSchema.safeParse({ ...chain, seriesRev: 1 }).error).toBeUndefined();
  });

  it("of notices without findings, or of none, is empty", () => {
    expect(composeLedger("s", [])).toEqual([]);
    expect(composeLedger("s", [noticeOf(2016, [])])).toEqual([]);
  });
});
