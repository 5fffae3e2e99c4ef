import type { SimulatedResponse } from "./scenario.ts";
import { htmlResponse } from "./sites/site-answers.ts";

/** A misbehaviour of a page. `times` requests are answered so, then the site is well again; null: always. */
export type SimulatedFault = {
  readonly host: string;
  /** Exact path with query, or `*` for every page of the host. */
  readonly path: string;
  readonly answer: "error" | "empty" | "no-notice" | "challenge" | "soft-404" | "redirect-home" | "slow" | "drop";
  readonly times: number | null;
  /** For "slow": how long the answer waits. */
  readonly delayMs?: number;
};

/** What a fault answers instead of the page; null where the page itself is sent ("slow"), or nothing at all ("drop"). */
export function faultyResponse(fault: SimulatedFault): SimulatedResponse | null {
  switch (fault.answer) {
    case "error":
      return htmlResponse("<html><body><h1>500 Internal Server Error</h1></body></html>", 500);
    case "empty":
      return htmlResponse("");
    case "no-notice":
      return htmlResponse(meetingPage);
    case "challenge":
      return htmlResponse(challengePage, 412);
    case "soft-404":
      return htmlResponse(
        "<html><head><title>提示</title></head><body><p>您访问的页面不存在或已删除！</p></body></html>",
      );
    case "redirect-home":
      return { status: 302, headers: { location: "/" }, body: "" };
    case "slow":
    case "drop":
      return null;
    default:
      return fault.answer satisfies never;
  }
}

const challengePage = `<!DOCTYPE html><html><head><meta charset="UTF-8"><script>$_ts=window['$_ts']||{};$_ts.nsd=43218;</script></head>
<body><script>document.cookie="FSSBBIl1UgzbN7N80S=1; path=/";location.reload();</script></body></html>`;

const meetingPage = `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>样州市召开河湖长制工作会议</title></head>
<body><h1>样州市召开河湖长制工作会议</h1><div>发布日期：2024-03-01信息来源：清风样例网</div>
<div class="TRS_Editor"><p>3月1日上午，样州市召开河湖长制工作会议，通报去年水质监测情况，安排今年汛前检查。</p>
<p>会议要求，各区县要在4月底前完成河道清障，水务部门按月公布进度，对进展迟缓的由市河长办约谈。</p></div></body></html>`;
