import type { SubjectQuery } from "@zhenggai/bodies";
import { Fault } from "@zhenggai/notice";
import type { Finding, Notice, NoticeKind, OutlineNode, PageFacts, Subject } from "@zhenggai/notice";
import { contactOf } from "./fields/contact.ts";
import { documentsOf, titleRanges } from "./fields/documents.ts";
import { figureIssues, ignoredFigures } from "./fields/figure-issues.ts";
import { figuresOf, noFigures, type ReadFigures } from "./fields/figures.ts";
import { findingsOf, type ReadOutline } from "./fields/findings.ts";
import { headerOf, type Header } from "./fields/header.ts";
import type { Range } from "./fields/ranges.ts";
import { inspectionOf, noInspection, type ReadInspection } from "./fields/inspection.ts";
import { issuesOf } from "./fields/issues.ts";
import { withPageFacts } from "./fields/page-header.ts";
import { reconciliationOf } from "./fields/reconciliation.ts";
import { signatureOf, type Signature } from "./fields/signature.ts";
import { printedSubject, type PrintedSubject } from "./fields/subject.ts";
import { unreadHeadings } from "./fields/unread-headings.ts";
import { valueOf } from "./found.ts";
import { normalizedView, type View } from "./normalized-view.ts";
import { noticeKind } from "./notice-kind.ts";
import { outlineOf } from "./outline.ts";
import type { Passage } from "./passage.ts";
import { dayOf } from "./date-values.ts";
import { printedLines } from "./printed-lines.ts";
import { readingEvidence } from "./reading-evidence.ts";
import { rolesOf } from "./roles.ts";
import { titlesOf } from "./section-titles.ts";
import { boilerplateOf } from "./text-zones.ts";
import { zonesOf, type Zones } from "./zones.ts";

export type NoticeInput = {
  /** Kept exactly as given; every span points into it. */
  readonly text: string;
  /** Facts of an HTML page, which win over its text. */
  readonly page?: PageFacts;
  readonly url?: string | null;
};

type Article = {
  readonly view: View;
  readonly zones: Zones;
  readonly header: Header;
  readonly signature: Signature;
  readonly kind: NoticeKind;
  readonly title: Passage | null;
  readonly opening: Passage;
};

/** A register of bodies; resolves a printed name as of a day. */
export type ResolveSubject = (query: SubjectQuery) => Subject;

/**
 * Reads one notice from its text. Pure: the register of bodies comes as a function. Throws a Fault where there is nothing to read: E5002
 * empty, E5003 garbled, E5001 no notice. Whatever else is wrong with it is an issue of the notice.
 */
export function readNotice(input: NoticeInput, deps: { readonly resolveSubject: ResolveSubject }): Notice {
  const article = articleOf(input);
  const { view, zones, header } = article;
  const inspected = inspectionIn(article);
  const printed = subjectIn(article);
  const contacts = contactOf(view, [...zones.closing, ...zones.body, ...zones.opening]);
  const documents = titleRanges(view.text);
  const { outline, findings, figures } = rectificationIn(article, documents);
  const { declared, outcomes } = figures;
  const reading = {
    schemaVersion: 1 as const,
    kind: article.kind,
    text: input.text,
    ...headerFields(article),
    subject: resolved(article, printed, inspected, deps.resolveSubject),
    inspection: inspected.inspection,
    findings,
    declared: [...declared],
    outcomes: [...outcomes],
    outline: nodesOf(view, outline),
    documents: [...documentsOf(view, documents)],
    contact: contacts.contact,
    boilerplate: [...boilerplateOf(view, zones, header)],
    reconciliation: [...reconciliationOf(declared, findings)],
    evidence: [
      ...readingEvidence({ ...article, printed, inspected, contacts, outline, findings, declared, outcomes }),
      ...ignoredFigures(figures),
    ],
  };
  return {
    ...reading,
    issues: [...issuesOf(reading, outline), ...headingIssues(article, outline), ...figureIssues(figures)],
  };
}

function articleOf(input: NoticeInput): Article {
  if (input.text.trim() === "") throw new Fault("E5002");
  if (input.text.includes("\ufffd")) throw new Fault("E5003", { why: "the text contains U+FFFD" });
  const view = normalizedView(input.text);
  const zones = zonesOf(printedLines(view.text));
  const header = withPageFacts(headerOf(view, zones), input.page, input.url ?? null);
  const body = [...zones.opening, ...zones.body, ...zones.closing].map(({ text }) => text).join("\n");
  const kind = noticeKind(header.title?.value ?? null, body);
  if (kind === null)
    throw new Fault("E5001", { why: "no sentence of the text speaks of an inspection or of discipline" });
  const title = titlePassage(zones, header);
  return {
    view,
    zones,
    header,
    signature: signatureOf(view, zones),
    kind,
    title,
    opening: openingPassage(view, zones),
  };
}

