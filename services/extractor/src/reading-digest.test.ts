import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import type { Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { readingDigest } from "./reading-digest.ts";

const text = [
  "中共样州市柏塘县委关于巡视整改进展情况的通报",
  "2023年4月12日至6月9日，省委第三巡视组对柏塘县开展了常规巡视。现将整改情况公布如下。",
  "（一）关于“河道保洁责任不落实”问题的整改情况",
  "1.清理淤积河段。已清淤4.6公里。",
  "中共样州市柏塘县委员会",
  "2024年3月20日",
].join("\n");
const notice = readNotice({ text, url: null }, { resolveSubject });

describe("the digest of a reading", () => {
  it("is a SHA-256 and always the same for the same reading", () => {
    expect(readingDigest(notice)).toMatch(/^[0-9a-f]{64}$/);
    expect(readingDigest(structuredClone(notice))).toBe(readingDigest(notice));
  });

  const facts: readonly Partial<Notice>[] = [
    { text: `${text} ` },
    { title: "另一个标题" },
    { publishedOn: "2024-03-28" },
    { publisher: "清风样例网" },
    { breadcrumb: ["首页"] },
    { originalUrl: "http://jw.yangzhou.example/" },
  ];
  it.each(facts)("differs where the page differs: %j", (fact) => {
    expect(readingDigest({ ...notice, ...fact })).not.toBe(readingDigest(notice));
  });

  it("is blind to what we made of the text: a better extractor makes no new version", () => {
    const read = { ...notice, findings: [], issues: [], kind: "other" as const };
    expect(readingDigest(read)).toBe(readingDigest(notice));
  });

  it("tells a publisher from an original address, whichever is missing", () => {
    expect(readingDigest({ ...notice, publisher: "a", originalUrl: null })).not.toBe(
      readingDigest({ ...notice, publisher: null, originalUrl: "a" }),
    );
  });
});
