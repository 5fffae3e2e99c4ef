import type { Evidence, Span } from "@zhenggai/notice";

/** A value with the rule that read it and where it stands in the raw text (null: not in the text). */
export type Found<Value> = { readonly value: Value; readonly rule: string; readonly span: Span | null };

/** The value, null where nothing was found. */
export function valueOf<Value>(found: Found<Value> | null): Value | null {
  return found === null ? null : found.value;
}

/** One line of evidence for a field, none where nothing was found. */
export function evidenceOf(field: string, found: Found<unknown> | null): readonly Evidence[] {
  return found === null ? [] : [{ field, rule: found.rule, span: found.span }];
}
