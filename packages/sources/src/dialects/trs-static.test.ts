import { describe, expect, it } from "vitest";
import { parseSourceDefinition } from "../source-definition.ts";
import type { ListRequest } from "./list-dialect.ts";
import { trsStatic } from "./trs-static.ts";

const listUrl = "http://jw.lijiang.example/xxgk/xszg/";
const source = parseSourceDefinition(
  `id: lj
name: 例江
site: 例江市纪委监委网站
hosts: [jw.lijiang.example]
listUrl: ${listUrl}
dialect: trs-static
maxListPages: 3
schedule: null
rank: official
verified: null
expectedYield: 1
`,
  "lj.yaml",
);
const get = (url: string, page: number): ListRequest => ({ url, method: "GET", form: null, page });
const row = (id: number): string =>
  `<li><h3><a href="./202303/t2023032${id}_4${id}.shtml" title="例江市第${id}个样例县委关于整改的通报">例江市...</a></h3><span>[2023-03-2${id}]</span></li>`;
const pager = (total: number, current: number): string =>
  `<script>function createPageHTML(_nPageCount, _nCurrIndex){}\ncreatePageHTML(${total}, ${current}, "index", "shtml");</script>`;
const side = `<ul><li><a href="/yw/202303/t20230301_99.shtml" title="别的栏目里一篇很长标题的新闻报道">x</a></li></ul>`;
const read = (text: string, url = listUrl, page = 1) =>
  trsStatic.readList(source, { request: get(url, page), url, text });

describe("the TRS dialect", () => {
  it("recognises its lists and articles", () => {
    expect(trsStatic.recognise(pager(3, 0))).toBe(true);
    expect(trsStatic.recognise(`<div class="TRS_Editor">`)).toBe(true);
    expect(trsStatic.recognise("<p>通报</p>")).toBe(false);
  });

  it("lists the articles below its column and leaves side lists of other columns out", () => {
    expect(read(`${side}<ul>${row(1)}${row(2)}</ul>`).entries).toEqual([
      {
        url: "http://jw.lijiang.example/xxgk/xszg/202303/t20230321_41.shtml",
        title: "例江市第1个样例县委关于整改的通报",
        listedOn: "2023-03-21",
        kind: "article",
      },
      {
        url: "http://jw.lijiang.example/xxgk/xszg/202303/t20230322_42.shtml",
        title: "例江市第2个样例县委关于整改的通报",
        listedOn: "2023-03-22",
        kind: "article",
      },
    ]);
  });

  it("follows createPageHTML from index to index_1 and on, up to the limit of the source", () => {
    const [second] = read(row(1) + pager(9, 0)).next;
    expect(second).toEqual(get("http://jw.lijiang.example/xxgk/xszg/index_1.shtml", 2));
    const [third] = read(row(2) + pager(9, 1), second?.url, 2).next;
    expect(third).toEqual(get("http://jw.lijiang.example/xxgk/xszg/index_2.shtml", 3));
    expect(read(row(3) + pager(9, 2), third?.url, 3).next).toEqual([]);
    expect(read(row(3) + pager(2, 1), second?.url, 2).next).toEqual([]);
  });

  it("does not go in circles where the site answers every page with page 1", () => {
    const [second] = read(row(1) + pager(9, 0)).next;
    expect(read(row(1) + pager(9, 0), second?.url, 2).next).toEqual([]);
  });

  it("follows a link > where no pager is called", () => {
    const { next } = read(`${row(1)}<div class="flip"><a href="index_1.htm">&gt;</a></div>`);
    expect(next).toEqual([get("http://jw.lijiang.example/xxgk/xszg/index_1.htm", 2)]);
  });
});
