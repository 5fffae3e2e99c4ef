import type { ChainLink, DateValue, Finding, Notice, Promised, StoredChain } from "@zhenggai/notice";
import { alignFindings, type AlignFindings } from "./align-findings.ts";
import { digestOf } from "./change-id.ts";
import { stretchMask } from "./mask-contact.ts";
import { promisesOfFinding, promisesOfNotice, type PrintedPromise } from "./promises.ts";
import { carryOverOf } from "./series-kinds/carry-over.ts";
import { foldTypography } from "./typography.ts";

export type ComposedChain = Omit<StoredChain, "seriesRev">;

/** A notice of the subject or of a body that it succeeded; in order of cycles. */
export type LedgerNotice = { readonly id: string; readonly reading: Notice; readonly isOwn: boolean };

type Mention = { readonly link: ChainLink; readonly at: number; readonly finding: Finding };
type Chain = { readonly mentions: Mention[] };

/** How many notices a finding may be left out of and still be recognized. */
const longestSkip = 3;

const cycleOf = ({ inspection, signedOn, publishedOn }: Notice): DateValue | null =>
  inspection.feedbackOn ?? signedOn ?? publishedOn;

function dayOf(value: DateValue | null): string {
  if (value === null) return "";
  return typeof value === "string" ? value : value.approximate;
}

function admittedIn(reading: Notice): ReadonlySet<number> {
  const texts = { before: reading.text, after: reading.text };
  const sides = { before: reading, after: reading, texts, mask: stretchMask(reading, reading) };
  return new Set(carryOverOf(sides).flatMap(({ target }) => target.finding ?? []));
}

type Placed = { readonly notice: LedgerNotice; readonly at: number; readonly admitted: ReadonlySet<number> };

function mentionOf(
  { notice, at, admitted }: Placed,
  finding: Finding,
  match: Pick<ChainLink, "score" | "verdict" | "skipped">,
): Mention {
  const link = {
    noticeId: notice.id,
    cycleOn: cycleOf(notice.reading),
    finding: finding.n,
    title: finding.title,
    status: finding.status,
    admitted: admitted.has(finding.n),
    ...match,
  };
  return { link, at, finding };
}

/** Adds the matches of some open chains to them; gives the findings that are left. */
function extend(
  chains: readonly Chain[],
  placed: Placed,
  findings: readonly Finding[],
  align: AlignFindings,
): readonly Finding[] {
  const byFinding = new Map(
    chains.flatMap((chain) => chain.mentions.slice(-1).map(({ finding }) => [finding, chain] as const)),
  );
  const { repeated, fresh } = align([...byFinding.keys()], findings);
  for (const { before, after, score, verdict } of repeated) {
    const chain = byFinding.get(before);
    const last = chain?.mentions.at(-1);
    if (chain === undefined || last === undefined) continue;
    chain.mentions.push(mentionOf(placed, after, { score, verdict, skipped: placed.at - last.at - 1 }));
  }
  return fresh.map(({ finding }) => finding);
}

/** The chains of all findings: each finding of each notice in one chain. Notices just before come first, then older ones. */
function chainsOf(notices: readonly LedgerNotice[], align: AlignFindings): Chain[] {
  const chains: Chain[] = [];
  notices.forEach((notice, at) => {
    const placed = { notice, at, admitted: admittedIn(notice.reading) };
    const lastAt = (chain: Chain): number => chain.mentions.at(-1)?.at ?? -1;
    const before = notices[at - 1];
    const recent = chains.filter((chain) => lastAt(chain) === at - 1);
    const older = chains.filter((chain) => lastAt(chain) < at - 1 && lastAt(chain) >= at - 1 - longestSkip);
    let rest: readonly Finding[] = notice.reading.findings;
    if (before !== undefined)
      rest = extend(recent, placed, rest, () => align(before.reading.findings, notice.reading.findings));
    rest = extend(older, placed, rest, align);
    for (const finding of rest)
      chains.push({ mentions: [mentionOf(placed, finding, { score: null, verdict: "sure", skipped: 0 })] });
  });
  return chains;
}

