import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { paragraphs } from "../paragraphs.ts";
import { zonesOf } from "../zones.ts";
import { headerOf, type Header } from "./header.ts";

const title = "中共样州市云汀区委关于巡视整改进展情况的通报";
const body = "省委第三巡视组对样州市云汀区开展了巡视。";

function header(...lines: readonly string[]): Header {
  const view = normalizedView([...lines, body].join("\n"));
  return headerOf(view, zonesOf(paragraphs(view.text)));
}

describe("headerOf", () => {
  it.each([
    ["发布日期：2024-03-27信息来源：清风样例网字号：[ ]", "清风样例网", "2024-03-27"],
    ["来源：清风样例网发布时间：2024-03-27 10:12", "清风样例网", "2024-03-27"],
    ["来源：样例省纪委监委网站 时间：2024年3月27日 浏览次数：", "样例省纪委监委网站", "2024-03-27"],
    ["2024-03-27 09:02 样例省纪委监委网站", "样例省纪委监委网站", "2024-03-27"],
    ["发布时间：2024/3/27 10:12　来源：清风样例网　【打印】", "清风样例网", "2024-03-27"],
  ])("reads %s", (line, publisher, publishedOn) => {
    const { publisher: source, publishedOn: day, title: heading } = header(title, line);
    expect([heading?.value, source?.value, day?.value]).toEqual([title, publisher, publishedOn]);
  });

  it("points at the printed value", () => {
    const view = normalizedView(`${title}\n来源：清风样例网发布时间：2024-03-27\n${body}`);
    const { publisher, publishedOn } = headerOf(view, zonesOf(paragraphs(view.text)));
    expect(view.raw.slice(publisher?.span?.start, publisher?.span?.end)).toBe("清风样例网");
    expect(view.raw.slice(publishedOn?.span?.start, publishedOn?.span?.end)).toBe("2024-03-27");
  });

  it("takes neither the path nor the name of the site for the title", () => {
    const read = header("清风样例网", "您的位置：首页 > 监督 > 巡视巡察", title);
    expect(read.title?.value).toBe(title);
    expect(read.breadcrumb?.value).toEqual(["首页", "监督", "巡视巡察"]);
    expect(read.siteLines).toHaveLength(2);
  });

  it("joins a title that is broken over two lines", () => {
    expect(header("中共样州市云汀区委", "关于巡视整改进展情况的通报").title?.value).toBe(title);
  });

  it("joins one whose last word is set wide", () => {
    expect(header("中共样州市云汀区委", "关于巡视整改进展情况的", "通　报").title?.value).toBe(title);
  });

  it("keeps the gap inside one", () => {
    expect(header("公告公示", "中共柏塘县财政局党组 关于巡察整改情况的通报").title?.value).toBe(
      "中共柏塘县财政局党组 关于巡察整改情况的通报",
    );
  });

  it("reads lines with list marks", () => {
    const read = header(
      "当前位置：首页",
      ">>政务公开>>巡察整改",
      title,
      "• 来源：清风样例网",
      "• 2024-03-27 10:00",
      "- 索 引 号：YZ-7",
    );
    expect([read.title?.value, read.publisher?.value, read.publishedOn?.value]).toEqual([
      title,
      "清风样例网",
      "2024-03-27",
    ]);
    expect(header("索引号：YZ-7", `• ${title}`, "日期：2024-03-27").title?.value).toBe(title);
    expect(header("- 索 引 号：YZ-7", "- 发布日期：2024-03-27").title).toBeNull();
  });

  it("takes the title without the path that is printed before it", () => {
    expect(header(`样州市人民政府 政务公告 ${title}`, title).title?.value).toBe(title);
  });

  it("parts a day from the title before it", () => {
    const read = header("返回上一级", "字号", `${title} 2024-03-27`);
    expect([read.title?.value, read.publishedOn?.value]).toEqual([title, "2024-03-27"]);
  });

  it("takes nothing that a page prints around its articles for the title", () => {
    expect(header("第01版：要闻", "云汀区巡察整改见成效").title?.value).toBe("云汀区巡察整改见成效");
  });

  it("takes what speaks of the matter before the name of a column", () => {
    expect(header("医院公告", "巡察公告", "发布时间：2024-03-27").title?.value).toBe("巡察公告");
  });

  it("finds nothing where the text begins at once", () => {
    expect(header()).toMatchObject({
      title: null,
      publisher: null,
      publishedOn: null,
      breadcrumb: null,
      siteLines: [],
    });
  });
});
