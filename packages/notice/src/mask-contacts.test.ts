import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blankContacts, contactSpans, maskContacts, maskContactsWithin, mayHoldContact } from "./mask-contacts.ts";

describe("maskContacts", () => {
  it.each([
    ["联系电话：0990-5550123；邮箱：a@b.example。", "联系电话：****；邮箱：****。"],
    ["联系电话：0990—5550123", "联系电话：****"],
    ["联系电话：0990——5550123", "联系电话：****"],
    ["联系电话：0990－5550123", "联系电话：****"],
    ["联系电话：0990 5550123", "联系电话：****"],
    ["电话（0990）5550123，传真(099)55501234", "电话****，传真****"],
    ["电话09905550123转801", "电话****转801"],
    ["０９９０－５５５０１２３", "****"],
    ["手机13800138000或139-0013-8000", "手机****或****"],
    ["13800138000/13900139000", "****/****"],
    ["jwxf_1.a+b@mail.yangzhou.gov.example", "****"],
    ["邮箱A@B.CN，", "邮箱****，"],
    ["举报13800138000\n0990-5550123", "举报****\n****"],
    ["13800138000元旦期间值班", "****元旦期间值班"],
    ["联系电话：5550123；传 真 55501234", "联系电话：****；传 真 ****"],
    ["可拨打5550123反映", "可拨打****反映"],
    ["0990-5550123、5550124/5550125", "****"],
    ["0990-5550123、5550124，共2部", "****，共2部"],
    ["0990-555 0123", "****"],
    ["+8613800138000，+86 138 0013 8000", "****，****"],
    ["+86-990-5550123或008609905550123", "****或****"],
  ])("hides %j", (text, masked) => {
    expect(maskContacts(text)).toBe(masked);
  });

  it.each([
    "2023-04-17 08:00:00",
    "20230417",
    "2019年9月16日至11月29日",
    "2026-11-21T03:12:45.123Z",
    "行政区划代码330502，邮编990102",
    "division-990102.province.2023-04-12.rectification@0a13800138000f1b",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "b13800138000",
    "追缴违纪款12388元，挽回损失1935万元，涉及资金13800138000元、13912345678.50元",
    "耗时0.13912345678秒",
    "http://jw.yangzhou.example/art/2024/3/27/art_12_13800138000.html",
    "http://jw.yangzhou.example/content/13912345678.shtml",
    "node_modules/.pnpm/pino@10.1.0/node_modules/pino",
    "举报电话12388",
    "接听电话5550123元",
    "追缴5550123元、5550124元",
    "3f2a9c11-0123-4567-8901-0a13800138aa",
    "第〔2023〕12号，共138项，完成99.5%",
    "",
  ])("leaves alone %j", (text) => {
    expect(maskContacts(text)).toBe(text);
  });

  it("tells where contacts stand, and blanks them there, so that a piece of the text shows none", () => {
    const text = "（电话：（0990）5550123）a@b.example";
    expect(contactSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "（0990）5550123",
      "a@b.example",
    ]);
    expect(blankContacts(text)).toBe("（电话：*************）***********");
    expect(contactSpans("共138项")).toEqual([]);
  });

  it("masks within a value of JSON, all but ids", () => {
    const ids = { _id: "page:http://a.example/?id=13800138000", noticeId: "13800138000" };
    const value = { ...ids, text: "电话0990-5550123", spans: [{ start: 0 }], list: ["a@b.example"], none: null };
    expect(maskContactsWithin(value)).toEqual({ ...value, text: "电话****", list: ["****"] });
  });

  it("masks once and for all: masking what is masked changes nothing, whatever stands side by side", () => {
    const parts = [
      "0990-5550123",
      "13800138000",
      "a@b.example",
      "@c.cn",
      "-",
      "（",
      "年",
      "a",
      "7",
      ".",
      " ",
      "****",
      "\n",
    ];
    for (const first of parts) {
      for (const second of parts) {
        for (const third of parts) {
          const masked = maskContacts(`${first}${second}${third}`);
          expect(maskContacts(masked)).toBe(masked);
        }
      }
    }
  });
});

describe("mayHoldContact", () => {
  it("tells an @, seven digits in a row, or four behind a digit and a gap, wherever they stand", () => {
    const pieces = fc.array(fc.constantFrom("0", "５", " ", "-", "@", "改", "。", "5550123", "5-0123"), {
      maxLength: 8,
    });
    let held = 0;
    fc.assert(
      fc.property(pieces, (printed) => {
        const text = printed.join("");
        const isHeld = /@|[0-9０-９](?:[0-9０-９]{6}|[- ][0-9０-９]{4})/.test(text);
        expect(mayHoldContact(text)).toBe(isHeld);
        if (isHeld) held += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(held).toBeGreaterThan(1_000);
    expect(held).toBeLessThan(19_000);
  });
});
