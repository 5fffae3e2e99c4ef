import type { Change } from "@zhenggai/notice";
import { claimWhole, openHunks, type Claim, type Claims, type Found } from "../claims.ts";
import type { Comparison, PlacedHunk } from "../comparison.ts";
import { operationOf } from "../hunk.ts";
import { contactsIn } from "../mask-contact.ts";
import { becameOf, makeChange, quote } from "../make-change.ts";
import { sliceOf } from "../spans.ts";

const fields = [
  { name: "phone", zh: "联系电话" },
  { name: "email", zh: "电子邮箱" },
] as const;

/** The contact field of which a hunk prints others than before; undefined where it prints none, or the same. */
function fieldOf({ texts }: Comparison, hunk: PlacedHunk): (typeof fields)[number] | undefined {
  const [before, after] = [sliceOf(texts.before, hunk.before), sliceOf(texts.after, hunk.after)];
  return fields.find(({ name }) => contactsIn(before, name).join(" ") !== contactsIn(after, name).join(" "));
}

function contactChange(comparison: Comparison, hunk: PlacedHunk, field: (typeof fields)[number]): Change {
  const before = quote(comparison, "before", hunk.before);
  const after = quote(comparison, "after", hunk.after);
  const became = becameOf(before, after);
  return makeChange({
    kind: "contact-changed",
    target: { part: "contact", finding: null, measure: null, field: field.name },
    before,
    after,
    operations: [operationOf(hunk)],
    summary: { zh: `${field.zh}：${became.zh}。`, en: `${field.name}: ${became.en}.` },
  });
}

/**
 * contact-changed where the closing prints more numbers or addresses than a reading takes: a second telephone number, added
 * or taken out. Example: 0999-8123456 becomes 0999-8123456、0999-8123457.
 */
export function findMoreContacts(comparison: Comparison, claims: Claims): Found {
  const changes: Change[] = [];
  const made: Claim[] = [];
  for (const hunk of openHunks(comparison, claims)) {
    const field = hunk.place.part === "text" && !claims.has(hunk) ? fieldOf(comparison, hunk) : undefined;
    if (field === undefined) continue;
    changes.push(contactChange(comparison, hunk, field));
    made.push(claimWhole(hunk));
  }
  return { changes, claims: made };
}
