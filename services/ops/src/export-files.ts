import { maskContacts, maskContactsWithin } from "@zhenggai/notice";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ChainLink, DateValue, StoredChain, StoredChange, StoredNotice, Subject } from "@zhenggai/notice";
import { stringify } from "csv-stringify/sync";

export type ExportedFile = { readonly path: string; readonly rows: number };

/** What an export holds. */
export type Exported = {
  readonly notices: readonly StoredNotice[];
  readonly changes: readonly StoredChange[];
  readonly chains: readonly StoredChain[];
};

/**
 * Writes notices, findings, changes and the ledger of findings as JSONL and CSV; contact details are masked. CSV opens in Excel with a
 * double click.
 */
export function exportFiles(folder: string, { notices, changes, chains }: Exported): ExportedFile[] {
  mkdirSync(folder, { recursive: true });
  return [
    writeLines(join(folder, "notices.jsonl"), notices.map(maskedNotice)),
    writeLines(join(folder, "changes.jsonl"), changes.map(maskedChange)),
    writeLines(join(folder, "ledger.jsonl"), chains.map(maskContactsWithin)),
    writeTable(join(folder, "notices.csv"), notices.map(noticeRow)),
    writeTable(join(folder, "findings.csv"), notices.flatMap(findingRows)),
    writeTable(join(folder, "changes.csv"), changes.map(changeRow)),
    writeTable(join(folder, "ledger.csv"), chains.map(chainRow)),
  ];
}

/** Ids and addresses of pages stay as they are: they join the files. */
function maskedNotice(notice: StoredNotice): unknown {
  const { contact } = notice.reading;
  const hidden = contact === null ? null : Object.fromEntries(Object.entries(contact).map(hiddenField));
  return { ...notice, reading: maskContactsWithin({ ...notice.reading, contact: hidden }) };
}

function hiddenField([name, value]: readonly [string, string | null]): [string, string | null] {
  return [name, value === null ? null : "****"];
}

function maskedChange(change: StoredChange): unknown {
  return { ...change, change: maskContactsWithin(change.change) };
}

function noticeRow({ _id, reading, presence, versionIds, sightings }: StoredNotice): Record<string, string | number> {
  const { inspection } = reading;
  return {
    通报编号: _id,
    标题: maskContacts(reading.title ?? ""),
    ...subjectColumns(reading.subject),
    巡视组: `${inspection.authority ?? ""}${inspection.team ?? ""}`,
    进驻: day(inspection.startedOn),
    结束: day(inspection.endedOn),
    反馈: day(inspection.feedbackOn),
    落款日期: day(reading.signedOn),
    发布日期: day(reading.publishedOn),
    问题数: reading.findings.length,
    措施数: reading.findings.reduce((sum, finding) => sum + finding.measures.length, 0),
    版本数: versionIds.length,
    网址: sightings[0]?.pageId ?? "",
    状态: presence,
  };
}

function subjectColumns({ name, division, zone }: Subject): Record<string, string> {
  return {
    被巡视单位: name,
    省: division?.province ?? "",
    市: division?.city ?? "",
    县: division?.county ?? "",
    区划代码: division?.code ?? zone?.id ?? "",
  };
}

function findingRows({ _id, reading }: StoredNotice): Record<string, string | number>[] {
  return reading.findings.map(({ n, numbering, title, groups, status, measures }) => ({
    通报编号: _id,
    序: n,
    序号: numbering,
    问题: maskContacts(title),
    类别: maskContacts(groups.join(" / ")),
    状态: status ?? "",
    措施数: measures.length,
  }));
}

function changeRow({
  _id,
  noticeIds,
  change,
  lastSeenBeforeAt,
  firstSeenAfterAt,
}: StoredChange): Record<string, string | number> {
  return {
    变化编号: _id,
    类型: change.kind,
    程度: change.severity,
    说明: maskContacts(change.summary.zh),
    旧通报: noticeIds.before,
    新通报: noticeIds.after,
    旧文: maskContacts(change.before?.text ?? ""),
    新文: maskContacts(change.after?.text ?? ""),
    相似度: change.score ?? "",
    判断: change.verdict,
    此前最后见到: lastSeenBeforeAt,
    此后最早见到: firstSeenAfterAt,
  };
}

/** One finding over the inspections of a subject, oldest first. */
function chainRow({
  _id,
  subject,
  scope,
  topic,
  title,
  links,
  ...chain
}: StoredChain): Record<string, string | number> {
  return {
    链编号: _id,
    被巡视单位: subject,
    范围: scope,
    主题: topic ?? "",
    问题: maskContacts(title),
    出现次数: chain.timesNamed,
    历次: maskContacts(links.map(linkText).join(" → ")),
    最近状态: chain.lastStatus ?? "",
    承诺数: chain.promises.length,
    到期后未再提: chain.promises.filter(({ state }) => state === "unmentioned").length,
    到期后又出现: chain.promises.filter(({ state }) => state === "came-back").length,
  };
}

function linkText({ cycleOn, title, verdict }: ChainLink): string {
  return `${day(cycleOn)} ${title}${verdict === "unsure" ? "（存疑）" : ""}`;
}

function day(value: DateValue | null): string {
  if (value === null) return "";
  return typeof value === "string" ? value : value.approximate;
}

function writeLines(path: string, rows: readonly unknown[]): ExportedFile {
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return { path, rows: rows.length };
}

function writeTable(path: string, rows: readonly Record<string, string | number>[]): ExportedFile {
  writeFileSync(path, stringify([...rows], { header: true, bom: true, escape_formulas: true }));
  return { path, rows: rows.length };
}
