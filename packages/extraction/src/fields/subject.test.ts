import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { printedSubject } from "./subject.ts";

function subject(title: string | null, opening: string): readonly unknown[] {
  const view = normalizedView(`${title ?? ""}\n${opening}`);
  const heading = title === null ? null : { start: 0, text: title };
  const found = printedSubject(view, heading, { start: (title ?? "").length + 1, text: normalizedView(opening).text });
  return [found?.name.value, found?.bodyKind];
}

describe("printedSubject", () => {
  it.each([
    ["云汀区委关于巡视整改的通报", "省委第三巡视组对样州市云汀区开展了巡视。", "样州市云汀区", "区委"],
    ["中共样州市柏塘县委关于巡视整改的通报", "省委巡视组对柏塘县进行了常规巡视。", "样州市柏塘县", "县委"],
    [
      "中共样州新区工作委员会关于巡视整改的通报",
      "省委巡视组对样州经济技术开发区党工委进行了巡视。",
      "样州经济技术开发区",
      "党工委",
    ],
    [
      "中共柏塘县自然资源局党组关于巡察整改的通报",
      "市委巡察组对柏塘县自然资源局党组进行了巡察。",
      "柏塘县自然资源局",
      "局党组",
    ],
    ["省委第三巡视组进驻样州市云汀区公告", "巡视组受理反映云汀区委领导班子的来信。", "样州市云汀区", "区委"],
    ["中共例江市残联党组关于巡视整改的通报", "省委第三巡视组巡视了例江市残联，6月9日反馈。", "例江市残联", "党组"],
    [null, "省委巡视组巡视了石芷市，石芷市委照单全收。", "石芷市", "市委"],
    [null, "省委巡视组向岚浦县委反馈了意见。", "岚浦县", "县委"],
  ])("reads %s / %s", (title, opening, name, bodyKind) => {
    expect(subject(title, opening)).toEqual([name, bodyKind]);
  });

  it.each([
    ["关于涉粮问题专项巡察整改的通报", "市委第四巡察组对柏塘县涉粮问题开展了专项巡察。", "柏塘县"],
    ["样州大学党委关于巡视整改的通报", "省委第十一巡视组对样州大学党委开展了巡视。", "样州大学"],
    ["整改的通报", "集团党委巡察组对样例能源集团有限公司党委进行了巡察。", "样例能源集团有限公司"],
  ])("reads whom %s / %s names", (title, opening, name) => expect(subject(title, opening)[0]).toBe(name));

  it.each([
    [
      "中共样州市云汀区农业和水利发展局党组关于巡察整改的通报",
      "区委第二巡察组对区农水局党组进行了巡察。",
      "样州市云汀区农业和水利发展局",
      "局党组",
    ],
    [
      "中共样州市卫生健康委员会党委关于巡察整改的通报",
      "市委巡察组对市卫健委党委开展了巡察。",
      "样州市卫生健康委员会",
      "党委",
    ],
    ["【巡察整改】中共样州市水务局党组关于巡察整改的通报", "巡察组对市水务局进行了巡察。", "样州市水务局", "局党组"],
    ["中共样州市水务局党组 关于巡察整改的通报", "巡察组对样州市水务局进行了巡察。", "样州市水务局", "局党组"],
  ])("takes the whole name of %s for the short one of %s", (title, opening, name, bodyKind) => {
    expect(subject(title, opening)).toEqual([name, bodyKind]);
  });

  it.each([
    ["中央第十二巡视组对水运事务部党组（以下简称部党组）开展了常规巡视。", "水运事务部", "党组"],
    ["市委巡察组对市文旅局（以下统一简称市局）党委开展巡察。", "市文旅局", "党委"],
    [
      "区委巡察组对石埠街道甲村、乙村和丙村3个村党组织开展了巡察，12月4日向石埠街道党工委反馈了意见。",
      "石埠街道",
      "街道党工委",
    ],
    ["市委巡察组对样州市水务局开展了巡察，9月1日向样州市水务局党组反馈了意见。", "样州市水务局", "局党组"],
    ["市委第一巡察组对柏塘县民政局党组巡察“回头看”工作动员会召开。", "柏塘县民政局", "局党组"],
    ["中央巡视组对共青团中央开展了常规巡视。", "共青团中央", null],
    ["省委巡视组对样例省进行了巡视，10月1日向样例省委反馈了意见。", "样例省", "省委"],
    ["市委巡察组召开巡察柏塘县财政局党组工作动员会。", "柏塘县财政局", "局党组"],
  ])("reads %s", (opening, name, bodyKind) => expect(subject(null, opening)).toEqual([name, bodyKind]));

  it("takes no Party group for the Party organization of a village", () => {
    expect(subject(null, "县委巡察组对柏塘县双河村党组织开展了巡察。")).toEqual(["柏塘县双河村", null]);
  });

  it.each([
    "区委巡察组对区甲局、区乙局等4家单位开展巡察。",
    "市委选派7个巡察组，对市甲局等12家单位开展巡察，对柏塘县石桥镇党委开展提级巡察。",
    "市委巡察组对9个单位党组织开展了巡察。",
    "巡视组向被巡视党组织反馈了意见。",
  ])("takes nobody for %s", (opening) => {
    expect(subject(null, opening)).toEqual([undefined, undefined]);
  });

  it("invents none", () =>
    expect(subject("关于巡视整改情况的通报", "整改工作有序推进。")).toEqual([undefined, undefined]));
});