/** Findings and figures; other kinds of notices are never forced into this shape. */
function rectificationIn(
  { view, zones, kind }: Article,
  documents: readonly Range[],
): { outline: ReadOutline; findings: Finding[]; figures: ReadFigures } {
  if (kind !== "rectification") {
    return { outline: { sections: [], titles: [], roles: [] }, findings: [], figures: noFigures };
  }
  const outline = outlineOfBody(zones);
  const findings = [...findingsOf(view, outline)];
  return { outline, findings, figures: figuresOf(view, { zones, outline, findings, documents }) };
}

function headingIssues({ view, zones, kind }: Article, { sections }: ReadOutline): Notice["issues"] {
  return kind === "rectification" ? [...unreadHeadings(view, zones, sections)] : [];
}

function headerFields({
  header,
  signature,
}: Article): Pick<Notice, "title" | "publishedOn" | "publisher"> &
  Pick<Notice, "breadcrumb" | "originalUrl" | "signedBy" | "signedOn"> {
  return {
    title: valueOf(header.title),
    publishedOn: valueOf(header.publishedOn),
    publisher: valueOf(header.publisher),
    breadcrumb: [...(valueOf(header.breadcrumb) ?? [])],
    originalUrl: valueOf(header.originalUrl),
    signedBy: valueOf(signature.signedBy),
    signedOn: valueOf(signature.signedOn),
  };
}

/** What stands before the first heading; where nothing does, the first paragraphs. */
function openingPassage(view: View, zones: Zones): Passage {
  const lines = zones.opening.length > 0 ? zones.opening : zones.body.slice(0, 3);
  const start = lines[0]?.start ?? 0;
  return { start, text: view.text.slice(start, lines.at(-1)?.end ?? start) };
}

/** The title where it stands in the text, so that what is read from it has a span. */
function titlePassage(zones: Zones, header: Header): Passage | null {
  if (!header.title) return null;
  const text = header.title.value;
  const line = zones.header.find((one) => one.text === text);
  return { start: line?.start ?? null, text };
}

function outlineOfBody(zones: Zones): ReadOutline {
  const sections = outlineOf(zones.body);
  const titles = titlesOf(sections);
  return { sections, titles, roles: rolesOf(sections, titles) };
}

function nodesOf(view: View, { sections, titles, roles }: ReadOutline): OutlineNode[] {
  return sections.map(({ index, level, numbering, start, end }) => ({
    level,
    numbering,
    title: titles[index]?.title ?? null,
    role: roles[index] ?? "measure",
    span: view.span(start, end),
  }));
}

function isOfInspection(kind: NoticeKind): boolean {
  return kind !== "discipline" && kind !== "investigation" && kind !== "exposure";
}

function inspectionIn({ view, title, opening, kind, signature, header }: Article): ReadInspection {
  if (!isOfInspection(kind)) return { inspection: noInspection, evidence: [] };
  const latest = signature.signedOn?.value ?? header.publishedOn?.value ?? null;
  return inspectionOf(view, { title, opening, whole: { start: 0, text: view.text }, latest });
}

function subjectIn({ view, title, opening, kind }: Article): PrintedSubject | null {
  return isOfInspection(kind) ? printedSubject(view, title, opening) : null;
}

function resolved(
  { header, signature, opening }: Article,
  printed: PrintedSubject | null,
  { inspection }: ReadInspection,
  resolveSubject: ResolveSubject,
): Subject {
  const unresolved = { bodyId: null, resolution: "unresolved" as const, candidates: [], division: null, zone: null };
  if (!printed) return { name: "", bodyKind: null, ...unresolved };
  const dates = [signature.signedOn?.value, header.publishedOn?.value, inspection.feedbackOn, inspection.startedOn];
  const on = dates.find((date) => date !== null && date !== undefined);
  const site = header.siteLines.map(({ text }) => text);
  const context = [header.title?.value, header.publisher?.value, signature.signedBy?.value, opening.text, ...site];
  return resolveSubject({
    name: printed.name.value,
    bodyKind: printed.bodyKind,
    on: on ? dayOf(on) : null,
    context: context.filter((text) => text !== undefined),
  });
}
