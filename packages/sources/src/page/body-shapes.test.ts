import { describe, expect, it } from "vitest";
import {
  asP,
  bareFrame,
  frame,
  headerLine,
  pageUrl,
  paragraphs,
  printedHead,
  sentence,
  textOf,
  title,
} from "./page.fixture.ts";
import { pageToText } from "./page-to-text.ts";

const read = (html: string) => pageToText(html, { url: pageUrl });
const bodyOf = (html: string): string[] => {
  const lines = read(html).text.split("\n");
  return lines.slice(lines.findIndex((line) => line.startsWith("发布日期")) + 1);
};
const [p0 = "", p1 = "", p2 = "", p3 = "", p4 = "", p5 = ""] = paragraphs;
const long =
  "区委坚持以上率下，扛起主体责任，对照清单逐条销号，召开推进会三次，听取汇报，现场办公，解决难题，回应关切；督促部门举一反三，完善制度，堵塞漏洞。";

describe("bodies of every shape", () => {
  it.each([
    [
      "博达's numbered containers",
      `<div id="vsb_content">${asP([p0, p1])}</div><div id="vsb_content_2">${asP([p2, p3])}</div><div id="vsb_content_502">${asP([p4, p5])}</div>`,
      paragraphs,
    ],
    [
      "three editors of one page, a style block in each",
      [[p0, p1], [p2], [p3, p4, p5]]
        .map((part) => `<div class="view TRS_UEDITOR trs_paper_default"><style>.a{}</style>${asP(part)}</div>`)
        .join("<p>&nbsp;</p>"),
      paragraphs,
    ],
    [
      "方正's comments",
      `<div><!--enpproperty <date>2024</date>/enpproperty--><!--enpcontent-->${asP(paragraphs)}<!--/enpcontent--></div>`,
      paragraphs,
    ],
    ["founder-content", `<founder-content>${asP(paragraphs)}</founder-content>`, paragraphs],
    ["UCAP's own tags", `<ucapcontent>${asP(paragraphs)}</ucapcontent>`, paragraphs],
    ["#UCAP-CONTENT", `<div id="UCAP-CONTENT" class="xl">${asP(paragraphs)}</div>`, paragraphs],
    ["a span or font as #Zoom", `<font id="Zoom">${asP(paragraphs)}</font>`, paragraphs],
    [
      "<br> runs with text before any block",
      `<div id="zoom">${paragraphs.map((text) => `&nbsp;&nbsp;&nbsp;&nbsp;${text}`).join("<br /><br>\r\n")}</div>`,
      paragraphs,
    ],
    [
      "<br> runs in a bare table cell",
      `<table><tbody><tr><td>${paragraphs.join("<br>")}</td></tr></tbody></table>`,
      paragraphs,
    ],
    ["preformatted text", `<pre>${paragraphs.map((text) => `　　${text}`).join("\n")}</pre>`, paragraphs],
    [
      "text in a block that keeps its line breaks",
      `<div style="white-space: pre-wrap">${paragraphs.join("\r\n")}</div>`,
      paragraphs,
    ],
    [
      "sections, one of which holds nearly everything",
      `<section><p>${long}${long}</p></section><section><p>${p2}</p></section><section><p>${p4}</p><p>${p5}</p></section>`,
      [long + long, p2, p4, p5],
    ],
    [
      "one long paragraph and short ones beside it",
      `<div><p>${p0}</p><p>${long}${long}${long}</p><p>${p4}</p><p>${p5}</p></div>`,
      [p0, long + long + long, p4, p5],
    ],
    [
      "unclosed paragraphs",
      `<div id="zoom">${paragraphs.map((text) => `<p>　　${text}`).join("\n")}</div>`,
      paragraphs,
    ],
    [
      "unclosed spans and fonts",
      `<div>${paragraphs.map((text) => `<p><span><font color=red>${text}</p>`).join("")}</div>`,
      paragraphs,
    ],
    [
      "a stray </div> inside a table cell",
      `<div id="zoom"><table><tr><td><p>${p0}</p></div></td></tr></table>${asP(paragraphs.slice(1))}</div>`,
      paragraphs,
    ],
  ])("%s", (_, body, expected) => {
    expect(read(frame(printedHead + body)).text).toBe(textOf(expected));
  });

  it("reads a page that wraps everything in a block called nav", () => {
    const html = frame(`<div class="nav main-nav">${printedHead}<div>${asP(paragraphs)}</div></div>`);
    expect(read(html).text).toBe(textOf(paragraphs));
  });

  it("keeps the cells of a table in reading order, with the prose before and after", () => {
    const cells = [
      "序号",
      "问题",
      "整改措施",
      "1",
      "政治学习不够深入",
      "制定计划，逐月推进。",
      "2",
      "制度不健全",
      "修订3项制度，已印发。",
    ];
    const rows = [0, 3, 6].map(
      (at) =>
        `<tr>${cells
          .slice(at, at + 3)
          .map((cell) => `<td><p>${cell}</p></td>`)
          .join("")}</tr>`,
    );
    const body = `<div>${asP(paragraphs.slice(0, 3))}<table border=1><tbody>${rows.join("")}</tbody></table>${asP(paragraphs.slice(3))}</div>`;
    expect(bodyOf(frame(printedHead + body))).toEqual([...paragraphs.slice(0, 3), ...cells, ...paragraphs.slice(3)]);
  });

  it("reads a body that is one table and nothing else", () => {
    const cells = [
      "问题一",
      "学习不深入，流于形式。",
      "整改情况",
      "已整改，建立长效机制。",
      "责任单位",
      "区教育局、区财政局",
    ];
    const rows = [0, 2, 4].map((at) => `<tr><td>${cells[at]}</td><td>${cells[at + 1]}</td></tr>`);
    expect(bodyOf(frame(`${printedHead}<table>${rows.join("")}</table>`))).toEqual(cells);
  });

  it("cleans a Word paste: office tags, conditional comments, its hidden XML, a span for every word", () => {
    const spans = (text: string): string =>
      (text.match(/.{1,4}/gsu) ?? []).map((piece) => `<span lang=EN-US style="mso-bidi:1">${piece}</span>`).join("");
    const office = `<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><!--[if gte mso 9]><xml>0 7.8 磅</xml><![endif]-->`;
    const body = paragraphs.map(
      (text) =>
        `<p class=MsoNormal style='text-indent:32.0pt'><![if !supportLists]>${spans(text)}<![endif]><o:p></o:p></p>`,
    );
    expect(read(frame(`${printedHead}<div id="zoom">${office}${body.join("\n")}</div>`)).text).toBe(textOf(paragraphs));
  });

  it("prints a body once that the page holds for screens and for telephones", () => {
    const twice = `<div class="pc">${asP(paragraphs)}</div><div class="wap">${asP(paragraphs)}</div>`;
    expect(bodyOf(frame(printedHead + twice))).toEqual(paragraphs);
    expect(
      bodyOf(frame(`${printedHead}<div id="zoom">${asP(paragraphs)}</div><div id="Zoom">${asP(paragraphs)}</div>`)),
    ).toEqual(paragraphs);
  });

  it("leaves buttons, pagers and neighbours out, inside a marked body and beside an unmarked one", () => {
    const tail = `<p>【打印】【关闭】</p><div>上一篇：<a href="/1">样州市一则，消息</a></div><div>扫一扫在手机打开当前页</div><div>分享到：微信 微博</div>`;
    const buttons = `<div>字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div><div><a href="javascript:p()">打印本页</a></div>`;
    expect(bodyOf(frame(`${printedHead}<div id="zoom">${buttons}${asP(paragraphs)}${tail}</div>`))).toEqual(paragraphs);
    expect(bodyOf(frame(`${printedHead}${buttons}<div>${asP(paragraphs)}</div>${tail}`))).toEqual(paragraphs);
  });

  it("leaves a list of links out that stands between the two parts of a body", () => {
    const list = Array.from(
      { length: 6 },
      (_, id) => `<li><a href="/n/${id}">一则关于别处的消息，很长的标题${id}</a></li>`,
    ).join("");
    const body = `<div class=a>${asP([p0, p1, p2])}</div><ul>${list}</ul><div class=b>${asP([long, p4, p5])}</div>`;
    expect(bodyOf(frame(printedHead + body))).toEqual([p0, p1, p2, long, p4, p5]);
  });

  it("does not show what style or the attribute hidden hides", () => {
    const hidden = `<p hidden>隐藏，一。</p><div style="width:1px; DISPLAY: none;"><p>隐藏，二。</p></div><svg><title>图</title><text>隐藏，三。</text></svg>`;
    expect(bodyOf(frame(`${printedHead}<div id="zoom">${hidden}${asP(paragraphs)}</div>`))).toEqual(paragraphs);
  });

  it("drops control characters and marks that turn the writing round, and keeps astral characters", () => {
    const body = `<div id="zoom"><p>区委\u0000召开\u202E会议，\u2066逐项\u2069认领𠮷某的问题\u0085。</p></div>`;
    expect(bodyOf(frame(printedHead + body))).toEqual(["区委召开会议，逐项认领𠮷某的问题 。"]);
  });
});

