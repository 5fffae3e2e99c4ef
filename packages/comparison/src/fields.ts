import type { ChangeKind, ChangeTarget, DateValue, Notice, Span } from "@zhenggai/notice";

/** A field of the head or foot of a notice, as one kind of change looks at it. */
export type Field = {
  readonly kind: Extract<
    ChangeKind,
    "title-changed" | "subject-renamed" | "date-changed" | "signature-changed" | "contact-changed" | "text-edited"
  >;
  readonly part: ChangeTarget["part"];
  /** Path in the notice, as in its evidence. */
  readonly path: string;
  /** Last part of the path: signedOn. */
  readonly name: string;
  readonly zh: string;
  /** What is compared: the ISO date, else the words. */
  readonly valueOf: (notice: Notice) => string | null;
};

const dateOf = (value: DateValue | null): string | null => {
  if (value === null) return null;
  return typeof value === "string" ? value : value.approximate;
};

/** A day of publication that was only guessed from an address is none. */
const exactDateOf = (value: DateValue | null): string | null => (typeof value === "string" ? value : null);

const field = (kind: Field["kind"], part: Field["part"], path: string, rest: Pick<Field, "zh" | "valueOf">): Field => ({
  kind,
  part,
  path,
  name: path.slice(path.lastIndexOf(".") + 1),
  ...rest,
});

/** Fields of head and foot, the most telling first: an edit that touches two belongs to the first. */
export const noticeFields: readonly Field[] = [
  field("title-changed", "title", "title", { zh: "标题", valueOf: (n) => n.title }),
  field("signature-changed", "signature", "signedBy", { zh: "落款", valueOf: (n) => n.signedBy }),
  field("date-changed", "signature", "signedOn", { zh: "成文日期", valueOf: (n) => dateOf(n.signedOn) }),
  field("date-changed", "page", "publishedOn", { zh: "发布日期", valueOf: (n) => exactDateOf(n.publishedOn) }),
  field("date-changed", "inspection", "inspection.startedOn", {
    zh: "进驻日期",
    valueOf: (n) => dateOf(n.inspection.startedOn),
  }),
  field("date-changed", "inspection", "inspection.endedOn", {
    zh: "巡视结束日期",
    valueOf: (n) => dateOf(n.inspection.endedOn),
  }),
  field("date-changed", "inspection", "inspection.feedbackOn", {
    zh: "反馈日期",
    valueOf: (n) => dateOf(n.inspection.feedbackOn),
  }),
  field("text-edited", "inspection", "inspection.team", { zh: "巡视组", valueOf: (n) => n.inspection.team }),
  field("text-edited", "inspection", "inspection.round", { zh: "巡视轮次", valueOf: (n) => n.inspection.round }),
  field("subject-renamed", "subject", "subject.name", { zh: "被巡视单位", valueOf: (n) => n.subject.name }),
  field("contact-changed", "contact", "contact.phone", { zh: "联系电话", valueOf: (n) => n.contact?.phone ?? null }),
  field("contact-changed", "contact", "contact.address", {
    zh: "邮寄地址",
    valueOf: (n) => n.contact?.address ?? null,
  }),
  field("contact-changed", "contact", "contact.postcode", {
    zh: "邮政编码",
    valueOf: (n) => n.contact?.postcode ?? null,
  }),
  field("contact-changed", "contact", "contact.email", { zh: "电子邮箱", valueOf: (n) => n.contact?.email ?? null }),
  field("text-edited", "page", "publisher", { zh: "信息来源", valueOf: (n) => n.publisher }),
];

/** All places where the evidence says the field was read. */
function evidenceSpans(notice: Notice, path: string): Span[] {
  const spans: Span[] = [];
  for (const { field: name, span } of notice.evidence) if (name === path && span !== null) spans.push(span);
  return spans;
}

/** Where the field stands in the text: by its evidence, else where its words stand; empty where it came from meta tags. */
export function spansOfField(notice: Notice, one: Field): Span[] {
  const spans = evidenceSpans(notice, one.path);
  if (spans.length > 0) return spans;
  if (one.part === "contact" && one.valueOf(notice) !== null) {
    const line = evidenceSpans(notice, "contact");
    if (line.length > 0) return line;
  }
  const value = one.valueOf(notice);
  if (value === null || one.kind === "date-changed") return [];
  const at = one.part === "title" ? notice.text.indexOf(value) : notice.text.lastIndexOf(value);
  return at === -1 || value === "" ? [] : [{ start: at, end: at + value.length }];
}
