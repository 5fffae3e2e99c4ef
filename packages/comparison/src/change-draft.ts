import type { StoredChange, StoredVersion } from "@zhenggai/notice";
import type { PageEvent, PageHistory } from "./series-sightings.ts";

export type ComposedChange = Omit<StoredChange, "seriesRev" | "state" | "deliveries">;

/** A change without its id, and the page that it was seen on; "" where it is of no page. */
export type Draft = Omit<ComposedChange, "_id" | "seriesId"> & { readonly pageId: string };

/** An event in which a page showed a version. */
export type Shown = PageEvent & { readonly version: StoredVersion };

export const shownOn = (history: PageHistory): Shown[] =>
  history.events.flatMap((event) => (event.version === null ? [] : [{ ...event, version: event.version }]));

export const earlier = (one: string, other: string): string => (one < other ? one : other);

export const ends = (before: string, after: string) => ({ before, after });

/** Only readings of one extractor are compared: what another made of a text is our change, not theirs. */
export const areComparable = (one: StoredVersion, other: StoredVersion): boolean => one.extractor === other.extractor;
