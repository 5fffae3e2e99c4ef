import type { Division } from "@zhenggai/notice";
import { placesAbove } from "./body-register.ts";
import type { BodyRegister, Place } from "./body-register.ts";
import type { DivisionPeriod } from "./division-period.ts";

/** A division with the names of what it lay in at that time. */
export const divisionOf = (register: BodyRegister, period: DivisionPeriod): Division => {
  const [province = period, city] = placesAbove(register, { type: "division", period });
  return {
    code: period.code,
    province: province.name,
    city: period.level === "city" ? period.name : (city?.name ?? null),
    county: period.level === "county" ? period.name : null,
  };
};

/** The full name of a place. Example: 云汀区 → 样例省样州市云汀区; a zone's registered name stands for itself. */
export const fullNameOf = (register: BodyRegister, place: Place): string =>
  place.type === "zone"
    ? place.zone.name
    : [...placesAbove(register, place), place.period].map(({ name }) => name).join("");
