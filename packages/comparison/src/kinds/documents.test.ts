import { describe, expect, it } from "vitest";
import { compareVersions } from "../compare-versions.ts";
import { buildNotice, kindsOf, withMeasure } from "../notice.fixture.ts";

const before = buildNotice();

describe("documents", () => {
  it("a renamed document is removed and added, not also measure-reworded", () => {
    const after = buildNotice({ findings: withMeasure(0, 1, "修订《望麓区园区项目监管规程》，实行月度调度。") });
    const changes = compareVersions(before, after);
    expect(kindsOf(changes).sort()).toEqual(["document-added", "document-removed"]);
    const removed = changes.find((change) => change.kind === "document-removed");
    expect(removed).toMatchObject({
      target: { part: "document", finding: 1, measure: 2 },
      before: { text: "《望麓区园区项目管理办法》", value: "望麓区园区项目管理办法" },
      after: null,
    });
  });

  it("a clause that comes in only to cite a document is document-added alone", () => {
    const after = buildNotice({
      findings: withMeasure(2, 1, "在各街道设立调解室，印发《望麓区调解工作指引》，就近受理群众诉求。"),
    });
    expect(kindsOf(compareVersions(before, after))).toEqual(["document-added"]);
  });

  it("a document that is still cited elsewhere is not removed: its clause was reworded", () => {
    const lead = "区委印发《望麓区园区项目管理办法》，逐项落实。";
    const old = buildNotice({ lead });
    const after = buildNotice({ lead, findings: withMeasure(0, 1, "修订有关办法，实行月度调度。") });
    expect(kindsOf(compareVersions(old, after))).toEqual(["measure-reworded"]);
  });

  it("title marks of another width or spaces inside a title change nothing", () => {
    const after = buildNotice({ findings: withMeasure(0, 1, "修订《望麓区 园区项目管理办法》，实行月度调度。") });
    expect(kindsOf(compareVersions(before, after))).toEqual(["cosmetic"]);
  });
});
