import type { Change, Operation, Span } from "@zhenggai/notice";

type Texts = { readonly before: string; readonly after: string };
type Sides = { readonly before: Span; readonly after: Span };
type Moved = Operation & Sides;

const within = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const isMove = (operation: Operation): operation is Moved =>
  operation.op === "move" && operation.before !== null && operation.after !== null;

const isInside =
  (sides: Sides) =>
  (operation: Operation): boolean =>
    (operation.before === null || within(sides.before, operation.before)) &&
    (operation.after === null || within(sides.after, operation.after)) &&
    !(isMove(operation) && operation.before.start === sides.before.start && operation.before.end === sides.before.end);

/** Moves that lie in no other. */
const outermost = (moves: readonly Moved[]): Moved[] =>
  moves.filter((one) => !moves.some((other) => other !== one && within(other.before, one.before)));

type Piece = { readonly at: number; readonly end: number; readonly words: string };

/** What is left of the old text outside the spans, from its start to its end. */
function leftovers(text: string, whole: Span, taken: readonly Span[]): string {
  let words = "";
  let at = whole.start;
  for (const span of taken.filter((one) => one.end > one.start).sort((one, other) => one.start - other.start)) {
    if (span.start > at) words += text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  return words + text.slice(at, Math.max(at, whole.end));
}

function applyWithin(texts: Texts, operations: readonly Operation[], sides: Sides): string {
  const moves = outermost(operations.filter(isMove));
  const rest = operations.filter(
    (operation) => !isMove(operation) && !moves.some((move) => isInside(move)(operation) && liesIn(move, operation)),
  );
  const moved = moves.map((move): Piece => {
    const inner = operations.filter((operation) => operation !== move && isInside(move)(operation));
    return { at: move.after.start, end: move.after.end, words: applyWithin(texts, inner, move) };
  });
  const written = rest.flatMap(({ after }): Piece[] =>
    after === null ? [] : [{ at: after.start, end: after.end, words: texts.after.slice(after.start, after.end) }],
  );
  const taken = [...moves, ...rest].flatMap(({ before }) => (before === null ? [] : [before]));
  const kept = leftovers(texts.before, sides.before, taken);
  let made = "";
  let [at, used] = [sides.after.start, 0];
  for (const piece of [...moved, ...written].sort((one, other) => one.at - other.at)) {
    const gap = Math.max(0, piece.at - at);
    made += kept.slice(used, used + gap) + piece.words;
    used += gap;
    at = Math.max(at, piece.end);
  }
  return made + kept.slice(used);
}

const liesIn = (move: Moved, operation: Operation): boolean =>
  operation.before === null
    ? operation.after !== null && within(move.after, operation.after)
    : within(move.before, operation.before);

/**
 * The older text with the operations of all changes applied: words are taken from the newer text only where an operation says
 * so, and everything else is what the older text has left, in order.
 */
export function applyOperations(before: string, after: string, changes: readonly Change[]): string {
  const operations = changes.flatMap((change) => change.operations);
  const whole = { before: { start: 0, end: before.length }, after: { start: 0, end: after.length } };
  const byKey = new Map(operations.map((operation) => [JSON.stringify(operation), operation] as const));
  return applyWithin({ before, after }, [...byKey.values()], whole);
}
