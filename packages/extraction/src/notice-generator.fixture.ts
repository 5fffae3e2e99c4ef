import * as fc from "fast-check";
import { noticeWords } from "./notice-words.fixture.ts";
import { normalizedView } from "./normalized-view.ts";

/** What a generated notice knows of itself. Offsets are of its raw text; words are in the form of the view. */
export type Truth = {
  readonly outline: readonly { readonly start: number; readonly level: number; readonly numbering: string }[];
  readonly findings: readonly {
    readonly title: string;
    readonly groups: readonly string[];
    readonly status: "completed" | "ongoing" | null;
    readonly measures: readonly string[];
  }[];
};
export type GeneratedNotice = { readonly text: string; readonly truth: Truth };

const { numerals, findingForms, groupForms, statusForms } = noticeWords;
type Numerals = keyof typeof numerals;

const measureStyles = ["next", "next", "next", "circled", "enumerator", "must", "ordinal", "inline", "single"] as const;
const orders = ["chapter", "han", "arabic", "comma", "paren", "closing"] as const;

/** Shape of a notice: styles are the document's, sizes[group][finding] is a number of measures. */
const plans = fc.record({
  top: fc.constantFrom("part" as const, "chapter" as const, "chapter" as const, "bare" as const, "none" as const),
  hasStatuses: fc.boolean(),
  hasGroups: fc.boolean(),
  order: fc.shuffledSubarray([...orders], { minLength: orders.length, maxLength: orders.length }),
  isUsualOrder: fc.boolean(),
  isRunning: fc.boolean(),
  findingForm: fc.nat(findingForms.length - 1),
  groupForm: fc.nat(groupForms.length - 1),
  statusForm: fc.nat(statusForms.length - 1),
  measures: fc.constantFrom(...measureStyles),
  sizes: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 4 }), {
    minLength: 2,
    maxLength: 3,
  }),
  dice: fc.nat(),
  isSlogan: fc.boolean(),
  isStopped: fc.boolean(),
  glue: fc.constantFrom("no" as const, "no" as const, "text" as const, "chapter" as const, "chain" as const),
  lost: fc.integer({ min: 1, max: 9 }),
  indent: fc.constantFrom("", "　　", "  ", "\u00a0\u00a0"),
  organization: fc.constantFrom("han" as const, "enumerator" as const, "text" as const),
  /** Prints 1、 for 1. and 1) for (1) here and there. */
  isSloppy: fc.boolean(),
  /** The chapter about progress lost its number. */
  hasLostChapter: fc.boolean(),
  /** Enumerations inside a measure, which are no sections. */
  hasSublists: fc.boolean(),
  /** Labels, remarks and retold problems under the headings of findings. */
  under: fc.constantFrom(
    "",
    "",
    "整改措施：",
    "责任单位：区教育局；整改时限：2023年12月底。",
    "反馈指出，有关部门抓得不紧。",
  ),
  blank: fc.constantFrom("", "", "\n", "　\n"),
});
type Plan = typeof plans extends fc.Arbitrary<infer Shape> ? Shape : never;

/** Random notices that know their own tree: chapters, status groups, groups, findings, measures in varied numerals, with noise. */
export const generatedNotices: fc.Arbitrary<GeneratedNotice> = plans.map((plan) => noticeOf(plan));

/** A text that grows, and what is known of it. */
type Draft = {
  text: string;
  readonly outline: { start: number; level: number; numbering: string }[];
  readonly findings: { title: string; groups: string[]; status: "completed" | "ongoing" | null; measures: string[] }[];
  lastNumber: number;
};
type Pick = <Word>(words: readonly Word[]) => Word;

function noticeOf(plan: Plan): GeneratedNotice {
  const draft: Draft = { text: "", outline: [], findings: [], lastNumber: 0 };
  let state = plan.dice;
  const pick: Pick = (words) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const word = words[(state >>> 8) % words.length];
    if (word === undefined) throw new Error("nothing to pick from");
    return word;
  };
  const document = { plan, draft, pick, depths: depthsOf(plan) };
  paragraph(document, "中共样州市云汀区委关于巡视整改进展情况的通报");
  paragraph(
    document,
    "省委第三巡视组于2023年4月12日至6月20日对样州市云汀区开展了巡视，9月28日反馈意见。现将整改情况公布如下。",
  );
  chapters(document);
  paragraph(document, "欢迎干部群众监督。联系电话：0990-5550101。");
  paragraph(document, "中共样州市云汀区委员会");
  paragraph(document, "2024年3月11日");
  return { text: draft.text, truth: { outline: draft.outline, findings: draft.findings } };
}

