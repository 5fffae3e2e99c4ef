import type { DraftFinding, DraftMeasure } from "./draft.ts";
import { freeFindings, freeMeasures, isFree, lock, type Bench, type Edit, type Place } from "./mutation.ts";
import { plainClauses } from "./plain-clauses.ts";
import { numberedLike, numberIn } from "./numerals.ts";
import { clauses, measures as measurePool, synonyms } from "./words.ts";

function pickPlain(bench: Bench, least: number): (Place & { start: number; end: number }) | null {
  const { dice } = bench;
  const place = dice.pick(freeMeasures(bench).filter(({ measure }) => plainClauses(measure.body).length >= least));
  const clause = place === undefined ? undefined : dice.pick(plainClauses(place.measure.body));
  return place === undefined || clause === undefined ? null : { ...place, ...clause };
}

function reworded(bench: Bench, place: Place) {
  lock(bench, place.measure);
  return [{ kind: "measure-reworded" as const, finding: place.finding, measure: place.measure }];
}

const clauseReplaced: Edit = (bench) => {
  const hit = pickPlain(bench, 2);
  if (hit === null) return null;
  const { measure } = hit;
  measure.body = measure.body.slice(0, hit.start) + (bench.dice.pick(clauses) ?? "") + measure.body.slice(hit.end);
  return reworded(bench, hit);
};

const clauseInserted: Edit = (bench) => {
  const hit = pickPlain(bench, 1);
  if (hit === null) return null;
  const { measure } = hit;
  measure.body = `${measure.body.slice(0, hit.end)}，${bench.dice.pick(clauses) ?? ""}${measure.body.slice(hit.end)}`;
  return reworded(bench, hit);
};

const clauseDeleted: Edit = (bench) => {
  const hit = pickPlain(bench, 3);
  if (hit === null) return null;
  const { measure } = hit;
  measure.body = measure.body.slice(0, hit.start) + measure.body.slice(hit.end + 1);
  return reworded(bench, hit);
};

const wordReplaced: Edit = (bench) => {
  const { dice } = bench;
  const outside = (text: string) => text.replaceAll(/《[^》]*》/gu, (title) => "　".repeat(title.length));
  const places = freeMeasures(bench).flatMap((place) =>
    synonyms.flatMap((pair) => {
      const at = outside(place.measure.body).indexOf(pair[0]);
      return at === -1 ? [] : [{ ...place, at, pair }];
    }),
  );
  const hit = dice.pick(places);
  if (hit === undefined) return null;
  const { measure, at, pair } = hit;
  measure.body = measure.body.slice(0, at) + pair[1] + measure.body.slice(at + pair[0].length);
  return reworded(bench, hit);
};

/** A place, firm or street whose name is masked: 织机镇 becomes 某镇. */
const nameMasked: Edit = (bench) => {
  const { dice } = bench;
  const pattern =
    /(?<=[，。；、在对由与和]|^)[\u4E00-\u9FA5]{2,3}(?=街道|社区|公司|医院|小区|中学|小学|大厦|村(?!级)|镇(?!街))/gu;
  const places = freeMeasures(bench).flatMap((place) =>
    [...place.measure.body.matchAll(pattern)]
      .filter(([name]) => !/[某各全一二三四五六七八九十两个镇村]/u.test(name))
      // A name in the title of a document makes it another document.
      .filter(({ index }) => place.measure.body.lastIndexOf("《", index) <= place.measure.body.lastIndexOf("》", index))
      .map((match) => ({ place, at: match.index, name: match[0] })),
  );
  const hit = dice.pick(places);
  if (hit === undefined) return null;
  const { place, at, name } = hit;
  const { measure } = place;
  measure.body = `${measure.body.slice(0, at)}某${measure.body.slice(at + name.length)}`;
  return reworded(bench, place);
};

/** Whether the enumerators of a finding's measures count up from the first one, so that they can be written anew. */
function isCounted(finding: DraftFinding): boolean {
  const numbers = finding.measures.map((measure) => numberIn(measure.numbering));
  return numbers.length >= 2 && numbers.every((value, at) => value > 0 && value === (numbers[0] ?? 0) + at);
}

function renumberMeasures(finding: DraftFinding, from: number): void {
  finding.measures.forEach((measure, at) => {
    const numbering = numberedLike(measure.numbering, from + at);
    measure.lead = measure.lead.replace(measure.numbering, numbering);
    measure.numbering = numbering;
  });
}

const countedFindings = (bench: Bench, least: number): DraftFinding[] =>
  freeFindings(bench).filter(
    (finding) =>
      isCounted(finding) &&
      finding.measures.length >= least &&
      isFree(bench, finding.measures) &&
      finding.measures.every((measure) => isFree(bench, measure)),
  );

const measureAdded: Edit = (bench) => {
  const { dice, draft } = bench;
  const finding = dice.pick(countedFindings(bench, 2));
  const body = dice.pick(measurePool.filter((words) => !draft.notice.text.includes(words)));
  if (finding === undefined || body === undefined) return null;
  const at = 1 + dice.below(finding.measures.length);
  const model = finding.measures[at - 1];
  const second = finding.measures[1];
  if (model === undefined || second === undefined) return null;
  const from = numberIn(finding.measures[0]?.numbering ?? "");
  const made: DraftMeasure = { id: (draft.nextId += 1), lead: second.lead, numbering: second.numbering, body };
  finding.measures.splice(at, 0, made);
  renumberMeasures(finding, from);
  lock(bench, made, finding.measures);
  return [{ kind: "measure-added", finding, measure: made }];
};

const measureRemoved: Edit = (bench) => {
  const { dice } = bench;
  const finding = dice.pick(countedFindings(bench, 3));
  const measure = finding === undefined ? undefined : dice.pick(finding.measures);
  if (finding === undefined || measure === undefined) return null;
  const from = numberIn(finding.measures[0]?.numbering ?? "");
  const at = finding.measures.indexOf(measure);
  finding.measures.splice(at, 1);
  const [first] = finding.measures;
  if (at === 0 && first !== undefined) first.lead = measure.lead.replace(measure.numbering, first.numbering);
  if (dice.chance(0.6)) renumberMeasures(finding, from);
  lock(bench, measure, finding.measures);
  return [{ kind: "measure-removed", finding, measure }];
};

export const measureEdits: Readonly<Record<string, Edit>> = {
  clauseReplaced,
  clauseInserted,
  clauseDeleted,
  wordReplaced,
  nameMasked,
  measureAdded,
  measureRemoved,
};
