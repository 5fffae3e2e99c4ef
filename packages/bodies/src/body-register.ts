import { codesAbove, liesIn, overlap, readPeriods } from "./division-period.ts";
import type { DivisionPeriod } from "./division-period.ts";
import { nameForms } from "./name-forms.ts";
import { SAMPLE_DIVISIONS } from "./sample-divisions.ts";
import table from "./table/divisions.json" with { type: "json" };
import { ZONES } from "./zones.ts";
import type { ZoneEntry } from "./zones.ts";

/** What a name can stand for. */
export type Place =
  | { readonly type: "division"; readonly period: DivisionPeriod }
  | { readonly type: "zone"; readonly zone: ZoneEntry };

/**
 * One printed form of a place's name. `full` says what it is (云汀区); `short` leaves the suffix out (云汀); `local` is a
 * zone's name without its host's (新区 for 样州新区), good only where the host is named before it.
 */
export type PlaceForm = { readonly text: string; readonly kind: "full" | "short" | "local"; readonly place: Place };

/** Every division since 1981 and every zone. */
export type BodyRegister = {
  /** Every code that ever was. */
  readonly codes: readonly string[];
  /** What a code stood for, oldest first; empty for a code that never was. */
  readonly periodsOf: (code: string) => readonly DivisionPeriod[];
  /** All forms of names that start with these two characters. */
  readonly formsStartingWith: (start: string) => readonly PlaceForm[];
};

const formsOfDivision = (period: DivisionPeriod): PlaceForm[] => {
  const { short, spoken } = nameForms(period.name);
  const place: Place = { type: "division", period };
  const full = [period.name, ...spoken].map((text): PlaceForm => ({ text, kind: "full", place }));
  return short === null ? full : [...full, { text: short, kind: "short", place }];
};

const formsOfZone = (zone: ZoneEntry, hostName: string): PlaceForm[] => {
  const place: Place = { type: "zone", zone };
  const host = nameForms(hostName).short ?? hostName;
  return [zone.name, ...zone.aliases].flatMap((text): PlaceForm[] => {
    const full: PlaceForm = { text, kind: "full", place };
    const local = text.startsWith(host) ? text.slice(host.length) : "";
    return local.length < 2 ? [full] : [full, { text: local, kind: "local", place }];
  });
};

/** Remembers what `read` answered, so that each part of the table is read once and only when a name needs it. */
const remembering = <Answer>(
  isKnown: (key: string) => boolean,
  read: (key: string) => readonly Answer[],
): ((key: string) => readonly Answer[]) => {
  const answers = new Map<string, readonly Answer[]>();
  return (key) => {
    if (!isKnown(key)) return [];
    const answer = answers.get(key) ?? read(key);
    answers.set(key, answer);
    return answer;
  };
};

const PRINTED: Readonly<Record<string, string>> = { ...table.divisions, ...SAMPLE_DIVISIONS };

/** Codes by the first two characters of their names; all forms of a name start with the same two. */
const codesByStart = (): ReadonlyMap<string, readonly string[]> => {
  const codes = new Map<string, string[]>();
  for (const [code, printed] of Object.entries(PRINTED)) {
    const starts = printed.includes(";")
      ? printed.split("; ").map((period) => period.slice(0, 2))
      : [printed.slice(0, 2)];
    for (const start of new Set(starts)) {
      const known = codes.get(start);
      if (known === undefined) codes.set(start, [code]);
      else known.push(code);
    }
  }
  return codes;
};

const buildRegister = (): BodyRegister => {
  const codes = codesByStart();
  const periodsOf = remembering(
    (code) => Object.hasOwn(PRINTED, code),
    (code) => readPeriods(code, PRINTED[code] ?? ""),
  );
  const zoneForms = ZONES.flatMap((zone) => formsOfZone(zone, periodsOf(zone.hostCode).at(-1)?.name ?? ""));
  const zoneStarts = new Set(zoneForms.map(({ text }) => text.slice(0, 2)));
  const formsStartingWith = remembering(
    (start) => codes.has(start) || zoneStarts.has(start),
    (start) =>
      (codes.get(start) ?? [])
        .flatMap(periodsOf)
        .flatMap(formsOfDivision)
        .concat(zoneForms)
        .filter(({ text }) => text.startsWith(start)),
  );
  return { codes: Object.keys(PRINTED), periodsOf, formsStartingWith };
};

let built: BodyRegister | null = null;

/** The register; indexed at the first call (some 10 ms) and kept, for it depends on committed tables alone. */
export const bodyRegister = (): BodyRegister => {
  built ??= buildRegister();
  return built;
};

/** The provinces and cities above a division or, with the host itself, above a zone; the highest first. */
export const placesAbove = (register: BodyRegister, place: Place): DivisionPeriod[] => {
  if (place.type === "zone") {
    const host = register.periodsOf(place.zone.hostCode).at(-1);
    return host === undefined ? [] : [...divisionsAbove(register, host), host];
  }
  return divisionsAbove(register, place.period);
};

const divisionsAbove = (register: BodyRegister, period: DivisionPeriod): DivisionPeriod[] =>
  codesAbove(period).flatMap((code) => {
    const above = register.periodsOf(code).findLast((candidate) => overlap(candidate, period));
    return above === undefined ? [] : [above];
  });

/** Whether a place lies in a division, or is hosted by it. */
export const isIn = (place: Place, outer: DivisionPeriod): boolean =>
  place.type === "zone"
    ? place.zone.hostCode === outer.code || liesIn(place.zone.hostCode, outer)
    : liesIn(place.period.code, outer) && overlap(place.period, outer);
