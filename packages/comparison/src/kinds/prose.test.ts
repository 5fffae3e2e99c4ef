import { describe, expect, it } from "vitest";
import type { Notice } from "@zhenggai/notice";
import { compareVersions } from "../compare-versions.ts";
import { buildNotice, kindsOf } from "../notice.fixture.ts";

const before = buildNotice();
const retyped = (edit: (text: string) => string): Notice => ({ ...before, text: edit(before.text) });

describe("prose outside findings", () => {
  it("an edited sentence is one text-edited, minor, quoting the edited clauses", () => {
    const closing = "下一步，区委将严格对照反馈意见逐条复核，巩固整改成果。";
    const changes = compareVersions(before, buildNotice({ closing }));
    expect(kindsOf(changes)).toEqual(["text-edited"]);
    expect(changes[0]).toMatchObject({ severity: "minor", target: { part: "text", finding: null } });
    expect(changes[0]?.before?.text).toBe("区委将持续用力，");
  });

  it("edits of two sentences are two changes", () => {
    const lead = "区委常委会率先垂范，先后召开专题会议5次，制定整改措施88条。各部门各负其责，逐项落实。";
    expect(kindsOf(compareVersions(before, buildNotice({ lead })))).toEqual(["text-edited", "text-edited"]);
  });
});

describe("cosmetic differences", () => {
  it.each<[string, (text: string) => string]>([
    ["punctuation in half width", (text) => text.replaceAll("，", ",").replaceAll("：", ":").replaceAll("（", "(")],
    ["digits in full width", (text) => text.replaceAll(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfe_e0))],
    ["other quotation marks", (text) => text.replaceAll(/[“”]/g, '"')],
    ["blank lines and indentation", (text) => text.replaceAll("\n", "\n\n　　")],
  ])("%s is one cosmetic change and nothing else", (_, edit) => {
    const after = retyped(edit);
    expect(after.text).not.toBe(before.text);
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["cosmetic"]);
    expect(changes[0]?.severity).toBe("cosmetic");
  });

  it("a page counter is page furniture", () => {
    const after = retyped((text) => text.replace("浏览次数：1024", "浏览次数：2077"));
    expect(kindsOf(compareVersions(before, after))).toEqual(["cosmetic"]);
  });

  it("boilerplate may come, change and go", () => {
    const one = buildNotice({ boilerplate: "本站转载内容仅供查阅，如有疑问请联系我们。" });
    const other = buildNotice({ boilerplate: "版权归原作者所有，未经许可不得转载。" });
    expect(kindsOf(compareVersions(before, one))).toEqual(["cosmetic"]);
    expect(kindsOf(compareVersions(one, other))).toEqual(["cosmetic"]);
  });

  it("stands beside a substantive change as one change", () => {
    const after = buildNotice({ closing: "下一步，区委将持续用力，巩固整改成果！", signedBy: "中共望麓区委" });
    expect(kindsOf(compareVersions(before, after))).toEqual(["signature-changed", "cosmetic"]);
  });
});
