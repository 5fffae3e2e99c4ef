import { markerStyles, type MarkerStyle } from "./numbering.ts";

type Numbered = { readonly style: MarkerStyle; readonly ordinal: number };

/** Says whether paragraphs of one style stand inside those of another in this document. */
export type IsInside = (inner: MarkerStyle, outer: MarkerStyle) => boolean;

/**
 * Numeral styles nest differently from office to office (一、> (一) > 1. here, 1. > (1) > 一是 there). A style whose count starts
 * anew right after a paragraph of another style stands inside it; where the document doesn't say, the usual order holds.
 */
export function nestingOf(markers: readonly Numbered[]): IsInside {
  const starts = new Map<string, number>();
  markers.forEach((marker, index) => {
    const before = markers[index - 1];
    if (!before || marker.ordinal !== 1 || before.style === marker.style) return;
    const pair = `${marker.style}<${before.style}`;
    starts.set(pair, (starts.get(pair) ?? 0) + 1);
  });
  return (inner, outer) => {
    const forward = starts.get(`${inner}<${outer}`) ?? 0;
    const backward = starts.get(`${outer}<${inner}`) ?? 0;
    if (forward !== backward) return forward > backward;
    return markerStyles.indexOf(inner) > markerStyles.indexOf(outer);
  };
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
