import * as fc from "fast-check";
import { changeSchema, type Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { compareVersions } from "./compare-versions.ts";
import {
  buildNotice,
  kindsOf,
  sampleFindings,
  uncovered,
  type FindingText,
  type NoticeText,
} from "./notice.fixture.ts";

const mirrors: Record<string, string> = {
  "finding-added": "finding-removed",
  "finding-removed": "finding-added",
  "measure-added": "measure-removed",
  "measure-removed": "measure-added",
  "document-added": "document-removed",
  "document-removed": "document-added",
};

const words = [
  "组织镇村干部集中培训，",
  "约谈业主单位6家，",
  "修订《望麓区督查办法》，",
  "处理失职人员13人，",
  "逐村补齐公开栏，",
  "追缴租金528.09万元，",
];
const measure = fc
  .uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((clauses) => `${clauses.join("").slice(0, -1)}。`);
const titles = [
  "园区项目监管不够有力",
  "村级账目公开不及时",
  "信访积案化解缓慢",
  "河道采砂管理存在漏洞",
  "干部培养储备不足",
];
const finding: fc.Arbitrary<FindingText> = fc.record({
  title: fc.constantFrom(...titles),
  measures: fc.array(measure, { maxLength: 3 }),
});
const given: fc.Arbitrary<NoticeText> = fc.record(
  {
    findings: fc.array(finding, { maxLength: 5 }),
    lead: measure,
    closing: measure,
    signedBy: fc.constantFrom("中共望麓区委", "中共样州市望麓区委员会"),
  },
  { requiredKeys: [] },
);
const notice: fc.Arbitrary<Notice> = given.map((one) => buildNotice(one));

describe("compareVersions", () => {
  it("finds nothing between a notice and itself", () => {
    fc.assert(
      fc.property(notice, (one) => {
        expect(compareVersions(one, one)).toEqual([]);
      }),
    );
  });

  it("gives changes that obey the contract and quote what stands at their spans", () => {
    fc.assert(
      fc.property(notice, notice, (before, after) => {
        const changes = compareVersions(before, after).filter((change) => change.target.part !== "contact");
        const quoted = changes.flatMap((change) => [
          { text: before.text, quotation: change.before },
          { text: after.text, quotation: change.after },
        ]);
        expect(changes.map((change) => changeSchema.safeParse(change).error)).toEqual(changes.map(() => undefined));
        const texts = quoted.flatMap(({ quotation }) => (quotation?.span ? [quotation.text] : []));
        const slices = quoted.flatMap(({ text, quotation }) =>
          quotation?.span ? [text.slice(quotation.span.start, quotation.span.end)] : [],
        );
        expect(slices).toEqual(texts);
      }),
    );
  });

  it("mirrors when the sides are swapped: added for removed, one for one", () => {
    fc.assert(
      fc.property(notice, notice, (before, after) => {
        const forth = kindsOf(compareVersions(before, after)).map((kind) => mirrors[kind] ?? kind);
        expect(kindsOf(compareVersions(after, before)).sort()).toEqual(forth.sort());
      }),
    );
  });

  it("accounts for every difference: outside the operations both texts are the same", () => {
    const subset = fc.subarray([...sampleFindings]);
    fc.assert(
      fc.property(subset, subset, given, (one, other, rest) => {
        const before = buildNotice({ findings: one });
        const after = buildNotice({ ...rest, findings: other });
        const changes = compareVersions(before, after);
        expect(uncovered(before.text, changes, "before")).toBe(uncovered(after.text, changes, "after"));
      }),
    );
  });

  it("gives a defined result for notices without findings, without dates, and empty ones", () => {
    const empty: Notice = { ...buildNotice({ findings: [] }), text: "", evidence: [], title: null, contact: null };
    expect(compareVersions(empty, empty)).toEqual([]);
    expect(kindsOf(compareVersions(empty, buildNotice()))).toContain("finding-added");
    expect(kindsOf(compareVersions(buildNotice(), empty))).toContain("finding-removed");
  });

  it("keeps each of several edits apart", () => {
    const [one, two, three] = sampleFindings;
    const after = buildNotice({
      signed: ["2024-03-18", "2024年3月18日"],
      findings: [
        one ?? { title: "" },
        { title: "村级账目公开长期不规范", measures: two?.measures ?? [] },
        { title: three?.title ?? "", measures: ["领导干部包案下访，化解积案41件。"] },
      ],
    });
    expect(kindsOf(compareVersions(buildNotice(), after))).toEqual([
      "finding-reworded",
      "figure-changed",
      "measure-removed",
      "date-changed",
    ]);
  });
});
