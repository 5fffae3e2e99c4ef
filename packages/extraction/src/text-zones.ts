import type { Boilerplate, Evidence } from "@zhenggai/notice";
import type { Header } from "./fields/header.ts";
import type { View } from "./normalized-view.ts";
import type { Line } from "./paragraphs.ts";
import type { Zones } from "./zones.ts";

/** Lines that the site adds, not the notice: breadcrumb, header line, footer. */
export function boilerplateOf(view: View, zones: Zones, header: Header): readonly Boilerplate[] {
  return [...header.siteLines, ...zones.footer].map(({ start, end }) => ({
    text: view.quote(start, end),
    span: view.span(start, end),
  }));
}

/**
 * Evidence of the text itself: title, opening, closing, signature, and the body before its first section. Together with outline and boilerplate these ranges hold every
 * printed character of the text, so that nothing in between can disappear (design section 3, invariant 4).
 */
export function zoneEvidence(
  view: View,
  zones: Zones,
  header: Header,
  firstSection: number | null,
): readonly Evidence[] {
  const titleLines = zones.header.filter((line) => !header.siteLines.includes(line));
  const outside = firstSection === null ? zones.body : zones.body.filter(({ start }) => start < firstSection);
  const signature = [zones.signer, zones.signedLine].filter((line) => line !== null);
  return [
    ...zoneRange(view, "zone:title", titleLines),
    ...zoneRange(view, "zone:opening", zones.opening),
    ...zoneRange(view, "zone:body", outside),
    ...zoneRange(view, "zone:closing", zones.closing),
    ...zoneRange(view, "zone:signature", signature),
  ];
}

function zoneRange(view: View, rule: string, lines: readonly Line[]): readonly Evidence[] {
  const [first] = lines;
  const last = lines.at(-1);
  return first && last ? [{ field: "text", rule, span: view.span(first.start, last.end) }] : [];
}
