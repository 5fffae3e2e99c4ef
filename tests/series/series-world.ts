import { compareStage } from "@zhenggai/comparer";
import type { Notice, StoredCapture, StoredVersion } from "@zhenggai/notice";
import type { JobContext, JobName, JobPayload, Queue } from "@zhenggai/queues";
import type { CanonicalDump, Store } from "@zhenggai/store";
import { printNotice, readText, type PrintedFinding } from "./print-notice.ts";

export const subject = "division-990103";
const predecessor = "division-990121";
const context: JobContext = { jobId: "test", attempt: 1, signal: new AbortController().signal };

const sampleFindings: readonly PrintedFinding[] = [
  {
    title: "园区项目监管不够有力",
    measures: [
      "开展园区项目清查，梳理停滞项目12个，约谈业主单位6家。",
      "修订《望麓区园区项目管理办法》，实行月度调度。",
    ],
  },
  {
    title: "村级账目公开不及时",
    measures: ["组织镇村干部集中培训，逐村补齐公开栏，处理失职人员13人。", "追缴被侵占的集体租金528.09万元。"],
  },
  {
    title: "信访积案化解缓慢",
    measures: ["领导干部包案下访，化解积案37件。", "在各街道设立调解室，就近受理群众诉求。"],
  },
];

const more: readonly PrintedFinding[] = [
  ...sampleFindings,
  { title: "养老设施建而少用", measures: ["改造闲置站点9处，引入机构运营。", "收费标准上墙公示，年底前全部更新。"] },
  { title: "干部档案审核不严", measures: ["复核科级干部档案，补齐材料。", "建立双人审核和抽查制度，长期坚持。"] },
];

/** One response of a page, on that day of the history. */
type Response = {
  readonly page: string;
  readonly day: number;
  readonly noticeId: string | null;
  readonly seriesId: string | null;
  readonly reading: Notice | null;
};

const cycle = (seriesId: string, day: string): string => `${seriesId}.province.${day}.rectification`;

const older = readText(
  printNotice({
    subject: "样州市望麓区",
    startedOn: "2019-09-16",
    endedOn: "2019-11-29",
    feedbackOn: "2020-01-09",
    signedOn: "2020-06-15",
    findings: [...sampleFindings, { title: "城区小学大班额突出", measures: ["扩建校舍2处，明年年底前启用。"] }],
  }),
);
const first = readText(
  printNotice({
    subject: "样州市柏塘县",
    startedOn: "2016-03-01",
    endedOn: "2016-04-30",
    feedbackOn: "2016-06-01",
    signedOn: "2016-12-15",
    findings: sampleFindings,
  }),
);
const text2023 = printNotice({
  subject: "样州市望麓区",
  startedOn: "2023-04-09",
  endedOn: "2023-06-20",
  feedbackOn: "2023-09-05",
  signedOn: "2024-03-15",
  findings: more,
});
const newer = readText(text2023);
const edited = readText(text2023.replace("处理失职人员13人", "处理失职人员16人"));
const masked = readText(text2023.replaceAll("样州市望麓区", "某市××区").replaceAll("望麓区", "××区"));
const error = readText("巡视整改专栏系统升级维护中，请稍后再来。");

const at2019 = cycle(subject, "2019-09-16");
const at2023 = cycle(subject, "2023-04-09");
const host = "http://jw.wanglu.example";
const repost = "http://zhuanzai.example/copy";

const own = (page: string, day: number, noticeId: string, reading: Notice): Response => ({
  page: `${host}/${page}`,
  day,
  noticeId,
  seriesId: subject,
  reading,
});
const loose = (page: string, day: number, reading: Notice): Response => ({
  page,
  day,
  noticeId: `page:${page}.other`,
  seriesId: `page:${page}`,
  reading,
});
const absent = (page: string, day: number): Response => ({
  page: `${host}/${page}`,
  day,
  noticeId: null,
  seriesId: null,
  reading: null,
});

/** Everything that may be seen: two cycles, an edit, a withdrawal and return, a twin, a copy, an error page on three pages, a predecessor. */
export const history: readonly Response[] = [
  own("t2019.shtml", 1, at2019, older),
  absent("t2019.shtml", 4),
  own("t2019.shtml", 9, at2019, older),
  own("t2023.shtml", 2, at2023, newer),
  own("t2023.shtml", 5, at2023, edited),
  own("t2023_ext.html", 3, at2023, newer),
  loose(repost, 6, masked),
  loose("http://zhuanzai.example/again", 7, masked),
  ...["x", "y", "z"].map((page) => loose(`${host}/${page}.shtml`, 8, error)),
  { ...own("p.shtml", 1, cycle(predecessor, "2016-03-01"), first), seriesId: predecessor },
];

