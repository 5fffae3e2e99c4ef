import { compareVersions } from "@zhenggai/comparison";
import type { Change, ChangeKind, Notice, Quotation, Span } from "@zhenggai/notice";
import { applyOperations } from "./apply-operations.ts";

/** Two readings and what a comparison says of them. */
export type Compared = { readonly before: Notice; readonly after: Notice; readonly changes: readonly Change[] };

const mirrors = new Map<ChangeKind, ChangeKind>([
  ["finding-added", "finding-removed"],
  ["finding-removed", "finding-added"],
  ["measure-added", "measure-removed"],
  ["measure-removed", "measure-added"],
  ["document-added", "document-removed"],
  ["document-removed", "document-added"],
]);

const keyOf = (kind: ChangeKind, before: Quotation | null, after: Quotation | null): string =>
  `${kind}: ${before?.text ?? ""} → ${after?.text ?? ""}`;

const isNews = (change: Change): boolean => change.kind !== "cosmetic";

/** Changes that are there in one direction only. */
function unmirrored({ before, after, changes }: Compared): string[] {
  const forth = changes
    .filter(isNews)
    .map((change) => keyOf(mirrors.get(change.kind) ?? change.kind, change.after, change.before));
  const back = compareVersions(after, before)
    .filter(isNews)
    .map((change) => keyOf(change.kind, change.before, change.after));
  const rest = [...back];
  const missing = forth.filter((key) => {
    const at = rest.indexOf(key);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  return [...missing, ...rest].map((key) => `not mirrored: ${key}`);
}

type Edge = { readonly text: string; readonly at: number };

const edgesOf = (text: string, span: Span | null): Edge[] =>
  span === null ? [] : [span.start, span.end].map((at) => ({ text, at }));

const operationEdges = ({ before, after }: Compared, change: Change): Edge[] =>
  change.operations.flatMap((operation) => [
    ...edgesOf(before.text, operation.before),
    ...edgesOf(after.text, operation.after),
  ]);

const isDigit = (sign: string): boolean => /[0-9０-９]/u.test(sign);

const splitsNumber = ({ text, at }: Edge): boolean => isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at));

const proseKinds: ReadonlySet<ChangeKind> = new Set(["measure-reworded", "finding-reworded", "text-edited"]);

/** Behind a mark of punctuation with its closing quotes and white space, behind an enumerator, before a line's end. */
function isClauseEdge({ text, at }: Edge, known: ReadonlySet<number>): boolean {
  if (known.has(at) || at === text.length || text.charAt(at) === "\n") return true;
  const lead = text.slice(Math.max(0, at - 24), at);
  const words = lead.replace(/[\s\u200B”’」』）)】》〉"']+$/u, "");
  const isBehindNumber =
    /(?:^|[\s。；])(?:[（(]?[一二三四五六七八九十\d０-９]{1,4}[)）、.．]|[一二三四五六七八九十]是)\s*$/u;
  return words === "" || /[。！？!?，,；;：:∶]$/u.test(words) || /\n\s*$/u.test(lead) || isBehindNumber.test(lead);
}

/** Where findings, measures, boilerplate and fields of a reading start and end: words that stand apart from their neighbours. */
const edgesOfReading = (notice: Notice): ReadonlySet<number> =>
  new Set(
    [
      ...notice.findings.flatMap((finding) => [finding.span, ...finding.measures.map((measure) => measure.span)]),
      ...notice.boilerplate.map((piece) => piece.span),
      ...notice.evidence.flatMap(({ span }) => (span === null ? [] : [span])),
    ].flatMap(({ start, end }) => [start, end]),
  );

/** What a telephone number or an e-mail is printed with. */
const contactSign = /[\w@０-９()（）+＋.、/／；;或和及 —–－-]/u;

/** Quotations that are not what stands at their place; characters of contacts are masked one by one, an address in all. */
function misquoted({ before, after, changes }: Compared): string[] {
  const addresses = [before.contact?.address, after.contact?.address];
  const isQuoted = (text: string, { text: words, span }: Quotation): boolean => {
    if (span === null) return true;
    const printed = text.slice(span.start, span.end);
    const hidesAddress = addresses.some(
      (address) => address !== null && address !== undefined && printed.includes(address),
    );
    return (
      words.length === printed.length &&
      Array.from({ length: words.length }, (_, at) => [words.charAt(at), printed.charAt(at)] as const).every(
        ([sign, own]) => sign === own || (sign === "*" && (hidesAddress || contactSign.test(own))),
      )
    );
  };
  return changes.flatMap((change) => [
    ...(change.before === null || isQuoted(before.text, change.before) ? [] : [`misquoted: ${change.before.text}`]),
    ...(change.after === null || isQuoted(after.text, change.after) ? [] : [`misquoted: ${change.after.text}`]),
  ]);
}

/**
 * What a comparison gets wrong whatever was edited: a difference that no operation accounts for, a change that is not there in
 * the other direction, a quotation of other words, a number cut in two, an edit of prose that does not start and end with a clause.
 */
export function complaintsAbout(compared: Compared): string[] {
  const { before, after, changes } = compared;
  const made = applyOperations(before.text, after.text, changes);
  const known = new Set([...edgesOfReading(before), ...edgesOfReading(after)]);
  const itself = compareVersions(after, after);
  const around = ({ text, at }: Edge): string => `${text.slice(at - 8, at)}|${text.slice(at, at + 8)}`;
  const split = changes.flatMap((change) => operationEdges(compared, change).filter(splitsNumber));
  const torn = changes
    .filter((change) => proseKinds.has(change.kind))
    .flatMap((change) => operationEdges(compared, change).filter((edge) => !isClauseEdge(edge, known)));
  return [
    ...(made === after.text ? [] : ["the operations do not make the newer text of the older"]),
    ...(itself.length === 0 ? [] : ["compared with itself it differs"]),
    ...unmirrored(compared),
    ...misquoted(compared),
    ...split.map((edge) => `number split at ${around(edge)}`),
    ...torn.map((edge) => `no clause edge at ${around(edge)}`),
  ];
}
