import type { BodyKind } from "@zhenggai/notice";

/** A Party body as printed, split into its kind and the name of what it governs. */
export type NamedBody = { readonly bodyKind: BodyKind; readonly name: string };

const PREFIX = /^(?:中国共产党|中共)/u;
const COMPANION = /[、和](?:管委会|管理委员会|区政府|县政府|市政府|人民政府)$/u;
const KIND_BY_SUFFIX: Readonly<Record<string, BodyKind>> = {
  省: "省委",
  市: "市委",
  区: "区委",
  县: "县委",
  旗: "旗委",
};

const kindOfCommittee = (name: string): BodyKind => {
  if (name.endsWith("自治区")) return "党委";
  if (/[镇乡]$/u.test(name)) return "镇党委";
  if (/(?:大学|学院|学校|中学|小学|党校)$/u.test(name)) return "校党委";
  if (/(?:公司|集团)$/u.test(name)) return "公司党委";
  return KIND_BY_SUFFIX[name.slice(-1)] ?? "党委";
};

const kindOfGroup = (name: string): BodyKind => {
  if (name.endsWith("局")) return "局党组";
  return name.endsWith("院") ? "院党组" : "党组";
};

const kindOfWorkCommittee = (name: string): BodyKind => (/街道(?:办事处)?$/u.test(name) ? "街道党工委" : "党工委");

const kindOfPartyCommittee = (name: string): BodyKind => {
  const kind = kindOfCommittee(name);
  return kind === "镇党委" || kind === "校党委" || kind === "公司党委" ? kind : "党委";
};

type Form = { readonly pattern: RegExp; readonly kindOf: (name: string) => BodyKind; readonly suffix?: string };

const FORMAL_FORMS: readonly Form[] = [
  { pattern: /^(.{2,})工作委员会$/u, kindOf: kindOfWorkCommittee },
  { pattern: /^(.{2,})委员会$/u, kindOf: kindOfCommittee },
];

const SHORT_FORMS: readonly Form[] = [
  { pattern: /^(.{2,}?)党?工委$/u, kindOf: kindOfWorkCommittee },
  { pattern: /^(.{2,})党组$/u, kindOf: kindOfGroup },
  { pattern: /^(.{2,})党委$/u, kindOf: kindOfPartyCommittee },
  { pattern: /^(.+([省市区县旗]))\2委$/u, kindOf: kindOfCommittee },
  { pattern: /^(.+[省市区县旗州盟])委$/u, kindOf: kindOfCommittee },
  { pattern: /^(.{2,})地委$/u, kindOf: kindOfCommittee, suffix: "地区" },
];

/**
 * Splits a printed Party body into kind and name; null where the text names none, or a kind alone (区委).
 * 州委, 盟委 and 地委 are 党委: the vocabulary has no kind of their own for them.
 * Example: 中共样州市云汀区委员会 → 区委 + 样州市云汀区; 样州经开区党工委 → 党工委 + 样州经开区.
 */
export const bodyKindOf = (printed: string): NamedBody | null => {
  const text = printed.replaceAll(/\s/gu, "");
  const bare = text.replace(PREFIX, "").replace(COMPANION, "");
  const forms = PREFIX.test(text) ? [...FORMAL_FORMS, ...SHORT_FORMS] : SHORT_FORMS;
  for (const { pattern, kindOf, suffix = "" } of forms) {
    const stem = pattern.exec(bare)?.[1];
    if (stem !== undefined && stem.length >= 2) return { bodyKind: kindOf(stem), name: `${stem}${suffix}` };
  }
  return null;
};
