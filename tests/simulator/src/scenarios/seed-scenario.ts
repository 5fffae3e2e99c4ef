import { sitesFolder } from "@zhenggai/sources";
import { parseSources, readFolder } from "../read-folder.ts";
import { readSeed, type SeedNotice } from "../read-seed.ts";
import type { Article, Scenario, ServedNotice, Site } from "../scenario.ts";
import { hanwebSite } from "../sites/hanweb-site.ts";
import { plainSite } from "../sites/plain-site.ts";
import { trsSite } from "../sites/trs-site.ts";
import type { SiteFrame } from "../templates/page-frame.ts";

/** Texts of the five seeds by number: `000` … `004`. */
export type SeedTexts = Readonly<Record<"000" | "001" | "002" | "003" | "004", string>>;

/** Folder with the test-only sources beside the real ones. */
export const seedSitesFolder = new URL("../../seed-sites/", import.meta.url).href;

const jiangsu = frame("清风扬帆网", "www.jssjw.gov.cn", ["首页", "巡视巡察"]);
const shandong = frame("山东省纪委监委网站", "www.sdjj.gov.cn", ["首页", "工作之窗", "巡视巡察"]);
const zhejiang = frame("浙江省纪委省监委网站", "www.zjsjw.gov.cn", ["首页", "工作动态", "巡视巡察"]);
const zone = frame("镇江新区", "www.zjna.gov.cn", ["首页", "通知公告"]);
const reposter = frame("文汇转载", "www.wenhui-repost.example", ["首页", "通报"]);

/**
 * The five real notices on the sites that they come from, at the addresses that are known; 004 as its official page with a stripped
 * twin, and once more as a repost. 002 carries no title, so its page gets one; its address and day are invented.
 */
export async function seedScenario(seedTexts: SeedTexts): Promise<Scenario> {
  const real = await readFolder(new URL(sitesFolder), ".yaml");
  const testOnly = await readFolder(new URL(seedSitesFolder), ".yaml");
  const wanted = new Set(["jssjw-379.yaml", "jssjw-5072.yaml", "sdjj-xsxc.yaml", "zjsjw-xunshixuncha.yaml"]);
  const sourceFiles = new Map([...[...real].filter(([name]) => wanted.has(name)), ...testOnly]);
  return {
    name: "seeds",
    sites: seedSites(seedTexts),
    sources: parseSources(sourceFiles),
    sourceFiles,
    lastStep: 0,
  };
}

function seedSites(texts: SeedTexts): Site[] {
  const wuxing = readSeed(texts["004"]);
  const official = serve(wuxing, "浙江省纪委省监委网站", "2024-02-22 08:36");
  const repost = serve({ ...wuxing, paragraphs: [...wuxing.paragraphs, ...wuxing.repostLines] }, "网络", "2024-02-26");
  const column = { webId: "5", name: "巡视巡察", perPage: 15 };
  const gulou = article("/art/2024/3/27/art_379_34530.html", serve(readSeed(texts["000"]), "清风扬帆网", "2024-03-27"));
  const xuanwu = article(
    "/art/2024/3/27/art_5072_165436.html",
    serve(readSeed(texts["003"]), "清风扬帆网", "2024-03-27"),
  );
  const kuiwen = article(
    "/gzdt/xsxc/202008/t20200803_11610138.htm",
    serve(readSeed(texts["001"]), "山东省纪委监委网站", "2020-08-03"),
  );
  const zonePage = article("/tzgg/2020/4/content_2017.html", serve(readSeed(texts["002"]), "镇江新区", "2020-04-29"));
  const zhejiangFolder = "/gongzuodongtai/xunshixuncha/";
  return [
    hanwebSite(jiangsu, [
      { ...column, columnId: "379", unitId: "3791", articles: [gulou] },
      { ...column, columnId: "5072", unitId: "50721", articles: [xuanwu] },
    ]),
    trsSite(shandong, {
      folder: "/gzdt/xsxc/",
      name: "巡视巡察",
      perPage: 15,
      ending: "htm",
      hasTwins: false,
      articles: [kuiwen],
    }),
    trsSite(zhejiang, {
      folder: zhejiangFolder,
      name: "巡视巡察",
      perPage: 15,
      ending: "shtml",
      hasTwins: true,
      articles: [article(`${zhejiangFolder}202402/t20240221_21704097.shtml`, official)],
    }),
    plainSite(zone, {
      listPath: "/tzgg/list.html",
      name: "通知公告",
      perPage: 15,
      isRepost: false,
      articles: [zonePage],
    }),
    plainSite(reposter, {
      listPath: "/gov/list.html",
      name: "通报",
      perPage: 15,
      isRepost: true,
      articles: [article("/a/88231.html", repost)],
    }),
  ];
}

function frame(siteName: string, domain: string, trail: readonly string[]): SiteFrame {
  return { siteName, domain, organizer: siteName, trail };
}

function article(path: string, notice: ServedNotice): Article {
  return { path, revisions: [{ fromStep: 0, notice }], withdrawnAtStep: null };
}

function serve(seed: SeedNotice, publisher: string, publishedAt: string): ServedNotice {
  const title = seed.title ?? "镇江经济技术开发区党工委关于巡视整改进展情况的通报";
  return { title, publisher, publishedAt, paragraphs: seed.paragraphs };
}
