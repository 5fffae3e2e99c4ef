import { isIn } from "./body-register.ts";
import type { BodyRegister, Place, PlaceForm } from "./body-register.ts";
import type { DivisionPeriod } from "./division-period.ts";
import { isWithin } from "./time-window.ts";
import type { TimeWindow } from "./time-window.ts";

/** One way to read a name: the last place that it names, how that is printed, and what follows it. */
export type NameReading = {
  readonly place: Place;
  readonly printed: string;
  readonly kind: PlaceForm["kind"];
  readonly rest: string;
};

export type NameReader = { readonly register: BodyRegister; readonly window: TimeWindow };

const SUFFIX = /^[省市县区旗州盟]/u;
const BODY_ENDING =
  /(?:局|厅|委|办|院|部|会|处|站|所|中心|公司|集团|银行|大学|学院|学校|[中小]学|党校|[镇乡]|苏木|街道|政府|人大|政协|馆|台|社|队|署|协|联|机关)$/u;
/** A branch named after the area that it serves: 公安局样州高新区分局. */
const AREA_BRANCH = /^[^市县区]{2,10}局[^市县]{2,16}分局$/u;
const HIDDEN_PLACE =
  /^.{1,5}?(?:(?<![城都超门夜菜])市(?!场)|县|旗|(?<![社校园景市城灾地片库矿])区)|开发区|示范区|保税区/u;

/**
 * Whether what follows a division can be a body of it. A further district that the register doesn't know, or a zone,
 * is not one: 样州市虚云区档案局 must not become a body of 样州市.
 */
export const isBodyName = (rest: string): boolean =>
  rest.length >= 2 && BODY_ENDING.test(rest) && (!HIDDEN_PLACE.test(rest) || AREA_BRANCH.test(rest));

const isInForce = (place: Place, window: TimeWindow): boolean =>
  isWithin(place.type === "zone" ? place.zone : place.period, window);

const fits = (form: PlaceForm, within: DivisionPeriod | null): boolean => {
  if (form.kind === "local") {
    return form.place.type === "zone" && within !== null && form.place.zone.hostCode === within.code;
  }
  return within === null || isIn(form.place, within);
};

const ends = ({ kind, rest }: NameReading): boolean => rest === "" || (kind !== "short" && isBodyName(rest));

/** All readings of a name, whether it starts with the province, the city or the place itself, in full or short. */
export const readName = (reader: NameReader, name: string, within: DivisionPeriod | null = null): NameReading[] =>
  reader.register.formsStartingWith(name.slice(0, 2)).flatMap((form) => {
    const { place, kind, text } = form;
    if (!name.startsWith(text) || !isInForce(place, reader.window) || !fits(form, within)) return [];
    const reading: NameReading = { place, printed: text, kind, rest: name.slice(text.length) };
    const deeper =
      place.type === "division" && place.period.level !== "county" && reading.rest.length >= 2
        ? readName(reader, reading.rest, place.period)
        : [];
    return ends(reading) ? [reading].concat(deeper) : deeper;
  });

/** The readings that explain most of the name: a whole name before a shortened one before a place with a body in it. */
export const bestReadings = (readings: readonly NameReading[]): NameReading[] => {
  const cost = ({ rest, kind }: NameReading): number => {
    if (rest !== "") return 1 + rest.length;
    return kind === "short" ? 1 : 0;
  };
  const least = Math.min(...readings.map(cost));
  return readings.filter((reading) => cost(reading) === least);
};

/** Whether a shortened name is cut off by a suffix of its own: 样例市 doesn't name 样例 (the province). */
export const isCutBySuffix = (following: string): boolean => SUFFIX.test(following);
