import type { DeclaredTotal, Finding, Reconciliation } from "@zhenggai/notice";

/**
 * Declared totals against what is printed. They need not agree: a district may publish 30 of 37 problems. A total whose level the
 * notice does not print (80 problems in 19 headings) is not comparable: match null, found 0. A rate is held against the two totals
 * that it is the rate of (完成率88.2% against 30 of 34), to the decimals that it prints.
 */
export function reconciliationOf(
  declared: readonly DeclaredTotal[],
  findings: readonly Finding[],
): readonly Reconciliation[] {
  const tiers = tiersOf(findings);
  const seen = new Set<string>();
  return declared.flatMap(({ metric, value }) => {
    const key = `${metric} ${value}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const found = metric.endsWith("Rate") ? rateFor(metric, value, declared) : foundFor(metric, value, findings, tiers);
    const match = found === null ? null : found === value;
    return [{ metric, declared: value, found: found ?? 0, match: isOtherTier(declared, metric, tiers) ? null : match }];
  });
}

/** How many headings each printed level has, outermost first, findings last. */
function tiersOf(findings: readonly Finding[]): readonly number[] {
  const depth = Math.max(0, ...findings.map(({ groups }) => groups.length));
  const tiers = Array.from({ length: depth }, (_, level) => {
    const paths = findings.filter(({ groups }) => groups.length > level);
    return new Set(paths.map(({ groups }) => groups.slice(0, level + 1).join("\n"))).size;
  });
  return [...tiers, findings.length];
}

function foundFor(
  metric: DeclaredTotal["metric"],
  value: number,
  findings: readonly Finding[],
  tiers: readonly number[],
): number | null {
  if (metric === "measures") return findings.reduce((sum, { measures }) => sum + measures.length, 0);
  if (metric === "findings") return findings.length;
  if (metric === "findingsCompleted") {
    const isStated = findings.some(({ status }) => status !== null);
    return isStated ? findings.filter(({ status }) => status === "completed").length : null;
  }
  const isSize = metric === "categories" || metric === "aspects" || metric === "items";
  return isSize ? (tiers.find((tier) => tier === value) ?? null) : null;
}

/** The rate of two declared totals, to as many decimals as the declared one prints; null where one of them is missing. */
function rateFor(metric: DeclaredTotal["metric"], value: number, declared: readonly DeclaredTotal[]): number | null {
  const noun = metric.slice(0, -"CompletedRate".length);
  const last = (name: string): number | undefined => declared.findLast((total) => total.metric === name)?.value;
  const done = last(`${noun}Completed`);
  const wholes = [last(noun), last(`${noun}DueWithinOneYear`)].filter((whole) => whole !== undefined && whole > 0);
  if (done === undefined || wholes.length === 0) return null;
  const decimals = 10 ** (/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0);
  const rates = wholes.map((whole) => Math.round((done / (whole ?? 1)) * 100 * decimals) / decimals);
  return rates.find((rate) => rate === value) ?? rates[0] ?? null;
}

/** Printed headings that are as many as the declared aspects or items are these, not the declared problems. */
function isOtherTier(
  declared: readonly DeclaredTotal[],
  metric: DeclaredTotal["metric"],
  tiers: readonly number[],
): boolean {
  if (metric !== "findings") return false;
  const printed = tiers.at(-1);
  const isFindings = declared.some((total) => total.metric === "findings" && total.value === printed);
  return !isFindings && declared.some((total) => /^(?:aspects|items)$/.test(total.metric) && total.value === printed);
}
