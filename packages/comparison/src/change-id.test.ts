import { describe, expect, it } from "vitest";
import { changeId } from "./change-id.ts";
import { compareSuccessive } from "./compare-series.ts";
import { compareVersions } from "./compare-versions.ts";
import { buildNotice, withMeasure } from "./notice.fixture.ts";

const older = buildNotice({ started: ["2019-09-16", "2019年9月16日"] });
const newer = buildNotice({
  findings: withMeasure(0, 0, "开展园区项目清查，梳理停滞项目14个，约谈业主单位9家。"),
});
const notices = { before: "n-1", after: "n-2" };
const versions = { before: "v-1", after: "v-2" };

describe("changeId", () => {
  it("is the same for the same change and another for each change of a pair", () => {
    const changes = [...compareVersions(buildNotice(), newer), ...compareSuccessive(older, newer)];
    const ids = changes.map((change) => changeId("s", notices, versions, change));
    expect(ids).toEqual(changes.map((change) => changeId("s", notices, versions, change)));
    expect(new Set(ids).size).toBe(changes.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("depends on the versions for an edit, on the notices alone for what became of a finding", () => {
    const later = { before: "v-1", after: "v-3" };
    const [edit] = compareVersions(buildNotice(), newer);
    const [succession] = compareSuccessive(older, newer);
    expect(edit && changeId("s", notices, later, edit)).not.toBe(edit && changeId("s", notices, versions, edit));
    expect(succession && changeId("s", notices, later, succession)).toBe(
      succession && changeId("s", notices, versions, succession),
    );
  });

  it("ignores sentences and scores", () => {
    const [edit] = compareVersions(buildNotice(), newer);
    const reworded = edit && { ...edit, score: 0.5, summary: { zh: "另一句话。", en: "Another sentence." } };
    expect(reworded && changeId("s", notices, versions, reworded)).toBe(edit && changeId("s", notices, versions, edit));
  });
});
