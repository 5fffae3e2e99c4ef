import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import type { Notice } from "@zhenggai/notice";
import { readSampleNotices } from "@zhenggai/simulator";
import { describe, expect, it } from "vitest";
import { noticeHtml } from "./notice-html.ts";

const samples = await readSampleNotices();
function sample(slug: string, extra = ""): Notice {
  const {
    title = "",
    publishedAt = "",
    publisher = "",
    paragraphs = [],
  } = samples.find((one) => one.slug === slug) ?? {};
  const text = [title, `发布日期：${publishedAt} 信息来源：${publisher}`, extra, ...paragraphs].join("\n");
  return readNotice({ text }, { resolveSubject });
}
const notice = sample("yunting-2023");
const html = noticeHtml(notice, "yunting.txt");
const visible = (page: string): string =>
  page
    .replace(/^[\s\S]*<main>/, "")
    .replace(/<\/p>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("a notice as a page", () => {
  it("is self-contained: no script, no address outside, its own style, and one for paper", () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">/);
    expect(html).not.toMatch(/<script|<link|<img|src=|https?:\/\/|url\(|@import|javascript:/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toContain("@media print{");
  });

  it("prints the whole text, every line a paragraph, nothing lost but contacts", () => {
    const shown = visible(html)
      .split("\n")
      .filter((line) => line.trim() !== "");
    const lines = notice.text.split("\n").filter((line) => line.trim() !== "");
    expect(shown).toHaveLength(lines.length);
    const changed = lines.filter((line, at) => shown[at] !== line);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain(notice.contact?.phone);
  });

  it("marks a value in the colour of its field and names field and rule", () => {
    expect(html).toMatch(/<mark class="f-inspection" title="inspection\.startedOn ← [\w-]+">2023年4月12日<\/mark>/);
    expect(html).toMatch(/<mark class="f-subject" title="[^"]*subject\.name ← [^"]*">样州市云汀区<\/mark>/);
    expect(html).toMatch(/<mark class="f-declared" title="declared\.0 ← total:categories">5大类<\/mark>/);
    expect(html).toMatch(
      /<mark class="f-outcomes" title="outcomes\.0: 党纪政务处分 21人 ← [^"]+">党纪政务处分21人<\/mark>/,
    );
    expect(html).toMatch(/<mark class="f-documents" title="文件 documents: [^"]+">/);
    for (const group of ["header", "findings", "contact", "boilerplate"]) expect(html).toContain(`class="f-${group}"`);
  });

  it("sets the outline beside it, each entry leading to its place", () => {
    const links = [...html.matchAll(/<a href="#(n\d+)">/g)].map(([, id]) => id);
    expect(links).toHaveLength(notice.outline.length);
    for (const id of links) expect(html.split(`<a id="${id}"></a>`)).toHaveLength(2);
    const [first] = notice.outline;
    const place = html.indexOf('<a id="n0"></a>') + '<a id="n0"></a>'.length;
    expect(
      html
        .slice(place)
        .replace(/<[^>]+>/g, "")
        .startsWith(first?.numbering ?? "?"),
    ).toBe(true);
    expect(html).toMatch(/<li class="l3"><a href="#n\d+">1\. [^<]+<\/a> <b>问题<\/b><\/li>/);
  });

  it("hides contacts everywhere, also such as no field names", () => {
    const page = noticeHtml(sample("yunting-2023", "值班电话：0990-5551234，信箱：duty@yunting.example。"), "x.txt");
    expect(page).not.toMatch(/0990-555|@yunting\.example/);
    expect(page).toContain("值班电话：<mark");
    expect(page.match(/••••/g)?.length).toBeGreaterThanOrEqual(4);
    // What stands behind a number may occur within it.
    const closed = noticeHtml(sample("yunting-2023", "（值班电话：（0990）5551234）"), "x.txt");
    expect(closed).not.toContain("5551234");
    expect(visible(closed)).toContain("（值班电话：••••）");
  });

  it("escapes what the text says", () => {
    const hostile = `<script>alert("1")</script>根据安排，省委第三巡视组巡视了样州市云汀区 & <b>反馈</b>。`;
    const page = noticeHtml(
      {
        ...notice,
        title: `<img src=x onerror="a">`,
        text: hostile,
        evidence: [],
        documents: [],
        boilerplate: [],
        outline: [],
      },
      "<x>",
    );
    expect(page).not.toMatch(/<script|<img|<b>反馈/);
    expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(visible(page).trim()).toBe(hostile);
  });

  it("lists the issues, and stands without title, outline or subject", () => {
    expect(html).toContain("totals-mismatch");
    const bare = noticeHtml(sample("short-discipline"), "short.txt");
    expect(bare).toContain("<main><p");
    expect(noticeHtml({ ...notice, title: null, outline: [], evidence: [], issues: [] }, "a.txt")).toContain(
      "（无标题）a.txt",
    );
  });
});
