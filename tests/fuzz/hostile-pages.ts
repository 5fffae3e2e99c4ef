/** A page made to hurt, built when it is asked for. */
export type HostilePage = { readonly name: string; readonly html: () => string };

const million = 1_000_000;
const sentence = "根据省委统一安排，省委第三巡视组对样州市云汀区开展了巡视，现将整改情况通报如下。";
const title = "中共样州市云汀区委关于巡视整改进展情况的通报";

const article = (body: string, head = ""): string =>
  `<html><head><title>${title}</title>${head}</head><body><h1>${title}</h1><p>发布日期：2024-03-27 来源：清风样例网</p><div id="zoom"><p>${sentence}</p>${body}</div></body></html>`;
const page = (name: string, html: () => string): HostilePage => ({ name, html });
/** A run inside the one paragraph of an article, inside its title, and inside its header line. */
const run = (name: string, text: string): HostilePage[] => [
  page(`${name}, in a paragraph`, () => article(`<p>${text}</p>`)),
  page(`${name}, line by line`, () =>
    article((text.match(/.{1,60}/gsu) ?? []).map((line) => `<p>${line}</p>`).join("")),
  ),
  page(`${name}, in the tab and the meta tags`, () => {
    const attribute = text.slice(0, 50_000).replaceAll('"', "&quot;");
    const tags = ["ArticleTitle", "PubDate", "ContentSource", "ColumnName", "Url"];
    const meta = tags.map((tag) => `<meta name="${tag}" content="${attribute}">`).join("");
    return article(`<a href="${attribute}">下一页</a>`, `<title>${attribute}</title>${meta}`);
  }),
];
/** As long as the longest notice, and then some. */
const repeated = (piece: string): string => piece.repeat(Math.ceil(40_000 / piece.length));

const structures: readonly HostilePage[] = [
  page("10 MB of paragraphs", () => article(`<p>${sentence}</p>`.repeat(Math.ceil((10 * million) / 150)))),
  page("10 MB in one line", () => article(`<p>${"区委召开会议，逐项认领。".repeat(million / 4)}</p>`)),
  page("a million attributes", () =>
    article(`<p ${Array.from({ length: million }, (_, id) => `a${id}=1`).join(" ")}>x</p>`),
  ),
  page("a million times the same attribute", () => article(`<p ${'class="TRS_Editor" '.repeat(million)}>x</p>`)),
  page("an attribute of 10 MB", () => article(`<p class="${"nav ".repeat(2_500_000)}">x</p>`)),
  page("blocks 100,000 deep", () => "<div>".repeat(100_000) + sentence + "</div>".repeat(100_000)),
  page("tables 100,000 deep", () => "<table><tr><td>".repeat(100_000) + sentence),
  page("lists 100,000 deep", () => `${"<ul><li>".repeat(100_000)}${sentence}`),
  page("a million unclosed blocks", () => article("<div>".repeat(million))),
  page("a million unclosed spans", () => article("<span>".repeat(million))),
  page("a million unclosed links", () => article('<a href="x">1'.repeat(million))),
  page("a million unclosed hidden elements", () => article('<b style="display:none">'.repeat(million))),
  page("a million stray end tags below 300 open ones", () =>
    article("<ul>".repeat(300) + "</div></table></span>".repeat(million / 2)),
  ),
  page("a million end tags of paragraphs", () => article("</p>".repeat(million))),
  page("a million empty paragraphs", () => article("<p></p>".repeat(million))),
  page("a million line breaks", () => article("x<br>".repeat(million))),
  page("a hundred thousand breadcrumbs", () => `<p>首页 &gt; 巡视</p>`.repeat(100_000) + article("")),
  page(
    "a million named paths",
    () => `<ul class="crumb"><li><a href="/">首页</a></li></ul>`.repeat(100_000) + article(""),
  ),
  page("a hundred thousand titles", () => `<div class="title">${title}</div>`.repeat(100_000) + article("")),
  page(
    "a hundred thousand header lines",
    () => `<p>发布日期：2024-03-27 来源：清风样例网</p>`.repeat(100_000) + article(""),
  ),
  page("a hundred thousand begin marks", () => article("<!--ZJEG_RSS.content.begin-->x".repeat(100_000))),
  page("a hundred thousand value marks", () =>
    article("<!--<$[信息来源]>begin-->甲<!--<$[信息来源]>end-->".repeat(100_000)),
  ),
  page(
    "a hundred thousand images of one address",
    () => `<h1>${title}</h1><div>${'<img src="a.jpg">'.repeat(100_000)}</div>`,
  ),
  page(
    "a hundred thousand images",
    () => `<h1>${title}</h1><div>${Array.from({ length: 100_000 }, (_, id) => `<img src="${id}.jpg">`).join("")}</div>`,
  ),
  page("a hundred thousand attachments", () =>
    article(Array.from({ length: 100_000 }, (_, id) => `<p><a href="${id}.pdf">附件${id}</a></p>`).join("")),
  ),
  page("a hundred thousand meta tags of one name", () =>
    article("", `<meta name="ContentSource" content="null">`.repeat(100_000)),
  ),
  page("a hundred thousand pager scripts", () =>
    article('<script>createPageHTML(99, 0, "a", "html")</script>'.repeat(100_000)),
  ),
  page("a tab's title of a million parts", () => article("", `<title>${"甲-".repeat(million)}</title>`)),
  page("an unclosed comment", () => `<!--${article(sentence)}`),
  page("an unclosed script", () => `<script>${article(sentence)}`),
  page("NUL everywhere", () => article("\u0000".repeat(million) + sentence.split("").join("\u0000"))),
  page("bidirectional marks everywhere", () =>
    article(`<p>${sentence.split("").join("\u202E\u2066\u200F")}</p>`.repeat(2_000)),
  ),
  page("combining marks", () => article(`<p>整${"\u0301".repeat(100_000)}改</p>`)),
  page("lone surrogates", () => article(`<p>${"\uD842整\uDFB7".repeat(20_000)}</p>`)),
  page("entities", () => article("&nbsp;&#x6574;&amp;&lt;&notanentity;&#99999999;".repeat(50_000))),
];

