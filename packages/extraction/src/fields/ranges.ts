/** A range of a text, end exclusive. */
export type Range = { readonly start: number; readonly end: number };

/** The ranges in order, those that touch or overlap made one. */
export function mergedRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The one of many ranges in order, none overlapping another, that holds a place; found by halving, for notices may have thousands. */
export function rangeAt<One extends Range>(ranges: readonly One[], place: number): One | null {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const found = ranges[low - 1];
  return found && place < found.end ? found : null;
}
