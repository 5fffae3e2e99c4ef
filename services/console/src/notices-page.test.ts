import { changeOf, noticeOf } from "@zhenggai/notice/sample-documents";
import { describe, expect, it } from "vitest";
import { noticesPage } from "./notices-page.ts";

const pageOf = (
  notices: Parameters<typeof noticesPage>[0]["notices"],
  changes: Parameters<typeof noticesPage>[0]["changes"],
  language: Parameters<typeof noticesPage>[1],
): string => noticesPage({ notices, changes, totals: { notices: notices.length, changes: changes.length } }, language);

/** The text of each cell of the tables' bodies, row by row. */
const rows = (html: string): string[][] =>
  [...html.matchAll(/<tr>(<td[^]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell = ""]) => cell.replaceAll(/<[^>]*>/g, "|")),
  );
const headings = (html: string): string[] => [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading = ""]) => heading);

describe("the console's page", () => {
  it("shows each notice with place, team, time on site, publication, findings, measures and presence", () => {
    const html = pageOf([noticeOf("notice-1"), noticeOf("notice-2", { findings: [] }, "gone")], [], "zh");
    expect(rows(html)).toEqual([
      ["样例省样州市柏塘县", "省委第三巡视组", "2023-04-12 → ≈2023-06-21", "2024-03-27", "2", "3", "在线"],
      ["样例省样州市柏塘县", "省委第三巡视组", "2023-04-12 → ≈2023-06-21", "2024-03-27", "0", "0", "已撤下"],
    ]);
  });

  it("shows each change with the interval in which it happened, its kind, score and doubt", () => {
    const sure = changeOf("change-2", { score: null, verdict: "sure", kind: "page-removed", severity: "minor" });
    const html = pageOf([], [changeOf("change-1"), sure], "en");
    expect(rows(html)).toEqual([
      ["2026-11-21T00:10 … 2026-11-21T00:20", "A finding is back.|finding-repeated · 0.73 · ?|"],
      ["2026-11-21T00:10 … 2026-11-21T00:20", "A finding is back.|page-removed|"],
    ]);
    expect(html).toContain("severity-minor");
  });

  it("says how many there are where it shows fewer", () => {
    const html = noticesPage(
      { notices: [noticeOf("a")], changes: [changeOf("c")], totals: { notices: 1832, changes: 1 } },
      "zh",
    );
    expect(headings(html)).toEqual(["通报 (1 / 1832)", "变化 (1)"]);
  });

  it("names the body within a division, and shows the title where nobody is named", () => {
    const { subject } = noticeOf("a").reading;
    const within = { ...subject, name: "样州市水务局", bodyId: "division-990100/水务局" };
    const nobody = { ...subject, name: "", bodyId: null, division: null, zone: null };
    const html = pageOf(
      [
        noticeOf("a", { subject: within }),
        noticeOf("b", { subject: nobody, title: "一起典型问题的通报" }),
        noticeOf("c", { subject: nobody, title: null }),
      ],
      [],
      "zh",
    );
    expect(rows(html).map(([cell]) => cell)).toEqual(["样例省样州市柏塘县 样州市水务局", "一起典型问题的通报", "—"]);
  });

  it("counts both, and says so when there is nothing", () => {
    expect(headings(pageOf([noticeOf("a"), noticeOf("b")], [changeOf("c")], "zh"))).toEqual(["通报 (2)", "变化 (1)"]);
    const empty = pageOf([], [], "zh");
    expect(headings(empty)).toEqual(["通报 (0)", "变化 (0)"]);
    expect(empty).toContain("暂无");
  });

  it("speaks Chinese or English throughout, and links to the other", () => {
    const [zh, en] = (["zh", "en"] as const).map((language) =>
      pageOf([noticeOf("notice-1")], [changeOf("change-1")], language),
    );
    expect(zh).toContain('<html lang="zh-Hans">');
    expect(zh).toContain('href="?lang=en"');
    expect(zh).toContain("问题再次出现。");
    expect(en).toContain('<html lang="en">');
    expect(en).toContain('href="?lang=zh"');
    expect(en).toContain("A finding is back.");
    expect(en).not.toContain("问题再次出现。");
  });

  it("is a whole HTML document in UTF-8, without scripts", () => {
    const html = pageOf([noticeOf("notice-1")], [], "zh");
    expect(html).toMatch(/^<!doctype html><html /);
    expect(html).toContain('<meta charset="utf-8"');
    expect(html).not.toContain("<script");
  });

  it("escapes whatever a page says, in text and in attributes", () => {
    const evil = '"><script>alert(1)</script>';
    const notice = noticeOf("notice-1", { title: evil });
    const { inspection, subject } = notice.reading;
    const html = pageOf(
      [
        noticeOf("notice-1", {
          title: evil,
          inspection: { ...inspection, team: evil },
          subject: { ...subject, name: evil, division: null },
        }),
      ],
      [changeOf("change-1", { summary: { zh: evil, en: evil } })],
      "zh",
    );
    expect(html).not.toContain("<script");
    expect(html).not.toContain('""');
    expect(html.match(/&lt;script/g)).toHaveLength(4);
  });

  it("masks contact details wherever they slipped in, and never shows a notice's contact", () => {
    const html = pageOf(
      [noticeOf("notice-1", { title: "通报（电话0990-5550138）" })],
      [changeOf("change-1", { summary: { zh: "电话0990-5550138改为13800138000", en: "a@b.example" } })],
      "zh",
    );
    expect(html).toContain("电话****改为****");
    expect(html).not.toMatch(/5550138|13800138000/);
  });

  it("masks them in the subject too, for which the title stands where nobody is named", () => {
    const { subject } = noticeOf("notice-1").reading;
    const unnamed = { title: "电话0990-5550138", subject: { ...subject, name: "", division: null } };
    expect(pageOf([noticeOf("notice-1", unnamed)], [], "zh")).not.toContain("5550138");
  });

  it("names a zone, or the subject as printed, where there is no division", () => {
    const { subject } = noticeOf("notice-1").reading;
    const zone = { id: "zone-yangzhou", name: "样州经济开发区", hostCode: "990100" };
    const places = [
      noticeOf("a", { subject: { ...subject, division: null, zone } }),
      noticeOf("b", { subject: { ...subject, division: null } }),
      noticeOf("c", {
        subject: { ...subject, division: { code: "990100", province: "样例省", city: "样州市", county: null } },
      }),
    ];
    expect(rows(pageOf(places, [], "zh")).map(([place]) => place)).toEqual([
      "样州经济开发区",
      "样州市柏塘县",
      "样例省样州市",
    ]);
  });
});
