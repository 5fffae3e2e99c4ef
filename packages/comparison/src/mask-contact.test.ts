import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactMask, stretchMask } from "./mask-contact.ts";
import { buildNotice } from "./notice.fixture.ts";

const pieces = fc.array(
  fc.constantFrom(
    "举报电话：",
    "0999-8123456",
    "0999-8123457",
    "a@b.example",
    "样州市望麓区中山路8号",
    "，",
    "整改3项",
    "139-0013-8000",
    "2023",
    " ",
    "-",
  ),
  { maxLength: 12 },
);

const noticeOf = (text: string, address: string | null) => ({
  ...buildNotice(),
  text,
  contact: { phone: "0999-8123456", email: null, postcode: null, address },
});

describe("stretchMask", () => {
  it("hides in any stretch of either text what contactMask hides in its words", () => {
    let hidden = 0;
    fc.assert(
      fc.property(pieces, pieces, fc.nat(), fc.nat(), (one, other, from, length) => {
        const [before, after] = [noticeOf(one.join(""), "样州市望麓区中山路8号"), noticeOf(other.join(""), null)];
        const [mask, plain] = [stretchMask(before, after), contactMask(before, after)];
        for (const side of ["before", "after"] as const) {
          const { text } = side === "before" ? before : after;
          const start = from % (text.length + 1);
          const end = Math.min(text.length, start + (length % 60));
          const words = text.slice(start, end);
          expect(mask(side, start, end)).toBe(plain(words));
          if (plain(words) !== words) hidden += 1;
        }
      }),
      { numRuns: 5_000 },
    );
    expect(hidden).toBeGreaterThan(500);
  });
});
