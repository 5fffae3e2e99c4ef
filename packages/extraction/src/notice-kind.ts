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
const inspected = /巡视|巡察/;

/**
 * Tells the kinds of the same columns apart, by the title before the text: “省委第三巡视组进驻样州市云汀区公告” is stationing. Null where
 * the text speaks of none of the genre's matters.
 */
export function noticeKind(title: string | null, text: string): NoticeKind | null {
  const head = text.slice(0, 2000).replaceAll("\n", " ");
  for (const [kind, pattern] of byTitle) {
    if (title === null || !pattern.test(title)) continue;
    if (
      (kind === "feedback" || kind === "mobilization" || kind === "stationing") &&
      !inspected.test(`${title} ${head}`)
    ) {
      continue;
    }
    return kind;
  }
  const byBody = byText.find(([, pattern]) => pattern.test(head));
  if (byBody) return byBody[0];
  const isOfGenre = /巡视|巡察|纪委|监委|纪检|监察|违纪|处分|整改/.test(`${title ?? ""} ${text}`);
  return isOfGenre && /[。;]/.test(text) ? "other" : null;
}
