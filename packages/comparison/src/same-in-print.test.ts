import type { Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { compareVersions } from "./compare-versions.ts";
import { buildNotice, kindsOf } from "./notice.fixture.ts";

const notice = buildNotice();
/** The same length, so that what else was read stays where it is. */
const inYuan: Notice = { ...notice, text: notice.text.replace("528.09万元", "5280900元") };

/** A reading that takes the first measure of the finding about accounts for a finding, and its heading for prose. */
function misread(one: Notice): Notice {
  const findings = one.findings.flatMap((finding) => {
    const [first] = finding.measures;
    if (finding.n !== 2 || first === undefined) return [finding];
    const span = { start: first.span.start, end: finding.span.end };
    return [{ ...finding, title: first.text, heading: first.text, numbering: "", span, measures: [] }];
  });
  return { ...one, findings };
}

describe("texts that say the same", () => {
  it("are no news where one of them is read with another finding, though its money is in another unit", () => {
    expect(kindsOf(compareVersions(notice, misread(inYuan)))).toEqual(["cosmetic"]);
    expect(kindsOf(compareVersions(misread(inYuan), notice))).toEqual(["cosmetic"]);
  });

  it("are news where a figure says something else", () => {
    const other: Notice = { ...notice, text: notice.text.replace("528.09万元", "5280908元") };
    expect(kindsOf(compareVersions(notice, misread(other)))).not.toEqual(["cosmetic"]);
  });
});
