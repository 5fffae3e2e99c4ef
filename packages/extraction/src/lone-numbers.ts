import { endsWithDigit } from "./chinese-number.ts";
import type { Marker } from "./numbering.ts";

type Numbered = Pick<Marker, "style" | "ordinal" | "numbering">;

/** “A.” and a “1” that only a space parts from its heading count where a second one follows somewhere. */
export function withoutLoneNumbers<Head extends Numbered>(
  numbered: readonly (Head | null)[],
): readonly (Head | null)[] {
  const forms = numbered.map((head) => (head === null ? null : oddForm(head)));
  const seconds = new Set(forms.filter((_, at) => numbered[at]?.ordinal === 2));
  return numbered.map((head, at) => {
    const form = forms[at] ?? null;
    return form !== null && !seconds.has(form) ? null : head;
  });
}

function oddForm({ style, numbering }: Numbered): string | null {
  if (style === "letter") return style;
  return endsWithDigit(numbering) && /^\d{1,3}$/.test(numbering) ? "number" : null;
}
