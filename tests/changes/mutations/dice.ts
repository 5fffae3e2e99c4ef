/** Draws of a seeded generator: the same seed gives the same mutations on every machine. */
export type Dice = {
  /** A whole number from 0 to bound − 1. */
  readonly below: (bound: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the list; undefined only for an empty one. */
  readonly pick: <One>(list: readonly One[]) => One | undefined;
  readonly shuffled: <One>(list: readonly One[]) => One[];
};

/** mulberry32: small, and good enough to choose edits with. */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)],
    shuffled: (list) => {
      const rest = [...list];
      return list.flatMap(() => rest.splice(below(rest.length), 1));
    },
  };
}
