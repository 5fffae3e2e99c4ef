import { existsSync, readdirSync, readFileSync } from "node:fs";
import { listDialects, pageToText, type ListedPage, type SourceDefinition } from "@zhenggai/sources";
import { describe, expect, it } from "vitest";
import { readSampleNotices } from "./read-sample-notices.ts";
import { readSeed } from "./read-seed.ts";
import type { Scenario, SimulatedResponse } from "./scenario.ts";
import { generatedScenario } from "./scenarios/generated-scenario.ts";
import { sampleScenario } from "./scenarios/sample-scenario.ts";
import { seedScenario } from "./scenarios/seed-scenario.ts";

/** Asks a scenario as the crawler would, without a server between. */
function ask(
  scenario: Scenario,
  url: string,
  step: number,
  form: Record<string, string> | null = null,
): SimulatedResponse {
  const { host, pathname, searchParams } = new URL(url);
  const site = scenario.sites.find((known) => known.host === host);
  const request = {
    method: form === null ? "GET" : "POST",
    host,
    path: pathname,
    query: searchParams,
    form: new URLSearchParams(form ?? {}),
  };
  return site?.answer(request, step) ?? { status: 404, headers: {}, body: "" };
}

function listAll(
  scenario: Scenario,
  source: SourceDefinition,
  step: number,
): { entries: ListedPage[]; requests: number } {
  const dialect = listDialects[source.dialect];
  const entries = new Map<string, ListedPage>();
  const open = [...dialect.firstRequests(source)];
  let requests = 0;
  for (let request = open.shift(); request !== undefined; request = open.shift()) {
    requests += 1;
    const { body } = ask(scenario, request.url, step, request.form === null ? null : { ...request.form });
    const reading = dialect.readList(source, { request, url: request.url, text: body });
    for (const entry of reading.entries) entries.set(entry.url, entry);
    open.push(...reading.next);
  }
  return { entries: [...entries.values()], requests };
}

/** The paragraphs of a page's text below breadcrumb, title and header line. */
function bodyOf(
  scenario: Scenario,
  url: string,
  step = 0,
): { paragraphs: string[]; page: ReturnType<typeof pageToText> } {
  const page = pageToText(ask(scenario, url, step).body, { url });
  const lines = page.text.split("\n");
  const header = lines.findIndex((line) => /^(发布日期：|来源：|时间：|发布时间：|\d{4}-\d\d-\d\d)/u.test(line));
  return { paragraphs: lines.slice(header + 1), page };
}

function entriesOf(scenario: Scenario, step: number): ListedPage[] {
  return scenario.sources.flatMap((source) => listAll(scenario, source, step).entries);
}

function inOrder(texts: readonly string[]): string[] {
  return [...texts].sort((a, b) => a.localeCompare(b));
}

describe("the sample web", async () => {
  const scenario = await sampleScenario();
  const notices = await readSampleNotices();
  const original = notices.filter((notice) => notice.revisionOf === null);

  it("lists every notice once, through all pages of all three dialects, and the TRS site each one's twin", () => {
    const listed = entriesOf(scenario, 0).filter((entry) => !entry.url.endsWith("_ext.html"));
    expect(inOrder(listed.map((entry) => entry.title ?? ""))).toEqual(inOrder(original.map((notice) => notice.title)));
    expect(new Set(listed.map((entry) => entry.kind))).toEqual(new Set(["article"]));
    const twins = entriesOf(scenario, 0).filter((entry) => entry.url.endsWith("_ext.html"));
    expect(twins).toHaveLength(listed.filter((entry) => entry.url.includes("jw.lijiang.example")).length);
    for (const entry of listed) expect(entry.listedOn).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });

  it("needs more than one request for the Hanweb and the TRS column", () => {
    const requests = new Map<string, number>();
    for (const source of scenario.sources) requests.set(source.dialect, listAll(scenario, source, 0).requests);
    expect(requests.get("generic")).toBe(1);
    expect(requests.get("hanweb-jpage")).toBeGreaterThan(2);
    expect(requests.get("trs-static")).toBeGreaterThan(2);
  });

  it("gives every notice's paragraphs back exactly from its page and from its twin", () => {
    for (const entry of entriesOf(scenario, 0)) {
      const { paragraphs, page } = bodyOf(scenario, entry.url);
      const notice = original.find(
        (candidate) =>
          candidate.title === page.facts.title?.value &&
          candidate.paragraphs.at(-1) === paragraphs.at(-1) &&
          candidate.paragraphs[0] === paragraphs[0],
      );
      expect({
        url: entry.url,
        paragraphs,
        publisher: page.facts.publisher?.value,
        publishedOn: page.facts.publishedOn?.value,
      }).toEqual({
        url: entry.url,
        paragraphs: notice?.paragraphs,
        publisher: notice?.publisher,
        publishedOn: notice?.publishedAt.slice(0, 10),
      });
    }
  });

  it("puts yunting-2023 at the address that its repost links", () => {
    const url = "http://qingfeng.yangli.example/art/2024/3/27/art_12_20417.html";
    const official = bodyOf(scenario, url);
    expect(official.page.dialect).toBe("hanweb-jpage");
    const repost = entriesOf(scenario, 0).find((entry) => entry.url.includes("zhuanzai.example"));
    expect(bodyOf(scenario, repost?.url ?? "").page.facts.originalUrl?.value).toBe(url);
  });

  it("at step 1 shows the edited text at the same address and no longer the withdrawn notice", () => {
    const before = entriesOf(scenario, 0);
    const after = entriesOf(scenario, 1);
    const gone = before.filter((entry) => !after.some((other) => other.url === entry.url));
    expect(gone.map((entry) => entry.title)).toEqual(["中共样州市望麓区委关于巡视整改情况的通报"]);
    expect(ask(scenario, gone[0]?.url ?? "", 1).status).toBe(404);
    const changed = after.filter((entry) => ask(scenario, entry.url, 0).body !== ask(scenario, entry.url, 1).body);
    expect(changed).toHaveLength(1);
    const edit = notices.find((notice) => notice.revisionOf !== null);
    expect(bodyOf(scenario, changed[0]?.url ?? "", 1).paragraphs).toEqual(edit?.paragraphs);
  });
});