type Depths = {
  readonly top: Numerals | null;
  readonly status: Numerals;
  readonly group: Numerals;
  readonly finding: Numerals;
  readonly measure: Numerals | "inline" | "single";
};
type Document = { readonly plan: Plan; readonly draft: Draft; readonly pick: Pick; readonly depths: Depths };

/** One style for each depth, none twice. */
function depthsOf({ top, order, isUsualOrder, hasStatuses, hasGroups, measures }: Plan): Depths {
  const drawn = isUsualOrder ? orders.filter((style) => style !== "comma" && style !== "closing") : order;
  const free = drawn.filter((style) => style !== "chapter" || top === "bare" || top === "none" || top === "part");
  const next = [...(hasStatuses ? [0] : []), ...(hasGroups ? [0] : []), 0, 0].map((_, at) => free[at] ?? "circled");
  const status = hasStatuses ? (next.shift() ?? "han") : "han";
  const group = hasGroups ? (next.shift() ?? "han") : "han";
  const [finding = "arabic", inner = "circled"] = next;
  return { top: top === "none" ? null : top, status, group, finding, measure: measures === "next" ? inner : measures };
}

function chapters(document: Document): void {
  const { plan, depths } = document;
  if (depths.top === null) {
    progress(document, 0);
    paragraph(document, "下一步，区委将持续用力，巩固整改成果。");
    return;
  }
  heading(document, { level: 1, style: depths.top, ordinal: 1, words: "整改工作组织领导情况" });
  besides(document, plan.organization);
  const isGlued = plan.glue === "chapter" && depths.top !== "bare" && !plan.hasStatuses;
  const numbering = plan.hasLostChapter && !isGlued && depths.top !== "part" ? "" : undefined;
  const words = "反馈问题整改进展情况";
  heading(document, { level: 1, style: depths.top, ordinal: 2, words, isOpen: isGlued, numbering });
  progress(document, 1);
  heading(document, { level: 1, style: depths.top, ordinal: 3, words: "下一步工作打算" });
  besides(document, plan.organization === "text" ? "text" : "enumerator");
}

/** Paragraphs of the chapters about organization and next steps. */
function besides(document: Document, kind: Plan["organization"]): void {
  const { depths, plan } = document;
  const below = plan.hasGroups ? depths.group : depths.finding;
  const first = plan.hasStatuses ? depths.status : below;
  const style = kind === "han" ? first : "enumerator";
  if (kind === "text") paragraph(document, "区委高度重视，专题研究，统筹推进各项任务落实。");
  else [1, 2].forEach((ordinal) => heading(document, { level: 2, style, ordinal, words: sentence(document) }));
}

function progress(document: Document, level: number): void {
  const { plan, depths, draft } = document;
  if (!plan.hasStatuses) return groups(document, level, null);
  (statusForms[plan.statusForm] ?? []).forEach((words, at) => {
    heading(document, { level: level + 1, style: depths.status, ordinal: at + 1, words });
    if (!plan.isRunning) draft.lastNumber = 0;
    groups(document, level + 1, at === 0 ? "completed" : "ongoing");
  });
}

type Status = "completed" | "ongoing" | null;

function groups(document: Document, level: number, status: Status): void {
  const { plan, depths, draft, pick } = document;
  if (!plan.hasGroups) {
    plan.sizes.flat().forEach((size, at) => findingIn(document, { level: level + 1, at, size, groups: [], status }));
    return;
  }
  plan.sizes.forEach((group, at) => {
    const title = pick(noticeWords.aspects);
    const words = formed(groupForms, plan.groupForm, title);
    heading(document, { level: level + 1, style: depths.group, ordinal: at + 1, words });
    if (!plan.isRunning) draft.lastNumber = 0;
    group.forEach((size, n) => findingIn(document, { level: level + 2, at: n, size, groups: [title], status }));
  });
}

function formed(forms: readonly ((title: string) => string)[], which: number, title: string): string {
  return forms[which]?.(title) ?? title;
}

