import { describe, expect, it } from "vitest";
import { noticeKind } from "./notice-kind.ts";

describe("noticeKind", () => {
  it.each([
    ["中共样州市云汀区委关于巡视整改进展情况的通报", "rectification"],
    ["云汀区委关于十五届省委第二轮巡视集中整改进展情况的通报", "rectification"],
    ["省委第三巡视组进驻样州市云汀区公告", "stationing"],
    ["省委第三巡视组向云汀区反馈巡视情况", "feedback"],
    ["六届省委第三轮巡视动员部署会召开", "mobilization"],
    ["样例省某局原副局长李某某接受纪律审查和监察调查", "investigation"],
    ["样州市某局原局长王某某被开除党籍和公职", "discipline"],
    ["样州市纪委通报五起违反中央八项规定精神典型问题", "exposure"],
    ["样州市纪委监委召开年度工作会议", "other"],
  ])("tells %s as %s", (title, kind) => {
    expect(noticeKind(title, "省纪委监委消息,巡视工作有关情况如下。")).toBe(kind);
  });

  it("reads a rectification notice that lost its title by its opening", () => {
    expect(noticeKind(null, "省委第三巡视组进行了巡视。现将整改情况予以公布。")).toBe("rectification");
  });

  it.each([
    ["2023年5月，市委第三巡察组进行了巡察。现根据规定将巡察整改进展情况予以公布。", "rectification"],
    ["2023年5月，区委巡察组进行了巡察。按照要求，现将整改进展情况报告如下。", "rectification"],
    [
      "中央巡视组对某部开展了常规巡视。某部抓好整改，整改措施到位，整改任务过半。现将具体情况通报如下。",
      "rectification",
    ],
    ["中央第十巡视组对某部党组开展巡视“回头看”，近日召开了进驻沟通会。", "stationing"],
    ["2024年9月23日，市委第三巡察组向市水务局党组反馈巡察情况。根据部署，巡察组进行了专项巡察。", "feedback"],
    ["2024年7月22日，市委第三巡察组向开发区党工委反馈巡察“回头看”情况。", "feedback"],
    ["根据市委统一部署，市委巡察组开展了专项巡察。现将巡察情况通报如下：", "feedback"],
    ["9月，市委巡察组召开巡察市水文局党组工作动员会议。", "mobilization"],
    ["即日起，学校党委巡察组巡察土木学院党委。现将有关事项公告如下：", "stationing"],
    ["市委第一巡察组对市检察院党组开展巡察。巡察期间，巡察组在大楼设置“联系信箱”。", "stationing"],
    ["县委4个巡察组将于5月21日撤离，信访接待点予以取消。", "other"],
    ["会议研究了巡察整改动员部署会的筹备工作。", "other"],
  ])("tells the untitled %s", (text, kind) => expect(noticeKind(null, text)).toBe(kind));

  it("reads one that lost title and opening by its headings", () => {
    const text = ["甲", "乙", "丙"].map((one) => `关于“${one}项工作滞后”问题的整改\n已完成。`).join("\n");
    expect(noticeKind("有关情况", text)).toBe("rectification");
  });

  it.each([
    "页面不存在,请稍后再试。",
    "您访问的页面不存在,请返回样例省纪委监委网站首页。",
    "hello world.",
    "样州市今日天气晴。",
    "关于巡视整改的通报\n".repeat(8),
  ])("finds no notice in %s", (text) => {
    expect(noticeKind(null, text)).toBeNull();
  });
});
