const email = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}/gi;

/** Not within a word, a decimal figure, a file name of a URL or an amount in yuan. */
const before = String.raw`(?<![\w０-９]|[\d０-９]\.)`;
const after = String.raw`(?![\w０-９]|\.\w|元(?!旦))`;
const digit = "[0-9０-９]";
const areaCode = `[0０]${digit}{2,3}`;
const local = `${digit}{3,4} ?${digit}{4}`;
const landline = String.raw`(?:[（(]${areaCode}[）)]\s?|${areaCode}\s?[-—–－‐]{0,2}\s?)${local}`;
const mobile = `[1１][3-9３-９]${digit}(?:[- ]?${digit}{4}){2}`;
/** With the country's code an area code goes without its zero: +86-990-5550123. */
const abroad = String.raw`(?:[+＋]|00)86[- ]?(?:${mobile}|${landline}|${digit}{2,3}[- ]?${local})`;
const phone = new RegExp(`${before}(?:${abroad}|${landline}|${mobile})${after}`, "g");
/** Without an area code only what is called a telephone number is one. */
const labelled = new RegExp(
  String.raw`(?=${digit})(?<=(?:电\s?话|传\s?真|座机|热线|拨打|致电)(?:号码)?[：:]?\s{0,2})${digit}{7,8}${after}`,
  "g",
);

/** Seven digits in a row, or four behind a digit and a gap: 555 0123, 139-0013. */
const longNumber = new RegExp(`${digit}(?:${digit}{6}|[- ]${digit}{4})`);
const shortestNumber = 6;

/** A digit, a gap or a hyphen: of nothing else is a long number. */
const isOfNumber = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff_10 && code <= 0xff_19) || code === 0x20 || code === 0x2d;

/** Whether a text holds a long number: it is as long as the steps in which the text is looked through. */
function holdsLongNumber(text: string): boolean {
  for (let at = shortestNumber - 1; at < text.length; at += shortestNumber) {
    if (!isOfNumber(text.charCodeAt(at))) continue;
    let [start, end] = [at, at + 1];
    while (start > 0 && isOfNumber(text.charCodeAt(start - 1))) start -= 1;
    while (end < text.length && isOfNumber(text.charCodeAt(end))) end += 1;
    if (end - start >= shortestNumber && longNumber.test(text.slice(start, end))) return true;
    at = end;
  }
  return false;
}

/**
 * Whether a text has an @ or a long number, without which none of the patterns matches: most have neither, and this tells at a fraction of
 * what the patterns cost.
 */
export const mayHoldContact = (text: string): boolean => text.includes("@") || holdsLongNumber(text);

/** Stands for each character of a contact; no character of any text (Unicode keeps it free). */
const blank = "\uFFFF";
const further = new RegExp(String.raw`(?<=${blank})(?:[、/／；;或和及]\s?${digit}{7,8}${after})+`, "g");

const blanked = (contact: string): string => blank.repeat(contact.length);

/** The text with its contacts blanked character by character, so that places in it stay the same. */
function blankedText(text: string): string {
  if (!mayHoldContact(text)) return text;
  const hidden = [email, phone, labelled].reduce((rest, pattern) => rest.replace(pattern, blanked), text);
  return hidden.includes(blank) ? hidden.replace(further, blanked) : hidden;
}

/**
 * Hides telephone numbers and e-mail addresses, as logs, console and exports must; the public hotline 12388 is no one's.
 * 联系电话：0990-5550123，邮箱：a@b.example → 联系电话：****，邮箱：****
 */
export function maskContacts(text: string): string {
  return blankedText(text).replace(/\uFFFF+/g, "****");
}

/**
 * The same, character by character: for texts of which pieces are shown. A piece may hold half a number, which by itself no
 * pattern knows. 电话：0990-5550123 → 电话：************
 */
export function blankContacts(text: string): string {
  const hidden = blankedText(text);
  return hidden === text ? text : hidden.replaceAll(blank, "*");
}

/** Where contacts stand in a text. */
export function contactSpans(text: string): { readonly start: number; readonly end: number }[] {
  return Array.from(blankedText(text).matchAll(/\uFFFF+/g), ({ index, 0: contact }) => ({
    start: index,
    end: index + contact.length,
  }));
}

/** The same JSON value with contact details hidden in every text but ids, which join documents. */
export function maskContactsWithin(value: unknown): unknown {
  const isId = (name: string): boolean => name === "_id" || name.endsWith("Id");
  return JSON.parse(
    JSON.stringify(value, (name, inner: unknown) =>
      typeof inner === "string" && !isId(name) ? maskContacts(inner) : inner,
    ),
  );
}
