/** Which names count: those that were in force at some time from `earliest` to `latest`, both years included. */
export type TimeWindow = { readonly earliest: number; readonly latest: number };

/** Notices appear up to 35 months after the inspection, and then under the name that the subject had during it. */
const GRACE_YEARS = 3;

/** The first notices of this kind were published after the central inspections of 2013. */
const FIRST_NOTICES = 2013;

/** Every name that ever was. */
export const ALWAYS: TimeWindow = { earliest: 0, latest: Number.POSITIVE_INFINITY };

/** The year of an ISO date; null where there is none. */
export const yearOf = (on: string | null): number | null => (/^\d{4}/u.test(on ?? "") ? Number(on?.slice(0, 4)) : null);

/** The window of a notice dated `on` (ISO date), or of all notices where the date is unknown. */
export const windowOf = (on: string | null): TimeWindow => {
  const year = yearOf(on);
  return year === null
    ? { earliest: FIRST_NOTICES, latest: Number.POSITIVE_INFINITY }
    : { earliest: year - GRACE_YEARS, latest: year };
};

/** The window for a name that the text itself calls former (原云汀县). */
export const formerWindow = (on: string | null): TimeWindow => ({
  ...ALWAYS,
  latest: yearOf(on) ?? Number.POSITIVE_INFINITY,
});

/** Whether a name with these years counts. The year in which it ended still does: the day is unknown. */
export const isWithin = (years: { readonly from: number; readonly to: number | null }, window: TimeWindow): boolean =>
  years.from <= window.latest && (years.to === null || years.to >= window.earliest);
