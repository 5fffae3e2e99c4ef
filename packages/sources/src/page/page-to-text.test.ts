import { pageTextSchema } from "@zhenggai/notice";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageToText } from "./page-to-text.ts";

const url = "http://qingfeng.yangli.example/art/2024/3/27/art_12_7.html";
const title = "中共样州市云汀区委关于巡视整改情况的通报";
const header = "发布日期：2024-03-27信息来源：清风样例网字号：[ 大 中 小 ]";
const sentence = "据样例省纪委监委消息，样例省某局副局长王某某涉嫌严重违纪，目前正接受审查。";
const paragraphs = [
  "根据安排，省委第三巡视组对云汀区开展了巡视，并反馈了意见。",
  "一、整改工作组织情况",
  "区委召开常委会会议，逐项认领问题，细化措施，压实责任；建立清单，按月调度。",
  "欢迎监督。联系电话：0990-5550138。",
  "中共样州市云汀区委员会",
  "2024年3月11日",
];
const frame = (main: string, head = ""): string => `<html><head><title>${title}-清风样例网</title>${head}
<style>p{color:red}</style></head><body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/gk">公开</a></li></ul>
<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/x">巡视整改</a></div>
<div class="wrap"><div class="main">${main}</div>
<div class="side"><ul>${Array.from({ length: 30 }, (_, id) => `<li><a href="/s/${id}.html">全省纪检监察干部，认真学习，扎实推进工作的消息${id}</a></li>`).join("")}</ul></div></div>
<div class="foot"><p>主办单位：中共样例省纪律检查委员会，电话：0990-5559000，传真：0990-5559001。</p><p>样ICP备05000001号 版权所有，未经授权，不得转载，违者必究。</p></div></body></html>`;
const asP = (texts: readonly string[]): string => texts.map((text) => `<p>　　${text}</p>`).join("\n");
const head = `<h1>${title}</h1><div class="info">${header}</div>`;
const read = (html: string, address = url) => pageToText(html, { url: address });
const expected = (body: readonly string[]): string => ["当前位置：首页 > 巡视整改", title, header, ...body].join("\n");

describe("pageToText finds the body", () => {
  it.each([
    [
      "between Hanweb's comments",
      `<div><!--ZJEG_RSS.content.begin-->${asP(paragraphs)}<!--ZJEG_RSS.content.end--></div>`,
    ],
    ["between meta tags", `<div><meta name="ContentStart">${asP(paragraphs)}<meta name="ContentEnd"></div>`],
    ["in #zoom", `<div id="zoom">${asP(paragraphs)}</div>`],
    ["in .TRS_Editor with a style block", `<div class="TRS_Editor"><style>p{}</style>${asP(paragraphs)}</div>`],
    [
      "in two .TRS_Editor",
      `<div class=TRS_Editor>${asP(paragraphs.slice(0, 2))}</div><hr><div class=TRS_Editor>${asP(paragraphs.slice(2))}</div>`,
    ],
    [
      "in two containers without marks",
      `<div class=a>${asP(paragraphs.slice(0, 3))}</div><div class=b>${asP(paragraphs.slice(3))}</div>`,
    ],
    ["in paragraphs without marks", `<div>${asP(paragraphs)}</div>`],
    ["in blocks", `<div>${paragraphs.map((text) => `<div>${text}</div>`).join("")}</div>`],
    ["in sections", paragraphs.map((text) => `<section><p>${text}</p></section>`).join("")],
    ["in bare text between line breaks", `<div>${paragraphs.map((text) => `　　${text}`).join("<br>\n<br/>")}</div>`],
    [
      "in cells of a table, in reading order",
      `<table>${paragraphs.map((text) => `<tr><td>${text}</td></tr>`).join("")}</table>`,
    ],
    [
      "around a table",
      `<div><p>${paragraphs[0]}</p><table><tr><td>${paragraphs[1]}</td><td>${paragraphs[2]}</td></tr></table>${asP(paragraphs.slice(3))}</div>`,
    ],
    ["in nested layout tables", `<table><tr><td><table><tr><td>${asP(paragraphs)}</td></tr></table></td></tr></table>`],
    [
      "below headings of its own",
      `<div><p>${paragraphs[0]}</p><h3>${paragraphs[1]}</h3>${asP(paragraphs.slice(2))}</div>`,
    ],
    [
      "before the neighbours' links",
      `<div>${asP(paragraphs)}</div><p>上一篇：<a href="/1">样州市，例江市，消息一则</a></p>`,
    ],
  ])("%s", (_, body) => {
    expect(read(frame(head + body)).text).toBe(expected(paragraphs));
  });

  it.each([
    ["a sentence in a paragraph", `<p>${sentence}</p>`, [sentence]],
    [
      "a sentence and a signature",
      `<div><p>${sentence}</p><p>样例省纪委监委</p><p>2024年3月22日</p></div>`,
      [sentence, "样例省纪委监委", "2024年3月22日"],
    ],
    [
      "three sentences",
      asP([sentence, "王某某已被停职。", "案件正在调查。"]),
      [sentence, "王某某已被停职。", "案件正在调查。"],
    ],
  ])("%s, and neither footer nor side list", (_, body, lines) => {
    expect(read(frame(head + body)).text).toBe(expected(lines));
  });

  it("joins spans of a Word paste and Chinese text broken by source lines, and keeps blanks inside", () => {
    const body = `<div id="zoom"><p><span>区委召开</span><span>常委会</span><o:p></o:p>会议，\n   逐项认领 3 项问题。</p></div>`;
    expect(read(frame(head + body)).text).toBe(expected(["区委召开常委会会议，逐项认领 3 项问题。"]));
  });

  it("does not show what the page hides, and reads entities", () => {
    const body = `<div id="zoom"><p style="display:none">隐藏，的字。</p><script>var a="，。";</script><p>甲&amp;乙&nbsp;公司，整改。</p></div>`;
    expect(read(frame(head + body)).text).toBe(expected(["甲&乙\u00a0公司，整改。"]));
  });
});

