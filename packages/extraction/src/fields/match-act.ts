import type { OutcomeMetric } from "@zhenggai/notice";
import { characterSet, hasAny, holds, spaceCharacters } from "../character-set.ts";
import { people, type ActRule } from "./act-rule.ts";
import { disciplineActs } from "./discipline-acts.ts";
import { foreignReason } from "./figure-decoys.ts";
import { clauseBefore, type FigureSetting, passageAround, wordsBehind } from "./figure-setting.ts";
import { allConcluded, ellipticConcluded, mentionsClue, mentionsPetition, otherActs } from "./other-acts.ts";
import type { FigureKind, PrintedFigure } from "./printed-figures.ts";

/** What a figure counts; `lead` and `rest` are the lengths of the words before and behind it that say so. */
export type MatchedAct = {
  readonly metric: OutcomeMetric;
  readonly metrics: ActRule["metrics"];
  readonly lead: number;
  readonly rest: number;
  /** Whether the words stand before the number, so that further figures may go on with them. */
  readonly isLed: boolean;
};
/** An act that was recognised but is somebody else's. */
export type ForeignAct = { readonly foreign: string };

const rules: readonly ActRule[] = [...disciplineActs, ...otherActs];
type CountingRule = { readonly rule: ActRule; readonly metric: OutcomeMetric };
/** The rules that count one kind of figure and, for each sign, a bit for each rule that has it; two far apart in the list share one. */
type KindOfRules = { readonly counting: readonly CountingRule[]; readonly signs: ReadonlyMap<number, number> };
const rulesOfKind: Readonly<Record<FigureKind, KindOfRules>> = {
  person: rulesFor("person"),
  case: rulesFor("case"),
  batch: rulesFor("batch"),
  issue: rulesFor("issue"),
  copy: rulesFor("copy"),
  piece: rulesFor("piece"),
  unit: rulesFor("unit"),
  time: rulesFor("time"),
  money: rulesFor("money"),
};
const allSigns = characterSet(rules.map(({ sign }) => sign).join(""));

function rulesFor(kind: FigureKind): KindOfRules {
  const counting = rules.flatMap((rule) => {
    const metric = rule.metrics[kind];
    return metric === undefined ? [] : [{ rule, metric }];
  });
  const signs = new Map<number, number>();
  for (const [at, { rule }] of counting.entries()) {
    for (const sign of rule.sign) signs.set(sign.charCodeAt(0), (signs.get(sign.charCodeAt(0)) ?? 0) | (1 << at));
  }
  return { counting, signs };
}

/** One character of each act: a setting without any is no outcome. */
const cues = characterSet("补处责诫案置移谈批曝报议索信访退追缴收挽制机文改纠告除免教提函办停查责留核结");
const acted = /予以|给予|进行|受到|被|作出|采取|实施|分别/;
const actsOn = /(?:对|给予|将|使|让|有|向|中|的|和)[^,。;:()]{0,40}$/;
const fillerStarts = characterSet(`共合总累涉金资款人为达分、的${spaceCharacters}`);
const fillerOnly = /^(?:共计?|合计|总计|累计|涉及|金额|资金|款项|人数|为|达到?|分别|、|的|\s){1,4}$/;
const negated = /(?:免予|不予|未予|解除)$/;

/**
 * The first rule whose words stand around the figure: “给予党纪处分|13人”, “|12名责任人进行约谈”. Where the own clause only counts, the clause before it
 * is read along.
 */
export function matchAct(setting: FigureSetting): MatchedAct | ForeignAct | null {
  const { figure } = setting;
  const elliptic = ellipticAct(setting);
  if (elliptic) return yielded(elliptic, foreignReason(setting, "anybody"));
  const carried = isFiller(setting.lead) ? `${clauseBefore(setting)},${setting.lead}` : null;
  const before = carried ?? setting.lead;
  const hasCue = hasAny(cues, before) || hasAny(cues, setting.rest) || hasAny(cues, setting.beyond);
  if (figure.isRange || !hasCue) return null;
  const { signs, counting } = rulesOfKind[figure.kind];
  const told = toldBy(signs, before) | toldBy(signs, setting.rest) | toldBy(signs, setting.beyond);
  for (const { rule, metric } of counting.filter((_, at) => (told & (1 << at)) !== 0)) {
    const found = placeOf(rule, setting, carried);
    if (found === null || isRefused(rule, setting)) continue;
    const foreign = rule.yieldsTo ? foreignReason(setting, rule.yieldsTo) : null;
    return yielded({ metric: concludedMetric(metric, setting), metrics: rule.metrics, ...found }, foreign);
  }
  return null;
}

function isFiller(lead: string): boolean {
  return holds(fillerStarts, lead.charCodeAt(0)) && fillerOnly.test(lead);
}

/** The rules of which a text has a sign. */
function toldBy(signs: KindOfRules["signs"], text: string): number {
  let told = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (holds(allSigns, unit)) told |= signs.get(unit) ?? 0;
  }
  return told;
}

function yielded(act: MatchedAct, foreign: string | null): MatchedAct | ForeignAct {
  return foreign === null ? act : { foreign };
}

