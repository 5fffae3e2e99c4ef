import { describe, expect, it } from "vitest";
import { parseSourceDefinition, type SourceDefinition } from "../source-definition.ts";
import { hanwebJpage } from "./hanweb-jpage.ts";
import type { ListRequest } from "./list-dialect.ts";

const listUrl = "http://qingfeng.yangli.example/col/col12/index.html";
const source = (parameters: string, maxListPages = 50): SourceDefinition =>
  parseSourceDefinition(
    `id: q
name: 清风样例网
site: 清风样例网
hosts: [qingfeng.yangli.example]
listUrl: ${listUrl}
dialect: hanweb-jpage
parameters: ${parameters}
maxListPages: ${maxListPages}
schedule: null
rank: official
verified: null
expectedYield: 1
`,
    "q.yaml",
  );
const record = (id: number, title = `中共样州市第${id}号样例区委关于整改的通报`): string =>
  `<record><![CDATA[<li><a href="/art/2024/3/27/art_12_${id}.html" title="${title}">${title.slice(0, 8)}...</a><b>2024-\n03-\n27</b></li>]]></record>`;
const records = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => record(from + index)).join("\n");
const column = (content: string, total = 100): string =>
  `<ul><li><a href="/a.html">网站首页</a></li></ul><script type="text/xml"><datastore><recordset>${content}</recordset></datastore></script>
<script>$('#20188').jpage({ajaxParam:{col:1,appid:1,webid:3,path:'/',columnid:12,sourceContentType:1,unitid:'20188',webname:'清风样例网',permissiontype:0},perPage:15,totalRecord:${total}})</script>`;
const read = (text: string, from: SourceDefinition, request?: ListRequest) =>
  hanwebJpage.readList(from, {
    request: request ?? { url: listUrl, method: "GET", form: null, page: 1 },
    url: request?.url ?? listUrl,
    text,
  });

describe("the Hanweb jpage dialect", () => {
  it("recognises its columns", () => {
    expect(hanwebJpage.recognise(column(records(1, 15)))).toBe(true);
    expect(hanwebJpage.recognise("<ul><li>createPageHTML(3,0,'index','html')</li></ul>")).toBe(false);
  });

  it("reads page 1 from the CDATA records: full title from the title attribute, a day split over lines", () => {
    const { entries } = read(column(records(1, 15)), source("{}"));
    expect(entries).toHaveLength(15);
    expect(entries[0]).toEqual({
      url: "http://qingfeng.yangli.example/art/2024/3/27/art_12_1.html",
      title: "中共样州市第1号样例区委关于整改的通报",
      listedOn: "2024-03-27",
      kind: "article",
    });
  });

  it("asks the proxy for three pages a call, with what the column's own script sends", () => {
    const { next } = read(column(records(1, 15)), source("{}"));
    expect(next).toEqual([
      {
        url: "http://qingfeng.yangli.example/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=45&perpage=15",
        method: "POST",
        form: {
          col: "1",
          appid: "1",
          webid: "3",
          path: "/",
          columnid: "12",
          sourceContentType: "1",
          unitid: "20188",
          webname: "清风样例网",
          permissiontype: "0",
        },
        page: 2,
      },
    ]);
  });

  it("lets the YAML overrule the script", () => {
    const { next } = read(column(records(1, 15)), source(`{ unitId: "7", columnId: "99", perPage: 25 }`));
    expect(next[0]?.form).toMatchObject({ unitid: "7", columnid: "99", webid: "3" });
    expect(next[0]?.url).toContain("endrecord=75&perpage=25");
  });

  it("reads the query of a nextgroup link where there is no script", () => {
    const link = `<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&amp;webid=3&columnid=12&unitid=44"></a>]]></nextgroup>`;
    const { next } = read(`${link}<datastore><recordset>${records(1, 15)}</recordset></datastore>`, source("{}"));
    expect(next[0]?.form).toEqual({ webid: "3", columnid: "12", unitid: "44" });
  });

  it("goes on from call to call until the total is reached", () => {
    const from = source("{}");
    const [second] = read(column(records(1, 15)), from).next;
    const reply = (content: string): string =>
      `<datastore><totalrecord>100</totalrecord><totalpage>7</totalpage><recordset>${content}</recordset></datastore>`;
    const afterSecond = read(reply(records(1, 45)), from, second);
    expect(afterSecond.entries).toHaveLength(45);
    const [third] = afterSecond.next;
    expect(third?.url).toContain("startrecord=46&endrecord=90");
    expect(third?.page).toBe(4);
    const [fourth] = read(reply(records(46, 90)), from, third).next;
    expect(fourth?.url).toContain("startrecord=91&endrecord=135");
    expect(read(reply(records(91, 100)), from, fourth).next).toEqual([]);
  });

  it("stops at an empty shell, at the page limit, and where page 1 holds everything", () => {
    const [second] = read(column(records(1, 15)), source("{}")).next;
    expect(read(`<?xml version="1.0"?><datastore/>`, source("{}"), second)).toEqual({ entries: [], next: [] });
    expect(read(column(records(1, 15)), source("{}", 1)).next).toEqual([]);
    expect(read(column(records(1, 9), 9), source("{}")).next).toEqual([]);
  });

  it("reads a column that lists everything twice once", () => {
    expect(read(column(records(1, 5) + records(1, 5), 5), source("{}")).entries).toHaveLength(5);
  });

  it("reads a column whose page 1 is plain HTML", () => {
    const rows = [1, 2, 3].map(
      (id) => `<li><a href="art_12_${id}.html">样州市第${id}个样例区的整改通报</a>2024-01-0${id}</li>`,
    );
    const { entries } = read(`<ul><li><a href="/">首页</a></li></ul><ul>${rows.join("")}</ul>`, source("{}"));
    expect(entries.map((entry) => entry.listedOn)).toEqual(["2024-01-01", "2024-01-02", "2024-01-03"]);
  });

  it("marks links to other hosts and to files", () => {
    const foreign = `<record><![CDATA[<a href="https://mp.weixin.qq.com/s/1" title="一篇微信文章的标题在此">x</a>]]></record>`;
    const file = `<record><![CDATA[<a href="/module/download/downfile.jsp?filename=1.doc" title="整改情况统计表">x</a>]]></record>`;
    const { entries } = read(column(foreign + file + record(1)), source("{}"));
    expect(entries.map((entry) => entry.kind)).toEqual(["foreign", "attachment", "article"]);
  });
});
