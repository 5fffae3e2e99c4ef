import { isDisjointWith, JS, NFA, type NoParent, type Concatenation, type Element, type Quantifier } from "refa";
import { analyse } from "scslre";

type Regex = { readonly source: string; readonly flags: string };
type Part = NoParent<Element>;
type Parts = readonly Part[];

/** Bounded repetitions are cut here, so that their automata stay small; what is bounded is linear however large. */
const longestCopy = 4;

/**
 * Why a regex may take more than linear time on some text; empty where it does not. scslre finds what can be split between two quantifiers
 * (`(a+)+`, `a*a*b`) and a quantifier at the start that is tried again at every character (`\s+$`). Beside that: a beginning that can
 * itself be repeated inside a later unbounded quantifier (`<r>.*<`), so that every beginning runs to the end of the text.
 */
export function superLinear(regex: Regex): string[] {
  const { reports } = analyse({ source: regex.source, flags: regex.flags }, { reportTypes: { Move: true } });
  const moves = reports.map((report) => {
    const where = report.type === "Trade" ? `${report.startQuant.raw} … ${report.endQuant.raw}` : report.quant.raw;
    return `${report.type}${report.exponential ? " (exponential)" : ""} ${where}`;
  });
  return [...moves, ...repeatedBeginnings(regex)];
}

/** Unbounded quantifiers that can swallow what leads to them, with something behind them that need not follow. */
function repeatedBeginnings(regex: Regex): string[] {
  // A sticky regex is tried at one place only.
  if (regex.flags.includes("y")) return [];
  const parser = JS.Parser.fromLiteral(regex);
  const { expression, maxCharacter } = parser.parse({ backreferences: "disable" });
  const found = expression.alternatives.flatMap(({ elements }) => swallowing(elements, [], maxCharacter));
  return [
    ...new Map(found.map(({ quantifier, prefix }) => [quantifier, `Restart ${quantifier} behind ${prefix}`])).values(),
  ];
}

type Restart = { readonly quantifier: string; readonly prefix: string };

function swallowing(elements: Parts, before: Parts, maxCharacter: number): Restart[] {
  return elements.flatMap((element, at) => {
    if (element.type !== "Quantifier" && element.type !== "Alternation") return [];
    const prefix = [...before, ...elements.slice(0, at)];
    const rest = elements.slice(at + 1);
    if (element.type === "Quantifier" && element.max === Infinity) {
      const isTriedOften = prefix.length > 0 && !isStart(prefix[0]) && mayFail(rest);
      const isSwallowing = isTriedOften && canSwallow(element, prefix, maxCharacter);
      return isSwallowing ? [{ quantifier: printed([element]), prefix: printed(prefix) }] : [];
    }
    return element.alternatives.flatMap((inner) => swallowing([...inner.elements, ...rest], prefix, maxCharacter));
  });
}

/** `^`: the beginning of the text is there once. With flag m it is there at every line, which no character class but `[^\n]` can swallow. */
function isStart(element: Part | undefined): boolean {
  if (element?.type !== "Assertion" || element.kind !== "behind" || !element.negate) return false;
  const [first] = element.alternatives[0]?.elements ?? [];
  return first?.type === "CharacterClass" && first.characters.isAll;
}

function mayFail(rest: Parts): boolean {
  return rest.some((element) => element.type !== "Quantifier" || element.min > 0);
}

function canSwallow(quantifier: NoParent<Quantifier>, prefix: Parts, maxCharacter: number): boolean {
  const led = automaton(prefix.map(bounded), maxCharacter);
  led.withoutEmptyWord();
  return !isDisjointWith(automaton([quantifier], maxCharacter), led);
}

function automaton(elements: Parts, maxCharacter: number): NFA {
  const options = { assertions: "ignore", unknowns: "disable" } as const;
  return NFA.fromRegex([concatenation(elements)], { maxCharacter }, options);
}

function bounded(element: Part): Part {
  if (element.type !== "Quantifier" || element.max === Infinity) return element;
  return { ...element, min: Math.min(element.min, longestCopy), max: Math.min(element.max, longestCopy) };
}

function concatenation(elements: Parts): NoParent<Concatenation> {
  return { type: "Concatenation", elements: [...elements] };
}

function printed(elements: Parts): string {
  return JS.toLiteral([concatenation(elements)]).source;
}
