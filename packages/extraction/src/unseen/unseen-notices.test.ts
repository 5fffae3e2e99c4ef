import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resolveSubject } from "@zhenggai/bodies";
import { describe, expect, it } from "vitest";
import { misquoted, uncovered } from "../coverage.fixture.ts";
import { fullWidthTwin, halfWidthTwin } from "../full-width-twin.fixture.ts";
import { readNotice } from "../read-notice.ts";
import { toldFacts } from "./told-facts.fixture.ts";

/** An invented notice in the habit of some office, and the facts that its writer noted before the reader had seen it. */
type UnseenNotice = { readonly name: string; readonly text: string; readonly facts: readonly string[] };

const folder = fileURLToPath(new URL(".", import.meta.url));
const divider = "\n----\n";

/** Each file of a set holds the facts, a line of hyphens, and the text. */
function unseenNotices(set: string): readonly UnseenNotice[] {
  const files = existsSync(`${folder}${set}`) ? readdirSync(`${folder}${set}`) : [];
  return files.sort().map((file) => {
    const whole = readFileSync(`${folder}${set}/${file}`, "utf8");
    const at = whole.indexOf(divider);
    const facts = whole.slice(0, at).split("\n");
    return { name: `${set}/${file}`, text: whole.slice(at + divider.length), facts };
  });
}

const notices = ["set0", "set1", "set2", "set3", "set4", "set5", "set6", "set7", "set8", "set9", "set10"].flatMap(
  (set) => unseenNotices(set),
);

describe("notices of offices that no rule was written for", () => {
  it.each(notices)("$name, typed full-width and half-width", ({ text, facts }) => {
    for (const twin of [fullWidthTwin(text), halfWidthTwin(text)]) {
      // An issue quotes the words as printed, in whichever width.
      const told = toldFacts(readNotice({ text: twin }, { resolveSubject }));
      expect(told.map((fact) => fact.normalize("NFKC"))).toEqual(facts.map((fact) => fact.normalize("NFKC")));
    }
  });

  it.each(notices)("$name", ({ text, facts }) => {
    const notice = readNotice({ text }, { resolveSubject });
    expect(toldFacts(notice)).toEqual(facts);
    expect(uncovered(notice)).toBe("");
    expect(misquoted(notice)).toEqual([]);
  });
});