/** Strings on which careless regexes take forever: for every family of rules the characters that it repeats. */
const runs: readonly HostilePage[] = [
  ...run("ASCII quotes", repeated('"')),
  ...run("opening quotes", repeated("“")),
  ...run("quotes that open and never close", repeated("关于“问题")),
  ...run("problem headings", repeated("关于“甲”问题的整改")),
  ...run("digits", repeated("1")),
  ...run("digits with commas", repeated("1,")),
  ...run("Chinese numerals", repeated("一二三十百千万亿")),
  ...run("blanks", repeated(" ") + "x"),
  ...run("wide blanks", repeated("\u3000") + "x"),
  ...run("line breaks", repeated("整\n  ") + "x"),
  ...run("opening brackets", repeated("（")),
  ...run("brackets", repeated("（一）")),
  ...run("book marks", repeated("《")),
  ...run("numberings", repeated("一是二是1.（1）①")),
  ...run("dates", repeated("2023年4月17日至")),
  ...run("broken dates", repeated("2023年4月")),
  ...run("labels", repeated("来源：发布日期：")),
  ...run("label words", repeated("来 源 ")),
  ...run("path marks", repeated("首页 > ")),
  ...run("page numbers", repeated("1 2 ")),
  ...run("buttons", repeated("[ 大 中 小 ] ")),
  ...run("inspection words", repeated("巡视组进驻巡视组")),
  ...run("rectification words", repeated("整改情况通报整改")),
  ...run("discipline figures", repeated("给予党纪处分3人、")),
  ...run("money", repeated("清退1.2万元、")),
  ...run("totals", repeated("3个方面5项问题")),
  ...run("telephone numbers", repeated("电话：0990-555")),
  ...run("mail addresses", repeated("a.b-c@")),
  ...run("web addresses", repeated("http://a.")),
  ...run("contact words", repeated("欢迎监督联系方式（注明")),
  ...run("places", repeated("样州市云汀区委")),
  ...run("party bodies", repeated("中共样州市委员会")),
  ...run("dots", repeated(".")),
  ...run("hyphens", repeated("-")),
  ...run("semicolons", repeated("；")),
  ...run("angle brackets", repeated("&lt;")),
];

export const hostilePages: readonly HostilePage[] = [...structures, ...runs];
