import { loadSources } from "@zhenggai/service";
import { describe, expect, it } from "vitest";
import { rankOf } from "./rank-of.ts";

describe("the rank of a source", () => {
  it("is what its YAML says", () => {
    const sources = loadSources(undefined);
    const rank = rankOf(sources);
    expect(sources.size).toBeGreaterThan(0);
    for (const [id, source] of sources) expect(rank(id)).toBe(source.rank);
  });

  it("is that of a repost where the source is no longer configured", () => {
    expect(rankOf(new Map())("jssjw-379")).toBe("repost");
  });
});
