type DivisionLevel = "province" | "city" | "county";

/** One name of one code for as long as it held: from the year `from` up to, but without, the year `to` (null: still). */
export type DivisionPeriod = {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly from: number;
  readonly to: number | null;
  readonly successors: readonly string[];
};

const levelOf = (code: string): DivisionLevel => {
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "city" : "county";
};

const readPeriod = (code: string, printed: string): DivisionPeriod => {
  const [name = "", years = "", ...successors] = printed.split(" ");
  const [from, to] = years.split("-");
  return { code, name, level: levelOf(code), from: Number(from), to: to === undefined ? null : Number(to), successors };
};

/**
 * Reads what the table says of one code, oldest period first.
 * Example: `"云汀县 1981-1996; 云汀区 1996"` → two periods, the second still running.
 */
export const readPeriods = (code: string, printed: string): DivisionPeriod[] =>
  printed.split("; ").map((period) => readPeriod(code, period));

/** Whether the two names were ever in force together. */
export const overlap = (a: DivisionPeriod, b: DivisionPeriod): boolean =>
  a.from < (b.to ?? Number.POSITIVE_INFINITY) && b.from < (a.to ?? Number.POSITIVE_INFINITY);

/** The codes of the province and, unless the division is a province or directly under one, of the city above it. */
export const codesAbove = ({ code, level }: DivisionPeriod): string[] => {
  const province = `${code.slice(0, 2)}0000`;
  const city = `${code.slice(0, 4)}00`;
  if (level === "province") return [];
  return level === "city" || city === province ? [province] : [province, city];
};

/** Whether `inner` lies in `outer`, told from the codes. */
export const liesIn = (innerCode: string, outer: DivisionPeriod): boolean =>
  innerCode !== outer.code &&
  outer.level !== "county" &&
  innerCode.startsWith(outer.code.slice(0, outer.level === "province" ? 2 : 4));
