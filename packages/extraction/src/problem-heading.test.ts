import { describe, expect, it } from "vitest";
import { readProblemHeading } from "./problem-heading.ts";

describe("readProblemHeading", () => {
  it.each([
    ["关于“安置房交付拖延”问题的整改", "安置房交付拖延"],
    ["关于“安置房交付拖延”问题的整改情况", "安置房交付拖延"],
    ["关于“安置房交付拖延”问题的整改。", "安置房交付拖延"],
    ["关于“学用‘两张皮’”方面的问题", "学用‘两张皮’"],
    ["关于“‘一区多园’统筹乏力,内耗严重”问题", "‘一区多园’统筹乏力,内耗严重"],
    ["关于“'两个责任'压得不实”问题的整改", "'两个责任'压得不实"],
    ["关于“落实“三重一大”制度不严”问题的整改", "落实“三重一大”制度不严"],
    ['针对"河道返黑"问题', "河道返黑"],
    ["在“选人用人”方面", "选人用人"],
    ["关于“作风不实”问题的整改(已完成)", "作风不实"],
    ["关于意识形态责任制落实不到位问题的整改情况", "意识形态责任制落实不到位"],
  ])("reads the problem of %s", (content, title) => {
    expect(readProblemHeading(content)).toMatchObject({ title, isAlone: true, isClosed: true });
  });

  it("stops at the full stop where text runs on", () => {
    const content = "针对“债务管控不严”问题。一是压降成本。";
    expect(readProblemHeading(content)).toMatchObject({ title: "债务管控不严", isAlone: false, length: 12 });
  });

  it("tolerates a quotation mark that is not closed", () => {
    expect(readProblemHeading("关于“惠民资金监管不严问题的整改")).toMatchObject({
      title: "惠民资金监管不严",
      isClosed: false,
    });
  });

  it.each([
    "关于移交的线索和信访件办理情况",
    "针对“把关不严”问题,制定办法3项",
    "围绕“一老一小”做好服务",
    "关于加强队伍建设",
  ])("finds no problem in %s", (content) => expect(readProblemHeading(content)).toBeNull());
});
