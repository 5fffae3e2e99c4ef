import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { unresolvedSubject } from "./example-notices.fixture.ts";
import { readNotice } from "./read-notice.ts";
import { sampleTopics, seedTopics } from "./sample-topics.fixture.ts";
import { topicRules } from "./topic-rules.ts";
import { topicsOf } from "./topics.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const samples = `${root}tests/simulator/sample/notices/`;
const shared = `${root}../shared/`;
const isSkipped = !existsSync(`${shared}seeds`) && process.env["CI"] === undefined;
if (isSkipped) process.stdout.write("topics.test.ts: ../shared is absent, the seeds are not read\n");

const read = (text: string): Notice => readNotice({ text }, { resolveSubject: unresolvedSubject });
const topicsIn = (title: string, measures: readonly string[] = [], groups: string[] = []): readonly string[] => {
  const texts = measures.map((text) => ({ numbering: "", title: null, text, span: { start: 0, end: text.length } }));
  return topicsOf({ title, groups, measures: texts });
};

type Labelled = { readonly title: string; readonly labelled: readonly string[]; readonly topics: readonly string[] };

function labelledIn(notice: Notice, labels: readonly string[]): readonly Labelled[] {
  expect(notice.findings).toHaveLength(labels.length);
  return notice.findings.map(({ title, topics }, at) => ({ title, topics, labelled: (labels[at] ?? "").split(" ") }));
}

/** Share of findings whose primary topic is the labelled one, printed with those that differ. */
function shareOf(name: string, findings: readonly Labelled[]): number {
  const wrong = findings.filter(({ labelled, topics }) => labelled[0] !== topics[0]);
  const share = 1 - wrong.length / findings.length;
  const lines = wrong.map(({ labelled, topics }) => `  labelled ${labelled.join(" ")}, read ${topics.join(" ")}`);
  const head = `primary topic, ${name}: ${findings.length - wrong.length} of ${findings.length}, ${(100 * share).toFixed(1)} %`;
  process.stdout.write(`${[head, ...lines].join("\n")}\n`);
  return share;
}

describe("topicsOf", () => {
  it.each([
    ["招商项目落地率低、企业诉求办理慢", "T01"],
    ["园区主导产业不突出", "T02"],
    ["危险废物处置和污染源监管有漏洞", "T03"],
    ["农民工子女入学和随迁老人医保衔接不畅，学校容量不足", "T04"],
    ["信访积案化解迟缓", "T05"],
    ["食品安全监管力量薄弱", "T04"],
    ["消防通道堵塞，安全生产责任悬空", "T06"],
    ["违规举债融资、债务台账不实", "T07"],
    ["招标文件量身定做、采购验收走过场", "T08"],
    ["落实“两个责任”层层递减", "T09"],
    ["廉政风险防控流于形式", "T10"],
    ["文山会海反弹、基层减负不实", "T11"],
    ["选人用人程序倒置", "T12"],
    ["党支部换届不及时，“三会一课”不经常", "T13"],
    ["意识形态阵地管理松懈", "T14"],
    ["审计整改避重就轻", "T15"],
    ["“三重一大”集体决策不规范", "T16"],
    ["村集体资产发包随意", "T17"],
    ["文物保护与旅游开发脱节", "T18"],
  ])("takes %s for %s", (title, topic) => expect(topicsIn(title)[0]).toBe(topic));

  it("lets a longer word take away a shorter one", () => {
    expect(topicsIn("创新创业生态不优")).toEqual(["T02"]);
    expect(topicsIn("饮水安全保障不力")).toEqual(["T04"]);
  });

  it("names a second topic beside the first where the title does", () => {
    expect(topicsIn("安全生产和环境保护监管存在漏洞")).toEqual(["T06", "T03"]);
  });

  it("asks the measures where the title says nothing, and the groups", () => {
    const measures = ["完成债务置换，平台公司融资成本下降。", "制定国有企业投资负面清单，压降债务。"];
    expect(topicsIn("有关工作推进不力", measures)[0]).toBe("T07");
    expect(
      topicsIn("统筹谋划不够", ["召开会议。"], ["乡村振兴和集体经济发展有短板", "集体资产管理松散，耕地保护不严"])[0],
    ).toBe("T17");
  });

  it("names none where nothing decides", () => expect(topicsIn("工作推进不力", ["加强协调。"])).toEqual([]));
});

describe("topic rules", () => {
  it("are 18, each with a term, a meaning and cues that no other topic claims", () => {
    expect(topicRules.map(({ id }) => id)).toEqual(
      Array.from({ length: 18 }, (_, at) => `T${String(at + 1).padStart(2, "0")}`),
    );
    const cues = topicRules.flatMap((rule) => Object.values(rule.cues).flatMap((words) => words.split(" ")));
    expect(new Set(cues).size).toBe(cues.length);
    expect(cues.flatMap((cue) => cue.split("+")).filter((word) => word.length < 2)).toEqual([]);
  });

  it.skipIf(isSkipped)("bear the ids and terms of the taxonomy", () => {
    const taxonomy = z.object({ taxonomy: z.array(z.object({ id: z.string(), label: z.string() })) });
    const gold = taxonomy.parse(JSON.parse(readFileSync(`${shared}gold/topics.json`, "utf8")));
    expect(topicRules.map(({ id, term }) => [id, term])).toEqual(gold.taxonomy.map(({ id, label }) => [id, label]));
  });
});

describe("primary topics assigned by reading", () => {
  it("are found in the sample notices", () => {
    const findings = Object.entries(sampleTopics).flatMap(([slug, labels]) => {
      const body = readFileSync(`${samples}${slug}.txt`, "utf8").replace(/^---\n[\s\S]*?\n---\n/, "");
      return labelledIn(read(`整改情况的通报\n${body}`), labels);
    });
    expect(shareOf("samples", findings)).toBeGreaterThanOrEqual(0.9);
  });

  it.skipIf(isSkipped)("are found in the seeds without annotation", () => {
    const findings = Object.entries(seedTopics).flatMap(([number, labels]) => {
      const file = readdirSync(`${shared}seeds`).find((name) => name.startsWith(number)) ?? "";
      return labelledIn(read(readFileSync(`${shared}seeds/${file}`, "utf8")), labels);
    });
    expect(shareOf("seeds 002 and 004", findings)).toBeGreaterThanOrEqual(0.9);
  });
});