describe("pageToText reports", () => {
  it("an attachment-only page with its files and no invented body", () => {
    const page = read(frame(`${head}<div id="zoom"><p><a href="P020240327.pdf">附件：整改情况通报.pdf</a></p></div>`));
    expect(page.attachments).toEqual([
      { title: "附件：整改情况通报.pdf", url: "http://qingfeng.yangli.example/art/2024/3/27/P020240327.pdf" },
    ]);
    expect(page.issues.map((issue) => issue.code)).toEqual(["attachment-only"]);
    expect(page.text).toBe(expected(["附件：整改情况通报.pdf"]));
  });

  it("the same of a page whose address nobody knows: a file keeps the address that is printed", () => {
    const html = frame(
      `${head}<div id="zoom"><p><a href="/files/a.pdf">附件：通报.pdf</a><a href="javascript:go('b.pdf')">打印</a></p></div>`,
    );
    const page = pageToText(html, { url: "about:blank" });
    expect(page.attachments).toEqual([{ title: "附件：通报.pdf", url: "/files/a.pdf" }]);
    expect(page.issues.map((issue) => issue.code)).toContain("attachment-only");
  });

  it("an empty body instead of the footer", () => {
    const page = read(frame(head));
    expect(page.issues.map((issue) => issue.code)).toEqual(["empty-body"]);
    expect(page.text).toBe(expected([]));
  });

  it("a short body", () => {
    expect(read(frame(`${head}<p>${sentence}</p>`)).issues.map((issue) => issue.code)).toEqual(["short-body"]);
  });

  it("a day in the meta tags that the header line contradicts", () => {
    const page = read(frame(head + asP(paragraphs), `<meta name="PubDate" content="2024-03-15 08:00">`));
    expect(page.facts.publishedOn?.value).toBe("2024-03-15");
    expect(page.issues).toMatchObject([{ code: "date-conflict", field: "publishedOn" }]);
    const span = page.issues[0]?.span;
    expect(page.text.slice(span?.start, span?.end)).toBe("2024-03-27");
  });
});

