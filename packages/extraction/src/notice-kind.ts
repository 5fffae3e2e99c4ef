import type { NoticeKind } from "@zhenggai/notice";

type Rule = readonly [NoticeKind, RegExp];

/** The genre's own name, at the end of a title: 关于巡视整改进展情况的通报. */
const rectification =
  /整改(?:工作)?(?:进展|落实|完成)?(?:的|及成效)?(?:情况)?(?:的)?(?:通报|报告|公告|公示|公布|公开)?$/;
/** What is reported about rectification in news and orders, not by who rectified. */
const aboutRectification =
  /召开|举行|推进会|动员会|民主生活会|调研|督导|座谈|培训|会议|推进|部署|启动|方案|通知|综述|解读|问答|揭秘|访谈|观察|心得|纪实|评论|指南|模板|XX/;
/** Other kinds by title, in this order. */
const byTitle: readonly Rule[] = [
  [
    "exposure",
    /(?:通报|曝光|点名)(?!表[扬彰]).{0,24}(?:典型)?(?:问题|案例|案件)|典型(?:问题|案例).{0,6}(?:通报|曝光)|公开曝光/,
  ],
  [
    "discipline",
    /开除(?:党籍|公职)|双开|(?:受到|受|给予|予以|作出).{0,24}处分|被(?:撤职|开除|免职|给予)|(?:严重警告|留党察看|撤销党内职务|政务(?:警告|记过|记大过|降级|撤职))处分/,
  ],
  [
    "investigation",
    /(?:接受|被).{0,24}(?:纪律审查|监察调查|审查调查|立案审查|审查和调查)|主动投案|涉嫌严重(?:违纪|职务)|被(?:审查|留置|立案)/,
  ],
];
/** Kinds that tell of an inspection; the title alone may be told of others (督察组进驻, 向市民反馈). */
const ofInspection: readonly Rule[] = [
  ["stationing", /进驻|(?:巡视|巡察)(?:工作)?公告|开展(?:巡视|巡察)的?公告/],
  ["feedback", /反馈/],
  ["mobilization", /动员|部署/],
];
const byText: readonly Rule[] = [
  [
    "rectification",
    /现[^。]{0,20}将.{0,40}整改.{0,30}(?:公布|公开|通报|公告|报告)|(?:通报|公布|公开).{0,12}整改.{0,12}(?:进展|情况)/,
  ],
  ["discipline", /(?:决定|经).{0,60}给予.{0,20}开除党籍/],
  ["investigation", /(?:正)?(?:接受|被).{0,20}(?:纪律审查|监察调查|审查调查)/],
  ["stationing", /(?:巡视|巡察)组.{0,40}进驻.{0,120}(?:值班电话|信箱|受理)/],
];
/** First words of an untitled text about an inspection that has nothing to tell of a rectification, and how far down they count. */
const opensAs: readonly Rule[] = [
  ["feedback", /反馈了?(?:专项)?(?:巡视|巡察)(?:“回头看”)?的?情况|现将(?:巡视|巡察)(?:反馈)?情况/],
  ["stationing", /(?:巡视|巡察)[^。]{0,80}(?:进驻(?:沟通|见面)会|完成进驻)/],
  ["mobilization", /(?:巡视|巡察)(?!整改)[^。]{0,40}动员(?:部署)?(?:会|大会)/],
];
const stationedTeam =
  /(?:巡视|巡察).{0,60}现将有关(?:事项|情况)(?:公告|通告|公布)如下|(?:巡视|巡察)期间[^。]{0,60}(?:值班电话|信箱|意见箱)/;
const firstWords = 160;
/** “现将具体情况通报如下” behind sentences about nothing but rectification. */
const announced = /现将(?:有关|具体|相关|主要)?情况(?:予以)?(?:通报|报告|公布|公开)/;
const rectifiedOften = /(?:整改[\s\S]{0,400}?){3}/;
const problemHeading = /(?:关于|针对)[“"][^。\n]{2,80}[”"](?:方面)?的?问题/g;
const inspected = /巡视|巡察/;
const otherOversight = /督察|审计|督导组|巡查组/;
const withdrawn = /撤离|结束(?:对.{1,20})?(?:的)?(?:现场)?(?:进驻|巡视|巡察)/;

const genre = /巡视|巡察|纪委|监委|纪检|监察|违纪|处分|整改/;
const errorPage =
  /页面(?:不存在|已删除|走丢|丢失)|\b40[34]\b|无法访问|拒绝访问|稍后再试|验证码|安全验证|正在跳转|系统维护|登录后|JavaScript/i;

/**
 * Tells the kinds of the same columns apart, by the title before the text: “省委第三巡视组进驻样州市云汀区公告” is stationing. Null where
 * the text speaks of none of the genre's matters, is a list without a sentence, or says that the page is not there.
 */
export function noticeKind(printedTitle: string | null, text: string): NoticeKind | null {
  const title = printedTitle ?? "";
  const head = text.slice(0, 2000).replaceAll("\n", " ");
  const hasSentence = /[。;!]/.test(text);
  if (!hasSentence && text.split("\n").length > 5) return null;
  if (text.length < 300 && errorPage.test(`${title} ${head}`)) return null;
  const kind = kindByTitle(title, head) ?? kindByText(title, text, head);
  return kind ?? (hasSentence && genre.test(`${title} ${text}`) ? "other" : null);
}

/** “other” where the title says that it is none of the kinds. */
function kindByTitle(title: string, head: string): NoticeKind | null {
  const isInspected = inspected.test(title) || (inspected.test(head) && !otherOversight.test(title));
  const own = title.replace(/[((【[][^()()【】[\]]{1,16}[))】\]]$/, "");
  if (/整改|反馈意见/.test(own) && isInspected && isReportOfRectification(own)) return "rectification";
  const found = byTitle.find(([, pattern]) => pattern.test(title) && !title.startsWith("《"));
  if (found) return found[0];
  if (isNews(title)) return "other";
  return (isInspected && ofInspection.find(([, pattern]) => pattern.test(title))?.[0]) || null;
}

/** A meeting about rectification, or the end of a visit. */
function isNews(title: string): boolean {
  return (aboutRectification.test(title) && title.includes("整改")) || withdrawn.test(title);
}

function isReportOfRectification(title: string): boolean {
  if (/(?:情况|进展|结果|成效|整改)的?(?:通报|报告|公告|公示|公布|公开)$/.test(title))
    return !/综述|方案的/.test(title);
  return rectification.test(title) && !aboutRectification.test(title);
}

function kindByText(title: string, text: string, head: string): NoticeKind | null {
  const found = byText.find(([, pattern]) => pattern.test(head));
  if (found && !(found[0] === "rectification" && otherOversight.test(title))) return found[0];
  const headings = text.includes("整改") ? [...text.matchAll(problemHeading)].length : 0;
  if (headings >= 3 || (announced.test(head) && rectifiedOften.test(head))) return "rectification";
  const opened = otherOversight.test(head)
    ? undefined
    : opensAs.find(([, pattern]) => pattern.test(head.slice(0, firstWords)));
  return opened?.[0] ?? (stationedTeam.test(head) ? "stationing" : null);
}
