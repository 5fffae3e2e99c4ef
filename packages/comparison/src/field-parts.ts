import type { ChangeTarget } from "@zhenggai/notice";

/** Parts of a notice that are one field each: terminal and page print their changes first, before the prose. */
export const fieldParts: ReadonlySet<ChangeTarget["part"]> = new Set([
  "title",
  "subject",
  "inspection",
  "signature",
  "contact",
  "declared",
  "page",
]);
