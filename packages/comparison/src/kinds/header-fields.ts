import type { Change, Quotation, Span } from "@zhenggai/notice";
import { claimWhole, openFieldHunks, type Claim, type Claims, type Found } from "../claims.ts";
import type { Comparison, PlacedHunk } from "../comparison.ts";
import { noticeFields, spansOfField, type Field } from "../fields.ts";
import { operationOf } from "../hunk.ts";
import { becameOf, distinctOperations, excerpt, makeChange, quote } from "../make-change.ts";
import { maskValue } from "../mask-contact.ts";
import { contains, coverOf, nowhere, overlaps } from "../spans.ts";
import { foldTypography } from "../typography.ts";

/** Fields that a page's meta tags can give without the text printing them; their operation has no spans. */
const metaFields: ReadonlySet<string> = new Set(["title", "publishedOn"]);

type Spans = { readonly before: readonly Span[]; readonly after: readonly Span[] };

function overlapsAny(spans: readonly Span[], span: Span): boolean {
  for (const one of spans) if (overlaps(one, span)) return true;
  return false;
}

/** Tells hunks that touch one of the spans; most touch none, and are nowhere near. */
function touching(spans: Spans): (hunk: PlacedHunk) => boolean {
  const [old, young] = [coverOf(spans.before) ?? nowhere, coverOf(spans.after) ?? nowhere];
  return ({ before, after }) =>
    (overlaps(old, before) && overlapsAny(spans.before, before)) ||
    (overlaps(young, after) && overlapsAny(spans.after, after));
}

/** A date read from meta tags is claimed where the text prints it too. */
const printsDates = (hunk: PlacedHunk, before: string | null, after: string | null): boolean =>
  hunk.atoms !== null &&
  hunk.atoms.before.type === "date" &&
  hunk.atoms.before.value === before &&
  hunk.atoms.after.value === after;

const sameValue = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && foldTypography(one) === foldTypography(other));

function quoteField(
  comparison: Comparison,
  side: "before" | "after",
  one: Field,
  spans: readonly Span[],
): Quotation | null {
  const value = one.valueOf(comparison[side]);
  if (value === null) return null;
  const isDate = one.kind === "date-changed";
  const known = { value: isDate ? value : null, unit: null };
  const found = quote(comparison, side, coverOf(spans.slice(0, 1)), known);
  const quotation = found ?? { text: value, span: null, ...known };
  return one.kind === "contact-changed" ? { ...quotation, text: maskValue(quotation.text) } : quotation;
}

function summaryOf(one: Field, before: Quotation | null, after: Quotation | null): Change["summary"] {
  const became = becameOf(before, after);
  if (one.kind === "contact-changed" && before !== null && before.text === after?.text)
    return {
      zh: `${one.zh}有改动（${excerpt(before)}，改动处已隐去）。`,
      en: `The contact ${one.name} changed (${excerpt(before)}; what changed is masked).`,
    };
  if (one.kind === "contact-changed" && before !== null && after !== null)
    return {
      zh: `${one.zh}有改动（${excerpt(before)} → ${excerpt(after)}）。`,
      en: `The contact ${one.name} changed (${excerpt(before)} → ${excerpt(after)}).`,
    };
  return { zh: `${one.zh}：${became.zh}。`, en: `${one.name}: ${became.en}.` };
}

/** What a contact line prints before a value. Example: ；电子邮箱： */
const label = /(?:[^：:；;，,。\n]{1,12}[：:]|(?:电话|传真|手机|邮箱|信箱|地址|邮编|编码)[是为]?)\s*$/u;

/** A contact value with the label before it: both come and go together. */
function withLabel(text: string, within: Span, span: Span): Span {
  const lead = text.slice(within.start, Math.max(within.start, span.start));
  return { start: span.start - (label.exec(lead)?.[0].length ?? 0), end: span.end };
}

/** Claims the field's own words in a hunk; all of it where the hunk is one figure, date or title. */
function claimOf({ texts }: Comparison, one: Field, hunk: PlacedHunk, spans: Spans): Claim {
  if (hunk.level === "atom" || hunk.place.part === "furniture") return claimWhole(hunk);
  const own = (side: "before" | "after"): Span | null => {
    const found = coverOf(spans[side].filter((span) => overlaps(span, hunk[side])));
    return found === null || one.part !== "contact" ? found : withLabel(texts[side], hunk[side], found);
  };
  return { hunk, before: own("before"), after: own("after"), whole: false };
}

/**
 * Fields that a reading takes from the lead or from the page around the notice: words that came or went there are an edit
 * of the lead, or another template, and not of the field.
 */
const needsBothSides = (one: Field): boolean =>
  one.part === "inspection" || one.part === "subject" || one.part === "page";

/** A title that both versions print, untouched in one of them, is another line taken for it: a menu above the title. */
const isOtherLine = (one: Field, spans: Spans): boolean =>
  one.part === "title" && spans.before.length > 0 && spans.after.length > 0;

