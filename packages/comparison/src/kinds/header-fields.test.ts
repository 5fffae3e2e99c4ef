import { describe, expect, it } from "vitest";
import { compareVersions } from "../compare-versions.ts";
import { buildNotice, kindsOf } from "../notice.fixture.ts";

const before = buildNotice();

describe("fields of head and foot", () => {
  it("a new title is title-changed with both titles and their spans", () => {
    const after = buildNotice({ title: "中共望麓区委关于省委巡视集中整改情况的通报" });
    const [change, ...rest] = compareVersions(before, after);
    expect(rest).toEqual([]);
    expect(change?.kind).toBe("title-changed");
    expect(change?.target).toEqual({ part: "title", finding: null, measure: null, field: "title" });
    expect(change?.before?.text).toBe("中共望麓区委关于巡视整改进展情况的通报");
    expect(change?.after?.span).toEqual({ start: 0, end: 21 });
    expect(change?.operations[0]?.op).toBe("replace");
  });

  it.each([
    {
      field: "signedOn",
      part: "signature",
      given: { signed: ["2024-03-18", "2024年3月18日"] as const },
      day: "2024-03-18",
    },
    { field: "publishedOn", part: "page", given: { publishedOn: "2024-03-29" }, day: "2024-03-29" },
    {
      field: "startedOn",
      part: "inspection",
      given: { started: ["2023-04-11", "2023年4月11日"] as const },
      day: "2023-04-11",
    },
    { field: "endedOn", part: "inspection", given: { ended: ["2023-06-30", "6月30日"] as const }, day: "2023-06-30" },
    {
      field: "feedbackOn",
      part: "inspection",
      given: { feedback: ["2023-09-15", "9月15日"] as const },
      day: "2023-09-15",
    },
  ])(
    "another $field is one date-changed with its day as value and the words that changed",
    ({ field, part, given, day }) => {
      const changes = compareVersions(before, buildNotice(given));
      expect(kindsOf(changes)).toEqual(["date-changed"]);
      expect(changes[0]).toMatchObject({ target: { part, field }, after: { value: day } });
      expect(changes[0]?.before?.value).toMatch(/^202[34]-\d\d-\d\d$/);
      expect(changes[0]?.operations[0]?.before).not.toBeNull();
    },
  );

  it("a year that other dates take over from the first one is no change of theirs", () => {
    const after = buildNotice({
      started: ["2022-04-09", "2022年4月9日"],
      ended: ["2022-06-20", "6月20日"],
      feedback: ["2022-09-05", "9月5日"],
    });
    const changes = compareVersions(before, after);
    expect(changes.map((change) => change.target.field)).toEqual(["startedOn"]);
  });

  it("a date of meta tags changes without any words of the text", () => {
    const old = buildNotice({ publishedOn: null });
    const [change] = compareVersions({ ...old, publishedOn: "2024-03-27" }, { ...old, publishedOn: "2024-03-28" });
    expect(change?.kind).toBe("date-changed");
    expect(change?.operations).toEqual([{ op: "replace", before: null, after: null }]);
  });

  it("another signature is signature-changed, not text-edited", () => {
    const changes = compareVersions(before, buildNotice({ signedBy: "中共样州市望麓区委办公室" }));
    expect(kindsOf(changes)).toEqual(["signature-changed"]);
    expect(changes[0]?.before?.text).toBe("中共样州市望麓区委员会");
  });

  it("another phone is contact-changed and no quotation or sentence shows either number", () => {
    const after = buildNotice({ contact: { phone: "0999-8765432", address: "样州市望麓区人民路1号" } });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes)).toEqual(["contact-changed"]);
    expect(changes[0]?.severity).toBe("minor");
    expect(changes[0]?.before?.text).toBe("0999-812****");
    expect(JSON.stringify(changes)).not.toMatch(/8123456|8765432/);
  });

  it("a phone in an edited sentence is masked in the quotation, at the same length", () => {
    const old = buildNotice({ closing: "如有意见请拨打0999-8123456反映，我们将认真研究。" });
    const after = buildNotice({ closing: "如有意见请随时拨打0999-8123456反映情况，我们将认真研究。" });
    const changes = compareVersions(old, after);
    expect(kindsOf(changes)).toEqual(["text-edited"]);
    expect(JSON.stringify(changes)).not.toContain("8123456");
    const { text, span } = changes[0]?.before ?? { text: "", span: null };
    expect(text.length).toBe((span?.end ?? 0) - (span?.start ?? 0));
  });
});
