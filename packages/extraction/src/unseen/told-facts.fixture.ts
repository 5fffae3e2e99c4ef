import type { DateValue, Notice, Outcome } from "@zhenggai/notice";

/**
 * What a notice tells, one fact a line, as a person writes it down beside the text: “finding: 1.|学用脱节|理论武装|completed|一是 二是”. An empty
 * place between bars is a value that is not printed; an unnumbered measure is a hyphen; a total printed twice is told once.
 */
export function toldFacts(notice: Notice): readonly string[] {
  const { subject, inspection, contact } = notice;
  const { level, authority, team, round, special, startedOn, endedOn, feedbackOn } = inspection;
  return [
    fact("kind", [notice.kind]),
    fact("title", [notice.title]),
    fact("published", [day(notice.publishedOn), notice.publisher]),
    fact("subject", [subject.name, subject.bodyKind, divisionOf(subject)]),
    fact("inspection", [level, authority, team, round, special]),
    fact("window", [day(startedOn), day(endedOn), day(feedbackOn)]),
    fact("signed", [notice.signedBy, day(notice.signedOn)]),
    ...new Set(notice.declared.map(({ metric, value }) => fact("declared", [metric, String(value)]))),
    ...notice.findings.map(({ numbering, title, groups, status, measures }) =>
      fact("finding", [numbering, title, groups.join("/"), status, numberings(measures)]),
    ),
    ...notice.outcomes.map(({ metric, value, unit, scope }) =>
      fact("outcome", [metric, `${value}${unit}`, scopeName(scope)]),
    ),
    ...notice.documents.map(({ title }) => fact("document", [title])),
    fact("contact", contact === null ? [] : [contact.phone, contact.address, contact.postcode, contact.email]),
    ...notice.issues
      .filter(({ code }) => code === "unread-figure" || code === "unread-heading" || code === "missing-measures")
      .map(({ code, text }) => fact("issue", [code, text])),
  ];
}

function fact(field: string, values: readonly (string | null)[]): string {
  return `${field}: ${values.map((value) => value ?? "").join("|")}`;
}

/** A vague date is told by its first day and a question mark. */
function day(value: DateValue | null): string | null {
  return value === null || typeof value === "string" ? value : `${value.approximate}?`;
}

function divisionOf({ division }: Notice["subject"]): string | null {
  return division && [division.province, division.city, division.county].filter((name) => name !== null).join("");
}

function numberings(measures: Notice["findings"][number]["measures"]): string {
  return measures.map(({ numbering }) => numbering || "-").join(" ");
}

function scopeName(scope: Outcome["scope"]): string {
  return typeof scope === "string" ? scope : `#${scope.finding}`;
}
