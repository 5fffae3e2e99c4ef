import type { Notice, Outcome } from "@zhenggai/notice";
import type { Score } from "./field-scores.ts";
import type { Gold, GoldSeed } from "./gold.ts";

type GoldOutcome = Gold["outcomes"][number];

/** Which of our metrics may stand for a metric of the gold; a gold metric that is not listed is no outcome of tier A. */
const sameMetric: Readonly<Record<string, readonly Outcome["metric"][]>> = {
  party_and_administrative_sanction_persons: ["partyAndGovernmentDiscipline"],
  party_serious_warning_persons: ["partyDiscipline"],
  party_warning_persons: ["partyDiscipline"],
  sanction_persons_unspecified: ["sanctions"],
  cases_investigated: ["casesInvestigated"],
  persons_investigated: ["personsInvestigated"],
  persons_handled: ["personsHandled"],
  four_forms_person_times: ["fourForms"],
  accountability_cases: ["accountabilityCases"],
  case_filings: ["casesFiled"],
  circulars_issued: ["circularsIssued"],
  circulated_criticism_units: ["unitsCriticized"],
  interviews_persons: ["interviews"],
  interviews_units: ["unitsInterviewed"],
  supervisory_recommendations: ["recommendations"],
  public_exposure_batches: ["exposureBatches"],
  public_exposure_cases: ["casesExposed"],
  public_exposure_persons: ["personsExposed"],
  clues_handled: ["cluesHandled"],
  clues_closed: ["cluesConcluded"],
  clues_transferred_to_police: ["cluesTransferred"],
  case_information_transferred: ["casesTransferred", "cluesTransferred"],
  petition_items_closed: ["petitionsConcluded"],
  letters_and_calls_closed: ["petitionsConcluded"],
  money_recovered: ["moneyRecovered", "moneyReturned", "lossesRecovered"],
  systems_established: ["systemsEstablished"],
  mechanisms_established: ["systemsEstablished"],
  documents_issued: ["documentsIssued", "systemsEstablished"],
};
/** Metrics outside tier A, which the gold lists completely: they can't be scored by it. */
const besideTierA = new Set<Outcome["metric"]>(["problemsRectified", "documentsIssued", "arrearsCollected"]);

/**
 * Outcomes against the gold. Recall A: a figure of the gold is found where an outcome with its value, its scope and a fitting metric touches
 * its words. Precision A: an outcome of a tier-A metric must be a figure of the gold. Precision B: an outcome that touches words of tier B
 * or of a decoy must have the value that the gold has there; a decoy has none.
 */
export function outcomeScores(notice: Notice, { gold }: GoldSeed): Score[] {
  const tierA = gold.outcomes.filter(({ tier }) => tier === "A");
  const tierB = gold.outcomes.filter(({ tier }) => tier === "B");
  const ownA = notice.outcomes.filter(({ metric }) => !besideTierA.has(metric));
  const onB = notice.outcomes.filter(
    (own) =>
      [...tierB, ...gold.otherAmounts].some((one) => touches(own, one)) && !tierA.some((one) => touches(own, one)),
  );
  const found = tierA.filter((one) => notice.outcomes.some((own) => isSame(own, one)));
  const missed = tierA.filter((one) => !found.includes(one));
  const wrongA = ownA.filter(
    (own) => !tierA.some((one) => isSame(own, one)) && !tierB.some((one) => hasValue(own, one)),
  );
  const wrongB = onB.filter((own) => !tierB.some((one) => hasValue(own, one)));
  return [
    { field: "outcomes A, recall", right: found.length, of: tierA.length, bar: 0.95, wrong: missed.map(goldWords) },
    {
      field: "outcomes A, precision",
      right: ownA.length - wrongA.length,
      of: ownA.length,
      bar: 0.95,
      wrong: wrongA.map(ownWords),
    },
    {
      field: "outcomes B, precision",
      right: onB.length - wrongB.length,
      of: onB.length,
      bar: 0.9,
      wrong: wrongB.map(ownWords),
    },
  ];
}

function isSame(own: Outcome, one: GoldOutcome): boolean {
  const isMetric = sameMetric[one.metric]?.includes(own.metric) === true;
  return isMetric && hasValue(own, one) && scopeOf(own.scope) === goldScope(one.scope);
}

function hasValue(own: Outcome, one: GoldOutcome): boolean {
  return touches(own, one) && (own.value === one.value || own.amount === one.normalizedValue);
}

function touches(own: Outcome, one: { readonly offset: number; readonly verbatim: string }): boolean {
  return own.span.start < one.offset + one.verbatim.length && own.span.end > one.offset;
}

function scopeOf(scope: Outcome["scope"]): string {
  return typeof scope === "string" ? scope : `problem ${scope.finding}`;
}

/** Where the gold names a section, the figures are those of what the inspectors handed over. */
function goldScope({ kind, n }: GoldOutcome["scope"]): string {
  if (kind === "section") return "handover";
  return n === undefined ? kind : `${kind} ${n}`;
}

function goldWords({ metric, value, verbatim }: GoldOutcome): string {
  return `missed ${metric} ${value}: ${verbatim}`;
}

function ownWords({ metric, value, text }: Outcome): string {
  return `not in the gold: ${metric} ${value}: ${text}`;
}
