import { describe, expect, it } from "vitest";
import { parseSourceDefinition, type SourceDefinition } from "../source-definition.ts";
import { generic } from "./generic.ts";

const listUrl = "http://zhuanzai.example/gov/list.html";
const source = (parameters = "{}"): SourceDefinition =>
  parseSourceDefinition(
    `id: z
name: 转载
site: 转载
hosts: [zhuanzai.example]
listUrl: ${listUrl}
dialect: generic
parameters: ${parameters}
maxListPages: 2
schedule: null
rank: repost
verified: null
expectedYield: 1
`,
    "z.yaml",
  );
const read = (text: string, from = source()) =>
  generic.readList(from, { request: { url: listUrl, method: "GET", form: null, page: 1 }, url: listUrl, text });
const menu = `<ul>${["首页", "政务", "通报"].map((word) => `<li><a href="/m/${word}">${word}</a></li>`).join("")}</ul>`;
const side = `<ul>${[1, 2, 3, 4].map((id) => `<li><a href="/side/${id}.html">一则与整改毫无关系的长标题新闻${id}</a></li>`).join("")}</ul>`;
const titles = ["样州市云汀区委关于巡视整改的通报", "例江市溪照区委关于巡视整改的通报"];

describe("the generic dialect", () => {
  it.each([
    [
      "a list",
      titles.map((title, id) => `<li><a href="/a/${id}.html">${title}</a><em>2024/1/${id + 1}</em></li>`).join(""),
    ],
    [
      "rows of a table",
      `<table>${titles.map((title, id) => `<tr><td><a href="/a/${id}.html">${title}</a></td><td>2024-1-${id + 1}</td></tr>`).join("")}</table>`,
    ],
    [
      "blocks",
      `<div>${titles.map((title, id) => `<div><div><a href="/a/${id}.html">${title}</a></div><div>2024.01.0${id + 1}</div></div>`).join("")}</div>`,
    ],
  ])("finds the entries in %s beside menus and a longer side list", (_, html) => {
    const { entries } = read(`${menu}<div><ul>${html}</ul></div>${side}`);
    expect(entries.map(({ url, listedOn }) => [url, listedOn])).toEqual([
      ["http://zhuanzai.example/a/0.html", "2024-01-01"],
      ["http://zhuanzai.example/a/1.html", "2024-01-02"],
    ]);
  });

  it("takes the YAML's word for which paths are articles", () => {
    const { entries } = read(menu + side, source(String.raw`{ entryPath: "^/side/\\d+" }`));
    expect(entries).toHaveLength(4);
  });

  it("follows 下一页 within its hosts only", () => {
    expect(read(`${side}<a href="list_2.html">下一页</a>`).next.map((request) => request.url)).toEqual([
      "http://zhuanzai.example/gov/list_2.html",
    ]);
    expect(read(`${side}<a href="http://elsewhere.example/2">下一页</a>`).next).toEqual([]);
  });

  it("takes entries and the next page on any port of its hosts for its own, as the crawler's allow-list does", () => {
    const at = "http://zhuanzai.example:8081";
    const rows = titles.map((title, id) => `<li><a href="${at}/a/${id}.html">${title}</a></li>`).join("");
    const { entries, next } = read(`<ul>${rows}</ul><a href="${at}/gov/list_1.html">下一页</a>`);
    expect(entries.map(({ kind }) => kind)).toEqual(["article", "article"]);
    expect(next.map(({ url }) => url)).toEqual([`${at}/gov/list_1.html`]);
  });
});
