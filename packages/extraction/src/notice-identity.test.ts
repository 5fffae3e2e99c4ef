import type { Subject } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { noInspection } from "./fields/inspection.ts";
import { noticeIdentity } from "./notice-identity.ts";

const subject: Subject = {
  name: "样州市云汀区",
  bodyKind: "区委",
  bodyId: "division-990102",
  resolution: "exact",
  candidates: [],
  division: null,
  zone: null,
};
const inspection = { ...noInspection, level: "province", startedOn: "2023-04-12" } as const;

describe("noticeIdentity", () => {
  it("joins the copies of a notice by subject, cycle and kind", () => {
    expect(noticeIdentity({ subject, inspection, kind: "rectification" }, "p1")).toEqual({
      noticeId: "division-990102.province.2023-04-12.rectification",
      seriesId: "division-990102",
    });
  });

  it("never joins by a name alone", () => {
    const ambiguous = { ...subject, bodyId: null, resolution: "ambiguous" as const };
    expect(noticeIdentity({ subject: ambiguous, inspection, kind: "rectification" }, "p1")).toEqual({
      noticeId: "page:p1.rectification",
      seriesId: "page:p1",
    });
  });

  it("keeps a notice with a vague first day to its page, but in the subject's series", () => {
    const vague = { ...inspection, startedOn: { approximate: "2023-04-21", text: "4月下旬" } };
    expect(noticeIdentity({ subject, inspection: vague, kind: "feedback" }, "p1")).toEqual({
      noticeId: "page:p1.feedback",
      seriesId: "division-990102",
    });
  });
});
