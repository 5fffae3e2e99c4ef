import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { StoredChain, StoredChange, StoredNotice } from "@zhenggai/notice";
import { changeOf, noticeOf } from "@zhenggai/notice/sample-documents";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type ExportedFile, exportFiles } from "./export-files.ts";
import { chainOf } from "./sample-ledger.fixture.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhenggai-export-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let times = 0;
/** Exports into a folder of its own that is not there yet; gives the files by name. */
function exported(
  notices: readonly StoredNotice[],
  changes: readonly StoredChange[],
  chains: readonly StoredChain[] = [],
) {
  times += 1;
  const into = join(folder, `${times}`, "deep");
  const files = exportFiles(into, { notices, changes, chains });
  const text = (name: string): string => readFileSync(join(into, name), "utf8");
  const documents = (name: string): Record<string, unknown>[] =>
    text(name)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
  return { files, text, documents };
}
const rowsOf = (files: readonly ExportedFile[]): Record<string, number> =>
  Object.fromEntries(files.map(({ path, rows }) => [basename(path), rows]));

const contactChange = {
  summary: { zh: "电话0990-5550138改为13800138000", en: "0990-5550138 became a@b.example" },
  before: { text: "0990-5550138", span: null, value: null, unit: null },
  after: { text: "a@b.example", span: null, value: "13800138000", unit: null },
};

describe("the export", () => {
  it("writes notices, findings and changes, and says how many rows each file has", () => {
    const { files, text, documents } = exported(
      [noticeOf("notice-1"), noticeOf("notice-2")],
      [changeOf("change-1")],
      [chainOf("chain-1")],
    );
    expect(rowsOf(files)).toEqual({
      "notices.jsonl": 2,
      "changes.jsonl": 1,
      "ledger.jsonl": 1,
      "notices.csv": 2,
      "findings.csv": 4,
      "changes.csv": 1,
      "ledger.csv": 1,
    });
    for (const { path, rows } of files.filter((file) => file.path.endsWith(".csv"))) {
      expect(readFileSync(path, "utf8").trimEnd().split("\n")).toHaveLength(rows + 1);
    }
    expect(documents("notices.jsonl").map(({ _id }) => _id)).toEqual(["notice-1", "notice-2"]);
    expect(documents("changes.jsonl")[0]).toMatchObject({ _id: "change-1", change: { kind: "finding-repeated" } });
    expect(text("notices.csv").split("\n")[1]).toBe(
      "notice-1,中共样州市柏塘县委关于巡视整改进展情况的通报,样州市柏塘县,样例省,样州市,柏塘县,990121,省委第三巡视组,2023-04-12,2023-06-21,2023-08-01,2024-03-20,2024-03-27,2,3,1,,seen",
    );
    expect(text("ledger.csv").split("\n")[1]).toBe(
      "chain-1,样州市柏塘县,finding,T03,河道保洁责任不落实,2,2020-01-09 河道漂浮物无人打捞 → 2023-08-01 河道保洁责任不落实（存疑）,ongoing,1,1,0",
    );
    expect(text("findings.csv").split("\n")[1]).toBe("notice-1,1,,河道保洁责任不落实,,,2");
    expect(text("changes.csv").split("\n")[1]).toContain(
      "change-1,finding-repeated,substantive,问题再次出现。,notice-1,notice-2",
    );
  });

  it("with nothing to say writes the files all the same", () => {
    const { files, documents } = exported([], []);
    expect(Object.values(rowsOf(files))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(documents("notices.jsonl")).toEqual([]);
  });

  it("starts CSV with a byte-order mark, so that a double click shows Chinese; JSON lines without", () => {
    const { text } = exported([noticeOf("notice-1")], [changeOf("change-1")]);
    for (const name of ["notices.csv", "findings.csv", "changes.csv"])
      expect(text(name)).toMatch(/^\uFEFF通报编号|^\uFEFF变化编号/);
    expect(text("notices.jsonl")).toMatch(/^\{/);
  });

  it.each(["=HYPERLINK(1)", "+1", "-1", "@cmd", "\tx"])("keeps a spreadsheet from running %j", (title) => {
    const { text } = exported([noticeOf("notice-1", { title })], []);
    expect(text("notices.csv")).toContain(`notice-1,'${title}`);
  });

  it("quotes what holds commas, quotation marks and line breaks", () => {
    const { text } = exported([noticeOf("notice-1", { title: '通报,"一"\n二' })], []);
    expect(text("notices.csv")).toContain('notice-1,"通报,""一""\n二",');
  });

  it("hides contact details in every file: the contact itself, and wherever a text quotes one", () => {
    const [finding] = noticeOf("notice-1").reading.findings;
    if (finding === undefined) throw new Error("no finding");
    const measures = finding.measures.map((measure) => ({ ...measure, text: "公开电话0990-5550138" }));
    const groups = ["热线0990-5550138"];
    const findings = [{ ...finding, title: "热线0990-5550138无人接听", groups, measures }];
    const { files, documents } = exported(
      [noticeOf("notice-1", { title: "通报（a@b.example）", findings })],
      [changeOf("change-1", contactChange)],
      [chainOf("chain-1", { title: "热线0990-5550138无人接听" })],
    );
    for (const { path } of files) {
      expect(readFileSync(path, "utf8"), path).not.toMatch(/5550138|13800138000|b\.example/);
    }
    expect(documents("notices.jsonl")[0]).toMatchObject({
      reading: { title: "通报（****）", contact: { phone: "****", address: null, postcode: null, email: null } },
    });
    expect(documents("changes.jsonl")[0]).toMatchObject({ change: { summary: { zh: "电话****改为****" } } });
  });

  it("leaves ids as they are: they join the files", () => {
    const page = "http://jw.yangzhou.example/show?id=13800138000";
    const [link] = chainOf("chain-1").links;
    if (link === undefined) throw new Error("no link");
    const chain = chainOf(`page:${page}`, { links: [{ ...link, noticeId: `page:${page}` }] });
    const { documents } = exported([noticeOf(`page:${page}`)], [changeOf("change-1")], [chain]);
    expect(documents("notices.jsonl")[0]?.["_id"]).toBe(`page:${page}`);
    expect(documents("ledger.jsonl")[0]).toMatchObject({ _id: `page:${page}`, links: [{ noticeId: `page:${page}` }] });
  });

  it("leaves figures, dates and codes as they are", () => {
    const { documents } = exported([noticeOf("notice-1")], []);
    const { contact: _contact, ...reading } = noticeOf("notice-1").reading;
    expect(documents("notices.jsonl")[0]?.["reading"]).toMatchObject(reading);
  });
});
