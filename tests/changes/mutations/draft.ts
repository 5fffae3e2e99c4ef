import type { Finding, Notice } from "@zhenggai/notice";

export type DraftMeasure = {
  readonly id: number;
  /** What is printed before the words: white space and enumerator. */
  lead: string;
  numbering: string;
  body: string;
};

export type DraftFinding = {
  readonly type: "finding";
  readonly id: number;
  numbering: string;
  /** Everything from the enumerator to the first measure. */
  heading: string;
  title: string;
  measures: DraftMeasure[];
  tail: string;
  groups: readonly string[];
  status: Finding["status"];
};

export type DraftProse = { readonly type: "prose"; readonly id: number; text: string };

/** A notice taken apart so that edits can be made whose outcome is known; printing it gives the text again. */
export type Draft = {
  readonly notice: Notice;
  blocks: (DraftFinding | DraftProse)[];
  /** Ids from here on are of what edits put in. */
  readonly firstNewId: number;
  nextId: number;
};

/** The enumerator as the page prints it; the reading has it in half width. */
function printedAt(text: string, at: number, numbering: string): string {
  const printed = text.slice(at, at + numbering.length);
  return printed.normalize("NFKC") === numbering.normalize("NFKC") ? printed : numbering;
}

function printedIn(lead: string, numbering: string): string {
  const at = lead.normalize("NFKC").lastIndexOf(numbering.normalize("NFKC"));
  return at === -1 ? numbering : printedAt(lead, at, numbering);
}

function measuresOf(notice: Notice, finding: Finding, from: number, ids: () => number) {
  let at = from;
  const measures = finding.measures.map((measure): DraftMeasure => {
    const lead = notice.text.slice(at, measure.span.start);
    at = measure.span.end;
    const body = notice.text.slice(measure.span.start, measure.span.end);
    return { id: ids(), lead, numbering: printedIn(lead, measure.numbering), body };
  });
  return { measures, end: at };
}

function headingEnd(notice: Notice, finding: Finding): number {
  const [first] = finding.measures;
  if (first === undefined) return finding.span.end;
  const lead = notice.text.slice(finding.span.start, first.span.start);
  const at = first.numbering === "" ? lead.length : lead.lastIndexOf(printedIn(lead, first.numbering));
  const words = lead.slice(0, at === -1 ? lead.length : at).trimEnd();
  return finding.span.start + words.length;
}

/** Takes a reading apart. Null where the findings overlap or leave nothing to edit. */
export function draftOf(notice: Notice): Draft | null {
  let id = 0;
  const ids = (): number => (id += 1);
  const blocks: Draft["blocks"] = [];
  let at = 0;
  for (const finding of notice.findings) {
    if (finding.span.start < at) return null;
    blocks.push({ type: "prose", id: ids(), text: notice.text.slice(at, finding.span.start) });
    const end = headingEnd(notice, finding);
    const { measures, end: measured } = measuresOf(notice, finding, end, ids);
    at = Math.max(finding.span.end, measured);
    const numbering = printedAt(notice.text, finding.span.start, finding.numbering);
    blocks.push({
      type: "finding",
      id: ids(),
      numbering,
      heading: notice.text.slice(finding.span.start + numbering.length, end),
      title: finding.title,
      measures,
      tail: notice.text.slice(measured, at),
      groups: finding.groups,
      status: finding.status,
    });
  }
  blocks.push({ type: "prose", id: ids(), text: notice.text.slice(at) });
  return { notice, blocks, firstNewId: id + 1, nextId: id + 1 };
}

/** Findings that share it stand under the same headings, with the same status. */
export const groupKey = (finding: Pick<DraftFinding, "groups" | "status">): string =>
  [...finding.groups, finding.status ?? ""].join("|");

export const findingsOf = (draft: Draft): DraftFinding[] =>
  draft.blocks.filter((block): block is DraftFinding => block.type === "finding");

const printFinding = (finding: DraftFinding): string =>
  finding.numbering +
  finding.heading +
  finding.measures.map((measure) => measure.lead + measure.body).join("") +
  finding.tail;

export const printDraft = (draft: Draft): string =>
  draft.blocks.map((block) => (block.type === "prose" ? block.text : printFinding(block))).join("");