describe("pageToText reads facts", () => {
  const main = head + `<div id="zoom">${asP(paragraphs)}</div>`;

  it("from meta tags first, attributes in either order, without spans", () => {
    const meta = `<meta content="甲区委关于整改的通报" name="ArticleTitle"><meta name="pubdate" content="2024-03-27 10:12"><meta name="ContentSource" content="样州清风网">`;
    expect(read(frame(main, meta)).facts).toMatchObject({
      title: { value: "甲区委关于整改的通报", rule: "meta:ArticleTitle", span: null },
      publishedOn: { value: "2024-03-27", rule: "meta:PubDate", span: null },
      publisher: { value: "样州清风网", rule: "meta:ContentSource", span: null },
    });
  });

  it("not from literal null or from a title that the site cut", () => {
    const meta = `<meta name="ArticleTitle" content="null"><meta name="ContentSource" content="NULL"><meta name="PubDate" content="">`;
    expect(read(frame(main, meta)).facts).toMatchObject({
      title: { value: title, rule: "heading:h1" },
      publisher: { value: "清风样例网", rule: "header-line" },
    });
    const cut = `<meta name="ArticleTitle" content="中共样州市云汀区委关于…">`;
    expect(read(frame(main, cut)).facts.title?.value).toBe(title);
  });

  it("with spans that point at the value's words in the text", () => {
    const { text, facts } = read(frame(main));
    const quoted = Object.values(facts).map((fact) => (fact?.span ? text.slice(fact.span.start, fact.span.end) : null));
    expect(quoted).toEqual([title, "2024-03-27", "清风样例网", "当前位置：首页 > 巡视整改", null]);
    expect(facts.breadcrumb?.value).toEqual(["首页", "巡视整改"]);
  });

  it("a title that stands in the meta tag only, or in the document's title only", () => {
    const body = `<div class="info">${header}</div><div id="zoom">${asP(paragraphs)}</div>`;
    const inMeta = read(frame(body, `<meta name="ArticleTitle" content="${title}">`));
    expect(inMeta.text).toBe(expected(paragraphs));
    expect(read(frame(`<div id="zoom">${asP(paragraphs)}</div>`)).facts.title).toEqual({
      value: title,
      rule: "title-tag",
      span: null,
    });
  });

  it("a title printed over two lines, and not the site's name in another heading", () => {
    const html = frame(
      `<h1>清风样例网站</h1><h2>中共样州市云汀区委<br>关于巡视整改情况的通报</h2><div>${header}</div><div id="zoom">${asP(paragraphs)}</div>`,
    );
    expect(read(html).facts.title).toMatchObject({ value: title, rule: "heading:h2" });
    expect(read(html).text).toBe(expected(paragraphs));
  });

  it("Hanweb's comment marks inside the header line", () => {
    const marks = `<h1>${title}</h1><div>发布日期：<!--<$[发布日期]>begin-->2024-03-27<!--<$[发布日期]>end-->信息来源：<!--<$[信息来源]>begin-->清风样例网<!--<$[信息来源]>end-->字号：[ 大 中 小 ]</div>`;
    const page = read(frame(`${marks}<div id="zoom">${asP(paragraphs)}</div>`));
    expect(page.text).toBe(expected(paragraphs));
    expect(page.dialect).toBe("hanweb-jpage");
    expect(page.facts.publisher).toMatchObject({ value: "清风样例网", rule: "comment:<$[信息来源]>" });
  });

  it("the day in the address as approximate where the page prints none", () => {
    const page = read(
      frame(`<h1>${title}</h1><div id="zoom">${asP(paragraphs)}</div>`),
      "http://a.example/202402/t20240221_7.shtml",
    );
    expect(page.facts.publishedOn).toEqual({
      value: { approximate: "2024-02-21", text: "t20240221" },
      rule: "url-date",
      span: null,
    });
  });

  it("the address of the original below a repost, printed or behind a link", () => {
    const original = "http://qingfeng.yangli.example/art/2024/3/27/art_12_20417.html";
    const repost = (link: string) =>
      read(frame(`${head}<div>${asP(paragraphs)}<p>${link}</p></div>`), "http://zhuanzai.example/a/1.html");
    const printed = repost(`原文链接：<a href="${original}">${original}</a>`);
    expect(printed.facts.originalUrl).toMatchObject({ value: original, rule: "line:original-link" });
    expect(printed.text.split("\n").at(-1)).toBe(`原文链接：${original}`);
    expect(repost(`原文链接：<a href="${original}">点此查看</a>`).facts.originalUrl?.value).toBe(original);
  });
});

describe("pageToText survives", () => {
  const tag = fc.constantFrom(
    "div",
    "p",
    "table",
    "tr",
    "td",
    "h1",
    "a",
    "span",
    "br",
    "meta",
    "script",
    "select",
    "ul",
    "li",
    "title",
  );
  const attribute = fc.constantFrom(
    "",
    ' id="zoom"',
    ' class="TRS_Editor"',
    ' class="title"',
    ' href="//"',
    ' style="display:none"',
    ' name="ContentStart"',
    ' href="http://["',
  );
  const text = fc.constantFrom(
    "，。",
    "发布日期：2024-13-45",
    "来源：",
    "通报",
    "当前位置：首页 > ",
    "<!--ZJEG_RSS.content.begin-->",
    "<!--ZJEG_RSS.content.end-->",
    "原文链接：",
    "<",
    "&#",
    "\u0000",
    "　",
  );
  const piece = fc.oneof(
    fc.tuple(tag, attribute).map(([name, extra]) => `<${name}${extra}>`),
    tag.map((name) => `</${name}>`),
    text,
    fc.string(),
  );

  it("any HTML: never throws, keeps the schema, spans lie within the text", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.oneof(fc.webUrl(), fc.string()), (pieces, address) => {
        const page = pageTextSchema.parse(read(pieces.join(""), address));
        for (const fact of Object.values(page.facts))
          expect(fact?.span?.end ?? 0).toBeLessThanOrEqual(page.text.length);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it("ten thousand nested blocks", () => {
    expect(read("<div>".repeat(10_000) + sentence).text).toContain(sentence);
  });
});
