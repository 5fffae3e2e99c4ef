import type { BodyKind, Subject } from "@zhenggai/notice";
import { bodyKindOf } from "./body-kind-of.ts";
import { bodyRegister } from "./body-register.ts";
import type { Place } from "./body-register.ts";
import { decideByContext } from "./decide-by-context.ts";
import { divisionOf, fullNameOf } from "./division-of.ts";
import { placesNamedIn } from "./places-named-in.ts";
import { bestReadings, isBodyName, readName } from "./read-name.ts";
import type { NameReader, NameReading } from "./read-name.ts";
import { ALWAYS, formerWindow, windowOf } from "./time-window.ts";

/**
 * A subject to resolve. `name` is as printed, with or without its body; `on` the notice's ISO date; `contexts` the texts
 * that may name the parent: title, publisher, signature, opening.
 */
export type SubjectQuery = {
  readonly name: string;
  readonly bodyKind: BodyKind | null;
  readonly on: string | null;
  readonly context: readonly string[];
};

const SUFFIX_BY_KIND: Partial<Readonly<Record<BodyKind, string>>> = {
  省委: "省",
  市委: "市",
  区委: "区",
  县委: "县",
  旗委: "旗",
};

const CORPS = /^(?:(?:新疆)?(?:生产建设)?兵团)?第[一二三四五六七八九十]+师(?=.+市)/u;
const FORMER = /(^|[省市区州盟])原/u;
const RELATIVE = /^(省|自治区|市|州|盟)(.+)$/u;

const placeId = (place: Place): string => (place.type === "zone" ? place.zone.id : `division-${place.period.code}`);

const bodyIdOf = ({ place, rest }: NameReading): string => (rest === "" ? placeId(place) : `${placeId(place)}/${rest}`);

const yearsOf = (place: Place): { from: number; to: number | null } =>
  place.type === "zone" ? place.zone : place.period;

const successorIds = (place: Place): readonly string[] =>
  place.type === "zone" ? place.zone.successors : place.period.successors.map((code) => `division-${code}`);

/** Whether an ended place goes on as the other: by its successors, or as a city that took over a county's name. */
const goesOnAs = (ended: Place, other: Place): boolean => {
  if (yearsOf(ended).to === null || yearsOf(other).from <= yearsOf(ended).from) return false;
  if (successorIds(ended).includes(placeId(other))) return true;
  if (ended.type === "zone" || other.type === "zone" || other.period.level !== "city") return false;
  return ended.period.code.slice(0, 2) === other.period.code.slice(0, 2) && ended.period.name === other.period.name;
};

/** One reading per body; a name that went on under a new code gives way to its successor where both could be meant. */
const distinct = (readings: readonly NameReading[]): NameReading[] => {
  const byId = new Map<string, NameReading>();
  for (const reading of readings) {
    const known = byId.get(bodyIdOf(reading));
    if (known === undefined || yearsOf(known.place).from < yearsOf(reading.place).from) {
      byId.set(bodyIdOf(reading), reading);
    }
  }
  const kept = [...byId.values()];
  return kept.filter(({ place }) => !kept.some((other) => goesOnAs(place, other.place)));
};

const ofKind = (readings: NameReading[], bodyKind: BodyKind | null): NameReading[] => {
  const suffix = bodyKind === null ? undefined : SUFFIX_BY_KIND[bodyKind];
  const fitting = readings.filter(
    ({ place }) => suffix === undefined || (place.type === "division" && place.period.name.endsWith(suffix)),
  );
  return fitting.length > 0 ? fitting : readings;
};

/** 样例高新区 without its host, or 市档案局 without its city: the texts must name the place. */
const readWithContext = (reader: NameReader, name: string, contexts: readonly string[]): NameReading[] => {
  const named = placesNamedIn(reader, contexts);
  const zones = named.flatMap((host) => readName(reader, name, host).filter(({ place }) => place.type === "zone"));
  const [, suffix, rest] = RELATIVE.exec(name) ?? [];
  if (zones.length > 0 || suffix === undefined || rest === undefined || !isBodyName(rest)) return zones;
  return named
    .filter((period) => period.name.endsWith(suffix))
    .map((period) => ({ place: { type: "division", period }, printed: period.name, kind: "full", rest }));
};

const candidatesOf = (reader: NameReader, name: string, query: SubjectQuery): readonly NameReading[] => {
  const direct = readName(reader, name);
  const readings = direct.length > 0 ? direct : readWithContext(reader, name, query.context);
  const candidates = ofKind(distinct(bestReadings(readings)), query.bodyKind);
  return candidates.length > 1 ? decideByContext(reader, candidates, query.context) : candidates;
};

const asFormer = (readings: readonly NameReading[]): NameReading[] =>
  readings.filter(({ place }) => yearsOf(place).to !== null);

const subjectOf = (reader: NameReader, query: SubjectQuery, readings: readonly NameReading[]): Subject => {
  const open: Subject = {
    name: query.name,
    bodyKind: query.bodyKind,
    bodyId: null,
    resolution: "unresolved",
    candidates: [],
    division: null,
    zone: null,
  };
  const [only] = readings;
  if (only === undefined) return open;
  if (readings.length > 1) return { ...open, resolution: "ambiguous", candidates: candidateList(reader, readings) };
  const { place } = only;
  const found: Subject = { ...open, resolution: "exact", bodyId: bodyIdOf(only) };
  if (place.type === "division") return { ...found, division: divisionOf(reader.register, place.period) };
  return { ...found, zone: { id: place.zone.id, name: place.zone.name, hostCode: place.zone.hostCode } };
};

const candidateList = (reader: NameReader, readings: readonly NameReading[]): Subject["candidates"] =>
  readings
    .map((reading) => ({
      bodyId: bodyIdOf(reading),
      name: `${fullNameOf(reader.register, reading.place)}${reading.rest}`,
    }))
    .sort((a, b) => (a.bodyId < b.bodyId ? -1 : 1));

/**
 * Says which body a printed name means, as of the notice's date. One possible body is `exact`; several are `ambiguous`
 * and listed with their full names, never guessed; none is `unresolved`, listing the bodies that had the name at other
 * times. A body within a division (样州市柏塘县自然资源局) is `division-990121/自然资源局`.
 * Example: 云汀区 with 样州清风网 as publisher → division-990102.
 */
export const resolveSubject = (printed: SubjectQuery): Subject => {
  const register = bodyRegister();
  const bare = printed.name.replaceAll(/\s/gu, "");
  const body = bodyKindOf(bare);
  const query: SubjectQuery = { ...printed, bodyKind: printed.bodyKind ?? body?.bodyKind ?? null };
  const name = (body?.name ?? bare).replace(/^中共/u, "").replace(CORPS, "新疆维吾尔自治区");
  const present: NameReader = { register, window: windowOf(query.on) };
  const readings = candidatesOf(present, name, query);
  if (readings.length > 0) return subjectOf(present, query, readings);
  if (FORMER.test(name)) {
    const past: NameReader = { register, window: formerWindow(query.on) };
    return subjectOf(past, query, asFormer(candidatesOf(past, name.replace(FORMER, "$1"), query)));
  }
  const ever: NameReader = { register, window: ALWAYS };
  return {
    ...subjectOf(ever, query, []),
    candidates: candidateList(ever, distinct(bestReadings(readName(ever, name)))),
  };
};