/** What became of a promise, told by later notices alone: there is no clock here. */
function stateOf(
  promise: PrintedPromise,
  madeAt: number,
  mentions: readonly Mention[],
  notices: readonly LedgerNotice[],
): Promised["state"] {
  const isPast = (at: number): boolean => {
    const reading = notices[at]?.reading;
    return promise.dueOn === null || (reading !== undefined && dayOf(cycleOf(reading)) > promise.dueOn);
  };
  const later = notices.map((_, at) => at).filter((at) => at > madeAt);
  const named = mentions.map(({ at }) => at).filter((at) => at > madeAt);
  if (named.some(isPast)) return "came-back";
  if (named.length > 0) return "mentioned";
  return later.some(isPast) ? "unmentioned" : "open";
}

function kept(printed: PrintedPromise, noticeId: string, state: Promised["state"]): Promised {
  return { ...printed, noticeId, state };
}

/** The same words again in one notice are another finding. */
function turnOf({ at, finding }: Mention, notices: readonly LedgerNotice[]): number {
  const title = foldTypography(finding.title);
  const findings = notices[at]?.reading.findings ?? [];
  return findings.slice(0, findings.indexOf(finding)).filter((one) => foldTypography(one.title) === title).length;
}

function composeChain(seriesId: string, chain: Chain, notices: readonly LedgerNotice[]): ComposedChain[] {
  const [first] = chain.mentions;
  const last = chain.mentions.at(-1);
  const isOwn = chain.mentions.some(({ at }) => notices[at]?.isOwn === true);
  if (first === undefined || last === undefined || !isOwn) return [];
  const promises = chain.mentions.flatMap(({ at, finding }) => {
    const { id = "", reading = null } = notices[at] ?? {};
    const printed = reading === null ? [] : promisesOfFinding(reading, finding);
    return printed.map((one) => kept(one, id, stateOf(one, at, chain.mentions, notices)));
  });
  return [
    {
      _id: digestOf([
        seriesId,
        "finding",
        first.link.noticeId,
        foldTypography(first.link.title),
        turnOf(first, notices),
      ]),
      seriesId,
      scope: "finding",
      subject: notices[last.at]?.reading.subject.name ?? "",
      topic: chain.mentions.findLast(({ finding }) => finding.topics.length > 0)?.finding.topics[0] ?? null,
      title: last.link.title,
      links: chain.mentions.map(({ link }) => link),
      timesNamed: chain.mentions.length,
      lastStatus: last.link.status,
      promises,
    },
  ];
}

/** The totals that notices of the subject left open, as one chain; none where they left none. */
function composeTotals(seriesId: string, notices: readonly LedgerNotice[]): ComposedChain[] {
  const promises = notices.flatMap(({ id, reading, isOwn }, at) =>
    (isOwn ? promisesOfNotice(reading) : []).map((one) => kept(one, id, stateOf(one, at, [], notices))),
  );
  const last = notices.findLast(({ isOwn }) => isOwn);
  if (promises.length === 0 || last === undefined) return [];
  const { title, subject } = last.reading;
  return [
    {
      _id: digestOf([seriesId, "notice"]),
      seriesId,
      scope: "notice",
      subject: subject.name,
      topic: null,
      title: title ?? subject.name,
      links: [],
      timesNamed: notices.length,
      lastStatus: null,
      promises,
    },
  ];
}

/**
 * The ledger of a subject: the chain of each finding over its inspections, with the status that each notice claims, what it
 * promised, and whether a later notice came back to it. A function of the notices alone. Sorted by id.
 */
export function composeLedger(
  seriesId: string,
  notices: readonly LedgerNotice[],
  align: AlignFindings = alignFindings,
): ComposedChain[] {
  const chains = chainsOf(notices, align).flatMap((chain) => composeChain(seriesId, chain, notices));
  return [...chains, ...composeTotals(seriesId, notices)].sort((one, other) => (one._id < other._id ? -1 : 1));
}