describe("short bodies", () => {
  const codes = (html: string): string[] => read(html).issues.map((issue) => issue.code);

  it.each([
    ["straight in a div", `<div>${sentence}</div>`],
    ["in bare text behind the header", sentence],
    ["in a table cell", `<table><tr><td>${sentence}</td></tr></table>`],
    ["in a marked container", `<div class="TRS_Editor"><p>${sentence}</p></div>`],
    [
      "before a share bar and a disclaimer",
      `<p>${sentence}</p><div>分享到：</div><p>声明：本网转载，目的在于传递信息，不代表本网观点；如有侵权，请联系我们，谢谢。</p>`,
    ],
  ])("a sentence %s is the whole body", (_, body) => {
    expect(bodyOf(frame(printedHead + body))).toEqual([sentence]);
    expect(codes(frame(printedHead + body))).toEqual(["short-body"]);
  });

  it("a sentence below nothing but a title in the tab and a breadcrumb", () => {
    const page = read(frame(`<div><p>${sentence}</p></div>`));
    expect(page.text).toContain(sentence);
    expect(page.text).not.toMatch(/备05000001|违者必究|全省纪检监察干部/u);
  });

  it("an empty body is an issue, and neither footer nor side list is taken for it", () => {
    for (const main of [
      printedHead,
      `${printedHead}<div id="zoom"></div>`,
      `${printedHead}<div class="TRS_Editor"><p>&nbsp;</p></div>`,
      "",
    ]) {
      const page = read(frame(main));
      expect(page.issues.map((issue) => issue.code)).toEqual(["empty-body"]);
      expect(page.text).not.toMatch(/备05000001|违者必究|全省纪检监察干部|0990/u);
    }
    expect(read(bareFrame("")).issues.map((issue) => issue.code)).toContain("empty-body");
  });

  it("an article whose only words are its header", () => {
    const page = read(`<h1>${title}</h1><p>${headerLine}</p>`);
    expect(page.text).toBe(`${title}\n${headerLine}`);
    expect(page.issues.map((issue) => issue.code)).toEqual(["empty-body"]);
  });

  it("U+FFFD that an entity spells is an issue", () => {
    expect(codes(frame(`${printedHead}<div id="zoom">${asP(paragraphs)}<p>整改&#65533;情况&#0;。</p></div>`))).toEqual([
      "garbled-text",
    ]);
  });
});
