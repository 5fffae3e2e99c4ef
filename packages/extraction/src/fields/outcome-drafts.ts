import type { Outcome, OutcomeMetric } from "@zhenggai/notice";
import { decoyReason, looksLikeOutcome } from "./figure-decoys.ts";
import { settingOf, type FigureSetting } from "./figure-setting.ts";
import { continuedMetric, matchAct, type MatchedAct } from "./match-act.ts";
import { bracketBreakdown, labelOf } from "./outcome-breakdown.ts";
import type { PrintedFigure } from "./printed-figures.ts";

/** An outcome with its places in the masked text. */
export type OutcomeDraft = {
  readonly act: MatchedAct;
  readonly figure: PrintedFigure;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Outcome["breakdown"][number][];
  /** Whether the parts must add up. */
  readonly isWhole: boolean;
  /** Whether 其中 has begun to list its parts. */
  readonly isListing: boolean;
  /** Up to where its words, its bracket and its parts reach. */
  readonly reach: number;
};

/** A figure that looks like an outcome and is none, with the reason, or (reason null) one that nothing explains. */
export type OtherFigure = { readonly reason: string | null; readonly setting: FigureSetting };
export type Drafted = { readonly drafts: readonly OutcomeDraft[]; readonly others: readonly OtherFigure[] };

const longestGap = 40;

/** Goes through the figures of a masked text in order; each is an outcome, a part of one, something else that is named, or nothing. */
export function draftOutcomes(text: string, figures: readonly PrintedFigure[]): Drafted {
  const drafts: OutcomeDraft[] = [];
  const others: OtherFigure[] = [];
  figures.forEach((figure, at) => {
    const last = drafts.at(-1) ?? null;
    if (last !== null && figure.start < last.reach) return;
    const setting = settingOf(text, figures, at, last?.reach ?? 0);
    if (setting === null) return;
    const read = readOne(text, last, setting);
    if (read === null) return;
    if ("reason" in read) others.push(read);
    else if (read.figure === figure) drafts.push(read);
    else drafts[drafts.length - 1] = read;
  });
  return { drafts, others };
}

/** A new draft, the last one with another part, a figure of another kind, or null where nothing hints at an outcome. */
function readOne(text: string, last: OutcomeDraft | null, setting: FigureSetting): OutcomeDraft | OtherFigure | null {
  const behind = last === null ? null : readBehind(text, last, setting);
  if (behind !== null) return behind;
  const act = matchAct(setting);
  if (act === null) return otherFigure(setting);
  return "foreign" in act ? { reason: act.foreign, setting } : newDraft(text, setting, act);
}

/** What a figure is by the outcome before it: one that goes on counting, or a part of it. */
function readBehind(text: string, last: OutcomeDraft, setting: FigureSetting): OutcomeDraft | null {
  const { figure } = setting;
  const gap = text.slice(last.reach, figure.start);
  if (gap.length > longestGap) return null;
  if (figure.kind === last.figure.kind && isListed(last, gap)) {
    const act = matchAct(setting);
    const isOwn = act !== null && "metric" in act && act.metric !== last.act.metric;
    return isOwn ? null : withPart(last, figure, gap);
  }
  const continued = continuedMetric(gap, last, figure);
  return continued === null ? null : continuedDraft(text, last, setting, continued);
}

function newDraft(text: string, { figure }: FigureSetting, act: MatchedAct): OutcomeDraft {
  const { parts, length, isWhole } = bracketBreakdown(text, figure);
  const [start, end] = [figure.start - act.lead, figure.end + act.rest];
  // Words behind the figure and a bracket right behind it exclude each other.
  return { act, figure, start, end, parts, isWhole, isListing: false, reach: Math.max(end, figure.end + length) };
}

function continuedDraft(text: string, last: OutcomeDraft, setting: FigureSetting, metric: OutcomeMetric): OutcomeDraft {
  const words = text.slice(last.reach, setting.figure.start).replace(/^[、,/和]/, "");
  return newDraft(text, setting, { metric, metrics: last.act.metrics, lead: words.length, rest: 0, isLed: true });
}

/** “,其中党内警告8人、严重警告5人”: behind 其中 the figures are parts until the clause ends. */
function isListed({ isListing }: OutcomeDraft, gap: string): boolean {
  if (/[。;\n]/.test(gap)) return false;
  return /^[,、(]?其中/.test(gap) || (isListing && /^[、,和及][^、,]{0,20}$/.test(gap));
}

function withPart(last: OutcomeDraft, figure: PrintedFigure, gap: string): OutcomeDraft {
  const part = { label: labelOf(gap), value: figure.value, unit: figure.unit };
  const isWhole = last.isWhole && last.parts.length === 0;
  return { ...last, parts: [...last.parts, part], isWhole, isListing: true, end: last.end, reach: figure.end };
}

/** Small Chinese numerals are mostly part of a name (八项规定, 两个责任) and hint at nothing. */
function otherFigure(setting: FigureSetting): OtherFigure | null {
  const { figure } = setting;
  const isName = figure.isHan && figure.value <= 10 && figure.kind !== "person" && figure.kind !== "case";
  return looksLikeOutcome(setting) && !isName ? { reason: decoyReason(setting), setting } : null;
}
