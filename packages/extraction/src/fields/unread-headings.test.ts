import type { Issue, Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { unresolvedSubject } from "../example-notices.fixture.ts";
import { readNotice } from "../read-notice.ts";

const head = ["中共样州市云汀区委关于巡视整改进展情况的通报", "省委第三巡视组对样州市云汀区开展了巡视。"];
const end = ["中共样州市云汀区委员会", "2024年3月11日"];
const read = (...lines: readonly string[]): Notice =>
  readNotice({ text: [...head, ...lines, ...end].join("\n") }, { resolveSubject: unresolvedSubject });
const unread = (notice: Notice): readonly Issue[] => notice.issues.filter(({ code }) => code === "unread-heading");

describe("unread headings", () => {
  it.each(["A.关于账目", "第三条 公示", "1:建账", "强化警示教育"])("%s among the paragraphs is one", (line) => {
    const notice = read("一、关于“账目不清”问题的整改", "区委研究。", line, "清理账目。");
    expect(unread(notice)).toMatchObject([{ field: "outline", severity: "warning" }]);
    const span = unread(notice)[0]?.span;
    expect(notice.text.slice(span?.start, span?.end)).toBe(line);
  });

  it.each(["整改措施：", "责任单位：区财政局", "反馈指出，账目不清", "2023年12月", "区委研究，立行立改。"])(
    "%s is none",
    (line) => {
      expect(unread(read("一、关于“账目不清”问题的整改", line, "清理账目。"))).toEqual([]);
    },
  );
});

describe("paths of issues", () => {
  it("count findings from 0, as the evidence does", () => {
    const notice = read(
      "一、关于“账目不清”问题的整改",
      "（一）清账。",
      "二、关于“公示走样问题的整改",
      "三、关于“印章乱用”问题的整改",
    );
    const fields = notice.issues
      .filter(({ field }) => field?.startsWith("findings."))
      .map(({ code, field }) => [code, field]);
    expect(fields).toEqual([
      ["missing-measures", "findings.1"],
      ["missing-measures", "findings.2"],
      ["unclosed-quote", "findings.1"],
    ]);
    const places = notice.evidence.filter(({ field }) => field === "findings.1").map(({ span }) => span);
    expect(places).toEqual([notice.findings[1]?.span]);
  });
});