describe("a generated web", () => {
  it("lists all its notices, each of 3 to 8 KB, the same for the same seed", () => {
    const scenario = generatedScenario({ notices: 100, seed: 7 });
    const [{ entries, requests } = { entries: [], requests: 0 }] = scenario.sources.map((source) =>
      listAll(scenario, source, 0),
    );
    expect(entries).toHaveLength(100);
    expect(requests).toBe(4);
    const texts = entries.map((entry) => bodyOf(scenario, entry.url).paragraphs.join("\n"));
    expect(new Set(texts).size).toBe(100);
    for (const text of texts) {
      expect(Buffer.byteLength(text)).toBeGreaterThan(3_000);
      expect(Buffer.byteLength(text)).toBeLessThan(8_000);
    }
    const again = generatedScenario({ notices: 100, seed: 7 });
    expect(bodyOf(again, entries[9]?.url ?? "").page.text).toBe(bodyOf(scenario, entries[9]?.url ?? "").page.text);
  });
});

const seedsFolder = new URL("../../../../shared/seeds/", import.meta.url);
const hasSeeds = existsSync(seedsFolder);
if (!hasSeeds) process.stderr.write("skipped: the five real seeds are not at ../shared/seeds\n");

describe.skipIf(!hasSeeds && process.env["CI"] === undefined)("the five seeds as pages", async () => {
  const names = hasSeeds ? readdirSync(seedsFolder).sort() : [];
  const [s0 = "", s1 = "", s2 = "", s3 = "", s4 = ""] = names.map((name) =>
    readFileSync(new URL(name, seedsFolder), "utf8"),
  );
  const scenario = await seedScenario({ "000": s0, "001": s1, "002": s2, "003": s3, "004": s4 });
  const seeds = [s0, s1, s2, s3, s4].map(readSeed);

  it("lists each at its known address, 004 with its twin and its repost", () => {
    expect(
      entriesOf(scenario, 0)
        .map((entry) => new URL(entry.url).pathname)
        .sort(),
    ).toEqual([
      "/a/88231.html",
      "/art/2024/3/27/art_379_34530.html",
      "/art/2024/3/27/art_5072_165436.html",
      "/gongzuodongtai/xunshixuncha/202402/t20240221_21704097.shtml",
      "/gongzuodongtai/xunshixuncha/202402/t20240221_21704097_ext.html",
      "/gzdt/xsxc/202008/t20200803_11610138.htm",
      "/tzgg/2020/4/content_2017.html",
    ]);
  });

  it("gives every seed's paragraphs back exactly, in full-width punctuation that NFKC turns back", () => {
    for (const entry of entriesOf(scenario, 0)) {
      const { paragraphs } = bodyOf(scenario, entry.url);
      const seed = seeds.find((candidate) => candidate.paragraphs[0] === paragraphs[0]);
      const isRepost = entry.url.includes("/a/");
      expect({ url: entry.url, paragraphs }).toEqual({
        url: entry.url,
        paragraphs: [...(seed?.paragraphs ?? []), ...(isRepost ? (seed?.repostLines ?? []) : [])],
      });
    }
    const printed = s0.split("\n").map((line) => line.trim());
    for (const paragraph of seeds[0]?.paragraphs ?? []) expect(printed).toContain(paragraph.normalize("NFKC"));
  });

  it("reads title, publisher, day, breadcrumb and the link to the original", () => {
    const facts = (path: string) => {
      const entry = entriesOf(scenario, 0).find((candidate) => candidate.url.endsWith(path));
      return bodyOf(scenario, entry?.url ?? "").page.facts;
    };
    expect(facts("art_379_34530.html").publisher?.value).toBe("清风扬帆网");
    expect(facts("t20200803_11610138.htm")).toMatchObject({
      publisher: { value: "山东省纪委监委网站", rule: "header-line" },
      publishedOn: { value: "2020-08-03" },
      breadcrumb: { value: ["首页", "工作之窗", "巡视巡察"] },
    });
    expect(facts("content_2017.html").title?.value).toBe("镇江经济技术开发区党工委关于巡视整改进展情况的通报");
    expect(facts("_ext.html")).toMatchObject({
      publisher: { value: "浙江省纪委省监委网站" },
      publishedOn: { value: "2024-02-22" },
    });
    expect(facts("88231.html").originalUrl?.value).toMatch(/^http:\/\/www\.zjsjw\.gov\.cn\/.*\.shtml$/u);
  });
});