type Drawn = {
  readonly level: number;
  readonly at: number;
  readonly size: number;
  readonly groups: string[];
  readonly status: Status;
};

function findingIn(document: Document, { level, at, size, groups: above, status }: Drawn): void {
  const { plan, depths, draft, pick } = document;
  const title = `${pick(noticeWords.subjects)}${pick(noticeWords.flaws)}`;
  const isGlued = plan.glue === "text" || plan.glue === "chain";
  const words = `${formed(findingForms, plan.findingForm, title)}${plan.isStopped || isGlued ? "。" : ""}`;
  const isLost = !isGlued && draft.findings.length === plan.lost && at > 0;
  draft.lastNumber += 1;
  const chained = plan.glue === "chain" && at > 0 && plan.findingForm < 4;
  const place = { level, ordinal: draft.lastNumber, words, isOpen: isGlued, isGluedOn: chained };
  heading(document, { ...place, style: depths.finding, numbering: isLost ? "" : undefined });
  const least = draft.findings.length === 0 ? 1 : 0;
  const texts = measuresBelow(document, level + 1, Math.max(least, size), isGlued);
  draft.findings.push({ title: viewForm(title), groups: above, status, measures: [...texts] });
}

function measuresBelow(document: Document, level: number, size: number, isGlued: boolean): readonly string[] {
  const { depths, draft, plan } = document;
  if (plan.under !== "" && !isGlued) paragraph(document, plan.under);
  const texts = Array.from({ length: Math.max(1, size) }, () => sentence(document));
  const { measure } = depths;
  if (isGlued || measure === "inline") {
    const printed = texts.map((text, at) => `${numerals.enumerator(at + 1)}${text}`).join("");
    if (isGlued) draft.text = `${draft.text.trimEnd()}${printed}\n`;
    else paragraph(document, `整改情况：${printed}`);
  } else if (measure === "single" || size === 0) {
    texts.splice(1);
    paragraph(document, texts[0] ?? "");
  } else {
    texts.forEach((words, at) => heading(document, { level, style: measure, ordinal: at + 1, words }));
  }
  return texts.map((text) => viewForm(text));
}

function sentence({ plan, pick }: Document): string {
  const slogan = plan.isSlogan ? `${pick(noticeWords.slogans)}。` : "";
  if (plan.hasSublists && pick([true, false, false])) return `${slogan}区委抓好三件事：1.查账；2.清产；3.建制。`;
  return `${slogan}${pick(noticeWords.acts)}${pick([3, 12, 45])}次，${pick(noticeWords.ends)}。`;
}

type Heading = {
  readonly level: number;
  readonly style: Numerals;
  readonly ordinal: number;
  readonly words: string;
  readonly numbering?: string | undefined;
  /** The next paragraph is glued to it. */
  readonly isOpen?: boolean;
  /** It is glued to the paragraph before. */
  readonly isGluedOn?: boolean;
};

function heading(document: Document, printed: Heading): void {
  const { draft, plan } = document;
  const { level, style, ordinal, words, isOpen = false, isGluedOn = false } = printed;
  const numbering = printed.numbering ?? sloppy(document, numerals[style](ordinal), ordinal);
  if (isGluedOn) draft.text = draft.text.trimEnd();
  const isContinued = draft.text !== "" && !draft.text.endsWith("\n");
  const start = draft.text.length + (isContinued ? 0 : plan.indent.length);
  draft.outline.push({ start, level, numbering: viewForm(numbering).trim().replace(/,$/, "") });
  draft.text += `${isContinued ? "" : plan.indent}${numbering}${words}${isOpen ? "" : `\n${plan.blank}`}`;
}

/** “2、” where the others have “2.”; the first of a list is printed as it should be. */
function sloppy({ plan, pick }: Document, numbering: string, ordinal: number): string {
  if (!plan.isSloppy || !plan.isUsualOrder || ordinal === 1 || pick([true, false])) return numbering;
  return numbering.replace(/^(\d+)．$/, "$1、").replace(/^（(\d+)）$/, "$1）");
}

function paragraph({ draft, plan }: Document, words: string): void {
  draft.text += `${plan.indent}${words}\n`;
}

function viewForm(text: string): string {
  return normalizedView(text).text;
}
