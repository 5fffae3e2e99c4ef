import type { Notice, Span } from "@zhenggai/notice";
import type { DraftProse } from "./draft.ts";
import { freeMeasures, isFree, lock, type Bench, type Edit, type Expected } from "./mutation.ts";
import { clauses } from "./words.ts";

/** The stretch of prose that prints a span of the older text, if nothing moved it yet. */
function proseAt(bench: Bench, span: Span): { block: DraftProse; at: number } | null {
  const { draft } = bench;
  let offset = 0;
  for (const block of draft.blocks) {
    if (block.type === "finding") {
      offset = draft.notice.findings.find((one) => one.n === indexOf(draft.blocks, block))?.span.end ?? offset;
      continue;
    }
    const words = draft.notice.text.slice(span.start, span.end);
    const at = draft.notice.text.slice(0, span.start).length - draft.notice.text.lastIndexOf(block.text, span.start);
    if (isFree(bench, block) && draft.notice.text.lastIndexOf(block.text, span.start) !== -1)
      if (block.text.slice(at, at + words.length) === words && words !== "") return { block, at };
  }
  return null;
}

const indexOf = (blocks: Bench["draft"]["blocks"], block: unknown): number =>
  blocks.filter((one) => one.type === "finding").findIndex((one) => one === block) + 1;

function evidenceSpan(notice: Notice, field: string): Span | null {
  return notice.evidence.find((entry) => entry.field === field && entry.span !== null)?.span ?? null;
}

type FieldRule = {
  readonly field: string;
  readonly expected: Pick<Expected, "kind" | "field">;
  readonly edit: (printed: string, bench: Bench) => string | null;
};

const otherDay = (printed: string): string | null => {
  const match = /(?<day>\d{1,2})(?=日)|(?<=[-/.]\d{1,2}[-/.])(?<iso>\d{1,2})/u.exec(printed);
  if (match === null) return null;
  const value = (Number(match[0]) % 27) + 1;
  const words = match[0].length === 2 && match[0].startsWith("0") ? String(value).padStart(2, "0") : String(value);
  return printed.slice(0, match.index) + words + printed.slice(match.index + match[0].length);
};

const otherDigit = (printed: string): string | null => {
  const at = printed.search(/\d(?=\D*$)/u);
  if (at === -1) return null;
  return printed.slice(0, at) + String((Number(printed.charAt(at)) + 3) % 10) + printed.slice(at + 1);
};

const rules = {
  signedOn: { field: "signedOn", expected: { kind: "date-changed", field: "signedOn" }, edit: otherDay },
  publishedOn: { field: "publishedOn", expected: { kind: "date-changed", field: "publishedOn" }, edit: otherDay },
  endedOn: { field: "inspection.endedOn", expected: { kind: "date-changed", field: "endedOn" }, edit: otherDay },
  feedbackOn: {
    field: "inspection.feedbackOn",
    expected: { kind: "date-changed", field: "feedbackOn" },
    edit: otherDay,
  },
  phone: { field: "contact.phone", expected: { kind: "contact-changed", field: "phone" }, edit: otherDigit },
  email: {
    field: "contact.email",
    expected: { kind: "contact-changed", field: "email" },
    edit: (printed: string) => printed.replace("@", "02@"),
  },
  title: {
    field: "title",
    expected: { kind: "title-changed", field: "title" },
    edit: (printed: string, { dice }: Bench) =>
      printed.replace("整改进展情况", dice.chance(0.5) ? "集中整改情况" : "反馈意见整改落实情况"),
  },
  signedBy: {
    field: "signedBy",
    expected: { kind: "signature-changed", field: "signedBy" },
    edit: (printed: string) => (printed.endsWith("委员会") ? printed.slice(0, -2) : `${printed}办公室`),
  },
} satisfies Record<string, FieldRule>;

function fieldEdit(rule: FieldRule): Edit {
  return (bench) => {
    const span = evidenceSpan(bench.draft.notice, rule.field);
    if (span === null || !isFree(bench, rule.field)) return null;
    const place = proseAt(bench, span);
    const printed = bench.draft.notice.text.slice(span.start, span.end);
    const made = rule.edit(printed, bench);
    if (place === null || made === null || made === printed) return null;
    place.block.text = place.block.text.slice(0, place.at) + made + place.block.text.slice(place.at + printed.length);
    lock(bench, rule.field, place.block);
    return [{ ...rule.expected, finding: null, measure: null }];
  };
}

const signedOnChanged = fieldEdit(rules.signedOn);
const publishedOnChanged = fieldEdit(rules.publishedOn);
const endedOnChanged = fieldEdit(rules.endedOn);
const feedbackOnChanged = fieldEdit(rules.feedbackOn);
const phoneChanged = fieldEdit(rules.phone);
const emailChanged = fieldEdit(rules.email);
const titleChanged = fieldEdit(rules.title);
const signatureChanged = fieldEdit(rules.signedBy);

const renamings = [
  ["实施细则", "管理规定"],
  ["管理办法", "监督管理办法"],
  ["实施方案", "行动方案"],
  ["工作方案", "专项方案"],
  ["办法", "规定"],
  ["方案", "计划"],
  ["制度", "规范"],
  ["意见", "措施"],
  ["规划", "行动纲要"],
  ["通知", "函"],
] as const;

/** A title that only one measure cites gets another name. */
const documentRenamed: Edit = (bench) => {
  const { dice, draft } = bench;
  const whole = draft.notice.text;
  const places = freeMeasures(bench).flatMap((place) =>
    [...place.measure.body.matchAll(/《(?<title>[^《》\n]{4,60})》/gu)].flatMap((match) => {
      const title = match.groups?.["title"] ?? "";
      const renaming = renamings.find(([old]) => title.includes(old));
      const isSingle = whole.split(title).length === 2;
      return renaming !== undefined && isSingle ? [{ ...place, title, renaming }] : [];
    }),
  );
  const hit = dice.pick(places);
  if (hit === undefined) return null;
  const { finding, measure, title, renaming } = hit;
  measure.body = measure.body.replace(title, title.replace(renaming[0], renaming[1]));
  lock(bench, measure);
  return [
    { kind: "document-removed", finding, measure },
    { kind: "document-added", finding, measure },
  ];
};

const isBoilerplate = (notice: Notice, words: string): boolean =>
  notice.boilerplate.some((piece) => piece.text.includes(words));

/** Words in the sentences before or after the findings. */
const proseReworded: Edit = (bench) => {
  const { dice, draft } = bench;
  const hits = draft.blocks.flatMap((block) => {
    if (block.type !== "prose" || !isFree(bench, block)) return [];
    const found = [...block.text.matchAll(/(?<=[，；])[\u4E00-\u9FA5]{6,20}(?=[，；。])/gu)];
    return found
      .filter(([words]) => !isBoilerplate(draft.notice, words))
      .filter(([words]) => !/[一二两三四五六七八九十百千万亿]|巡视|反馈|电话|邮/u.test(words))
      .map((match) => ({ block, at: match.index, length: match[0].length }));
  });
  const hit = dice.pick(hits);
  if (hit === undefined) return null;
  const { block, at, length } = hit;
  block.text = block.text.slice(0, at) + (dice.pick(clauses) ?? "") + block.text.slice(at + length);
  lock(bench, block);
  return [{ kind: "text-edited", finding: null, measure: null }];
};

export const fieldEdits: Readonly<Record<string, Edit>> = {
  signedOnChanged,
  publishedOnChanged,
  endedOnChanged,
  feedbackOnChanged,
  phoneChanged,
  emailChanged,
  titleChanged,
  signatureChanged,
  documentRenamed,
  proseReworded,
};
