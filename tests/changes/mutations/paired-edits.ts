import type { DraftMeasure } from "./draft.ts";
import { figureHits, kindOf, originOf, otherNumber, replaceAt } from "./figure-hits.ts";
import { plainClauses } from "./plain-clauses.ts";
import { freeMeasures, isFree, lock, type Bench, type Edit, type Expected, type Place } from "./mutation.ts";
import { clauses } from "./words.ts";

/** Two edits in one measure are two changes, however close they stand. */
function editFigures(bench: Bench, place: Place, count: number): Expected[] {
  const { measure } = place;
  const origin = originOf(bench.draft.notice, measure.body);
  const hits = bench.dice
    .shuffled(figureHits(measure.body))
    .slice(0, count)
    .sort((one, other) => other.at - one.at);
  for (const hit of hits) measure.body = replaceAt(measure.body, hit, otherNumber(hit.text, bench.dice));
  return hits.map(({ at }): Expected => Object.assign({ kind: kindOf(bench.draft.notice, origin + at) }, place));
}

const isPlaced = (bench: Bench, measure: DraftMeasure): boolean => originOf(bench.draft.notice, measure.body) !== -1;

const twoFiguresInMeasure: Edit = (bench) => {
  const place = bench.dice.pick(
    freeMeasures(bench).filter(({ measure }) => isPlaced(bench, measure) && figureHits(measure.body).length >= 2),
  );
  if (place === undefined) return null;
  lock(bench, place.measure);
  return editFigures(bench, place, 2);
};

/** A figure in one clause, and other words for another clause. */
const figureAndClause: Edit = (bench) => {
  const place = bench.dice.pick(
    freeMeasures(bench).filter(
      ({ measure }) =>
        isPlaced(bench, measure) && figureHits(measure.body).length >= 1 && plainClauses(measure.body).length >= 2,
    ),
  );
  if (place === undefined) return null;
  const { measure } = place;
  const figures = editFigures(bench, place, 1);
  const clause = bench.dice.pick(plainClauses(measure.body));
  if (clause === undefined) return null;
  measure.body =
    measure.body.slice(0, clause.start) + (bench.dice.pick(clauses) ?? "") + measure.body.slice(clause.end);
  lock(bench, measure);
  return [...figures, { kind: "measure-reworded", ...place }];
};

/** Two clauses that do not touch: still one measure in other words. */
const twoClausesReplaced: Edit = (bench) => {
  const place = bench.dice.pick(freeMeasures(bench).filter(({ measure }) => plainClauses(measure.body).length >= 4));
  if (place === undefined) return null;
  const { measure } = place;
  const found = plainClauses(measure.body);
  const [one, other] = [found[0], found[2]];
  if (one === undefined || other === undefined) return null;
  const [first, second] = bench.dice.shuffled(clauses);
  measure.body =
    measure.body.slice(0, one.start) +
    (first ?? "") +
    measure.body.slice(one.end, other.start) +
    (second ?? "") +
    measure.body.slice(other.end);
  lock(bench, measure);
  return [{ kind: "measure-reworded", ...place }];
};

/** A document that the notice did not name, in a clause of its own. */
const documentInserted: Edit = (bench) => {
  const { dice, draft } = bench;
  const title = dice.pick(titles.filter((one) => isFree(bench, one) && !draft.notice.text.includes(one)));
  const place = dice.pick(freeMeasures(bench).filter(({ measure }) => /。\s*$/u.test(measure.body)));
  if (title === undefined || place === undefined) return null;
  place.measure.body = place.measure.body.replace(/。(?=\s*$)/u, `，出台《${title}》。`);
  lock(bench, place.measure, title);
  return [{ kind: "document-added", ...place }];
};

const titles = [
  "渡口安全巡查办法（试行）",
  "农贸市场改造三年行动方案",
  "物业服务收费公示规范",
  "档案移交接收细则",
] as const;

export const pairedEdits: Readonly<Record<string, Edit>> = {
  twoFiguresInMeasure,
  figureAndClause,
  twoClausesReplaced,
  documentInserted,
};
