import { placesAbove } from "./body-register.ts";
import type { DivisionPeriod } from "./division-period.ts";
import { nameForms } from "./name-forms.ts";
import { placesNamedIn } from "./places-named-in.ts";
import type { NameReader, NameReading } from "./read-name.ts";

const namesOf = ({ name }: DivisionPeriod): string[] => {
  const { short, spoken } = nameForms(name);
  return short === null ? [name, ...spoken] : [name, short, ...spoken];
};

/** Whether a text prints the place right after its province or city: 样州市云汀区, 样州云汀区. */
const isQualifiedIn = (reader: NameReader, reading: NameReading, texts: readonly string[]): boolean => {
  const qualified = placesAbove(reader.register, reading.place)
    .flatMap(namesOf)
    .map((parent) => `${parent}${reading.printed}`);
  return texts.some((text) => qualified.some((name) => text.includes(name)));
};

/**
 * Keeps the candidates that the texts speak for. Strongest is the parent printed right before the name; else a province
 * or city named anywhere. A city counts for more than its province, but never against a second province: then all stay.
 */
export const decideByContext = (
  reader: NameReader,
  candidates: readonly NameReading[],
  contexts: readonly string[],
): readonly NameReading[] => {
  const texts = contexts.map((text) => text.replaceAll(/\s/gu, ""));
  const qualified = candidates.filter((candidate) => isQualifiedIn(reader, candidate, texts));
  if (qualified.length > 0) return qualified;
  const named = new Set(placesNamedIn(reader, texts).map(({ code }) => code));
  const above = candidates.map((candidate) => ({ candidate, parents: placesAbove(reader.register, candidate.place) }));
  const supported = above.filter(({ parents }) => parents.some(({ code }) => named.has(code)));
  if (supported.length === 0) return candidates;
  const inCity = supported.filter(({ parents }) =>
    parents.some(({ code, level }) => level === "city" && named.has(code)),
  );
  const provinces = new Set(supported.map(({ parents }) => parents[0]?.code));
  return (inCity.length > 0 && provinces.size === 1 ? inCity : supported).map(({ candidate }) => candidate);
};
