import type { NoticeKind } from "@zhenggai/notice";

const byTitle: readonly (readonly [NoticeKind, RegExp])[] = [
  [
    "rectification",
    /(?:巡视|巡察|反馈意见|“回头看”).{0,30}整改|整改.{0,12}(?:进展|落实|完成)?情况(?:的)?(?:通报|报告|公告|公示)/,
  ],
  ["exposure", /(?:通报|曝光).{0,12}(?:典型)?(?:问题|案例)|典型(?:问题|案例).{0,6}(?:通报|曝光)|公开曝光/],
  ["discipline", /开除党籍|双开|(?:受到|给予).{0,12}(?:处分|处理)|党纪政务处分|被开除/],
  ["investigation", /(?:接受|被).{0,10}(?:审查|调查)|主动投案|涉嫌严重违纪/],
  ["stationing", /进驻|(?:巡视|巡察)(?:工作)?公告|开展(?:巡视|巡察)的?公告/],
  ["feedback", /反馈/],
  ["mobilization", /动员|部署/],
];
const byText: readonly (readonly [NoticeKind, RegExp])[] = [
  ["rectification", /现将.{0,40}整改.{0,30}(?:公布|公开|通报|公告)|(?:通报|公布|公开).{0,12}整改.{0,12}(?:进展|情况)/],
  ["discipline", /(?:决定|经).{0,60}给予.{0,20}开除党籍/],
  ["investigation", /(?:正)?(?:接受|被).{0,20}(?:纪律审查|监察调查|审查调查)/],
  ["stationing", /(?:巡视|巡察)组.{0,40}进驻.{0,120}(?:值班电话|信箱|受理)/],
];
const problemHeading = /(?:关于|针对)[“"][^。\n]{2,80}[”"](?:方面)?的?问题/g;
const ofInspection: ReadonlySet<NoticeKind> = new Set(["stationing", "feedback", "mobilization"]);
const inspected = /巡视|巡察/;

const genre = /巡视|巡察|纪委|监委|纪检|监察|违纪|处分|整改/;
const errorPage =
  /页面(?:不存在|已删除|走丢|丢失)|\b40[34]\b|无法访问|拒绝访问|稍后再试|验证码|安全验证|正在跳转|系统维护|登录后|JavaScript/i;

/**
 * Tells the kinds of the same columns apart, by the title before the text: “省委第三巡视组进驻样州市云汀区公告” is stationing. Null where
 * the text speaks of none of the genre's matters, is a list without a sentence, or says that the page is not there.
 */
export function noticeKind(title: string | null, text: string): NoticeKind | null {
  const head = text.slice(0, 2000).replaceAll("\n", " ");
  const hasSentence = /[。;!]/.test(text);
  if (!hasSentence && text.split("\n").length > 5) return null;
  if (text.length < 300 && errorPage.test(`${title ?? ""} ${head}`)) return null;
  const kind = kindByTitle(title ?? "", head) ?? kindByText(text, head);
  return kind ?? (hasSentence && genre.test(`${title ?? ""} ${text}`) ? "other" : null);
}

function kindByTitle(title: string, head: string): NoticeKind | null {
  const isInspected = inspected.test(`${title} ${head}`);
  const found = byTitle.find(([kind, pattern]) => pattern.test(title) && (isInspected || !ofInspection.has(kind)));
  return found ? found[0] : null;
}

function kindByText(text: string, head: string): NoticeKind | null {
  const found = byText.find(([, pattern]) => pattern.test(head));
  if (found) return found[0];
  const headings = text.includes("整改") ? [...text.matchAll(problemHeading)].length : 0;
  return headings >= 3 ? "rectification" : null;
}
