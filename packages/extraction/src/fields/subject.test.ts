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

  it.each(["市委巡察组对9个单位党组织开展了巡察。", "巡视组向被巡视党组织反馈了意见。"])(
    "takes nobody for %s",
    (opening) => {
      expect(subject(null, opening)).toEqual([undefined, undefined]);
    },
  );

  it("invents none", () =>
    expect(subject("关于巡视整改情况的通报", "整改工作有序推进。")).toEqual([undefined, undefined]));
});
