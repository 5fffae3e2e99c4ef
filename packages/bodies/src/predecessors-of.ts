import { bodyRegister } from "./body-register.ts";
import { ZONES } from "./zones.ts";

const indexed = (): ReadonlyMap<string, readonly string[]> => {
  const { codes, periodsOf } = bodyRegister();
  const predecessors = new Map<string, Set<string>>();
  const add = (successor: string, id: string): void => {
    if (successor !== id) predecessors.set(successor, (predecessors.get(successor) ?? new Set()).add(id));
  };
  for (const code of codes) {
    for (const { successors } of periodsOf(code)) {
      for (const successor of successors) add(`division-${successor}`, `division-${code}`);
    }
  }
  for (const { id, successors } of ZONES) for (const successor of successors) add(successor, id);
  return new Map([...predecessors].map(([successor, ids]) => [successor, [...ids].sort()]));
};

let index: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * Ids of the bodies that a body took over from, as the register records it: a county that became a district under a new code, the
 * parts of a merger, the whole that it was split from. Direct ones only, sorted; a body within a division has its like in the
 * division before. Example: division-350112 (长乐区) → division-350182 (长乐市).
 */
export const predecessorsOf = (bodyId: string): readonly string[] => {
  index ??= indexed();
  const [place = "", ...rest] = bodyId.split("/");
  const within = rest.length === 0 ? "" : `/${rest.join("/")}`;
  return (index.get(place) ?? []).map((id) => `${id}${within}`);
};
