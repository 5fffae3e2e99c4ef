import type { Attributes } from "./read-tags.ts";

/** What stands beside the article: menus and side lists, or the site's footer. */
export type Aside = "chrome" | "foot";

const blockTags = new Set(
  (
    "html body div section article main header footer nav aside p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody " +
    "tfoot tr td th caption blockquote pre form fieldset center address figure figcaption hr ucaptitle ucapcontent " +
    "publishtime founder-content details summary"
  ).split(" "),
);
const hiddenTags = new Set(
  (
    "script style noscript noembed noframes template textarea select button iframe object svg math video audio title " +
    "xml"
  ).split(" "),
);
const asideTags: ReadonlyMap<string, Aside> = new Map([
  ["nav", "chrome"],
  ["aside", "chrome"],
  ["footer", "foot"],
]);
const chromeName =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|aside|friendlinks?|yqlj|rank|ranking|hot|share|comments?|recommend|related|qrcode|ewm)(?=[\s_-]|$)/iu;
const footName = /(?:^|[\s_-])(?:footer\w{0,20}|foot\d*|copyrights?)(?=[\s_-]|$)/iu;
const zoomId = /^zoom(?:con)?$/iu;

/** Whether an element begins and ends a line. Sites also make a span or font the container of the body, by the id `zoom`. */
export function isBlockElement(tag: string, { id }: Attributes): boolean {
  return blockTags.has(tag) || (id !== undefined && zoomId.test(id));
}

/** Whether a browser shows nothing of what stands in an element. */
export function hidesContent(tag: string, { hidden, style }: Attributes): boolean {
  if (hiddenTags.has(tag) || hidden !== undefined) return true;
  return style !== undefined && style.includes("none") && /display\s?:\s?none/iu.test(style);
}

/** Whether line breaks of the source are line breaks of the page. */
export function keepsLineBreaks(tag: string, { style }: Attributes): boolean {
  return tag === "pre" || (style !== undefined && /white-space\s?:\s?pre/iu.test(style));
}

/** Whether the names of a block put it beside the article. */
export function asideOf(tag: string, { id = "", class: className = "" }: Attributes): Aside | null {
  const byTag = asideTags.get(tag);
  if (byTag !== undefined || (id === "" && className === "")) return byTag ?? null;
  if (footName.test(id) || footName.test(className)) return "foot";
  return chromeName.test(id) || chromeName.test(className) ? "chrome" : null;
}
