import { canonicalUrl } from "./canonical-url.ts";
import { calendarDay } from "./page/calendar-day.ts";
import { visibleText, type VisibleText } from "./page/visible-text.ts";

export type JudgedResponse = {
  readonly status: number;
  readonly url: string;
  /** Address after redirects. */
  readonly finalUrl: string;
  readonly contentType: string | null;
  /** Decoded body; "" where there is none or it is no text. */
  readonly text: string;
  /** The column of the source, to notice an article that was redirected to it. */
  readonly listUrl?: string;
};

export type Verdict = {
  readonly verdict: "content" | "blocked" | "absent" | "server-error" | "login" | "empty";
  /** Which rule said so: status-412, challenge-shell, soft-404, … */
  readonly rule: string;
};

const blockedStatuses = new Set([403, 405, 412, 429, 512, 521]);
const shellLength = 200;
const noteLength = 400;

const challengeMark = /\$_ts\b|__jsl_clearance|C3VK=|acw_sc__v2|yunsuo_session|HOY_TR/iu;
const forwardingMark = /document\.cookie\s*=|location\.(href|reload|replace)|http-equiv=["']?refresh/iu;
const refusal =
  /安全验证|完成验证|滑动验证|人机验证|安全检查|访问(过于|太)频繁|访问.{0,6}(被拦截|被阻断|被拒绝|受限)|云防护|防火墙|启用JavaScript|开启JavaScript|GeoBL|AccessDenied|RequestBlocked/iu;
const absence =
  /(页面|网页|文章|信息|内容|栏目|文件|资源|稿件).{0,8}(不存在|已(被)?删除|已下线|已(被)?撤销|找不到|无法找到|走丢)|(找不到|未找到|无法找到)(该|您|您要|所|相关|请求)?.{0,8}(页|信息|内容|文章)|404NotFound|NotFound/iu;
const errorPath = /\/(404|error|notfound|err)(\.\w+)?$/iu;
const homePath = /^\/((index|default|main|home)\.\w+)?$/iu;
const loginPath = /\/(login|signin|sso|cas)(\b|\/|\.)/iu;

/**
 * What an answer is before anybody reads it: an article or list (`content`), or the reason why it is none. A challenge page, a
 * soft 404 or an empty shell with status 200 is never content.
 */
export function judgeResponse(response: JudgedResponse): Verdict {
  return byStatus(response.status) ?? byRedirect(response) ?? byBody(response) ?? { verdict: "content", rule: "body" };
}

function byStatus(status: number): Verdict | null {
  const rule = `status-${status}`;
  if (status === 401) return { verdict: "login", rule };
  if (status === 404 || status === 410) return { verdict: "absent", rule };
  if (blockedStatuses.has(status)) return { verdict: "blocked", rule };
  if (status >= 500) return { verdict: "server-error", rule };
  if (status >= 400) return { verdict: "blocked", rule };
  // The crawler follows redirects; one that is left leads nowhere (a cookie loop).
  if (status >= 300 && status !== 304) return { verdict: "blocked", rule };
  return status === 304 ? { verdict: "content", rule } : null;
}

function byRedirect(response: JudgedResponse): Verdict | null {
  const { url, finalUrl, listUrl } = response;
  if (canonicalUrl(url) === canonicalUrl(finalUrl) || !URL.canParse(finalUrl) || !URL.canParse(url)) return null;
  const { pathname } = new URL(finalUrl);
  if (loginPath.test(pathname)) return { verdict: "login", rule: "redirect-login" };
  if (errorPath.test(pathname)) return { verdict: "absent", rule: "redirect-error-page" };
  if (homePath.test(pathname) && !homePath.test(new URL(url).pathname)) {
    return { verdict: "absent", rule: "redirect-home" };
  }
  const isList = listUrl !== undefined && canonicalUrl(finalUrl) === canonicalUrl(listUrl);
  return isList ? { verdict: "absent", rule: "redirect-list" } : null;
}

function byBody({ text, contentType }: JudgedResponse): Verdict | null {
  if (contentType !== null && !/html|text|xml|json/iu.test(contentType)) return { verdict: "content", rule: "file" };
  if (text.trim() === "") return { verdict: "empty", rule: "no-body" };
  if (/<record>/iu.test(text)) return { verdict: "content", rule: "records" };
  const seen = visibleText(text);
  return (
    challenge(text, seen) ??
    shortNote(seen) ??
    (seen.plain === "" && seen.linked === "" ? { verdict: "empty", rule: "no-visible-text" } : null)
  );
}

function challenge(text: string, seen: VisibleText): Verdict | null {
  const visible = seen.plain.length + seen.linked.length;
  // A forwarding script alone also stands on articles; an article prints its day.
  const isShell = challengeMark.test(text) || (forwardingMark.test(text) && calendarDay(seen.plain) === null);
  if (visible < shellLength && isShell) return { verdict: "blocked", rule: "challenge-shell" };
  return visible < noteLength && refusal.test(seen.plain + seen.documentTitle)
    ? { verdict: "blocked", rule: "refusal-note" }
    : null;
}

/** A short page may be a one-sentence notice; only its words tell it from a note that something is missing. */
function shortNote(seen: VisibleText): Verdict | null {
  const words = squeezed(seen.documentTitle) + seen.plain;
  if (seen.hasPasswordField && seen.plain.length < noteLength) return { verdict: "login", rule: "password-field" };
  if (/^(404|错误|出错|error)/iu.test(squeezed(seen.documentTitle)))
    return { verdict: "absent", rule: "soft-404-title" };
  return seen.plain.length < noteLength && absence.test(words) ? { verdict: "absent", rule: "soft-404" } : null;
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, "");
}
