import { blankContacts, mayHoldContact, type Notice, type Span } from "@zhenggai/notice";
import { lazily } from "./lazily.ts";

/** The same length, so that spans into a quotation stay right. Example: 0999-8123456 becomes 0999-812****. */
export function maskValue(value: string): string {
  const at = value.indexOf("@");
  if (at > 0) return `${value.slice(0, 1)}${"*".repeat(at - 1)}${value.slice(at)}`;
  const kept = Math.max(Math.min(2, value.length - 1), value.length - 4);
  return value.slice(0, kept) + "*".repeat(value.length - kept);
}

/** The printed contact values of a notice that name a person or a line: phone, e-mail, postal address. */
const valuesOf = (notice: Notice): string[] =>
  [notice.contact?.phone, notice.contact?.email, notice.contact?.address]
    .flatMap((value) => (value === null || value === undefined ? [] : [value]))
    .filter((value) => value.length >= 5);

const phonePatterns = [/(?<!\d)0\d{2,3}[-—－]?\d{7,8}(?!\d)/gu, /(?<!\d)1[3-9]\d{9}(?!\d)/gu];
const emailPattern = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gu;

/** Telephone numbers and e-mail addresses hold one of these, and mostly postal addresses do. */
const digitOrAt = /[@\d０-９]/;

/** An @ or seven digits in a row, without which none of these can match. */
const traceOfContact = /@|\d{7}/;

/** The telephone numbers or e-mail addresses that a text prints, in order, however many a reading takes. */
export const contactsIn = (text: string, name: "phone" | "email"): string[] =>
  traceOfContact.test(text)
    ? (name === "email" ? [emailPattern] : phonePatterns).flatMap((pattern) => text.match(pattern) ?? [])
    : [];

const valuesOfBoth = (before: Notice, after: Notice): string[] => [
  ...new Set([...valuesOf(before), ...valuesOf(after)]),
];

function maskOf(values: readonly string[]): (text: string) => string {
  const areMarked = values.every((value) => digitOrAt.test(value));
  return (text) => {
    if (areMarked && !digitOrAt.test(text)) return text;
    let known = text;
    for (const value of values) if (known.includes(value)) known = known.replaceAll(value, maskValue(value));
    return blankContacts(known);
  };
}

/**
 * Hides the contact values of both notices, and whatever else looks like a telephone number or an e-mail, in anything quoted from
 * either; of the same length.
 */
export const contactMask = (before: Notice, after: Notice): ((text: string) => string) =>
  maskOf(valuesOfBoth(before, after));

/** The words of a stretch of either text, contacts hidden as `contactMask` hides them in these words. */
export type StretchMask = (side: "before" | "after", start: number, end: number) => string;

function placesOf(text: string, values: readonly string[]): Span[] {
  const places: Span[] = [];
  for (const value of values)
    for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + 1))
      places.push({ start, end: start + value.length });
  return places;
}

/**
 * The same for stretches of the notices' own texts, told by their places: values that look like none are looked for
 * once, and most stretches are neither near one nor hold what looks like a contact.
 */
export function stretchMask(before: Notice, after: Notice): StretchMask {
  const values = valuesOfBoth(before, after);
  const mask = maskOf(values);
  // Where a value itself looks like a contact, so does every stretch that prints it.
  const plain = values.filter((value) => !mayHoldContact(value));
  const texts = { before: before.text, after: after.text };
  const places = {
    before: lazily(() => placesOf(before.text, plain)),
    after: lazily(() => placesOf(after.text, plain)),
  };
  return (side, start, end) => {
    const text = side === "before" ? texts.before : texts.after;
    const known = side === "before" ? places.before() : places.after();
    const words = text.slice(start, end);
    const mayHide = mayHoldContact(words) || known.some((place) => place.start < end && start < place.end);
    return mayHide ? mask(words) : words;
  };
}
