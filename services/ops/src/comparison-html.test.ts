import { resolveSubject } from "@zhenggai/bodies";
import { compareSuccessive, compareVersions } from "@zhenggai/comparison";
import { readNotice } from "@zhenggai/extraction";
import type { Notice } from "@zhenggai/notice";
import { readSampleNotices } from "@zhenggai/simulator";
import { describe, expect, it } from "vitest";
import { comparisonHtml } from "./comparison-html.ts";

const samples = await readSampleNotices();
function sample(slug: string, edit: (text: string) => string = (text) => text): Notice {
  const one = samples.find((sampled) => sampled.slug === slug);
  const text = [one?.title, `发布日期：${one?.publishedAt} 来源：${one?.publisher}`, ...(one?.paragraphs ?? [])].join(
    "\n",
  );
  return readNotice({ text: edit(text) }, { resolveSubject });
}

const before = sample("yunting-2019");
const after = sample("yunting-2019", (text) =>
  text
    .replace("叫停手续不全的商业讲座3场", "叫停手续不全的商业讲座5场")
    .replace("2020年6月12日", "2020年6月15日")
    .replace("0990-5550127", "0990-5550139")
    .replace("压实两级责任。", "压实<b>两级</b>责任。")
    .replace(/（七）关于[\s\S]*?(?=（八）关于)/u, "")
    .replaceAll("，", ","),
);
const names = { before: "old <1>.txt", after: "new.txt" };
const page = comparisonHtml({ before, after, names, changes: compareVersions(before, after) });

describe("two notices as a page", () => {
  it("is self-contained: no script, no address outside, its own style, and one for paper", () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">/);
    expect(page).not.toMatch(/<script|<link|<img|src=|https?:\/\/|url\(|@import|javascript:/i);
    expect(page.match(/<style>/g)).toHaveLength(1);
    expect(page).toContain("@media print{");
  });

  it("shows fields first, then findings by number, then what is gone", () => {
    const headings = [...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map((match) => match[1]);
    expect(headings).toEqual([
      "字段",
      expect.stringMatching(/^问题 1 /),
      expect.stringMatching(/^原问题 7 会议文件过多/),
    ]);
  });

  it("highlights on both sides what differs, with the sentence around a short quotation", () => {
    expect(page).toContain("<del>3场</del>");
    expect(page).toContain("<ins>5场</ins>");
    expect(page).toMatch(/<span class="context">[^<]*商业讲座<\/span><ins>5场<\/ins>/);
    expect(page).toContain("<del>2020年6月12日</del>");
  });

  it("escapes what files and notices say", () => {
    expect(page).toContain("old &lt;1&gt;.txt");
    expect(page).toContain("&lt;b&gt;两级&lt;/b&gt;");
    expect(page).not.toContain("<b>两级");
  });

  it("hides contacts", () => {
    expect(page).not.toMatch(/5550127|5550139/);
    expect(page).toContain("联系方式改动");
  });

  it("hides a number of which only the end was changed, and one that a cut goes through", () => {
    const calling = (number: string): Notice =>
      sample("yunting-2019", (text) =>
        text.replace("叫停手续不全的商业讲座3场", `叫停手续不全的商业讲座3场，值守电话${number}`),
      );
    const [old, fresh] = [calling("0990-5550171"), calling("0990-5550182")];
    const changes = compareVersions(old, fresh);
    expect(changes.length).toBeGreaterThan(0);
    expect(comparisonHtml({ before: old, after: fresh, names, changes })).not.toMatch(/5550171|5550182/);
  });

  it("says that only typography differs, and that nothing does", () => {
    const quiet = sample("yunting-2019", (text) => text.replaceAll("，", ","));
    const typography = comparisonHtml({ before, after: quiet, names, changes: compareVersions(before, quiet) });
    expect(typography).toContain("没有变化。");
    expect(typography).toContain("仅排版、标点或页面附加文字不同");
    expect(comparisonHtml({ before, after: before, names, changes: [] })).toContain("没有变化。");
  });

  it("shows successive notices with score and doubt", () => {
    const next = sample("yunting-2023");
    const series = comparisonHtml({ before, after: next, names, changes: compareSuccessive(before, next) });
    expect(series).toContain("问题重现");
    expect(series).toMatch(/相似度 0\.\d\d/);
    expect(series).toContain("原问题");
  });
});
