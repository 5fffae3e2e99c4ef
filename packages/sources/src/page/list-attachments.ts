import { isAttachment, isAttachmentPath } from "./is-attachment.ts";
import { tidyLine } from "./page-line.ts";
import type { PageParts } from "./page-parts.ts";
import type { LineRange, PageLink, PageOutline } from "./page-outline.ts";

/** How many lines below the body still belong to the article: the list of its files, the links to its other parts. */
const reachBelow = 12;
/** An article links to fewer files and pages; a hostile one to a million. */
const mostFiles = 2_000;
const iconPath =
  /(?:^|[/_-])(?:icon|ico|logo|btn|button|qr|ewm|weixin|wx|weibo|share|print|arrow|bg|line|dot|space|blank|banner)/iu;
const iconEnding = /\.(?:gif|svg|ico)$/iu;

/** Lines of the article, its foot included: from behind the title down to the footer, menus and side lists left out. */
export function articleRange(outline: PageOutline, parts: PageParts): LineRange {
  const start = parts.title?.end ?? parts.headers[0]?.start ?? parts.bodyLines[0] ?? 0;
  const last = parts.bodyLines.at(-1) ?? start;
  const reach = last + reachBelow;
  const footer = outline.lines.findIndex((line, index) => index > last && (line.isFooter || line.isChrome));
  return { start, end: Math.min(footer === -1 ? outline.lines.length : footer, reach) };
}

/**
 * The files that an article links to or shows in a frame, each once, with absolute addresses where the page's own is known; of an article without text also its
 * images, which may be the scanned notice.
 */
export function listAttachments(
  outline: PageOutline,
  parts: PageParts,
  page: { readonly url: string; readonly hasText: boolean },
): { title: string; url: string }[] {
  const range = articleRange(outline, parts);
  // An image or a frame has no line of its own and carries the number of the line that follows it.
  const isWithin = ({ line, isAside, text }: PageLink): boolean =>
    !isAside && line >= range.start && (text === "" ? line <= range.end : line < range.end);
  const byUrl = new Map<string, string>();
  const add = (link: PageLink, isAnyFile: boolean): void => {
    const address = resolved(outline, link, page.url);
    const url = address?.href ?? relative(link, page.url);
    if (url === "" || byUrl.has(url)) return;
    const isFile = isAnyFile || (address === null ? isAttachment(url) : isAttachmentPath(address.pathname));
    if (isFile) byUrl.set(url, tidyLine(link.text));
  };
  for (const link of outline.links.filter(isWithin).slice(0, mostFiles)) add(link, false);
  for (const frame of outline.frames.filter(isWithin).slice(0, mostFiles)) add(frame, false);
  if (page.hasText) return titled(byUrl);
  for (const image of scans(outline.images).filter(isWithin).slice(0, mostFiles)) add(image, true);
  return titled(byUrl);
}

function titled(byUrl: ReadonlyMap<string, string>): { title: string; url: string }[] {
  return [...byUrl].map(([url, title]) => ({ title, url }));
}

/** The absolute address of a link, "" where it has none that can be fetched. */
export function absolute(outline: PageOutline, link: PageLink, pageUrl: string): string {
  return resolved(outline, link, pageUrl)?.href ?? "";
}

function resolved(outline: PageOutline, link: PageLink, pageUrl: string): URL | null {
  const base =
    outline.base !== null && URL.canParse(outline.base, pageUrl) ? new URL(outline.base, pageUrl).href : pageUrl;
  if (!URL.canParse(link.href, base)) return null;
  const url = new URL(link.href, base);
  return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}

/** The link as printed where nobody knows the page's own address: a file read from disk still says what belongs to it. */
function relative({ href }: PageLink, pageUrl: string): string {
  return /^https?:/u.test(pageUrl) || /^(?:[a-z][a-z\d+.-]*:|#)/iu.test(href) ? "" : href;
}

/** Images that may be a scanned notice: icons, logos and what a page shows several times are none. */
function scans(images: readonly PageLink[]): PageLink[] {
  const times = new Map<string, number>();
  for (const { href } of images) times.set(href, (times.get(href) ?? 0) + 1);
  return images.filter(({ href }) => times.get(href) === 1 && !iconPath.test(href) && !iconEnding.test(href));
}