/** Where a text prints a value within a hunk. */
function placeWithin(text: string, within: Span, value: string): Span | null {
  const at = text.indexOf(value, within.start);
  return at === -1 || at + value.length > within.end ? null : { start: at, end: at + value.length };
}

/** Every hunk outside findings that prints the old name of the body on one side and the new one on the other, not only the first. */
function renamedIn({ texts }: Comparison, open: readonly PlacedHunk[], before: string, after: string): Spans {
  const found = open
    .filter((hunk) => hunk.place.part === "text")
    .flatMap((hunk) => {
      const [old, young] = [
        placeWithin(texts.before, hunk.before, before),
        placeWithin(texts.after, hunk.after, after),
      ];
      // A name that is still printed beside the other was not replaced by it: 区委 stands in 云汀区委 too.
      const isKept =
        placeWithin(texts.after, hunk.after, before) !== null || placeWithin(texts.before, hunk.before, after) !== null;
      return old === null || young === null || isKept ? [] : [{ before: old, after: young }];
    });
  return { before: found.map((one) => one.before), after: found.map((one) => one.after) };
}

function spansOf(comparison: Comparison, open: readonly PlacedHunk[], one: Field): Spans {
  const spans = { before: spansOfField(comparison.before, one), after: spansOfField(comparison.after, one) };
  const [before, after] = [one.valueOf(comparison.before), one.valueOf(comparison.after)];
  if (one.part !== "subject" || before === null || after === null) return spans;
  const renamed = renamedIn(comparison, open, before, after);
  return { before: [...renamed.before, ...spans.before], after: [...renamed.after, ...spans.after] };
}

function isEditOf(one: Field, hunks: readonly PlacedHunk[], spans: Spans): boolean {
  if (!needsBothSides(one) && !isOtherLine(one, spans)) return true;
  const on = (side: "before" | "after") => hunks.some((hunk) => spans[side].some((span) => overlaps(span, hunk[side])));
  return on("before") && on("after");
}

/** Whether a contact value that one reading lacks still stands in its text: it was read otherwise, not taken down. */
function isStillPrinted({ texts }: Comparison, one: Field, before: string | null, after: string | null): boolean {
  if (one.part !== "contact" || (before === null) === (after === null)) return false;
  return before === null ? texts.before.includes(after ?? "") : texts.after.includes(before);
}

/** Whether the words of an inspection field stand in the title: another title is one change, whatever it names. */
function isInTitle(comparison: Comparison, one: Field, spans: Spans): boolean {
  const title = noticeFields.find(({ part }) => part === "title");
  if (one.part !== "inspection" || title === undefined) return false;
  return (["before", "after"] as const).every((side) => {
    const [within] = spansOfField(comparison[side], title);
    return within !== undefined && spans[side].length > 0 && spans[side].every((span) => contains(within, span));
  });
}

function changeOfField(comparison: Comparison, open: readonly PlacedHunk[], one: Field): Found {
  const before = one.valueOf(comparison.before);
  const after = one.valueOf(comparison.after);
  const isOneSided = one.part === "page" && (before === null || after === null);
  if (isOneSided || sameValue(before, after) || isStillPrinted(comparison, one, before, after))
    return { changes: [], claims: [] };
  const spans = spansOf(comparison, open, one);
  if (isInTitle(comparison, one, spans)) return { changes: [], claims: [] };
  const isPrinted = one.part === "page";
  const touches = touching(spans);
  const hunks = open.filter(
    (hunk) => (isPrinted || hunk.place.part !== "furniture") && (touches(hunk) || printsDates(hunk, before, after)),
  );
  // A field read from the text whose words did not change was derived from another (a year), or read differently by us.
  const isFromMeta = metaFields.has(one.path) && spans.before.length + spans.after.length === 0;
  if (hunks.length === 0 ? !isFromMeta : !isEditOf(one, hunks, spans)) return { changes: [], claims: [] };
  const old = quoteField(comparison, "before", one, spans.before);
  const young = quoteField(comparison, "after", one, spans.after);
  const change = makeChange({
    kind: one.kind,
    target: { part: one.part, finding: null, measure: null, field: one.name },
    before: old,
    after: young,
    operations: distinctOperations(hunks.map(operationOf)),
    summary: summaryOf(one, old, young),
  });
  return { changes: [change], claims: hunks.map((hunk) => claimOf(comparison, one, hunk, spans)) };
}

/**
 * title-changed, subject-renamed, date-changed (signed, published, inspection), signature-changed, contact-changed:
 * a field of head or foot with another value, and the words that made it so. Contact values are masked.
 */
export function findFieldChanges(comparison: Comparison, claims: Claims): Found {
  const changes: Change[] = [];
  const made: Claim[] = [];
  let open = openFieldHunks(comparison, claims);
  for (const one of noticeFields) {
    const found = changeOfField(comparison, open, one);
    const taken = new Set(found.claims.filter((claim) => claim.whole).map((claim) => claim.hunk));
    if (taken.size > 0) open = open.filter((hunk) => !taken.has(hunk));
    changes.push(...found.changes);
    made.push(...found.claims);
  }
  return { changes, claims: made };
}
