import { markerOf } from "./body-markers.ts";
import { blocksBelow, proseIn, type LineRange, type PageOutline } from "./page-outline.ts";
import { isBodyPart } from "./read-marks.ts";

export type Body = { readonly ranges: readonly LineRange[]; readonly rule: string; readonly dialect: string };
type MarkedBody = Body & { readonly score: number; readonly rank: number };

/** The body as the CMS itself marks it: between its comments, else in a container that it names; null without marks. */
export function findMarkedBody(page: PageOutline, expectedDialect: string | null): Body | null {
  return commentBody(page) ?? containerBody(page, expectedDialect);
}

function commentBody(page: PageOutline): Body | null {
  const parts = page.marked.filter(isBodyPart);
  const name = parts[0]?.name;
  if (name === undefined) return null;
  const ranges = parts.filter((part) => part.name === name).map(({ start, end }) => ({ start, end }));
  const dialect = name === "content" ? "generic" : "hanweb-jpage";
  return {
    ranges: outermost(ranges),
    rule: `comment:${name}`,
    dialect: name.toLowerCase() === "enpcontent" ? "founder" : dialect,
  };
}

function containerBody(page: PageOutline, expectedDialect: string | null): Body | null {
  const found = markedContainers(page);
  const [first] = found;
  if (first === undefined) return null;
  const best = found.find((body) => body.dialect === expectedDialect) ?? first;
  // A later marker wins only where it clearly holds more: a body in several editors inside one #zoom.
  return found.find((other) => other.score > best.score * 1.2 + 2) ?? best;
}

function markedContainers(page: PageOutline): MarkedBody[] {
  const byRule = new Map<string, { rank: number; dialect: string; blocks: LineRange[] }>();
  for (const block of blocksBelow(page.root)) {
    const marker = block.end > block.start ? markerOf(block) : null;
    if (marker === null || isFooterOnly(page, block)) continue;
    const known = byRule.get(marker.rule);
    if (known === undefined) byRule.set(marker.rule, { rank: marker.rank, dialect: marker.dialect, blocks: [block] });
    else known.blocks.push(block);
  }
  return [...byRule]
    .map(([rule, { rank, dialect, blocks }]) => {
      const ranges = outermost(blocks.map(({ start, end }) => ({ start, end })));
      const score = ranges.reduce((sum, range) => sum + proseIn(page, range) + 1, 0);
      return { ranges, score, rank, dialect, rule: `container:${rule}` };
    })
    .sort((a, b) => a.rank - b.rank);
}

function isFooterOnly(page: PageOutline, { start, end }: LineRange): boolean {
  for (let index = start; index < end; index += 1) if (page.lines[index]?.isFooter === false) return false;
  return true;
}

function outermost(ranges: readonly LineRange[]): LineRange[] {
  const kept: LineRange[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    if (last === undefined || range.start >= last.end) kept.push(range);
  }
  return kept;
}
