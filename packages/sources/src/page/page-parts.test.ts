import { describe, expect, it } from "vitest";
import { asP, frame, pageUrl, paragraphs, printedHead, textOf } from "./page.fixture.ts";
import { pageToText } from "./page-to-text.ts";

const article = "http://jw.lijiang.example/xszg/202403/t20240321_41.shtml";
const read = (html: string, url = article) => pageToText(html, { url });
const body = `<div class="TRS_Editor">${asP(paragraphs)}</div>`;

describe("an article in several pages", () => {
  it.each([
    [
      "numbers and 下一页 below the body",
      `${body}<div class="pages"><span>1</span> <a href="t20240321_41_1.shtml">2</a> <a href="./t20240321_41_2.shtml">3</a> <a href="t20240321_41_1.shtml">下一页</a></div>`,
    ],
    [
      "numbers inside the body",
      `<div class="TRS_Editor">${asP(paragraphs)}<p align=center>[1] <a href="t20240321_41_1.shtml">[2]</a> <a href="t20240321_41_2.shtml">[3]</a></p></div>`,
    ],
    [
      "a script of TRS",
      `${body}<div class="page"><script>function createPageHTML(_nPageCount){};createPageHTML(3, 0, "t20240321_41", "shtml");</script></div>`,
    ],
  ])("%s", (_, main) => {
    const page = read(frame(printedHead + main));
    expect(page.continuations).toEqual([
      "http://jw.lijiang.example/xszg/202403/t20240321_41_1.shtml",
      "http://jw.lijiang.example/xszg/202403/t20240321_41_2.shtml",
    ]);
    expect(page.issues).toMatchObject([{ code: "continued-elsewhere", severity: "warning" }]);
    expect(page.text).toBe(textOf(paragraphs));
  });

  it("names the first page where this is the second", () => {
    const pager = `<div><a href="t20240321_41.shtml">上一页</a> <a href="t20240321_41.shtml">1</a> <b>2</b></div>`;
    const page = read(frame(printedHead + body + pager), article.replace(".shtml", "_1.shtml"));
    expect(page.continuations).toEqual([article]);
  });

  it("parts that a query numbers", () => {
    const pager = `<div><a href="?id=7&page=2">下一页</a></div>`;
    expect(read(frame(printedHead + body + pager), "http://a.example/show.asp?id=7").continuations).toEqual([
      "http://a.example/show.asp?id=7&page=2",
    ]);
  });

  it.each([
    ["the next article", `<a href="t20240322_42.shtml">下一篇</a> <a href="t20240322_42.shtml">下一页</a>`],
    ["another host", `<a href="http://elsewhere.example/xszg/202403/t20240321_41_1.shtml">下一页</a>`],
    ["a place on the page", `<a href="#2">2</a><a href="javascript:go(2)">下一页</a>`],
    ["a column's pager", `<script>createPageHTML(9, 0, "index", "shtml")</script>`],
    ["an article of one page", `<script>createPageHTML(1, 0, "t20240321_41", "shtml")</script>`],
  ])("is not %s", (_, tail) => {
    const page = read(frame(`${printedHead}${body}<div>${tail}</div>`));
    expect(page.continuations).toEqual([]);
    expect(page.issues).toEqual([]);
  });
});

describe("an article that is its attachments", () => {
  const files = (main: string, head = "") => {
    const page = pageToText(frame(printedHead + main, head), { url: pageUrl });
    return {
      files: page.attachments.map(({ url }) => url),
      codes: page.issues.map(({ code }) => code),
      text: page.text,
    };
  };
  const base = "http://qingfeng.yangli.example/art/2024/3/27/";

  it.each([
    [
      "a link inside a marked body",
      `<div id="zoom"><p>附件：<a href="a.pdf">整改情况通报</a></p></div>`,
      [`${base}a.pdf`],
    ],
    [
      "a link without any body",
      `<ul class="fj"><li><a href="a.docx">整改情况通报.docx</a></li></ul>`,
      [`${base}a.docx`],
    ],
    [
      "Hanweb's download page",
      `<p><a href="/module/download/downfile.jsp?classid=0&filename=1.doc">下载</a></p>`,
      ["http://qingfeng.yangli.example/module/download/downfile.jsp?classid=0&filename=1.doc"],
    ],
    [
      "a frame that shows the file",
      `<div id="zoom"><iframe src="/upload/1.pdf"></iframe></div>`,
      ["http://qingfeng.yangli.example/upload/1.pdf"],
    ],
    [
      "an object",
      `<div><object data="/upload/1.pdf" type="application/pdf">请安装阅读器，谢谢。</object></div>`,
      ["http://qingfeng.yangli.example/upload/1.pdf"],
    ],
    [
      "scanned pages as images",
      `<div id="zoom"><p><img src="P020240327_1.jpg"></p><p><img src="P020240327_2.jpg"></p></div>`,
      [`${base}P020240327_1.jpg`, `${base}P020240327_2.jpg`],
    ],
  ])("%s", (_, main, expected) => {
    const read1 = files(main);
    expect(read1.files).toEqual(expected);
    expect(read1.codes).toEqual(["attachment-only"]);
    expect(read1.text).not.toMatch(/备05000001|违者必究|全省纪检监察干部/u);
  });

  it("counts addresses from the page's base", () => {
    expect(files(`<p><a href="a.pdf">附件</a></p>`, `<base href="http://files.yangli.example/x/">`).files).toEqual([
      "http://files.yangli.example/x/a.pdf",
    ]);
  });

  it("lists files beside a body too, but no icons and no files of side lists or footer", () => {
    const main = `<div id="zoom"><p><img src="/images/icon_pdf.gif"></p>${asP([...paragraphs, ...paragraphs.slice(0, 1)])}<p>附件：1.<a href="a.docx">整改清单.docx</a></p></div><div class="side"><a href="/x.pdf">另一份文件</a></div>`;
    const read1 = files(main + `<div class="footer"><a href="/manual.pdf">使用帮助</a></div>`);
    expect(read1.files).toContain(`${base}a.docx`);
    expect(read1.files).not.toContain("http://qingfeng.yangli.example/manual.pdf");
    expect(read1.codes).toEqual([]);
    expect(read1.text).toContain("附件：1.整改清单.docx");
  });
});

describe("a page that is longer than any notice", () => {
  it("is cut, and says so", () => {
    const lines = Array.from({ length: 30_000 }, (_, line) => `整改，落实${line}。`).join("<br>");
    for (const text of ["区委召开会议，逐项认领。".repeat(200_000), lines]) {
      const page = read(frame(`${printedHead}<div id="zoom"><p>${text}</p></div>`));
      expect(page.text.length).toBeLessThanOrEqual(1_000_000);
      expect(page.issues).toMatchObject([{ code: "text-cut", severity: "error" }]);
      expect(page.text.split("\n").length).toBeLessThanOrEqual(20_000);
    }
  });
});