function isRefused({ refuses, needs }: ActRule, setting: FigureSetting): boolean {
  if (refuses?.test(setting.lead + setting.rest) === true) return true;
  return needs !== undefined && !needs.test(passageAround(setting));
}

type Place = Pick<MatchedAct, "lead" | "rest" | "isLed">;

function placeOf(rule: ActRule, setting: FigureSetting, carried: string | null): Place | null {
  if (rule.isBoth) return placeAround(rule, setting);
  const own = rule.lead?.exec(setting.lead) ?? null;
  if (own !== null) {
    const isNegated = negated.test(setting.lead.slice(0, own.index));
    return isNegated ? null : ledPlace(setting.lead.length - own.index);
  }
  const behind = rule.rest && placeBehind(rule.rest, setting);
  if (behind !== null || carried === null) return behind;
  // The verb stands in the clause before: the words of both are quoted.
  const before = rule.lead?.exec(carried.replace(",", "")) ?? null;
  return before && ledPlace(carried.length - before.index);
}

function placeAround(rule: ActRule, { lead, rest }: FigureSetting): Place | null {
  const own = rule.lead?.exec(lead);
  const listed = rule.rest?.exec(rest);
  return own && listed ? { lead: lead.length - own.index, rest: listed[0].length, isLed: false } : null;
}

function ledPlace(lead: number): Place {
  return { lead, rest: 0, isLed: true };
}

function placeBehind(pattern: RegExp, setting: FigureSetting): Place | null {
  const { figure, rest, beyond, isCutByFigure } = setting;
  const needsAction = figure.kind === "person" || figure.kind === "unit";
  const found = pattern.exec(rest);
  if (found === null) {
    const isBeyond = needsAction && beyond !== "" && pattern.test(beyond);
    return isBeyond && isActedOn(setting) ? { lead: 0, rest: 0, isLed: false } : null;
  }
  if (needsAction && !isActedOn(setting)) return null;
  // “移交的43件信访件已办结41件”: what is done with them parts the noun from the next figure.
  const isOfNext = isCutByFigure && !/[、和及]|已|均/.test(found[0] + rest.slice(found[0].length));
  return isOfNext ? null : { lead: 0, rest: found[0].length, isLed: false };
}

function isActedOn({ lead, rest, beyond }: FigureSetting): boolean {
  return actsOn.test(lead) || acted.test(rest) || acted.test(beyond);
}

/** “46件问题线索…,已办结39件”: the noun stands earlier in the sentence. */
function ellipticAct(setting: FigureSetting): MatchedAct | null {
  const { figure, lead } = setting;
  if (figure.kind !== "case" && figure.kind !== "piece") return null;
  if (!ellipticConcluded.test(lead)) return null;
  const passage = passageAround(setting);
  const before = passage.slice(0, passage.lastIndexOf(lead));
  const metric = nounBefore(before);
  return metric === null
    ? null
    : { metric, metrics: { case: metric, piece: metric }, lead: lead.length, rest: 0, isLed: false };
}

function nounBefore(text: string): OutcomeMetric | null {
  const clauses = text.split(/[,、]/);
  const noun = clauses.findLast((clause) => mentionsClue.test(clause) || mentionsPetition.test(clause));
  if (noun === undefined) return null;
  return mentionsPetition.test(noun) ? "petitionsConcluded" : "cluesConcluded";
}

/** “来信来电共135件,目前已全部办理完毕”: all that came in is done. */
function concludedMetric(metric: OutcomeMetric, setting: FigureSetting): OutcomeMetric {
  if ((metric !== "clues" && metric !== "petitions") || !allConcluded.test(wordsBehind(setting))) return metric;
  return metric === "clues" ? "cluesConcluded" : "petitionsConcluded";
}

const sanctionKind = /^[、,和](?:给予)?(?:严重警告|警告|记过|记大过|降级|撤职|开除)(?:处分)?$/;
const systemVerb = /^[、,和](?:新建|修订|完善|制定|健全|新增)(?:了)?$/;
const alsoPeople = new RegExp(`^[、/和]?${people}$`);

/**
 * The metric of a figure that goes on counting the act of the figure before it: “通报曝光3批5起5人”, “问责党组织2个、干部19人”, “党内警告2人、严重警告1人”, “新建制度12项、修订8项”.
 */
export function continuedMetric(
  gap: string,
  earlier: { readonly act: MatchedAct; readonly figure: PrintedFigure },
  later: PrintedFigure,
): OutcomeMetric | null {
  const { act, figure } = earlier;
  if (!act.isLed) return null;
  if (figure.kind !== later.kind) return alsoPeople.test(gap) ? (act.metrics[later.kind] ?? null) : null;
  const isSanction = act.metric === "partyDiscipline" || act.metric === "governmentDiscipline";
  if (isSanction && sanctionKind.test(gap)) return act.metric;
  if (act.metric === "systemsEstablished" && systemVerb.test(gap)) return act.metric;
  return gap.length > 1 && alsoPeople.test(gap) ? act.metric : null;
}
