import { describe, expect, it } from "vitest";
import { decodePage } from "./decode-page.ts";

const sentence = "样州市云汀区委关于巡视整改进展情况的通报，发布日期：2024-03-27";

/** Encodes as GBK with the table that the decoder itself yields. */
function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  const bytes = Array.from(text).flatMap((character) => table.get(character) ?? [character.codePointAt(0) ?? 63]);
  return new Uint8Array(bytes);
}

const page = (charset: string | null) =>
  `<html><head>${charset === null ? "" : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`}</head><body>${sentence}</body></html>`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (bytes: Uint8Array, contentType: string | null): string[] =>
  decodePage(bytes, contentType).issues.map((issue) => issue.code);

describe("decodePage", () => {
  it("reads UTF-8 without complaint", () => {
    expect(decodePage(utf8(page("utf-8")), "text/html")).toEqual({ text: page("utf-8"), charset: "utf-8", issues: [] });
  });

  it("reads GBK that only the meta tag declares", () => {
    const { text, charset, issues } = decodePage(encodeGbk(page("gb2312")), "text/html");
    expect(text).toContain(sentence);
    expect(charset).toBe("gb18030");
    expect(issues).toEqual([]);
  });

  it("reads GBK that only the header declares", () => {
    expect(decodePage(encodeGbk(page(null)), "text/html; charset=GBK").text).toContain(sentence);
  });

  it("reads GBK whose header wrongly says UTF-8, and says so", () => {
    const { text, issues } = decodePage(encodeGbk(page(null)), "text/html; charset=utf-8");
    expect(text).toContain(sentence);
    expect(issues.map((issue) => issue.code)).toEqual(["charset-mismatch"]);
  });

  it("reads UTF-8 whose meta tag wrongly says GBK, and says so", () => {
    expect(decodePage(utf8(page("gbk")), null).text).toContain(sentence);
    expect(codes(utf8(page("gbk")), null)).toEqual(["charset-mismatch"]);
  });

  it("trusts the meta tag before the header", () => {
    expect(decodePage(encodeGbk(page("gbk")), "text/html; charset=ISO-8859-1").text).toContain(sentence);
    expect(codes(encodeGbk(page("gbk")), "text/html; charset=ISO-8859-1")).toEqual([]);
  });

  it("obeys a byte-order mark before any declaration and drops it", () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(sentence)]);
    expect(decodePage(bytes, "text/html; charset=gbk")).toEqual({ text: sentence, charset: "utf-8", issues: [] });
    const wide = new Uint8Array([0xff, 0xfe, 0x37, 0x68]);
    expect(decodePage(wide, null).text).toBe("样");
  });

  it("keeps a long UTF-8 page with one torn character as UTF-8 and calls it garbled", () => {
    const bytes = utf8(sentence.repeat(20));
    bytes[1] = 0x20;
    const { charset, issues } = decodePage(bytes, null);
    expect(charset).toBe("utf-8");
    expect(issues.map((issue) => issue.code)).toEqual(["garbled-text"]);
  });

  it("calls doubly decoded text garbled although its bytes are sound", () => {
    expect(codes(utf8("样州\uFFFD\uFFFD通报"), null)).toEqual(["garbled-text"]);
  });

  it("survives an unknown charset name and an empty body", () => {
    expect(decodePage(utf8(page("klingon")), null).text).toContain(sentence);
    expect(decodePage(new Uint8Array(), null)).toEqual({ text: "", charset: "utf-8", issues: [] });
  });

  it.each(["gb2312", "GBK", "gb18030", "GB_2312-80", "csGB2312", "x-gbk", "chinese", "cp936", "iso-ir-58"])(
    "reads what calls itself %s as GB18030, without complaint",
    (label) => {
      const { text, charset, issues } = decodePage(encodeGbk(page(label)), null);
      expect(text).toContain(sentence);
      expect({ charset, issues }).toEqual({ charset: "gb18030", issues: [] });
    },
  );

  it("reads the four bytes of GB18030 for characters that GBK has not", () => {
    const rare = new Uint8Array([0x95, 0x32, 0x82, 0x36, 0x81, 0x39, 0xee, 0x39]);
    const { text, issues } = decodePage(new Uint8Array([...encodeGbk(page("gb2312")), ...rare]), null);
    expect(text.slice(-3)).toBe("\u{20000}\u3400");
    expect(issues).toEqual([]);
  });

  it("reads a GBK page that declares itself behind a long head, in an XML declaration, or nowhere", () => {
    const late = encodeGbk(
      `<html><head>${"<link rel=x>".repeat(400)}<meta charset=gbk></head><body>${sentence}</body>`,
    );
    const xml = encodeGbk(`<?xml version="1.0" encoding="GB2312"?><html><body>${sentence}</body></html>`);
    for (const bytes of [late, xml, encodeGbk(page(null))]) {
      expect(decodePage(bytes, null)).toMatchObject({ charset: "gb18030", issues: [] });
    }
  });

  it("does not believe a declaration that is commented out or stands in a script's tag", () => {
    const html = `<!-- <meta charset="gbk"> --><script charset="gb2312"></script>${sentence}`;
    expect(decodePage(utf8(html), null)).toMatchObject({ charset: "utf-8", issues: [] });
  });

  it("reads a few GBK characters that are UTF-8 by chance, and UTF-16 without a mark", () => {
    const chance = encodeGbk(`<meta charset=gbk><p>联通</p>`);
    expect(decodePage(chance, null)).toMatchObject({ text: "<meta charset=gbk><p>联通</p>", charset: "gb18030" });
    const wide = Uint8Array.from(
      Array.from("<p>整改</p>").flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8]),
    );
    expect(decodePage(wide, null)).toMatchObject({ text: "<p>整改</p>", charset: "utf-16le" });
  });

  it("keeps a UTF-8 page as UTF-8 where a part of it is in GBK, and calls it garbled", () => {
    const mixed = new Uint8Array([...utf8(page("utf-8").repeat(3)), ...encodeGbk("主办单位：样例省纪委监委")]);
    expect(decodePage(mixed, null).charset).toBe("utf-8");
    expect(codes(mixed, null)).toEqual(["garbled-text"]);
  });

  it.each([
    [
      "UTF-8 that was read as GBK",
      (bytes: Uint8Array) => new TextDecoder("gb18030").decode(bytes).replaceAll("\uFFFD", ""),
    ],
    ["UTF-8 that was read as Latin-1", (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes)],
    ["锟斤拷", () => "锟斤拷锟斤拷锟斤拷"],
  ])("calls a page garbled that was saved as %s", (_, spoil) => {
    expect(codes(utf8(spoil(utf8(sentence.repeat(4)))), null)).toEqual(["garbled-text"]);
  });

  it("does not call a page in another language or a page of few words garbled", () => {
    expect(codes(utf8("Комиссия по проверке ".repeat(30)), null)).toEqual([]);
    expect(codes(utf8("<p>首页</p><p>云汀</p>"), null)).toEqual([]);
  });
});
