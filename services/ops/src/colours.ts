export type Colours = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
};

/** Whether to colour what goes to this terminal (https://no-color.org: an empty NO_COLOR says nothing). */
export function wantsColour(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal && (environment["NO_COLOR"] ?? "") === "";
}

/** ANSI colours, or none (NO_COLOR, not a terminal). */
export function colours(on: boolean): Colours {
  const wrap =
    (code: number) =>
    (text: string): string =>
      on ? `\u001B[${code}m${text}\u001B[0m` : text;
  return { bold: wrap(1), dim: wrap(2), accent: wrap(36) };
}
