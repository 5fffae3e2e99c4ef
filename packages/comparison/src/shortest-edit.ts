/** Positions of equal elements, rising on both sides. */
export type Matches = { readonly before: number[]; readonly after: number[] };

/** Above this many edits the search is given up: its cost grows with their square. */
const mostEdits = 300;

type Trace = readonly Int32Array[];

const valueAt = (values: Int32Array, at: number): number => values[at] ?? 0;

/** Whether the path that reaches diagonal k furthest comes from the diagonal above it, by an insertion. */
const comesDown = (reach: Int32Array, place: number, isLowest: boolean, isHighest: boolean): boolean =>
  isLowest || (!isHighest && valueAt(reach, place - 1) < valueAt(reach, place + 1));

/** Furthest reaching paths of Myers' O(ND) algorithm, one frontier for each number of edits; null when there are too many. */
function frontiers(before: Int32Array, after: Int32Array): Trace | null {
  const [n, m] = [before.length, after.length];
  const bound = Math.min(n + m, mostEdits);
  const trace: Int32Array[] = [];
  let reach = new Int32Array(2 * bound + 3);
  const middle = bound + 1;
  for (let edits = 0; edits <= bound; edits += 1) {
    const next = reach.slice();
    for (let k = -edits; k <= edits; k += 2) {
      const place = middle + k;
      const down = comesDown(reach, place, k === -edits, k === edits);
      let x = down ? valueAt(reach, place + 1) : valueAt(reach, place - 1) + 1;
      while (x < n && x - k < m && before[x] === after[x - k]) x += 1;
      next[place] = x;
      if (x >= n && x - k >= m) return [...trace, next];
    }
    trace.push(next);
    reach = next;
  }
  return null;
}

/** Adds the matches of a diagonal, from its end down to `from`. */
function addDiagonal(matches: Matches, end: { x: number; y: number }, from: number): void {
  for (let { x, y } = end; x > from && y > 0; x -= 1, y -= 1) {
    matches.before.push(x - 1);
    matches.after.push(y - 1);
  }
}

function walkBack(trace: Trace, n: number, m: number): Matches {
  const middle = ((trace[0]?.length ?? 3) - 1) / 2;
  const matches: Matches = { before: [], after: [] };
  let [x, y] = [n, m];
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reach = trace[edits - 1] ?? new Int32Array();
    const k = x - y;
    const down = comesDown(reach, middle + k, k === -edits, k === edits);
    const startX = valueAt(reach, down ? middle + k + 1 : middle + k - 1);
    addDiagonal(matches, { x, y }, down ? startX : startX + 1);
    [x, y] = [startX, startX - (down ? k + 1 : k - 1)];
  }
  addDiagonal(matches, { x, y }, 0);
  matches.before.reverse();
  matches.after.reverse();
  return matches;
}

/** What a shortest edit of one sequence into the other keeps (Myers' O(ND)); null where that takes more than 300 edits. */
export function shortestEdit(before: Int32Array, after: Int32Array): Matches | null {
  const trace = frontiers(before, after);
  return trace === null ? null : walkBack(trace, before.length, after.length);
}
