import type { Marker } from "./numbering.ts";

type Numbered = Pick<Marker, "style" | "ordinal" | "numbering">;

/** “A.” and a “1” that only a space parts from its heading count where a second one follows somewhere. */
export function withoutLoneNumbers<Head extends Numbered>(
  numbered: readonly (Head | null)[],
): readonly (Head | null)[] {
  const seconds = new Set(numbered.flatMap((head) => (head?.ordinal === 2 ? [oddForm(head)] : [])));
  return numbered.map((head) => (head && oddForm(head) !== null && !seconds.has(oddForm(head)) ? null : head));
}

function oddForm({ style, numbering }: Numbered): string | null {
  if (style === "letter") return style;
  return /^\d{1,3}$/.test(numbering) ? "number" : null;
}
