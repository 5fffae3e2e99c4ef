import type { Finding, Issue, Notice } from "@zhenggai/notice";
import type { ReadOutline } from "./findings.ts";

type Reading = Omit<Notice, "issues">;
type Severity = Issue["severity"];

/** What was not found, not understood or does not agree; for a rectification notice more is expected than for the others. */
export function issuesOf(reading: Reading, outline: ReadOutline): readonly Issue[] {
  const isRectification = reading.kind === "rectification";
  return [
    ...headerIssues(reading),
    ...(isRectification ? [...subjectIssues(reading), ...inspectionIssues(reading), ...findingIssues(reading)] : []),
    ...(isRectification ? unclosedQuotes(reading, outline) : []),
    ...mismatches(reading),
  ];
}

function issue(code: Issue["code"], field: string | null, severity: Severity, text: string): Issue {
  return { code, field, severity, text, span: null };
}

function headerIssues(reading: Reading): readonly Issue[] {
  const { title, publisher, publishedOn, signedBy, signedOn } = reading;
  const issues: Issue[] = [];
  if (title === null) issues.push(issue("missing-title", "title", "warning", "No line reads as a title."));
  if (publisher === null) issues.push(issue("missing-publisher", "publisher", "info", "No publisher is printed."));
  if (publishedOn === null || typeof publishedOn !== "string") {
    issues.push(issue("missing-published-on", "publishedOn", "info", "No day of publication is printed."));
  }
  if (reading.kind === "rectification" && (signedBy === null || signedOn === null)) {
    issues.push(
      issue(
        "missing-signature",
        signedBy === null ? "signedBy" : "signedOn",
        "warning",
        "The signature is incomplete.",
      ),
    );
  }
  return issues;
}

function subjectIssues({ subject }: Reading): readonly Issue[] {
  if (subject.resolution === "exact") return [];
  const names = subject.candidates.map(({ name }) => name).join(", ");
  return subject.resolution === "ambiguous"
    ? [issue("subject-ambiguous", "subject", "warning", `“${subject.name}” may be ${names}.`)]
    : [issue("subject-unresolved", "subject", "warning", `“${subject.name}” is in no register of bodies.`)];
}

function inspectionIssues({ inspection }: Reading): readonly Issue[] {
  const issues: Issue[] = [];
  if (inspection.team === null || inspection.startedOn === null) {
    const field = inspection.team === null ? "inspection.team" : "inspection.startedOn";
    issues.push(issue("missing-inspection", field, "warning", "Team or on-site window is not printed."));
  }
  if (inspection.feedbackOn === null) {
    issues.push(issue("missing-feedback", "inspection.feedbackOn", "warning", "No day of feedback is printed."));
  }
  return issues;
}

function findingIssues({ findings, text }: Reading): readonly Issue[] {
  if (findings.length === 0) {
    const code = text.trim().length < 400 ? shortness(text) : "missing-findings";
    return [issue(code, "findings", "error", "No heading reads as a finding.")];
  }
  return findings.filter(({ measures }) => measures.length === 0).map((finding) => withoutMeasures(finding));
}

function shortness(text: string): "empty-body" | "short-body" {
  return /[。；;]/.test(text) ? "short-body" : "empty-body";
}

function withoutMeasures(finding: Finding): Issue {
  const text = `No measure stands under “${finding.heading}”.`;
  return { code: "missing-measures", field: fieldOf(finding), severity: "warning", text, span: finding.span };
}

/** Paths count from 0, as the arrays of the notice do; `n` of a finding counts from 1, as a reader does. */
function fieldOf({ n }: Finding): string {
  return `findings.${n - 1}`;
}

function unclosedQuotes({ findings, outline }: Reading, { sections }: ReadOutline): readonly Issue[] {
  const open = new Set(
    sections.filter(({ problem }) => problem?.isClosed === false).map(({ index }) => outline[index]?.span.start),
  );
  return findings
    .filter(({ span }) => open.has(span.start))
    .map((finding) => {
      const text = `A quotation mark is not closed in “${finding.heading}”.`;
      return { code: "unclosed-quote", field: fieldOf(finding), severity: "info", text, span: finding.span };
    });
}

function mismatches({ reconciliation }: Reading): readonly Issue[] {
  return reconciliation
    .filter(({ match }) => match === false)
    .map(({ metric, declared, found }) =>
      issue(
        "totals-mismatch",
        `declared.${metric}`,
        "info",
        `The notice declares ${declared} ${metric} and prints ${found}.`,
      ),
    );
}
