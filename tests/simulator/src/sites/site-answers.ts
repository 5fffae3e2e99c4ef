import type { SimulatedResponse } from "../scenario.ts";
import { framePage, type SiteFrame } from "../templates/page-frame.ts";

export function htmlResponse(body: string, status = 200): SimulatedResponse {
  return { status, headers: { "content-type": "text/html; charset=UTF-8" }, body };
}

/** robots.txt, home page, and the site's own page for what is not there. */
export function commonAnswer(frame: SiteFrame, path: string): SimulatedResponse {
  if (path === "/robots.txt") {
    const body = "User-agent: *\nDisallow: /admin/\nDisallow: /search\n";
    return { status: 200, headers: { "content-type": "text/plain; charset=UTF-8" }, body };
  }
  if (path === "/" || path === "/index.html") {
    return htmlResponse(framePage(frame, { head: "", title: "首页", main: "<p>欢迎访问。</p>" }));
  }
  const main = "<p>抱歉，您访问的页面不存在或已删除。</p>";
  return htmlResponse(framePage(frame, { head: "", title: "404", main }), 404);
}
