import { type SeriesInput, composeSeries } from "@zhenggai/comparison";
import type { StoredCapture, StoredVersion } from "@zhenggai/notice";
import { printNotice, readText } from "../series/print-notice.ts";
import { machine } from "./machine.ts";

const seriesId = "division-990103";
const noticeCount = 20;
const findingCount = 40;

const measures = [
  "召开专题会议研究部署，制定整改方案，逐项明确责任单位和完成时限，约谈相关负责人6人，处理失职人员3人。",
  "修订完善管理办法2项，建立月度调度和季度通报制度，年底前完成全部整改任务，确保问题不反弹、成效可持续。",
  "组织开展专项排查，梳理问题线索12条，追缴资金528.09万元，对长期推进缓慢的单位进行集中约谈和公开通报。",
];

const matters =
  "园区项目 惠企资金 安置房 村级账目 信访积案 养老设施 干部档案 黑臭水体 招标投标 平台债务 消防安全 中小学校 农田水利 文旅资源 公务接待 会议文件 党员管理 年轻干部 政府采购 医疗服务".split(
    " ",
  );
const flaws = ["监管不够有力", "推进缓慢", "存在短板", "管理混乱", "把关不严"];

function versionOf(at: number): StoredVersion {
  const year = 2026 - at * 2;
  const findings = Array.from({ length: findingCount }, (_, n) => {
    const matter = matters[(n * 3 + at * 7) % matters.length] ?? "";
    const title = `${matter}${n >= matters.length ? "配套" : ""}${flaws[(n + at) % flaws.length] ?? ""}`;
    return { title, measures: measures.map((words) => `${title}：${words}`) };
  });
  const text = printNotice({
    subject: "样州市望麓区",
    startedOn: `${year}-03-01`,
    endedOn: `${year}-05-01`,
    feedbackOn: `${year}-07-01`,
    signedOn: `${year}-12-20`,
    findings,
  });
  const noticeId = `${seriesId}.province.${year}-03-01.rectification`;
  return { _id: `v${at}`, noticeId, seriesId, digest: `v${at}`, extractor: 1, reading: readText(text) };
}

function captureOf(version: StoredVersion, at: number): StoredCapture {
  const instant = `2026-01-${String(at + 1).padStart(2, "0")}T00:00:00.000Z`;
  return {
    _id: `c${at}`,
    pageId: `http://jw.wanglu.example/art/${at}.html`,
    sequence: 1,
    blobId: String(at).padStart(64, "0"),
    status: 200,
    headers: {},
    redirects: [],
    finalUrl: `http://jw.wanglu.example/art/${at}.html`,
    sourceId: "official",
    firstSeenAt: instant,
    lastSeenAt: instant,
    reading: {
      extractor: 1,
      outcome: "version",
      versionId: version._id,
      seriesId,
      noticeId: version.noticeId,
      fault: null,
    },
    readingRev: 1,
    pendingSeries: [],
  };
}

/** How long a subject of 20 notices with 40 findings each takes to be recomputed whole: notices, changes, ledger. */
export async function benchSeries(): Promise<unknown> {
  const versions = Array.from({ length: noticeCount }, (_, at) => versionOf(at));
  const input: SeriesInput = { seriesId, captures: versions.map(captureOf), versions, rankOf: () => "official" };
  const times = Array.from({ length: 12 }, () => {
    const startedMs = performance.now();
    composeSeries(input);
    return performance.now() - startedMs;
  });
  const before = process.cpuUsage();
  composeSeries(input);
  const used = process.cpuUsage(before);
  const warm = times.slice(2).sort((one, other) => one - other);
  const { changes, chains } = composeSeries(input);
  return {
    bench: "series",
    machine: machine(),
    notices: noticeCount,
    findings: noticeCount * findingCount,
    characters: versions.reduce((sum, { reading }) => sum + reading.text.length, 0),
    changes: changes.length,
    chains: chains.length,
    firstMs: Math.round(times[0] ?? 0),
    medianMs: Math.round(warm[Math.floor(warm.length / 2)] ?? 0),
    // Of this process alone, whatever else the machine does.
    cpuMs: Math.round((used.user + used.system) / 1000),
    worstMs: Math.round(warm.at(-1) ?? 0),
    barMs: 250,
  };
}
