import { noticeOf } from "@zhenggai/notice/sample-documents";
import { describe, expect, it } from "vitest";
import { colours } from "./colours.ts";
import { noticeCard } from "./notice-card.ts";

const { reading } = noticeOf("notice-1");
const plain = colours(false);
const lines = (fields: Partial<typeof reading> = {}): string[] =>
  noticeCard({ ...reading, ...fields }, plain).split("\n");
/** The value of the row whose label ends with this word. */
const row = (label: string, fields: Partial<typeof reading> = {}): string | undefined =>
  lines(fields)
    .find((line) => new RegExp(`^  \\S+ ${label} `).test(line))
    ?.replace(new RegExp(`^.*? ${label}\\s+`), "");

describe("the card of a notice", () => {
  it("shows kind, subject with its division, team, dates, publisher and signature", () => {
    expect(lines()[0]).toBe("中共样州市柏塘县委关于巡视整改进展情况的通报");
    expect(row("kind")).toBe("整改进展通报");
    expect(row("subject")).toBe("样州市柏塘县 (县委) → 样例省 样州市 柏塘县 990121");
    expect(row("team")).toBe("省委第三巡视组");
    expect(row("on site")).toBe("2023-04-12 → ≈2023-06-21 (6月下旬)");
    expect(row("feedback")).toBe("2023-08-01");
    expect(row("published")).toBe("2024-03-27  样州市纪委监委");
    expect(row("signed")).toBe("2024-03-20  中共样州市柏塘县委员会");
  });

  it("puts its values in one column, a Chinese character being two wide", () => {
    const wide = (text: string): number => text.length + (text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0);
    const starts = ["整改进展通报", "样州市柏塘县 (", "省委第三巡视组", "2023-04-12 →", "2 个问题"].map((value) => {
      const line = lines().find((candidate) => candidate.includes(value)) ?? "";
      return wide(line.slice(0, line.indexOf(value)));
    });
    expect(starts).toEqual([25, 25, 25, 25, 25]);
  });

  it("shows declared totals and outcomes by their Chinese terms", () => {
    const span = { start: 0, end: 1 };
    const declared = [
      { metric: "aspects" as const, value: 4, unit: "方面", text: "", span },
      { metric: "findingsCompleted" as const, value: 30, unit: "个", text: "", span },
      { metric: "measuresDueWithinOneYear" as const, value: 2, unit: "条", text: "", span },
    ];
    const outcome = {
      unit: "人",
      amount: null,
      scope: "notice" as const,
      period: null,
      qualifier: null,
      breakdown: [],
    };
    const outcomes = [{ ...outcome, metric: "partyDiscipline" as const, value: 13, text: "", span }];
    expect(row("declared", { declared })).toBe("4 方面 · 30 问题(已完成) · 2 措施(一年内)");
    expect(row("outcomes", { outcomes })).toBe("党纪处分 13人");
    expect(row("declared")).toBe("—");
    expect(row("read")).toBe("2 个问题 findings · 3 条措施 measures · 0 份文件 documents");
  });

  it("lists the first five findings with their measures and says how many more there are", () => {
    const [finding] = reading.findings;
    if (finding === undefined) throw new Error("no finding");
    const findings = Array.from({ length: 7 }, (_, index) => ({
      ...finding,
      n: index + 1,
      status: "completed" as const,
    }));
    const listed = lines({ findings }).filter((line) => line.includes("河道保洁"));
    expect(listed).toHaveLength(5);
    expect(listed[0]).toBe("    1. 河道保洁责任不落实 (2 条措施 ✓)");
    expect(lines({ findings })).toContain("     … 2 个问题未列出 more");
    expect(lines().join("\n")).not.toContain("未列出");
  });

  it("says what it does not know, instead of leaving it out", () => {
    const { subject, inspection } = reading;
    const unknown = {
      title: null,
      publishedOn: null,
      publisher: null,
      subject: { ...subject, bodyKind: null, division: null, resolution: "unresolved" as const },
      inspection: { ...inspection, authority: null, team: null, startedOn: null, endedOn: null },
    };
    expect(lines(unknown)[0]).toBe("（无标题 no title）");
    expect(row("subject", unknown)).toBe("样州市柏塘县 → 未识别 unresolved");
    expect(row("team", unknown)).toBe("—");
    expect(row("on site", unknown)).toBe("— → —");
    expect(row("published", unknown)).toBe("—  —");
  });

  it("names the candidates of an ambiguous subject, and a zone by its name", () => {
    const ambiguous = {
      ...reading.subject,
      division: null,
      resolution: "ambiguous" as const,
      candidates: [
        { bodyId: "division-990102", name: "样例省样州市云汀区" },
        { bodyId: "division-990203", name: "样例省例江市云汀区" },
      ],
    };
    expect(row("subject", { subject: ambiguous })).toContain("→ ？样例省样州市云汀区 / 样例省例江市云汀区");
    const zone = { id: "zone-yangzhou", name: "样州经济开发区", hostCode: "990100" };
    expect(row("subject", { subject: { ...ambiguous, zone } })).toContain("→ 样州经济开发区 zone-yangzhou");
  });

  it("shows issues that matter, masked, and hides the contact", () => {
    const issue = { field: null, span: null, code: "unread-date" as const };
    const card = lines({
      issues: [
        { ...issue, severity: "warning", text: "电话0990-5550138后的日期" },
        { ...issue, severity: "info", text: "无关紧要" },
      ],
    }).join("\n");
    expect(card).toContain("⚠ unread-date: 电话****后的日期");
    expect(card).not.toContain("无关紧要");
    expect(card).not.toContain("5550138");
    const [finding] = reading.findings;
    if (finding === undefined) throw new Error("no finding");
    const quoting = { title: "通报（0990-5550138）", findings: [{ ...finding, title: "热线0990-5550138无人接听" }] };
    expect(lines(quoting).join("\n")).not.toContain("5550138");
    expect(noticeCard({ ...reading, ...quoting, publisher: "13800138000" }, colours(true))).not.toMatch(
      /5550138|13800/,
    );
  });

  it("colours only where asked", () => {
    expect(noticeCard(reading, plain)).not.toContain("\u001B");
    const coloured = noticeCard(reading, colours(true));
    expect(coloured).toContain("\u001B[1m中共样州市");
    const codes = ["\u001B[0m", "\u001B[1m", "\u001B[2m", "\u001B[36m"];
    expect(codes.reduce((text, code) => text.replaceAll(code, ""), coloured)).toBe(noticeCard(reading, plain));
  });
});
