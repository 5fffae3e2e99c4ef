import type { PlaceForm } from "./body-register.ts";
import type { DivisionPeriod } from "./division-period.ts";
import { isCutBySuffix } from "./read-name.ts";
import type { NameReader } from "./read-name.ts";
import { isWithin } from "./time-window.ts";

/** A publisher's name or the like; in so short a text a shortened name is no accident. */
const LABEL_LENGTH = 12;

const longestFull = (forms: readonly PlaceForm[], rest: string): readonly PlaceForm[] => {
  if (forms.length === 0) return forms;
  const matching = forms.filter(({ kind, text }) => kind === "full" && rest.startsWith(text));
  const longest = Math.max(0, ...matching.map(({ text }) => text.length));
  return matching.filter(({ text }) => text.length === longest);
};

const provincesAndCities = (forms: readonly PlaceForm[]): DivisionPeriod[] =>
  forms.flatMap(({ place }) => (place.type === "division" && place.period.level !== "county" ? [place.period] : []));

const onlyShort = (forms: readonly PlaceForm[], rest: string): PlaceForm | null => {
  const matching = forms.filter(
    ({ kind, text }) => kind === "short" && rest.startsWith(text) && !isCutBySuffix(rest.slice(text.length)),
  );
  const parents = matching.filter((form) => provincesAndCities([form]).length > 0);
  const codes = new Set(provincesAndCities(parents).map(({ code }) => code));
  return codes.size === 1 ? (parents[0] ?? null) : null;
};

const formsAt = (reader: NameReader, text: string, at: number): readonly PlaceForm[] => {
  const forms = reader.register.formsStartingWith(text.slice(at, at + 2));
  if (forms.length === 0) return forms;
  return forms.filter(({ place }) => place.type === "zone" || isWithin(place.period, reader.window));
};

const placesNamedInText = (reader: NameReader, text: string): DivisionPeriod[] => {
  const named: DivisionPeriod[] = [];
  let at = 0;
  while (at < text.length) {
    const forms = formsAt(reader, text, at);
    const rest = forms.length === 0 ? "" : text.slice(at);
    const full = longestFull(forms, rest);
    const short = full.length === 0 && (at === 0 || text.length <= LABEL_LENGTH) ? onlyShort(forms, rest) : null;
    named.push(...provincesAndCities(short === null ? full : [short]));
    at += (full[0] ?? short)?.text.length ?? 1;
  }
  return named;
};

/**
 * The provinces and cities that the texts name: in full anywhere, shortened only at a text's start or in a label, and
 * never where the shortened name could be two places or goes on with a suffix (样例市 does not name 样例省).
 * Example: 样州清风网 → 样州市.
 */
export const placesNamedIn = (reader: NameReader, texts: readonly string[]): DivisionPeriod[] =>
  texts.flatMap((text) => placesNamedInText(reader, text.replaceAll(/\s/gu, "").replace(/^中共/u, "")));
