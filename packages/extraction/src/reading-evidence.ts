import type { DeclaredTotal, Evidence, Finding, Outcome } from "@zhenggai/notice";
import type { ReadContact } from "./fields/contact.ts";
import type { ReadOutline } from "./fields/findings.ts";
import { headerEvidence, type Header } from "./fields/header.ts";
import type { ReadInspection } from "./fields/inspection.ts";
import type { Signature } from "./fields/signature.ts";
import type { PrintedSubject } from "./fields/subject.ts";
import { evidenceOf } from "./found.ts";
import type { View } from "./normalized-view.ts";
import { zoneEvidence } from "./text-zones.ts";
import type { Zones } from "./zones.ts";

type Read = {
  readonly view: View;
  readonly zones: Zones;
  readonly header: Header;
  readonly signature: Signature;
  readonly printed: PrintedSubject | null;
  readonly inspected: ReadInspection;
  readonly contacts: ReadContact;
  readonly declared: readonly DeclaredTotal[];
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  readonly outline: ReadOutline;
};

/** Where each value stands and which rule read it, in the order of the notice's fields. */
export function readingEvidence(read: Read): readonly Evidence[] {
  const { view, zones, header, signature, printed, inspected, contacts } = read;
  return [
    ...headerEvidence(header),
    ...evidenceOf("signedBy", signature.signedBy),
    ...evidenceOf("signedOn", signature.signedOn),
    ...evidenceOf("subject.name", printed?.name ?? null),
    ...inspected.evidence,
    ...read.declared.map(({ metric, span }, at) => ({ field: `declared.${at}`, rule: `total:${metric}`, span })),
    ...read.outcomes.map(({ metric, span }, at) => ({ field: `outcomes.${at}`, rule: `outcome:${metric}`, span })),
    ...read.findings.map(({ span, heading }, at) => ({ field: `findings.${at}`, rule: findingRule(heading), span })),
    ...contacts.evidence,
    ...zoneEvidence(view, zones, header, read.outline.sections[0]?.start ?? null),
  ];
}

function findingRule(heading: string): string {
  return /["“「]/.test(heading) ? "quoted-problem-heading" : "plain-problem-heading";
}
