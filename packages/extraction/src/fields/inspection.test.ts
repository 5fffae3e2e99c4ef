import type { Inspection } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { inspectionOf } from "./inspection.ts";

function inspection(opening: string, rest = "", latest: string | null = "2024-03-11"): Inspection {
  const view = normalizedView(opening + rest);
  const passage = { start: 0, text: normalizedView(opening).text };
  return inspectionOf(view, { title: null, opening: passage, whole: { start: 0, text: view.text }, latest }).inspection;
}

describe("inspectionOf", () => {
  it.each([
    [
      "省委第三巡视组于2023年4月12日至6月20日对云汀区开展了巡视，并于9月28日进行了反馈。",
      "2023-04-12",
      "2023-06-20",
      "2023-09-28",
    ],
    [
      "2023年9月5日至11月24日，省委第六巡视组对望麓区进行了巡视；2024年1月23日，反馈了意见。",
      "2023-09-05",
      "2023-11-24",
      "2024-01-23",
    ],
    ["2022年11月7日至1月13日，省委第五巡视组开展巡视，3月2日反馈意见。", "2022-11-07", "2023-01-13", "2023-03-02"],
    [
      "自2023年4月12日起，至6月20日，省委第三巡视组对云汀区进行巡视。反馈会于同年9月28日召开。",
      "2023-04-12",
      "2023-06-20",
      "2023-09-28",
    ],
    [
      "省委第七巡视组于2023年4月13日进驻云汀区，6月21日结束现场工作，10月10日向区委反馈了意见。",
      "2023-04-13",
      "2023-06-21",
      "2023-10-10",
    ],
    [
      "4月12日至6月20日，省委第三巡视组对云汀区开展巡视，2023年9月28日反馈意见。",
      "2023-04-12",
      "2023-06-20",
      "2023-09-28",
    ],
    ["省委第三巡视组于2023年4月12日至28日开展巡视，今年1月5日反馈。", "2023-04-12", "2023-04-28", "2024-01-05"],
    [
      "2023年3月17日至3月22日、5月5日至7月12日，区委巡察四组对水务局党组开展了巡察。9月15日反馈。",
      "2023-03-17",
      "2023-07-12",
      "2023-09-15",
    ],
    ["去年4月12日至6月20日，省委第三巡视组开展巡视，当年9月28日反馈。", "2023-04-12", "2023-06-20", "2023-09-28"],
    ["前年11月7日至12月30日，省委第五巡视组开展巡视，次年3月2日反馈。", "2022-11-07", "2022-12-30", "2023-03-02"],
  ])("resolves the years of %s", (opening, startedOn, endedOn, feedbackOn) => {
    expect(inspection(opening)).toMatchObject({ startedOn, endedOn, feedbackOn });
  });

  it.each([
    ["省委第三巡视组", "省委", "province", "第三巡视组"],
    ["样例省委巡视八组", "省委", "province", "巡视八组"],
    ["中央第十二巡视组", "中央", "central", "第十二巡视组"],
    ["样州市委第二巡察组", "市委", "city", "第二巡察组"],
    ["云汀区委第一巡察组", "区委", "county", "第一巡察组"],
    ["市委第5巡视组", "市委", "province", "第5巡视组"],
    ["县委专项巡察组", "县委", "county", "专项巡察组"],
    ["十一届市委第三提级交叉巡察组", "市委", "city", "第三提级交叉巡察组"],
    ["市委深化“一次办成”改革、优化营商环境专项巡察组", "市委", "city", "专项巡察组"],
    ["样州市委涉粮问题专项巡察第二组", "市委", "city", "专项巡察第二组"],
    ["市委提级巡察一组", "市委", "city", "提级巡察一组"],
    ["样例集团党委第二巡察组", "集团党委", null, "第二巡察组"],
  ])("reads %s", (team, authority, level, name) => {
    expect(inspection(`${team}开展了工作。`)).toMatchObject({ authority, level, team: name });
  });

  it("gives vague days as approximate", () => {
    expect(inspection("2023年8月下旬至10月底，省委第一巡视组对望麓区开展了巡视。")).toMatchObject({
      startedOn: { approximate: "2023-08-21", text: "2023年8月下旬" },
      endedOn: { approximate: "2023-10-31", text: "10月底" },
    });
  });

  it("keeps a vague day in the year of the exact one before it", () => {
    expect(inspection("2023年4月12日至6月20日，省委第三巡视组开展了巡视，6月下旬反馈。").feedbackOn).toEqual({
      approximate: "2023-06-21",
      text: "6月下旬",
    });
  });

  it.each([
    ["市委第四巡察组对柏塘县涉粮问题开展了专项巡察。", "涉粮问题"],
    ["市委第四巡察组对石桥镇党委进行了提级巡察。", "提级"],
    ["省委第二巡视组对云汀区开展了巡视“回头看”。", "回头看"],
    ["省委第六巡视组对望麓区进行了机动巡视。", "机动"],
    ["省委第六巡视组对望麓区进行了巡视，同步开展选人用人专项检查。", null],
  ])("tells what sets %s apart", (opening, special) => expect(inspection(opening).special).toBe(special));

  it("reads no 中央 into the wording of the Party centre", () => {
    expect(inspection("按照党中央关于巡视工作的要求，省委第六巡视组开展了巡视。").level).toBe("province");
  });

  it("reads the round from the body, but neither an earlier one nor the subject's own", () => {
    const opening = "省委第一巡视组对望麓区开展了巡视。";
    expect(inspection(opening, "传达六届省委第三轮巡视部署。").round).toBe("六届省委第三轮");
    expect(inspection(opening, "启动五届区委第八轮巡察。").round).toBeNull();
    expect(inspection(opening, "上轮指出，2019年省委第二轮巡视已经指出。").round).toBeNull();
    expect(inspection(opening, "省委第三轮巡视，省委第四轮巡视。").round).toBeNull();
  });

  it("reads a round whose authority is not printed with it", () => {
    expect(inspection("市委第五巡察组在十四届第五轮巡察中巡察了云汀区。").round).toBe("十四届第五轮");
  });

  it.each([
    ["市委巡察组对本院开展了提级交叉巡察。", "提级交叉"],
    ["市委第四巡察组对全市养老服务资金管理使用开展了专项巡察。", "养老服务资金管理使用"],
  ])("reads what is special about %s", (opening, special) => expect(inspection(opening).special).toBe(special));

  it("reads the theme of a special inspection", () => {
    expect(inspection("省委第一巡视组对柏塘县开展了粮食购销领域专项巡视。").special).toBe("粮食购销领域");
    expect(inspection("省委第一巡视组对柏塘县开展了常规巡视。").special).toBeNull();
  });

  it("invents nothing", () => {
    expect(inspection("县委高度重视。", "", null)).toMatchObject({
      team: null,
      startedOn: null,
      feedbackOn: null,
      level: null,
    });
  });
});
