import type { StoredTrace } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { buildNotice, sampleFindings, withMeasure, type NoticeText } from "./notice.fixture.ts";
import { composeSeen, district, inputOf, kindsIn, versionOf, type Seen } from "./series.fixture.ts";
import { hostAmong, possibleHosts, sinksAmong, templatesAmong, traceDigest, traceKeysOf } from "./trace.ts";

const noticeId = `${district}.province.2023-04-09.rectification`;
const traditional = new Map(
  Array.from("书开园区项目监办会议实责处约谈业调钱车问题", (sign, at) => [
    sign,
    Array.from("書開園區項目監辦會議實責處約談業調錢車問題")[at] ?? sign,
  ]),
);

const long: NoticeText = {
  findings: [
    ...sampleFindings,
    {
      title: "养老设施建而少用",
      measures: ["改造闲置站点9处，引入机构运营，老人就餐人次翻了一番。", "收费标准上墙公示。"],
    },
    { title: "干部档案审核不严", measures: ["复核科级干部档案，补齐材料，约谈责任人。", "建立双人审核和抽查制度。"] },
  ],
};
const original = versionOf("v1", noticeId, buildNotice(long));
const masked = (text: string): string => text.replaceAll("望麓区", "××区").replaceAll("样州市", "某市");
const inTraditional = (text: string): string => Array.from(text, (sign) => traditional.get(sign) ?? sign).join("");

const repost = (_id: string, change: (text: string) => string, page = "copy") => {
  const reading = buildNotice(long);
  return versionOf(_id, `page:http://repost.example/${page}.other`, {
    ...reading,
    kind: "other",
    findings: [],
    outcomes: [],
    text: change(reading.text),
    title: change(reading.title ?? ""),
  });
};
const copyPage = "http://repost.example/copy";
const shown: Seen = { page: "a", day: 1, shows: original };
const copied = (shows: ReturnType<typeof repost>): Seen => ({ page: copyPage, day: 2, shows, source: "repost" });

const guest = (seen: Seen) => inputOf([seen], seen.shows?.seriesId);
const traceOf = (seen: readonly Seen[], seriesId = district, more: Partial<StoredTrace> = {}): StoredTrace => {
  const input = inputOf(seen, seriesId);
  const keys = traceKeysOf(input, []);
  return {
    _id: seriesId,
    rev: 1,
    isPage: seriesId.startsWith("page:"),
    keys: [...keys.copyKeys, ...keys.otherKeys],
    marks: [...keys.marks],
    joins: null,
    settled: null,
    digest: traceDigest(input, keys, null),
    known: [],
    ...more,
  };
};

describe("a copy whose subject can't be told", () => {
  it.each([
    ["names dropped", masked],
    ["traditional characters", inTraditional],
    ["a disclaimer added", (text: string) => `${text}\n本站转载只为传递信息，如有异议请与本站联系处理。`],
    ["all of these", (text: string) => `转载\n${masked(inTraditional(text))}\n免责声明：本文与本站立场无关。`],
  ])("finds the notice that it repeats: %s", (_, change) => {
    const seen = copied(repost("c1", change));
    const own = inputOf([seen], seen.shows?.seriesId);
    const host = inputOf([shown]);
    const shared = traceKeysOf(own, []).copyKeys.filter((key) => traceKeysOf(host, []).copyKeys.includes(key));
    expect(shared.length).toBeGreaterThan(0);
    expect(hostAmong(own, [host])).toBe(district);
    const result = composeSeen([shown], { guests: [guest(seen)] });
    expect(result.notices).toHaveLength(1);
    expect(result.notices[0]?.sightings.map(({ rank, versionId }) => [rank, versionId])).toEqual([
      ["official", "v1"],
      ["repost", "c1"],
    ]);
    expect(result.notices[0]?.currentVersionId).toBe("v1");
  });

  it("is not joined to another notice, nor is one of a few words", () => {
    const other = versionOf("c2", "page:http://repost.example/copy.other", {
      ...buildNotice(),
      text: Array.from(
        "甲乙丙丁戊己庚辛壬癸子丑",
        (sign) => `第${sign}条渠道已经疏浚完毕，第${sign}名管护员已经上岗。`,
      ).join(""),
      findings: [],
      kind: "other",
    });
    const seen = copied(other);
    expect(hostAmong(inputOf([seen], other.seriesId), [inputOf([shown])])).toBeNull();
    const result = composeSeen([shown], { guests: [guest(seen)] });
    expect(result.notices[0]?.sightings).toHaveLength(1);
    const short = { ...other, reading: { ...other.reading, text: "样州市望麓区委整改通报。" } };
    expect(traceKeysOf(inputOf([copied(short)], other.seriesId), []).copyKeys).toEqual([]);
  });

  it("is not joined to the notice of a body that it can't mean, nor to one of another cycle", () => {
    const { reading } = original;
    const subject = { ...reading.subject, bodyId: district };
    const host = inputOf([{ ...shown, shows: { ...original, reading: { ...reading, subject } } }]);
    const joins = (candidates: readonly string[], startedOn = "2023-04-09") => {
      const own = repost("c1", masked);
      const named = {
        ...own.reading,
        subject: { ...own.reading.subject, candidates: candidates.map((bodyId) => ({ bodyId, name: bodyId })) },
        inspection: { ...own.reading.inspection, startedOn },
      };
      return hostAmong(inputOf([copied({ ...own, reading: named })], own.seriesId), [host]);
    };
    expect(joins([])).toBe(district);
    expect(joins([district, "division-990203"])).toBe(district);
    expect(joins(["division-990203", "division-990204"])).toBeNull();
    expect(joins([], "2019-09-16")).toBeNull();
  });

  it("prefers a series with a subject to a page; a page joins a smaller page only", () => {
    const peers = [
      traceOf([], district),
      traceOf([], "page:http://repost.example/a"),
      traceOf([], "page:http://repost.example/z"),
      traceOf([], "page:http://repost.example/b", { joins: district }),
    ];
    const ids = (seriesId: string) => possibleHosts(seriesId, peers).map(({ _id }) => _id);
    expect(ids("page:http://repost.example/copy")).toEqual([district, "page:http://repost.example/a"]);
    expect(ids("division-990102")).toEqual([]);
    const one = repost("c1", masked, "a");
    const seen = { page: "http://repost.example/a", day: 1, shows: one };
    const own = inputOf([copied(repost("c1", masked))], "page:http://repost.example/copy");
    expect(hostAmong(own, [inputOf([seen], one.seriesId), inputOf([shown])])).toBe(district);
    expect(hostAmong(own, [inputOf([seen], one.seriesId)])).toBe(one.seriesId);
  });
});

