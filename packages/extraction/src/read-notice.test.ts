import { noticeSchema, type Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { fourLevelNotice, topLevelNotice, unresolvedSubject } from "./example-notices.fixture.ts";
import { readNotice } from "./read-notice.ts";

const read = (text: string): Notice => readNotice({ text }, { resolveSubject: unresolvedSubject });

describe("a notice of four levels with inline measures", () => {
  const notice = read(fourLevelNotice);

  it("fits the schema", () => expect(noticeSchema.parse(notice)).toEqual(notice));

  it("keeps header, text and footer apart", () => {
    expect(notice).toMatchObject({
      kind: "rectification",
      title: "中共样州市云汀区委关于巡视整改进展情况的通报",
      publisher: "清风样例网",
      publishedOn: "2024-03-27",
      breadcrumb: ["首页", "监督", "巡视巡察"],
      signedBy: "中共样州市云汀区委员会",
      signedOn: "2024-03-11",
    });
    expect(notice.boilerplate.map(({ text }) => text.slice(0, 4))).toEqual(["当前位置", "来源：清", "打印本页"]);
  });

  it("reads the inspection with the year of the feedback left out", () => {
    expect(notice.inspection).toMatchObject({
      level: "province",
      authority: "省委",
      team: "第三巡视组",
      startedOn: "2023-04-12",
      endedOn: "2023-06-20",
      feedbackOn: "2023-09-28",
    });
    expect(notice.subject).toMatchObject({ name: "样州市云汀区", bodyKind: "区委" });
  });

  it("takes the finest headings as findings, with the groups above them", () => {
    expect(notice.findings.map(({ numbering, title, groups }) => [numbering, title, groups])).toEqual([
      ["(1)", "平台建而不用,企业参与度低", ["学用脱节、转型偏慢", "创新‘底子’薄"]],
      ["(2)", "债务管控不严", ["学用脱节、转型偏慢", "创新‘底子’薄"]],
      ["(3)", "河道返黑返臭", ["学用脱节、转型偏慢", "生态短板多"]],
    ]);
    expect(notice.findings.map(({ measures }) => measures.map(({ title }) => title))).toEqual([
      ["盘活载体", "引育人才"],
      ["压降成本"],
      ["截污纳管", null, "专人巡河"],
    ]);
  });

  it("gives each section its depth and role", () => {
    expect(notice.outline.map(({ level, role }) => `${level} ${role}`)).toEqual([
      "1 chapter",
      "2 organization",
      "2 organization",
      "1 chapter",
      "2 group",
      "3 group",
      "4 finding",
      "4 finding",
      "3 group",
      "4 finding",
      "2 handover",
      "1 chapter",
      "2 next-step",
      "2 next-step",
    ]);
  });

  it("reads declared totals, not those of self-criticism", () => {
    expect(notice.declared.map(({ metric, value, unit }) => [metric, value, unit])).toEqual([
      ["aspects", 2, "个方面"],
      ["items", 7, "项"],
      ["findings", 19, "条"],
      ["measures", 64, "条"],
      ["measuresCompleted", 15, "条"],
    ]);
  });

  it("reads outcomes in the scope of their finding, with their breakdown", () => {
    expect(notice.outcomes).toMatchObject([
      {
        metric: "partyDiscipline",
        value: 3,
        scope: { finding: 2 },
        breakdown: [{ label: "警告" }, { label: "严重警告" }],
      },
      { metric: "moneyReturned", value: 62.8, unit: "万元", amount: 628_000, scope: { finding: 3 } },
      { metric: "clues", value: 41, scope: "handover" },
      { metric: "cluesConcluded", value: 38, scope: "handover" },
      { metric: "partyAndGovernmentDiscipline", value: 5, scope: "handover" },
    ]);
  });

  it("reads documents and contact", () => {
    expect(notice.documents.map(({ title }) => title)).toEqual(["云汀区整改方案", "云汀区引才办法(试行)"]);
    expect(notice.contact).toEqual({
      phone: "0990—5550101",
      address: "样州市云汀区委办公室201室",
      postcode: "990102",
      email: "yunting@yunting.example",
    });
  });

  it("says where the declared totals differ from what is printed", () => {
    const mismatches = notice.issues.filter(({ code }) => code === "totals-mismatch");
    expect(mismatches.map(({ field, severity }) => [field, severity])).toEqual([
      ["declared.findings", "info"],
      ["declared.measures", "info"],
    ]);
  });

  it("gives every field evidence", () => {
    const fields = new Set(notice.evidence.map(({ field }) => field));
    for (const field of [
      "title",
      "publisher",
      "publishedOn",
      "signedBy",
      "signedOn",
      "subject.name",
      "contact.phone",
    ]) {
      expect(fields).toContain(field);
    }
    for (const field of [
      "inspection.team",
      "inspection.startedOn",
      "inspection.feedbackOn",
      "declared.0",
      "findings.2",
    ]) {
      expect(fields).toContain(field);
    }
  });
});

describe("a notice with its findings at the top level", () => {
  const notice = read(topLevelNotice);

  it("takes a heading without the formula among the others as a finding", () => {
    expect(notice.findings.map(({ title }) => title)).toEqual(["老区振兴思路不宽", "粮食购销监管不严", "减负不到位"]);
  });

  it("counts a paragraph without a number as a measure, but not what comes next", () => {
    expect(notice.findings.map(({ measures }) => measures.map(({ numbering, title }) => [numbering, title]))).toEqual([
      [
        ["(一)", "理清思路"],
        ["(二)", "用好资源"],
      ],
      [["(一)", "清仓查库"]],
      [["", "严控会议文件"]],
    ]);
  });

  it("reads the round from the title, a relative year and a vague day", () => {
    expect(notice.inspection).toMatchObject({
      round: "六届省委第二轮",
      startedOn: "2022-11-07",
      endedOn: "2023-01-13",
      feedbackOn: { approximate: "2023-02-21", text: "次年2月下旬" },
    });
  });

  it("reads a day of signature in Chinese numerals", () => expect(notice.signedOn).toBe("2023-08-15"));

  it("reads money with separators into base units", () => {
    const loss = notice.outcomes.find(({ metric }) => metric === "lossesRecovered");
    expect(loss).toMatchObject({ value: 1035.6, amount: 10_356_000 });
  });
});

describe("what is not a rectification notice", () => {
  it("is recognised and never forced into that shape", () => {
    const text =
      "省委第三巡视组进驻样州市云汀区公告\n省委第三巡视组于2023年4月12日进驻样州市云汀区，现场工作至6月20日结束。值班电话：0990-5550103。\n一、受理范围\n（一）关于“领导干部作风”问题的来信";
    const notice = read(text);
    expect(notice).toMatchObject({ kind: "stationing", findings: [], declared: [], outline: [] });
    expect(notice.inspection).toMatchObject({ team: "第三巡视组", startedOn: "2023-04-12", endedOn: "2023-06-20" });
    expect(notice.subject.name).toBe("样州市云汀区");
  });

  it("is a fault where there is nothing to read", () => {
    expect(() => read(" \n\u3000")).toThrow(expect.objectContaining({ code: "E5002" }));
    expect(() => read("云汀区\ufffd\ufffd委")).toThrow(expect.objectContaining({ code: "E5003" }));
    expect(() => read("您访问的页面不存在。")).toThrow(expect.objectContaining({ code: "E5001" }));
  });
});

describe("a title without a text", () => {
  it("is a notice with an empty body", () => {
    const notice = read("中共样州市云汀区委关于巡视整改进展情况的通报\n附件：整改情况");
    expect(notice).toMatchObject({ kind: "rectification", findings: [] });
    expect(notice.issues.map(({ code }) => code)).toContain("empty-body");
  });
});

describe("facts of a page", () => {
  const fact = <V>(value: V): { value: V; rule: string; span: null } => ({ value, rule: "meta:test", span: null });
  const page = {
    title: fact("样州市云汀区委关于巡视整改进展情况的通报"),
    publishedOn: fact("2024-03-28"),
    publisher: null,
    breadcrumb: null,
    originalUrl: null,
  };

  it("win over the text where the page gives them", () => {
    const notice = readNotice({ text: fourLevelNotice, page }, { resolveSubject: unresolvedSubject });
    expect(notice).toMatchObject({ title: page.title.value, publishedOn: "2024-03-28", publisher: "清风样例网" });
    expect(notice.evidence).toContainEqual({ field: "title", rule: "meta:test", span: null });
  });

  it("leave the day in an address as the last resort, approximate", () => {
    const url = "https://example.test/202402/t20240206_1.shtml";
    const notice = readNotice({ text: topLevelNotice, url }, { resolveSubject: unresolvedSubject });
    expect(notice.publishedOn).toEqual({ approximate: "2024-02-06", text: "/202402/t20240206_" });
    expect(notice.issues.map(({ code }) => code)).toContain("missing-published-on");
  });
});
