import { namesOf, type PageBlock } from "./page-outline.ts";

type Marker = { readonly rule: string; readonly dialect: string };

const byClass = (dialect: string, ...names: readonly string[]): [string, Marker][] =>
  names.map((name) => [`.${name}`, { rule: `.${name}`, dialect }]);
const byId = (dialect: string, ...names: readonly string[]): [string, Marker][] =>
  names.map((name) => [`#${name}`, { rule: `#${name}`, dialect }]);
const byTag = (dialect: string, ...names: readonly string[]): [string, Marker][] =>
  names.map((name) => [name, { rule: name, dialect }]);

/**
 * Containers that CMS families put around a body, the most particular first (reference/sites.md section 2, and what the products'
 * templates are known to print). Add a container here.
 */
const markers: readonly [string, Marker][] = [
  ...byClass("trs-static", "TRS_Editor", "TRS_UEDITOR", "trs_editor_view", "trs_paper_default"),
  ...byId("vsb", "vsb_content"),
  ...byClass("vsb", "v_news_content"),
  ...byTag("ucap", "ucapcontent"),
  ...byId("ucap", "ucap-content"),
  ...byTag("founder", "founder-content"),
  ...byClass("webplus", "wp_articlecontent"),
  ...byClass("hanweb-jpage", "artile_zw", "ivs_content", "bt-content"),
  ...byId("generic", "zoom", "zoomcon"),
  ...byId("trs-static", "show3"),
  ...byClass("hanweb-jpage", "main-txt"),
  ...byClass("generic", "artCon", "pages_content", "article-content", "article_content", "news_content"),
];
const table = new Map(markers.map(([key, marker], rank) => [key.toLowerCase(), { ...marker, rank }]));

/** The marker that a block carries, with its rank (0 is the most particular); null where it carries none. */
export function markerOf(block: PageBlock): (Marker & { readonly rank: number }) | null {
  const byName = table.get(block.tag);
  if (byName !== undefined) return byName;
  const id = block.id.toLowerCase();
  // 博达 numbers the parts of a split body: vsb_content_2, vsb_content_502.
  const known = id === "" ? undefined : table.get(`#${/^vsb_content(?:_\d{1,5})?$/u.test(id) ? "vsb_content" : id}`);
  if (known !== undefined || block.className === "") return known ?? null;
  for (const name of namesOf(block)) {
    const found = table.get(`.${name.toLowerCase()}`);
    if (found !== undefined) return found;
  }
  return null;
}