describe("copies that say something else", () => {
  const with16 = buildNotice({
    ...long,
    findings: withMeasure(1, 0, "组织镇村干部集中培训，逐村补齐公开栏，处理失职人员16人。"),
  });
  const base = versionOf("v1", noticeId, buildNotice());
  const differing = (reading: typeof with16) => versionOf("c1", noticeId, reading);
  const diverged = (copy: ReturnType<typeof differing>) =>
    composeSeen([
      { page: "a", day: 1, shows: base },
      { page: copyPage, day: 2, shows: copy, source: "repost" },
    ]).changes.map(({ change }) => change);

  it("are copy-diverged, the original before and the copy after", () => {
    const changes = diverged(
      differing(
        buildNotice({ findings: withMeasure(1, 0, "组织镇村干部集中培训，逐村补齐公开栏，处理失职人员16人。") }),
      ),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: "copy-diverged", before: { value: 13 }, after: { value: 16 } });
    expect(changes[0]?.summary.zh).toContain(copyPage);
  });

  it("in typography, boilerplate, publisher and characters only do not", () => {
    const plain = buildNotice();
    const wide = { ...plain, text: plain.text.replaceAll("，", ",") };
    expect(diverged(differing(wide))).toEqual([]);
    expect(diverged(differing(buildNotice({ boilerplate: "本站转载内容仅供查阅，如有疑问请联系我们。" })))).toEqual([]);
    expect(diverged(differing(buildNotice({ publishedOn: "2024-04-02", publisher: "转载网" })))).toEqual([]);
  });

  it("one by one where names were dropped, quoted as they are printed", () => {
    const result = composeSeen([shown], {
      guests: [guest(copied(repost("c1", (text) => inTraditional(masked(text)))))],
    });
    expect(new Set(kindsIn(result))).toEqual(new Set(["copy-diverged"]));
    expect(result.changes.some(({ change }) => change.after?.text.includes("××區"))).toBe(true);
  });

  it("do not, where the copy only shows what the original showed before", () => {
    const later = versionOf("v2", noticeId, with16);
    const result = composeSeen([
      { page: "a", day: 1, shows: base },
      { page: "a", day: 5, shows: later },
      { page: copyPage, day: 6, shows: base, source: "repost" },
    ]);
    expect(kindsIn(result)).not.toContain("copy-diverged");
  });
});

