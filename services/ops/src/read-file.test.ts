import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Notice, noticeSchema } from "@zhenggai/notice";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readNoticeFile } from "./read-file.ts";
import { noticeHtml, noticeText } from "./sample-files.fixture.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhenggai-read-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(name: string, bytes: string | Uint8Array, url: string | null = null): Notice {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return readNoticeFile(path, url);
}

/** 柏塘县 in GB18030, and whatever else of the sample is needed, by a table made from the decoder. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const known = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (character.length === 1 && !known.has(character)) known.set(character, [high, low]);
    }
  }
  return new Uint8Array(
    text.split("").flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : known.get(character);
      if (bytes === undefined) throw new Error(`${character} is not in the table`);
      return bytes;
    }),
  );
}

const facts = ({ kind, subject, inspection, findings, signedOn }: Notice): unknown => ({
  kind,
  subject: subject.bodyId,
  team: inspection.team,
  startedOn: inspection.startedOn,
  signedOn,
  findings: findings.map(({ title, measures }) => [title, measures.length]),
});
const expected = {
  kind: "rectification",
  subject: "division-990121",
  team: "第三巡视组",
  startedOn: "2023-04-12",
  signedOn: "2024-03-20",
  findings: [
    ["河道保洁责任不落实", 2],
    ["村级财务公开不及时", 1],
  ],
};

describe("a text file", () => {
  it.each([
    ["as it is", noticeText],
    ["with a byte-order mark", `\uFEFF${noticeText}`],
    ["with CRLF and a tail of blank lines", `${noticeText.replaceAll("\n", "\r\n")}\r\n\r\n`],
    ["with full-width spaces before paragraphs", noticeText.replaceAll("\n", "\n　　")],
  ])("%s: its characters are the text, unchanged, and every span points into them", (_how, text) => {
    const notice = read("notice.txt", text);
    expect(notice.text).toBe(text);
    expect(facts(notice)).toEqual(expected);
    for (const { heading, measures, span } of notice.findings) {
      expect(notice.text.slice(span.start, span.end)).toContain(heading.slice(0, 12));
      for (const measure of measures) {
        expect(notice.text.slice(measure.span.start, measure.span.end)).toBe(measure.text);
      }
    }
  });

  it("in GB18030 is decoded", () => {
    expect(facts(read("gb.txt", gb18030(noticeText)))).toEqual(expected);
  });

  it("in no charset at all is E5003: nothing is guessed", () => {
    const broken = Buffer.concat([Buffer.from(noticeText), Buffer.from([0xff, 0xfe, 0xff]), Buffer.from("\n")]);
    expect(() => read("broken.txt", broken)).toThrow(expect.objectContaining({ code: "E5003" }));
  });

  it("that speaks of HTML stays text", () => {
    const text = `${noticeText}\n附：<html> 页面`;
    expect(read("about.txt", text).text).toBe(text);
  });
});

describe("an HTML file", () => {
  it.each(["<!-- saved -->\n", "\uFEFF", " \n", '<?xml version="1.0"?>\n'])(
    "is told by its beginning: %j",
    (prefix) => {
      const notice = read("page", `${prefix}${noticeHtml("utf-8")}`);
      expect(notice.text).not.toContain("<");
      expect(facts(notice)).toEqual(expected);
    },
  );

  it("cut out of a page is HTML too", () => {
    const [body = ""] = /<div id="zoom">[^]*<\/div>/.exec(noticeHtml("utf-8")) ?? [];
    const [title = ""] = noticeText.split("\n");
    expect(facts(read("div.html", body))).toEqual(expected);
    expect(facts(read("heading.html", `<h1>${title}</h1>${body}`))).toEqual(expected);
  });

  it("in GB18030, as its meta tag says, reads the same", () => {
    const notice = read("gb.html", gb18030(noticeHtml("gb2312")));
    expect(facts(notice)).toEqual(expected);
    expect(notice.issues.map(({ code }) => code)).not.toContain("charset-mismatch");
  });

  it("whose meta tag is wrong reads the same and says so", () => {
    const notice = read("wrong.html", noticeHtml("gb2312"));
    expect(facts(notice)).toEqual(expected);
    expect(notice.issues.map(({ code }) => code)).toContain("charset-mismatch");
  });
});

describe("what is no notice", () => {
  it.each([
    ["empty", "", "E5002"],
    ["blank", " \n　\r\n", "E5002"],
    [
      "about something else",
      "<html><body><p>样州市气象局发布寒潮预警，请注意防寒保暖，减少外出。</p></body></html>",
      "E5001",
    ],
  ])("a file that is %s is a fault", (_what, text, code) => {
    expect(() => read("other", text)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ["a file that is not there", "none.txt"],
    ["a folder", "."],
  ])("%s is E2006, naming it", (_what, name) => {
    const path = join(folder, name);
    expect(() => readNoticeFile(path, null)).toThrow(expect.objectContaining({ code: "E2006", value: path }));
  });

  it("a notice is what the vocabulary says it is", () => {
    expect(() => noticeSchema.parse(read("notice.txt", noticeText))).not.toThrow();
  });
});
