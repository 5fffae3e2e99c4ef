import { markerStyles, type MarkerStyle, rankOf } from "./numbering.ts";

type Numbered = { readonly style: MarkerStyle; readonly ordinal: number };

/** Says whether paragraphs of one style stand inside those of another in this document. */
export type IsInside = (inner: MarkerStyle, outer: MarkerStyle) => boolean;

/** How much a start weighs after which the outer count goes on, and one after which it does not; the usual order lies between. */
const sureStart = 2;
const likelyStart = 1;
const usualOrder = 1.5;

/**
 * Numeral styles nest differently from office to office (一、> (一) > 1. here, 1. > (1) > 一是 there). A style whose count starts
 * anew right after a paragraph of another style stands inside it, surely so where that other count goes on afterwards; where the
 * document doesn't say, the usual order holds.
 */
export function nestingOf(markers: readonly Numbered[]): IsInside {
  const told = closureOf(stylesOf(markers), winsIn(markers));
  return (inner, outer) => {
    if (inner === outer) return false;
    const inside = isTold(told, inner, outer);
    return inside === isTold(told, outer, inner) ? isUsual(inner, outer) : inside;
  };
}

/** Whether more starts speak for one style standing inside another than against it. */
function winsIn(markers: readonly Numbered[]): IsInside {
  const next = followers(markers);
  const votes = new Map<number, number>();
  markers.forEach((marker, index) => {
    const before = markers[index - 1];
    if (!before || marker.ordinal !== 1 || before.style === marker.style) return;
    const goesOn = next[index - 1] === before.ordinal + 1;
    const pair = pairOf(marker.style, before.style);
    votes.set(pair, (votes.get(pair) ?? 0) + (goesOn ? sureStart : likelyStart));
  });
  return (inner, outer) => {
    const forward = votes.get(pairOf(inner, outer)) ?? 0;
    const backward = votes.get(pairOf(outer, inner)) ?? 0;
    return (
      forward > 0 &&
      forward + (isUsual(inner, outer) ? usualOrder : 0) > backward + (isUsual(outer, inner) ? usualOrder : 0)
    );
  };
}

function isUsual(inner: MarkerStyle, outer: MarkerStyle): boolean {
  return rankOf(inner) > rankOf(outer);
}

function pairOf(inner: MarkerStyle, outer: MarkerStyle): number {
  return rankOf(inner) * markerStyles.length + rankOf(outer);
}

/** For each style those in which it stands. */
type Told = ReadonlyMap<MarkerStyle, ReadonlySet<MarkerStyle>>;

function isTold(told: Told, inner: MarkerStyle, outer: MarkerStyle): boolean {
  return told.get(inner)?.has(outer) ?? false;
}

/** The styles that occur, in the usual order. */
function stylesOf(markers: readonly Numbered[]): readonly MarkerStyle[] {
  const present = new Set(markers.map(({ style }) => style));
  return markerStyles.filter((style) => present.has(style));
}

/** What stands in something that stands in a third stands in that third. */
function closureOf(styles: readonly MarkerStyle[], wins: IsInside): Told {
  const told = new Map(styles.map((inner) => [inner, new Set(styles.filter((outer) => wins(inner, outer)))]));
  for (const between of styles) {
    const outers = [...(told.get(between) ?? [])];
    const inners = [...told.values()].filter((own) => own.has(between));
    for (const own of inners) outers.forEach((outer) => own.add(outer));
  }
  return told;
}

/** For each paragraph the number of the next one of its style. */
function followers(markers: readonly Numbered[]): readonly (number | undefined)[] {
  const latest = new Map<MarkerStyle, number>();
  const found = markers.map((): number | undefined => undefined);
  for (let index = markers.length - 1; index >= 0; index -= 1) {
    const marker = markers[index];
    if (!marker) continue;
    found[index] = latest.get(marker.style);
    latest.set(marker.style, marker.ordinal);
  }
  return found;
}

/** Depth of each paragraph, from 1, and the index of the paragraph it stands in (-1 for none). */
export function nest(markers: readonly Numbered[]): readonly { readonly level: number; readonly parent: number }[] {
  const isInside = nestingOf(markers);
  const open: { style: MarkerStyle; index: number }[] = [];
  return markers.map((marker, index) => {
    let top = open.at(-1);
    while (top && !isInside(marker.style, top.style)) {
      open.pop();
      top = open.at(-1);
    }
    const parent = top?.index ?? -1;
    open.push({ style: marker.style, index });
    return { level: open.length, parent };
  });
}