describe("what many pages of a host show alike", () => {
  const later = versionOf(
    "v2",
    noticeId,
    buildNotice({ ...long, closing: "下一步，区委将持续用力，巩固整改成果。本站已支持无障碍浏览。" }),
  );
  const edited: readonly Seen[] = [shown, { page: "a", day: 5, shows: later }];
  const marksOf = (pages: readonly string[]): StoredTrace[] =>
    pages.map((page) =>
      traceOf(
        edited.map((seen) => ({ ...seen, page })),
        district,
        { _id: `division-${page}` },
      ),
    );

  it("is one template change, told by the first page as a cosmetic one", () => {
    const keys = traceKeysOf(inputOf(edited), []);
    const [key = "", teller] = [...templatesAmong(keys, marksOf(["b", "c"]))][0] ?? [];
    expect(teller).toBe("http://official.example/a");
    expect(kindsIn(composeSeen(edited))).toEqual(["text-edited"]);
    const told = composeSeen(edited, { templates: new Map([[key, "http://official.example/a"]]) });
    expect(told.changes.map(({ change }) => [change.kind, change.severity])).toEqual([["cosmetic", "cosmetic"]]);
    expect(composeSeen(edited, { templates: new Map([[key, "http://official.example/0"]]) }).changes).toEqual([]);
  });

  it("is an edit like any other on two pages, on twins, or on other hosts", () => {
    const keys = traceKeysOf(inputOf(edited), []);
    expect(templatesAmong(keys, marksOf(["b"])).size).toBe(0);
    expect(templatesAmong(keys, marksOf(["a_ext", "b", "b_ext"])).size).toBe(0);
    expect(templatesAmong(keys, marksOf(["http://other.example/b", "http://third.example/c"])).size).toBe(0);
  });

  it("never hides an edit of a finding", () => {
    const inside = versionOf(
      "v3",
      noticeId,
      buildNotice({ ...long, findings: withMeasure(1, 0, "组织镇村干部集中培训，处理失职人员16人。") }),
    );
    const keys = traceKeysOf(inputOf([shown, { page: "a", day: 5, shows: inside }]), []);
    expect(keys.marks.filter(({ key }) => key.startsWith("edit:"))).toEqual([]);
  });

  it("is an error sink where they land on one body, and nothing of it is a notice or a change", () => {
    const error = versionOf("e", `page:http://official.example/a.other`, {
      ...buildNotice(),
      kind: "other",
      findings: [],
      text: "系统升级。",
    });
    const landed = (page: string): Seen => ({ page, day: 7, shows: error, blob: "e" });
    const series = "page:http://official.example/a";
    const keys = traceKeysOf(inputOf([shown, landed("a")], series), []);
    const peers = ["b", "c"].map((page) => traceOf([landed(page)], series, { _id: `page:${page}` }));
    const sinks = sinksAmong(keys, peers);
    expect([...sinks]).toEqual([`official.example ${"e".padEnd(64, "0")}`]);
    expect(sinksAmong(keys, peers.slice(1)).size).toBe(0);
    const seen: readonly Seen[] = [shown, { page: "a", day: 7, shows: { ...error, seriesId: district }, blob: "e" }];
    expect(composeSeen(seen).notices).toHaveLength(2);
    const result = composeSeen(seen, { sinks });
    expect(result.notices.map(({ _id, presence }) => [_id, presence])).toEqual([[noticeId, "seen"]]);
    expect(result.changes).toEqual([]);
  });

  it("are no sink where three pages show one notice from the first on", () => {
    const traces = ["a", "b", "c"].map((page) => traceOf([{ ...shown, page }], district, { _id: page }));
    expect(sinksAmong(traceKeysOf(inputOf([shown]), []), traces).size).toBe(0);
  });
});

describe("the series of a body that the subject succeeded", () => {
  const older = versionOf(
    "p1",
    "division-990199.province.2019-09-16.rectification",
    buildNotice({
      started: ["2019-09-16", "2019年9月16日"],
      ended: ["2019-11-29", "11月29日"],
      feedback: ["2020-01-09", "2020年1月9日"],
    }),
    { seriesId: "division-990199" },
  );
  const heritage = inputOf([{ page: "p", day: 1, shows: older }], "division-990199");

  it("is continued: the first own notice follows its last one, with what came back", () => {
    const alone = composeSeen([shown]);
    expect(kindsIn(alone)).toEqual([]);
    const joined = composeSeen([shown], { predecessors: [heritage] });
    expect(joined.notices.map(({ _id, precededBy }) => [_id, precededBy])).toEqual([[noticeId, older.noticeId]]);
    expect(kindsIn(joined)).toEqual(expect.arrayContaining(["notice-succeeded", "finding-repeated", "inspection-gap"]));
    expect(joined.chains.filter(({ timesNamed }) => timesNamed === 2)).toHaveLength(3);
  });

  it("is not, where it has nothing before the subject's first notice", () => {
    const late = inputOf(
      [{ page: "p", day: 1, shows: { ...older, reading: buildNotice({ feedback: ["2025-01-09", "2025年1月9日"] }) } }],
      "division-990199",
    );
    expect(kindsIn(composeSeen([shown], { predecessors: [late] }))).toEqual([]);
  });
});
