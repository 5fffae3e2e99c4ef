import { type CharacterSet, characterSet, holds } from "../character-set.ts";
import type { FigureKind, PrintedFigure } from "./printed-figures.ts";

/** The words around a figure, all of the masked text. */
export type FigureSetting = {
  readonly figure: PrintedFigure;
  /** From the start of its clause, or the end of the figure read last, to the figure. */
  readonly lead: string;
  /** From the figure to the end of its clause or the next figure. */
  readonly rest: string;
  /** Whether `rest` runs into the next figure, whose words it may be. */
  readonly isCutByFigure: boolean;
  /** The words behind the last of the figures that are joined to this one by 、 or 和; empty where none is. */
  readonly beyond: string;
  readonly place: FigurePlace;
};

/** Where a figure stands in its text, for what few figures are asked about. */
type FigurePlace = {
  readonly text: string;
  /** Starts of its clause, whether or not in a bracket that is still open. */
  readonly ownStart: number;
  readonly clauseStart: number;
  /** End of the figure read last. */
  readonly from: number;
};

const longestLead = 120;
const longestRest = 40;
const sentenceEnds = characterSet("。;!?\n");
const clauseEnds = characterSet("。;!?\n,:");
const peopleKinds: ReadonlySet<FigureKind> = new Set(["person", "unit"]);

/** Reads the setting of the figure at a place of the list; `from` is the end of the last figure that was read, which starts a new lead. */
export function settingOf(
  text: string,
  figures: readonly PrintedFigure[],
  at: number,
  from: number,
): FigureSetting | null {
  const figure = figures[at];
  if (figure === undefined) return null;
  const ownStart = boundaryBefore(text, figure.start, clauseEnds);
  const clauseStart = bracketBefore(text, ownStart, figure.start);
  const clauseEnd = boundaryAfter(text, figure.end, clauseEnds);
  const restEnd = Math.min(clauseEnd, figures[at + 1]?.start ?? clauseEnd);
  return {
    figure,
    lead: text.slice(Math.max(clauseStart, from), figure.start),
    rest: text.slice(figure.end, restEnd),
    isCutByFigure: restEnd < clauseEnd,
    beyond: wordsBehindJoined(text, figures, at),
    place: { text, ownStart, clauseStart, from },
  };
}

/** The clause before: where the verb stands when the own clause only counts (“予以清退,共计62万元”). */
export function clauseBefore({ figure, place: { text, ownStart, clauseStart, from } }: FigureSetting): string {
  const sentenceStart = boundaryBefore(text, figure.start, sentenceEnds, ownStart);
  const end = Math.max(sentenceStart, clauseStart - 1);
  const start = Math.max(sentenceStart, boundaryBefore(text, end, clauseEnds));
  return from > start ? "" : text.slice(start, end);
}

/** What follows, whatever it is. */
export function wordsBehind({ figure, place: { text } }: FigureSetting): string {
  return text.slice(figure.end, figure.end + longestRest);
}

/** The sentence of a figure, cut to about 200 characters. */
export function passageAround({ figure, place: { text, ownStart } }: FigureSetting): string {
  const start = boundaryBefore(text, figure.start, sentenceEnds, ownStart);
  return text.slice(start, boundaryAfter(text, figure.end, sentenceEnds, longestRest * 2));
}

/** “对2个党组织、1名副乡长进行问责”: what is done to the last is done to all. */
function wordsBehindJoined(text: string, figures: readonly PrintedFigure[], at: number): string {
  if (!peopleKinds.has(figures[at]?.kind ?? "time")) return "";
  let last = at;
  for (let next = figures[last + 1]; next; next = figures[last + 1]) {
    const gap = text.slice(figures[last]?.end, next.start);
    if (!peopleKinds.has(next.kind) || !/^[^,。;:()\n]{0,16}[、和及][^,。;:()\n]{0,16}$/.test(gap)) break;
    last += 1;
    if (last - at >= 5) break;
  }
  const end = figures[last]?.end ?? 0;
  return last === at ? "" : text.slice(end, boundaryAfter(text, end, clauseEnds));
}

/** Looks from `from` on back, where no mark is known to stand between that and `end`. */
function boundaryBefore(text: string, end: number, marks: CharacterSet, from: number = end): number {
  const first = Math.max(0, end - longestLead);
  let at = from;
  while (at > first && !holds(marks, text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function boundaryAfter(text: string, start: number, marks: CharacterSet, longest: number = longestRest): number {
  const last = Math.min(text.length, start + longest);
  let at = start;
  while (at < last && !holds(marks, text.charCodeAt(at))) at += 1;
  return at;
}

/** Inside a bracket that is still open, the clause starts at the bracket. */
function bracketBefore(text: string, from: number, end: number): number {
  const lead = text.slice(from, end);
  const open = lead.lastIndexOf("(");
  return open > lead.lastIndexOf(")") ? from + open + 1 : from;
}
