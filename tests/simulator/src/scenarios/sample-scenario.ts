import { hanwebPath, stableNumber, trsPath } from "../article-path.ts";
import type { SampleNotice } from "../front-matter.ts";
import { parseSources, readFolder } from "../read-folder.ts";
import { readSampleNotices } from "../read-sample-notices.ts";
import type { Article, Scenario } from "../scenario.ts";
import { hanwebSite } from "../sites/hanweb-site.ts";
import { plainSite } from "../sites/plain-site.ts";
import { trsSite } from "../sites/trs-site.ts";
import type { SiteFrame } from "../templates/page-frame.ts";

/** Folder with the sample sources' YAML files: what `SOURCES_DIR` is set to for the sample. */
export const sampleSitesFolder = new URL("../../sample/sites/", import.meta.url).href;

const columnId = "12";
const trsFolder = "/xxgk/xszg/";
/** The notice that the site takes back at step 1: 404, and off the list. */
const withdrawnSlug = "wanglu-2019";

const provincial: SiteFrame = {
  siteName: "清风样例网",
  domain: "qingfeng.yangli.example",
  organizer: "中共样例省纪律检查委员会",
  trail: ["首页", "巡视巡察", "巡视整改"],
};
const municipal: SiteFrame = {
  siteName: "例江市纪委监委网站",
  domain: "jw.lijiang.example",
  organizer: "中共例江市纪律检查委员会",
  trail: ["首页", "信息公开", "巡视整改"],
};
const reposter: SiteFrame = {
  siteName: "政声文汇",
  domain: "zhuanzai.example",
  organizer: "政声文汇编辑部",
  trail: ["首页", "政务", "通报"],
};

/**
 * The sample web: a provincial Hanweb site, a municipal TRS site with stripped twins, an aggregator that reposts. Step 0 is before,
 * step 1 after one notice was silently edited and another withdrawn.
 */
export async function sampleScenario(): Promise<Scenario> {
  const sourceFiles = await readFolder(new URL(sampleSitesFolder), ".yaml");
  const articles = placeNotices(await readSampleNotices());
  return {
    name: "sample",
    sourceFiles,
    sources: parseSources(sourceFiles),
    lastStep: 1,
    sites: [
      hanwebSite(provincial, [
        {
          columnId,
          unitId: "20188",
          webId: "3",
          name: "巡视整改",
          perPage: 2,
          articles: articles[provincial.domain] ?? [],
        },
      ]),
      trsSite(municipal, {
        folder: trsFolder,
        name: "巡视整改",
        perPage: 2,
        ending: "shtml",
        hasTwins: true,
        articles: articles[municipal.domain] ?? [],
      }),
      plainSite(reposter, {
        listPath: "/gov/list.html",
        name: "通报",
        perPage: 10,
        isRepost: true,
        articles: articles[reposter.domain] ?? [],
      }),
    ],
  };
}

/** Gives every notice its site and address; a revision replaces what its page says at step 1. */
function placeNotices(notices: readonly SampleNotice[]): Partial<Record<string, Article[]>> {
  const bySite: Partial<Record<string, Article[]>> = {};
  for (const notice of notices) {
    if (notice.revisionOf !== null) continue;
    const edit = notices.find((other) => other.revisionOf === notice.slug);
    const host = hostOf(notice);
    (bySite[host] ??= []).push({
      path: pathOf(notice, host, notices),
      revisions: [{ fromStep: 0, notice }, ...(edit === undefined ? [] : [{ fromStep: 1, notice: edit }])],
      withdrawnAtStep: notice.slug === withdrawnSlug ? 1 : null,
    });
  }
  return bySite;
}

function hostOf(notice: SampleNotice): string {
  if (notice.repostOf !== null) return reposter.domain;
  return String(notice.facts["subject"]).startsWith("例江") ? municipal.domain : provincial.domain;
}

function pathOf(notice: SampleNotice, host: string, notices: readonly SampleNotice[]): string {
  if (host === reposter.domain) return `/a/${stableNumber(notice.slug, 30_000)}.html`;
  if (host === municipal.domain) return trsPath(trsFolder, notice.publishedAt, stableNumber(notice.slug, 21_700_000));
  return reposted(notice, notices) ?? hanwebPath(notice.publishedAt, columnId, stableNumber(notice.slug, 10_000));
}

/** The address under which a repost links its original. */
function reposted(notice: SampleNotice, notices: readonly SampleNotice[]): string | null {
  const copy = notices.find((other) => other.repostOf === notice.slug);
  const link = copy?.paragraphs.join("\n").match(/原文链接：(https?:\/\/[\x21-\x7e]+)/u)?.[1];
  return link === undefined || new URL(link).host !== provincial.domain ? null : new URL(link).pathname;
}
