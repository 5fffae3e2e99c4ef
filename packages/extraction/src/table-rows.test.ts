import { describe, expect, it } from "vitest";
import { paragraphs } from "./paragraphs.ts";
import { withTableRows } from "./table-rows.ts";

const rows = (text: string): readonly string[] => withTableRows(text, paragraphs(text)).map((line) => line.text);

describe("withTableRows", () => {
  it("joins the names of the columns, and the number of a row with its first cell", () => {
    expect(rows("序号\n反馈问题\n整改情况\n1\n账目不清\n已清账。\n2\n公示走样\n已补公示。")).toEqual([
      "序号\n反馈问题\n整改情况",
      "1\n账目不清",
      "已清账。",
      "2\n公示走样",
      "已补公示。",
    ]);
  });

  it("leaves the number of a page, a lone number and two labels as they are", () => {
    const text = "反馈问题\n整改情况\n已清账。\n1\n责任单位";
    expect(rows(text)).toEqual(text.split("\n"));
  });
});
