import { describe, expect, it } from "vitest";
import { asP, bareFrame, frame, headerLine, pageUrl, paragraphs, printedHead, title } from "./page.fixture.ts";
import { pageToText } from "./page-to-text.ts";

const read = (html: string, url = pageUrl) => pageToText(html, { url });
const facts = (html: string, url = pageUrl) => read(html, url).facts;
const body = `<div id="zoom">${asP(paragraphs)}</div>`;
const bare = `<div class="entry">${asP(paragraphs)}</div>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;

describe("meta tags of the standard", () => {
  it.each([
    ["several publishers, a literal null among them", meta("ContentSource", "null;样州清风网；样州日报"), "样州清风网"],
    ["the same publisher twice", meta("ContentSource", "样州清风网,样州清风网"), "样州清风网"],
    [
      "a second tag where the first says nothing",
      meta("ContentSource", "") + meta("contentsource", "样州清风网"),
      "样州清风网",
    ],
    ["single quotes and swapped attributes", `<META content='样州清风网' NAME='ContentSource'/>`, "样州清风网"],
    ["a placeholder that the CMS forgot", meta("ContentSource", "{ContentSource}"), "清风样例网"],
    ["a dash for nothing", meta("ContentSource", "--"), "清风样例网"],
  ])("publisher: %s", (_, head, publisher) => {
    expect(facts(frame(printedHead + body, head)).publisher?.value).toBe(publisher);
  });

  it.each([
    ["2024-03-15 08:00,2024-03-16 09:00", "2024-03-15"],
    ["2024/3/15 8:00:00", "2024-03-15"],
    ["2024-03-15T08:00:00+08:00", "2024-03-15"],
    ["20240315", "2024-03-15"],
    ["20240315080000", "2024-03-15"],
    ["Fri Mar 15 08:00:00 CST 2024", "2024-03-15"],
    ["null", "2024-03-27"],
    ["2024-13-40", "2024-03-27"],
  ])("PubDate %s is %s", (content, day) => {
    expect(facts(frame(printedHead + body, meta("PubDate", content))).publishedOn?.value).toBe(day);
  });

  it("title: with commas of its own, said twice, or no title at all but the name of the site or column", () => {
    const long = "例江市溪照区委关于省委第三轮巡视整改情况的通报";
    const read1 = (head: string): string | undefined => facts(frame(printedHead + body, head)).title?.value;
    expect(read1(meta("ArticleTitle", `${title},${title}`))).toBe(title);
    expect(read1(meta("ArticleTitle", "关于巡视整改，巡察整改情况的通报"))).toBe("关于巡视整改，巡察整改情况的通报");
    expect(read1(meta("SiteName", "清风样例网") + meta("ArticleTitle", "清风样例网"))).toBe(title);
    expect(read1(meta("ColumnName", "巡视整改") + meta("ArticleTitle", "巡视整改"))).toBe(title);
    expect(read1(meta("ArticleTitle", title.slice(0, 12)))).toBe(title);
    expect(read1(meta("ArticleTitle", long))).toBe(long);
  });

  it("breadcrumb and address: from ColumnName and Url where the page prints none", () => {
    const head = meta("ColumnName", "巡视整改;通知公告") + meta("Url", "http://www.yangzhou.example/a/1.html");
    const page = facts(`<html><head>${head}</head><body>${bareFrame(printedHead + body)}</body></html>`);
    expect(page.breadcrumb).toEqual({ value: ["巡视整改", "通知公告"], rule: "meta:ColumnName", span: null });
    expect(page.originalUrl?.value).toBe("http://www.yangzhou.example/a/1.html");
    const own = meta("Url", pageUrl.replace("http:", "https:"));
    expect(facts(frame(printedHead + body, own)).originalUrl).toBeNull();
    expect(facts(frame(printedHead + body, meta("Url", "/a/1.html"))).originalUrl).toBeNull();
  });
});

describe("titles", () => {
  const info = `<div class="info">${headerLine}</div>`;

  it.each([
    [`${title}-清风样例网`, "site behind"],
    [`${title}_巡视整改_中共样例省纪律检查委员会 样例省监察委员会网站`, "column and a longer site behind"],
    [`清风样例网 | ${title}`, "site in front"],
    [`样例省纪委监委网站--${title}`, "site in front, two dashes"],
    [`${title}　　清风样例网`, "wide blanks between"],
    [title, "nothing else"],
  ])("only in the tab: %s (%s)", (documentTitle) => {
    for (const main of [info + body, info + bare, body]) {
      expect(facts(frame(main, "", documentTitle)).title).toEqual({ value: title, rule: "title-tag", span: null });
    }
  });

  it.each([
    ["a line without any name for it", `<div class="x1">${title}</div>${info}`],
    ["a line below the header", `${info}<p style="text-align:center"><b>${title}</b></p>`],
    ["two lines", `<div>中共样州市云汀区委</div><div>关于巡视整改情况的通报</div>${info}`],
    [
      "a heading behind the site's heading",
      `<h1>中共样例省纪律检查委员会网站</h1><div class="bt">${title}</div>${info}`,
    ],
    ["a table cell", `<table><tr><td class="arti_title">${title}</td></tr><tr><td>${headerLine}</td></tr></table>`],
  ])("printed as %s", (_, head) => {
    for (const article of [body, bare]) {
      const page = read(frame(head + article, "", `${title}_中共样例省纪律检查委员会网站`));
      expect(page.facts.title?.value).toBe(title);
      expect(page.text.split("\n").filter((line) => line.includes("关于巡视整改情况的通报"))).toHaveLength(1);
      expect(page.text.endsWith(paragraphs.join("\n"))).toBe(true);
    }
  });

  it("printed, while the tab shows the site's name only", () => {
    expect(facts(frame(printedHead + bare, "", "清风样例网")).title?.value).toBe(title);
    expect(facts(frame(`<div>${title}</div>${info}${bare}`, "", "清风样例网")).title?.value).toBe(title);
  });

  it("of a page that prints it twice, and again at the head of the body", () => {
    const again = `<div class="name">${title}</div><h1>${title}</h1>${info}<div id="zoom"><p>中共样州市云汀区委</p><p>关于巡视整改情况的通报</p>${asP(paragraphs)}</div>`;
    expect(read(frame(again)).text.split("\n").slice(1)).toEqual([title, headerLine, ...paragraphs]);
  });

  it("not from a heading of the body or of a side list", () => {
    const headed = `${info}<div id="zoom"><h2>一、整改工作组织情况如下</h2>${asP(paragraphs)}</div><h3>大家都在看的新闻</h3>`;
    expect(facts(frame(headed, "", `${title}-清风样例网`)).title?.value).toBe(title);
  });
});

describe("header lines", () => {
  it.each([
    [
      "one span each",
      `<div><span>来源：</span><span>样州清风网</span><span>发布时间：</span><span>2024-03-27 10:12</span></div>`,
    ],
    [
      "one block each",
      `<div><div>发布时间：2024-03-27 10:12</div><div>来源：样州清风网</div><div>浏览次数：<span id=c></span></div></div>`,
    ],
    ["list entries", `<ul><li>日期：2024年3月27日</li><li>来源：样州清风网</li><li>字体：[大] [中] [小]</li></ul>`],
    [
      "label and value in cells",
      `<table><tr><td>索引号：</td><td>990000/2024-00012</td><td>发布机构：</td><td>样州清风网</td></tr><tr><td>发布日期</td><td>2024-03-27</td><td>公开方式</td><td>主动公开</td></tr></table>`,
    ],
    ["terms and descriptions", `<dl><dt>发布机构：</dt><dd>样州清风网</dd><dt>发布日期：</dt><dd>2024-03-27</dd></dl>`],
    ["a day behind the source", `<p>来源：样州清风网 2024-03-27 10:12:33</p>`],
    ["a bare line with buttons", `<p>2024-03-27 10:12　样州清风网　【<a href="#">大</a> <a href="#">小</a>】</p>`],
    ["publisher and author touching", `<p>作者：王某来源：样州清风网发布日期：2024- 03- 27 10: 12: 00点击数：</p>`],
    ["the time first, a bar between", `<p>时间：2024-03-27　|　来源：样州清风网 | 打印</p>`],
  ])("%s", (_, header) => {
    for (const article of [body, bare]) {
      const page = read(frame(`<h1>${title}</h1>${header}${article}`));
      expect(page.facts.publishedOn?.value).toBe("2024-03-27");
      expect(page.facts.publisher?.value).toBe("样州清风网");
      expect(page.text.split("\n").slice(-paragraphs.length)).toEqual(paragraphs);
      const { span } = page.facts.publisher ?? { span: null };
      expect(page.text.slice(span?.start, span?.end)).toBe("样州清风网");
    }
  });

  it("above the title", () => {
    const page = read(frame(`<div>${headerLine}</div><h1>${title}</h1>${bare}`));
    expect(page.facts).toMatchObject({ publisher: { value: "清风样例网" }, publishedOn: { value: "2024-03-27" } });
  });

  it("not the clock of the masthead, and not the day of the signature", () => {
    const clock = `<div class="top">2026年11月21日 星期六 欢迎访问清风样例网</div>`;
    const page = facts(frame(`${clock}<h1>${title}</h1>${body}`), "http://a.example/x.html");
    expect(page.publishedOn).toBeNull();
  });

  it.each([
    ["http://a.example/xszg/202402/t20240221_7.shtml", "2024-02-21"],
    ["http://a.example/art/2024/2/21/art_12_99.html", "2024-02-21"],
    ["http://a.example/c/2024-02-21/4656419.shtml", "2024-02-21"],
  ])("a day in the address is approximate: %s", (url, day) => {
    const page = facts(frame(`<h1>${title}</h1>${body}`), url);
    expect(page.publishedOn).toMatchObject({ value: { approximate: day }, rule: "url-date", span: null });
  });
});

describe("breadcrumbs", () => {
  const parts = ["首页", "信息公开", "巡视整改"];
  const links = parts.map((part) => `<a href="/c/${part}">${part}</a>`);

  it.each([
    ["list entries", `<ul class="crumb">${links.map((link) => `<li>${link}</li>`).join("")}</ul>`],
    [
      "list entries with marks between",
      `<ul><li>您现在的位置：</li>${links
        .join("%")
        .split("%")
        .map((link) => `<li>${link}</li>`)
        .join("<li>&gt;</li>")}</ul>`,
    ],
    ["spans", `<div>当前位置：${links.map((link) => `<span>${link}</span>`).join("<i>&gt;</i>")}</div>`],
    [
      "a block for every piece",
      `<div class="position"><div>您的位置：</div>${links.map((link) => `<div>${link}</div>`).join("<div>»</div>")}</div>`,
    ],
    ["the last piece without a link", `<div>当前位置：${links[0]} &gt; ${links[1]} &gt; 巡视整改</div>`],
    ["pictures between", `<div>所在位置：${links.join('<img src="/arrow.png">')}</div>`],
    ["slashes between", `<div class="weizhi">${parts.join(" / ")}</div>`],
    ["double marks", `<p>您当前所在的位置：${parts.join(">>")}</p>`],
  ])("%s", (_, crumb) => {
    for (const article of [body, bare]) {
      const page = read(`<html><body>${crumb}${bareFrame(printedHead + article)}</body></html>`);
      expect(page.facts.breadcrumb?.value).toEqual(parts);
      expect(page.text.split("\n").slice(1)).toEqual([title, headerLine, ...paragraphs]);
      const { span } = page.facts.breadcrumb ?? { span: null };
      expect(page.text.slice(span?.start, span?.end)).toBe(page.text.split("\n")[0]);
    }
  });

  it("a menu is none", () => {
    const menu = `<ul class="nav"><li><a href="/">首页</a></li><li><a href="/a">审查调查</a></li><li><a href="/b">巡视巡察</a></li></ul>`;
    expect(facts(`<html><body>${menu}${bareFrame(printedHead + body)}</body></html>`).breadcrumb).toBeNull();
  });
});