/** The same text read by a newer extractor: it knows the topics of findings, and reads one title otherwise. */
function readingBy(extractor: number, { reading }: Response): Notice | null {
  if (reading === null || extractor === 1) return reading;
  const findings = reading.findings.map((finding, at) => ({
    ...finding,
    topics: ["T17"],
    title: at === 1 ? `${finding.title}、台账混乱` : finding.title,
  }));
  return { ...reading, findings };
}

const idOf = ({ page, day }: Response): string => `${page.replaceAll(/\W/gu, "_")}_${day}`;
const instant = (day: number): string => new Date(Date.UTC(2025, 0, day)).toISOString();

export type SeriesWorld = {
  readonly store: Store;
  /** Stores a response, read by that extractor; again and again is harmless. */
  readonly see: (response: Response, extractor: number) => Promise<void>;
  readonly compare: (seriesId: string) => Promise<void>;
  /** Compares what is pending until nothing is. */
  readonly settle: () => Promise<void>;
  /** Ids of the changes that were handed to the notifier. */
  readonly told: ReadonlySet<string>;
};

const rankOf = (sourceId: string): "official" | "repost" => (sourceId === "official" ? "official" : "repost");
const predecessorsOf = (seriesId: string): readonly string[] => (seriesId === subject ? [predecessor] : []);

export function seriesWorld(store: Store): SeriesWorld {
  const told = new Set<string>();
  const send = async <N extends JobName>(_name: N, payloads: readonly JobPayload<N>[]): Promise<void> => {
    for (const payload of payloads) if ("changeId" in payload) told.add(payload.changeId);
  };
  const queue: Pick<Queue, "send"> = { send };
  const stage = compareStage({ store, queue, rankOf, predecessorsOf, now: () => new Date(instant(60)) }, 8);
  const compare = (seriesId: string): Promise<void> => stage.handle({ seriesId }, context);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) {
      const pending = await store.captures.listPendingSeries(100);
      if (pending.length === 0) return;
      for (const seriesId of pending) await compare(seriesId);
    }
    throw new Error("the series never come to rest");
  };
  return { store, see: (response, extractor) => see(store, response, extractor), compare, settle, told };
}

async function see(store: Store, response: Response, extractor: number): Promise<void> {
  const { page, noticeId, seriesId } = response;
  const reading = readingBy(extractor, response);
  const _id = idOf(response);
  const versionId = noticeId === null || reading === null ? null : `${noticeId}@${digestOf(reading)}`;
  await store.captures.insert(captureOf(response, _id));
  if (versionId !== null && noticeId !== null && seriesId !== null && reading !== null) {
    const version: StoredVersion = {
      _id: versionId,
      noticeId,
      seriesId,
      digest: digestOf(reading),
      extractor,
      reading,
    };
    await store.versions.put(version);
  }
  const siblings = await store.captures.listOfPages([page]);
  const touched = [seriesId, ...siblings.map((one) => (reading === null ? one.reading?.seriesId : null))];
  await store.captures.setReading(
    _id,
    { extractor, outcome: reading === null ? "absent" : "version", versionId, seriesId, noticeId, fault: null },
    [...new Set(touched.flatMap((id) => id ?? []))],
  );
}

/** The text alone, as the extractor's digest: what a newer extractor reads out of it does not count. */
const digestOf = ({ text }: Notice): string =>
  `t${text.length}-${Array.from(text).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_003, 7)}`;

function captureOf({ page, day, reading }: Response, _id: string): StoredCapture {
  return {
    _id,
    pageId: page,
    sequence: day,
    blobId: reading === null ? null : digestOf(reading).replaceAll(/\D/gu, "").padEnd(64, "0"),
    status: reading === null ? 404 : 200,
    headers: {},
    redirects: [],
    finalUrl: page,
    sourceId: page.startsWith(host) ? "official" : "zhuanzai",
    firstSeenAt: instant(day),
    lastSeenAt: instant(day),
    ...(reading === null ? { absence: "confirmed" } : {}),
    reading: null,
    readingRev: 0,
    pendingSeries: [],
  };
}

type Documents = Pick<CanonicalDump, "notices" | "changes" | "finding_chains">;

/** What analysts see. Whether a change is our own depends on when an extractor came, so that is left out. */
export async function documentsOf(store: Store): Promise<Documents> {
  const { notices = [], changes = [], finding_chains = [] } = await store.dump();
  const withoutOrigin: unknown = JSON.parse(
    JSON.stringify(changes, (key, value: unknown) => (key === "origin" ? undefined : value)),
  );
  return { notices, changes: Array.isArray(withoutOrigin) ? withoutOrigin : [], finding_chains };
}
