import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import { noticeSchema } from "@zhenggai/notice";
import { fieldScores, type Score } from "./field-scores.ts";
import { goldSeeds } from "./gold.ts";
import { outcomeScores } from "./outcome-scores.ts";

const shownMistakes = 3;

/** One field of one annotated seed: how much of it is read as its annotator read it. */
export type GoldRow = Score & { readonly seed: string };

/** Every field of every annotated seed; empty where `../shared` is not there. */
export function goldRows(): GoldRow[] {
  return goldSeeds().flatMap((seed) => {
    const notice = noticeSchema.parse(readNotice({ text: seed.text }, { resolveSubject }));
    const scores = [...fieldScores(notice, seed), ...outcomeScores(notice, seed)];
    return scores.map(({ field, right, of, bar, wrong }) => ({ seed: seed.seed, field, right, of, bar, wrong }));
  });
}

export function isBelow({ right, of, bar }: Score): boolean {
  return right < bar * of;
}

/** The rows as a table for a person, what is wrong below it. */
export function goldTable(rows: readonly GoldRow[]): string {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const fields = [...new Set(rows.map(({ field }) => field))];
  const cell = (row: GoldRow | undefined): string =>
    row === undefined ? "" : `${row.right}/${row.of} ${percent(row)}${isBelow(row) ? " ✗" : ""}`;
  const lines = fields.map((field) => {
    const own = rows.filter((row) => row.field === field);
    const bar = `≥ ${Math.round((own[0]?.bar ?? 1) * 100)} %`;
    const cells = seeds.map((seed) => cell(own.find((row) => row.seed === seed)));
    return [field].concat(cells, bar);
  });
  const table = [["", ...seeds, "bar"], ...lines];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  const printed = table.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const mistakes = rows
    .filter(({ wrong }) => wrong.length > 0)
    .map(({ seed, field, wrong }) => {
      const more = wrong.length > shownMistakes ? `\n    … ${wrong.length - shownMistakes} more` : "";
      return `${seed} ${field}:\n${wrong
        .slice(0, shownMistakes)
        .map((one) => `    ${one}`)
        .join("\n")}${more}`;
    });
  const below = rows.filter(isBelow).length;
  return [...printed, "", ...mistakes, "", below === 0 ? "every bar is met" : `${below} below their bar`].join("\n");
}

function percent({ right, of }: Score): string {
  return of === 0 ? "–" : `${Math.floor((right / of) * 1_000) / 10} %`;
}
