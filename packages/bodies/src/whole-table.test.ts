import { describe, expect, it } from "vitest";
import { bodyRegister, placesAbove } from "./body-register.ts";
import { fullNameOf } from "./division-of.ts";
import type { DivisionPeriod } from "./division-period.ts";
import { divisionByCode } from "./division-by-code.ts";
import { nameForms } from "./name-forms.ts";
import { resolveSubject } from "./resolve-subject.ts";
import table from "./table/divisions.json" with { type: "json" };

const ON = "2026-11-21";
const register = bodyRegister();
const periods = Object.keys(table.divisions).flatMap((code) => register.periodsOf(code));
const current = periods.filter(({ to }) => to === null);
const counties = current.filter(({ level }) => level === "county");

const parentOf = (period: DivisionPeriod): DivisionPeriod | undefined =>
  placesAbove(register, { type: "division", period }).at(-1);
const fullName = (period: DivisionPeriod): string => fullNameOf(register, { type: "division", period });
const resolve = (name: string, on: string | null = ON) => resolveSubject({ name, bodyKind: null, on, context: [] });

/** Names that don't resolve to the division itself; `honest` also lets pass what lists it among several. */
const misread = (names: readonly (readonly [DivisionPeriod, string])[], honest: boolean): string[] =>
  names.flatMap(([{ code }, name]) => {
    const { resolution, bodyId, candidates } = resolve(name);
    const listed =
      resolution === "ambiguous" && candidates.some((candidate) => candidate.bodyId === `division-${code}`);
    return bodyId === `division-${code}` || (honest && listed) ? [] : [`${code} ${name} → ${bodyId ?? resolution}`];
  });

describe("the whole table of divisions", () => {
  it("has the provinces, cities and counties of today", () => {
    expect(current.filter(({ level }) => level === "province")).toHaveLength(34);
    expect(current.filter(({ level }) => level === "city")).toHaveLength(333);
    expect(counties).toHaveLength(2847);
  });

  it("names a parent for every division, now and in the past", () => {
    const orphans = periods.filter((period) => period.level !== "province" && parentOf(period) === undefined);
    expect(orphans).toEqual([]);
  });

  it("resolves the full name of every division of today to itself", () => {
    expect(
      misread(
        current.map((period) => [period, fullName(period)] as const),
        false,
      ),
    ).toEqual([]);
  });

  it("resolves every county printed after its city or province to itself", () => {
    const qualified = counties.map((period) => [period, `${parentOf(period)?.name}${period.name}`] as const);
    expect(misread(qualified, false)).toEqual([]);
  });

  it("resolves every county printed after its shortened city to itself, or says honestly that there are several", () => {
    const shortened = counties.map((period) => {
      const parent = parentOf(period)?.name ?? "";
      return [period, `${nameForms(parent).short ?? parent}${period.name}`] as const;
    });
    expect(misread(shortened, true)).toEqual([]);
  });

  it("never resolves a bare county name to another county, and is exact only where the name is unique", () => {
    expect(
      misread(
        counties.map((period) => [period, period.name] as const),
        true,
      ),
    ).toEqual([]);
    const names = counties.map(({ name }) => name);
    const shared = new Set(names.filter((name, n) => names.indexOf(name) < n));
    expect(shared.size).toBe(28);
    expect([...shared].filter((name) => resolve(name).resolution !== "ambiguous")).toEqual([]);
  });

  it("resolves the full name that every former division had in its last year to its code of that time", () => {
    const former = periods.filter(({ to }) => to !== null);
    const wrong = former.flatMap((period) => {
      const lastYear = Math.max(period.from, (period.to ?? 0) - 1);
      const { bodyId } = resolve(fullName(period), `${lastYear}-06-30`);
      return bodyId === `division-${period.code}` ? [] : [`${period.code} ${fullName(period)} ${lastYear} → ${bodyId}`];
    });
    expect(wrong).toEqual([]);
  });

  it("gives every code of today the names of its province, city and county", () => {
    for (const period of current) {
      const division = divisionByCode(period.code, ON);
      expect([division?.province, division?.city, division?.county].filter((name) => name !== null).join("")).toBe(
        fullName(period),
      );
    }
  });
});
