/** A list in order of its places; the list itself where it is in order, as most are: sorting costs more than looking. */
export function orderedBy<Placed>(list: readonly Placed[], placeOf: (one: Placed) => number): readonly Placed[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const one of list) {
    const place = placeOf(one);
    if (place < last) return list.toSorted((left, right) => placeOf(left) - placeOf(right));
    last = place;
  }
  return list;
}
