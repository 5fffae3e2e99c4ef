import { noticeSchema, type Change, type Notice, type Quotation } from "@zhenggai/notice";
import { compareVersions } from "../compare-versions.ts";
import { distinctOperations, excerpt, makeChange } from "../make-change.ts";
import { countTraditional, simplify } from "../simplify.ts";

/** More differences than this are one: the copy is another text, an excerpt or a retelling. */
const mostDifferences = 30;
/** A simplified text may quote a few traditional characters. */
const leastTraditional = 20;

/** Fields that every site prints for itself. */
const ownFields = new Set(["publishedOn", "publisher", "breadcrumb", "originalUrl"]);

/** A copy in traditional characters as it would read in simplified ones, of the same length. */
function inSimplified(notice: Notice): Notice {
  if (countTraditional(notice.text) < leastTraditional) return notice;
  return noticeSchema.parse(JSON.parse(simplify(JSON.stringify(notice))));
}

/** Where only one side was read into findings, both are taken as plain text: a reading that failed is no difference. */
const asProse = (notice: Notice): Notice => ({ ...notice, findings: [], outcomes: [], declared: [] });

function sidesOf(original: Notice, copy: Notice): readonly [Notice, Notice] {
  const read = inSimplified(copy);
  const isOneSided = (original.findings.length === 0) !== (read.findings.length === 0);
  return isOneSided ? [asProse(original), asProse(read)] : [original, read];
}

/** Quotes the copy as it is printed. */
function asPrinted(quotation: Quotation | null, copy: Notice): Quotation | null {
  if (quotation?.span == null) return quotation;
  const printed = copy.text.slice(quotation.span.start, quotation.span.end);
  return simplify(printed) === quotation.text ? { ...quotation, text: printed } : quotation;
}

function divergence(change: Change, copy: Notice, pageId: string): Change {
  const after = asPrinted(change.after, copy);
  const words = { before: excerpt(change.before), after: excerpt(after) };
  return {
    ...change,
    kind: "copy-diverged",
    after,
    summary: {
      zh: `副本与正本不一致（${pageId}）：正本“${words.before}”，副本“${words.after}”。`,
      en: `The copy at ${pageId} differs: the original says "${words.before}", the copy "${words.after}".`,
    },
  };
}

function otherText(changes: readonly Change[], copy: Notice, pageId: string): Change {
  const span = { start: 0, end: copy.text.length };
  return makeChange({
    kind: "copy-diverged",
    target: { part: "text", finding: null, measure: null, field: null },
    before: null,
    after: { text: copy.title ?? copy.text.slice(0, 40), span: null, value: changes.length, unit: "处" },
    operations: distinctOperations([
      ...changes.flatMap((change) => change.operations),
      { op: "replace", before: null, after: span },
    ]),
    summary: {
      zh: `副本与正本有${changes.length}处不一致（${pageId}），只是摘录或改写。`,
      en: `The copy at ${pageId} differs in ${changes.length} places: an excerpt or a retelling.`,
    },
  });
}

/**
 * copy-diverged: where a copy says something else than the original does; typography, characters (traditional for simplified),
 * boilerplate and what every site prints for itself never count.
 */
export function divergencesOf(original: Notice, copy: Notice, pageId: string): Change[] {
  const [before, after] = sidesOf(original, copy);
  const changes = compareVersions(before, after).filter(
    ({ severity, target }) => severity !== "cosmetic" && !ownFields.has(target.field ?? ""),
  );
  if (changes.length > mostDifferences) return [otherText(changes, copy, pageId)];
  return changes.map((change) => divergence(change, copy, pageId));
}
