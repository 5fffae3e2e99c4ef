import { describe, expect, it } from "vitest";
import { coreTitle, withoutGeneralWords } from "./core-title.ts";

describe("the core of a title", () => {
  it.each([
    ["园区项目监管不够有力", "园区项目监管"],
    ["园区项目监管存在差距", "园区项目监管"],
  ])("%s is without its verdict", (title, core) => {
    expect(coreTitle(title)).toBe(core);
  });

  it("is the whole title where nothing else is left", () => {
    expect(coreTitle("不够有力")).toBe("不够有力");
  });

  it("keeps the words that not every title may use, and none that reach across a gap", () => {
    expect(withoutGeneralWords("档案审核管理与巡河")).toBe("巡河");
    expect(withoutGeneralWords("秸秆监管与巡河工作")).toBe("秸秆\n巡河");
    expect(withoutGeneralWords("重点项目推进缓慢")).toBe("");
  });
});
