import type { Division } from "@zhenggai/notice";
import { bodyRegister } from "./body-register.ts";
import { divisionOf } from "./division-of.ts";
import { yearOf } from "./time-window.ts";

/**
 * The division that had a code on an ISO date, with the names of that time; without a date the latest one.
 * Null where the code was never in use, or not by then. In the year of a change the new name counts.
 */
export const divisionByCode = (code: string, on: string | null): Division | null => {
  const register = bodyRegister();
  const year = yearOf(on);
  const period = register
    .periodsOf(code)
    .findLast(({ from, to }) => year === null || (from <= year && (to === null || year < to)));
  return period === undefined ? null : divisionOf(register, period);
};
