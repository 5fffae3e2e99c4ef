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
    ["反馈指出“县委抓部署多、抓检查少”。", "县委抓部署多、抓检查少"],
    ["巡视组反馈意见指出的“村务公开走样”问题", "村务公开走样"],
    ["反馈问题:账目公开不及时。", "账目公开不及时"],
    ["关于落实“三重一大”制度不严的问题", "落实“三重一大”制度不严"],
    ["关于“作风不实”的问题【持续推进】", "作风不实"],
    ["关于“作风不实”的问题,已完成整改。", "作风不实"],
    ["关于选人用人方面", "选人用人"],
    ["基层治理方面存在的主要问题", "基层治理"],
  ])("reads the problem of %s", (content, title) => {
    expect(readProblemHeading(content)).toMatchObject({ title, isAlone: true, isClosed: true });
  });

  it("stops at the full stop where text runs on", () => {
    const content = "针对“债务管控不严”问题。一是压降成本。";
    expect(readProblemHeading(content)).toMatchObject({ title: "债务管控不严", isAlone: false, length: 12 });
  });

  it.each([
    ["关于河湖管护责任悬空的问题。整改情况:巡查。", "河湖管护责任悬空", "named"],
    ["校园安全抓得不紧的问题。开展检查3轮。", "校园安全抓得不紧", "bare"],
    ["关于“账目不清”问题的整改情况县委专题研究。", "账目不清", "named"],
  ])("reads the first sentence of %s", (content, title, kind) => {
    expect(readProblemHeading(content)).toMatchObject({ title, kind, isAlone: false });
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
    "重点排查档案不规范问题。逐卷核对。",
    "针对积水问题,成立专班,解决各类问题。每周调度。",
    "健全制度,补齐短板。",
  ])("finds no problem in %s", (content) => expect(readProblemHeading(content)).toBeNull());
});
