import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl, twinKey } from "./canonical-url.ts";

describe("canonicalUrl", () => {
  it.each([
    ["https://QingFeng.Yangli.example:443/art/1.html", "http://qingfeng.yangli.example/art/1.html"],
    ["http://qingfeng.yangli.example:80/art/1.html#top", "http://qingfeng.yangli.example/art/1.html"],
    ["http://qingfeng.yangli.example", "http://qingfeng.yangli.example/"],
    ["http://a.example/x?id=7&utm_source=wx&spm=1.2&from=timeline", "http://a.example/x?id=7"],
    ["http://a.example/x?from=timeline", "http://a.example/x"],
    ["http://a.example/x?b=2&a=1", "http://a.example/x?b=2&a=1"],
    ["http://a.example/col/index.html", "http://a.example/col/index.html"],
    ["http://a.example/t20230321_41_ext.html", "http://a.example/t20230321_41_ext.html"],
    ["http://a.example:8080/x", "http://a.example:8080/x"],
    ["  http://user:secret@a.example/x ", "http://a.example/x"],
  ])("spells %s as %s", (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });

  it("keeps the case of paths, for servers do", () => {
    expect(canonicalUrl("http://a.example/Art/T1.html")).toBe("http://a.example/Art/T1.html");
  });

  it("is idempotent for any address and any text", () => {
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(fc.oneof(address, fc.string()), (url) => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
      }),
    );
  });

  it("gives http and https one spelling", () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ["http"] }), (url) => {
        expect(canonicalUrl(url.replace(/^http:/u, "https:"))).toBe(canonicalUrl(url));
      }),
    );
  });
});

describe("twinKey", () => {
  it("is one for the plain and the stripped form of a TRS page", () => {
    const plain = "http://jw.lijiang.example/xszg/202303/t20230321_41.shtml";
    expect(twinKey(plain)).toBe(plain);
    expect(twinKey("https://jw.lijiang.example/xszg/202303/t20230321_41_ext.html")).toBe(plain);
  });

  it("differs for different articles", () => {
    expect(twinKey("http://a.example/t20230321_41.shtml")).not.toBe(twinKey("http://a.example/t20230321_42_ext.html"));
  });
});
