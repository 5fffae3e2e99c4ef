import type { StoredNotice } from "@zhenggai/notice";
import { seedScenario } from "@zhenggai/simulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CliRun, runCli } from "../servers/service-processes.ts";
import { readSeeds, seedsFolder } from "../servers/shared-folder.ts";
import { testServers } from "../servers/test-servers.ts";
import { type World, createWorld } from "./world.ts";

const servers = testServers();
const seeds = readSeeds();

type Expected = {
  readonly file: string;
  readonly noticeId: string;
  readonly place: string;
  readonly publisher: string | null;
  readonly team: string;
  readonly dates: readonly [startedOn: string, endedOn: string, feedbackOn: string, signedOn: string];
  readonly declared: Readonly<Record<string, number>>;
  readonly findings: number;
  readonly measures: number;
};

/** What a person reads in the five real notices (gold/README.md and the texts themselves). */
const expected: readonly Expected[] = [
  {
    file: "000_33db5962f0262af4.txt",
    noticeId: "division-320302.province.2023-04-17.rectification",
    place: "320302",
    publisher: "清风扬帆网",
    team: "第七巡视组",
    dates: ["2023-04-17", "2023-06-28", "2023-10-11", "2024-03-15"],
    declared: { categories: 8, aspects: 19, findings: 80, measures: 197 },
    findings: 19,
    measures: 76,
  },
  {
    file: "001_20de8a58c7ee4591.txt",
    noticeId: "division-370705.province.2019-09-20.rectification",
    place: "370705",
    publisher: "山东省纪委监委网站",
    team: "第四巡视组",
    dates: ["2019-09-20", "2019-12-10", "2020-03-25", "2020-07-30"],
    declared: { aspects: 4, items: 11, findings: 23, measures: 81 },
    findings: 23,
    measures: 81,
  },
  {
    file: "002_c75ec28560600731.txt",
    noticeId: "zone-zhenjiang-new-area.province.2019-08-06.rectification",
    place: "zone-zhenjiang-new-area",
    publisher: null,
    team: "第九巡视组",
    dates: ["2019-08-06", "2019-09-20", "2019-12-31", "2020-04-27"],
    declared: { aspects: 7, findings: 75, measures: 153 },
    findings: 25,
    measures: 143,
  },
  {
    file: "003_5fbdbe98c3a849a0.txt",
    noticeId: "division-320102.province.2023-04-19.rectification",
    place: "320102",
    publisher: "清风扬帆网",
    team: "第一巡视组",
    dates: ["2023-04-19", "2023-06-28", "2023-10-09", "2024-03-15"],
    declared: {
      aspects: 8,
      measures: 146,
      findings: 37,
      findingsDueWithinOneYear: 26,
      findingsCompleted: 14,
      measuresDueWithinOneYear: 100,
      measuresCompleted: 77,
    },
    findings: 30,
    measures: 95,
  },
  {
    file: "004_f038d4f0310a0fb2.txt",
    noticeId: "division-330502.province.2023-03-02.rectification",
    place: "330502",
    publisher: null,
    team: "第八巡视组",
    dates: ["2023-03-02", "2023-05-31", "2023-07-26", "2024-02-22"],
    declared: { categories: 4, aspects: 14, findings: 38, measures: 189 },
    findings: 14,
    measures: 37,
  },
];

type Reading = StoredNotice["reading"];

function factsOf(reading: Reading): Omit<Expected, "file" | "noticeId" | "publisher"> {
  const { subject, inspection } = reading;
  const plain = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  return {
    place: subject.division?.code ?? subject.zone?.id ?? "?",
    team: inspection.team ?? "?",
    dates: [
      plain(inspection.startedOn),
      plain(inspection.endedOn),
      plain(inspection.feedbackOn),
      plain(reading.signedOn),
    ],
    declared: Object.fromEntries(reading.declared.toReversed().map(({ metric, value }) => [metric, value])),
    findings: reading.findings.length,
    measures: reading.findings.reduce((sum, finding) => sum + finding.measures.length, 0),
  };
}

describe.skipIf(servers === null || seeds === null)("the five real notices, crawled by real processes", () => {
  let world: World;
  let crawled: CliRun;
  const notices = new Map<string, StoredNotice>();

  beforeAll(async () => {
    if (servers === null || seeds === null) return;
    world = await createWorld({ servers, scenario: await seedScenario(seeds) });
    await Promise.all(["crawler", "extractor", "comparer", "notifier"].map((name) => world.start(name)));
    crawled = await world.crawl();
    await world.settled(60_000);
    for (const notice of await world.store.notices.list(100)) notices.set(notice._id, notice);
  });
  afterAll(() => world.stop());

  it("ends with five notices, the twin and the repost being copies of one", () => {
    expect(crawled.status, crawled.output).toBe(0);
    expect([...notices.keys()].toSorted()).toEqual(expected.map(({ noticeId }) => noticeId).toSorted());
    const copies = notices.get("division-330502.province.2023-03-02.rectification")?.sightings ?? [];
    expect(copies.map(({ rank }) => rank).toSorted()).toEqual(["official", "official", "repost"]);
  });

  it.each(expected)(
    "$file has its subject, dates, totals, findings and measures",
    ({ noticeId, file: _file, publisher, ...facts }) => {
      const reading = notices.get(noticeId)?.reading;
      expect(reading).toBeDefined();
      if (reading === undefined) return;
      expect(factsOf(reading)).toMatchObject(facts);
      expect(reading.publishedOn).not.toBeNull();
      expect(reading.publisher).not.toBeNull();
      expect(reading.publisher).toBe(publisher ?? reading.publisher);
      expect(reading.findings.every(({ title }) => title.length > 3)).toBe(true);
    },
  );

  it("zhenggai read gives the same facts from the five files", async () => {
    const { status, stdout } = await runCli(["read", seedsFolder, "--json"], {});
    expect(status).toBe(0);
    const read = new Map(stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [lineOf(line)] : [])));
    for (const { file, noticeId, publisher, ...facts } of expected) {
      const reading = read.get(file);
      expect(reading, file).toBeDefined();
      if (reading === undefined) continue;
      expect(factsOf(reading)).toMatchObject(facts);
      expect(reading.publisher).toBe(publisher ?? reading.publisher);
      expect(reading.findings.map(({ title }) => title)).toEqual(
        notices.get(noticeId)?.reading.findings.map(({ title }) => title),
      );
    }
  });

  it("was polite: one request at a time per host, robots.txt first, honest agent", () => {
    const { requests } = world.simulator;
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter(({ openOfHost }) => openOfHost > 1)).toEqual([]);
    for (const host of new Set(requests.map((request) => request.host))) {
      expect(requests.find((request) => request.host === host)?.path).toBe("/robots.txt");
    }
    expect(requests.every(({ userAgent }) => userAgent.startsWith("ZhenggaiBot/"))).toBe(true);
  });

  it("stores what the site sent: the bytes of every capture are there", async () => {
    const dump = await world.store.dump();
    expect(dump["captures"]).toHaveLength(7);
    expect(dump["blobs"]?.length).toBeGreaterThanOrEqual(6);
  });
});

function lineOf(line: string): [string, Reading] {
  const { file } = z.looseObject({ file: z.string() }).parse(JSON.parse(line));
  const reading: Reading = JSON.parse(line);
  return [file.split("/").at(-1) ?? file, reading];
}
