import { Command } from "commander";
import {
  blankContacts,
  maskContacts,
  type DateValue,
  type Evidence,
  Fault,
  type Notice,
  outcomeMetrics,
} from "@zhenggai/notice";
import type { CliContext } from "../cli-context.ts";
import { colours } from "../colours.ts";
import { type InputFile, areSeveral, inputFiles } from "../input-files.ts";
import { noticeCard } from "../notice-card.ts";
import { noticeHtml } from "../notice-html.ts";
import { readNoticeFile } from "../read-file.ts";
import { tellFileFault } from "../tell-file-fault.ts";
import { writePage } from "../write-page.ts";

type ReadOptions = {
  readonly url?: string;
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly html?: string;
};

const terms: Readonly<Record<string, string>> = {
  title: "标题",
  publisher: "信息来源",
  publishedOn: "发布日期",
  breadcrumb: "所在位置",
  originalUrl: "原文链接",
  signedBy: "落款",
  signedOn: "成文日期",
  "subject.name": "被巡视单位",
  "inspection.level": "巡视级别",
  "inspection.authority": "派出机关",
  "inspection.team": "巡视组",
  "inspection.round": "轮次",
  "inspection.special": "专项",
  "inspection.startedOn": "进驻",
  "inspection.endedOn": "撤离",
  "inspection.feedbackOn": "反馈",
  declared: "自述总数",
  outcomes: "成效数字",
  findings: "问题",
  contact: "联系方式",
  ignored: "未采用的数字",
};
/** Columns of the sentence around a value. */
const sentenceReach = 40;
const shownWords = 60;

export function readCommand(context: CliContext): Command {
  return new Command("read")
    .description("读取文件里的通报 / read the notice in a text or HTML file")
    .argument("<file...>", "文件、文件夹，或 - (标准输入) / files, folders, or - for standard input")
    .option("--url <url>", "页面网址 / address of the page")
    .option("--json", "JSON 输出；多个文件或文件夹时每行一份 / JSON; one document a line for several files or a folder")
    .option("--explain", "列出每个字段的值、规则和原句 / show for each field its value, rule and sentence")
    .option(
      "--html <out>",
      "写成一个网页：标出依据，旁列提纲 / write a page with the evidence marked and the outline beside it",
    )
    .addHelpText(
      "after",
      "\n例子 examples:\n  zhenggai read notice.txt\n  zhenggai read pages/ --json | jq .subject\n  zhenggai read page.html --explain\n  zhenggai read page.html --html notice.html\n",
    )
    .action((files: string[], options: ReadOptions) => {
      const inputs = inputFiles(files, context.folder);
      if (inputs.length === 0) throw new Fault("E2006", { value: files.join(" "), why: "the folder holds no files" });
      const several = areSeveral(files, context.folder);
      if (several && options.html !== undefined)
        throw new Fault("E2001", { value: `--html ${options.html}`, why: "it writes one notice; name one file" });
      for (const input of inputs) readOne(input, several, options, context);
    });
}

function readOne(input: InputFile, several: boolean, options: ReadOptions, context: CliContext): void {
  try {
    const notice = readNoticeFile(input.path, options.url ?? null);
    if (options.html !== undefined) writePage(noticeHtml(notice, input.name), options.html, context);
    if (options.json === true) context.print(json(input, notice, several));
    else if (options.html === undefined || options.explain === true) context.print(forPerson(notice, options, context));
  } catch (error) {
    if (!several) throw error;
    tellFileFault(input.name, error, options.json === true, context);
  }
}

function json(input: InputFile, notice: Notice, several: boolean): string {
  return several ? JSON.stringify({ file: input.name, ...notice }) : JSON.stringify(notice, null, 2);
}

function forPerson(notice: Notice, options: ReadOptions, context: CliContext): string {
  const colour = colours(context.colour);
  const card = noticeCard(notice, colour);
  return options.explain === true ? `${card}\n\n${explanation(notice, context)}\n` : `${card}\n`;
}

/** For each field its value and rule, and below the sentence from which it was read, the words themselves marked. */
function explanation(notice: Notice, context: CliContext): string {
  const colour = colours(context.colour);
  // What only says that the text is accounted for explains no value.
  const read = notice.evidence.filter(({ field }) => field !== "text");
  return read
    .map((evidence) => {
      const { field, rule } = evidence;
      const term = terms[field] ?? terms[field.split(".")[0] ?? ""] ?? field;
      const value = valueOf(notice, evidence);
      const heading = value === "" ? colour.bold(term) : `${colour.bold(term)}  ${colour.accent(value)}`;
      return `  ${heading}\n      ${colour.dim(`${field} ← ${rule}:`)} ${sentenceOf(notice, evidence, context)}`;
    })
    .join("\n");
}

/** The value of a field in words; contacts stay hidden, findings show their title and measures, figures their metric. */
function valueOf(notice: Notice, { field }: Evidence): string {
  const [name = "", at = ""] = field.split(".");
  if (name === "contact") return "****";
  if (name === "declared") return figure(notice.declared[Number(at)]);
  if (name === "findings") {
    const finding = notice.findings[Number(at)];
    return finding === undefined ? "" : maskContacts(`${finding.title} (${finding.measures.length} 条措施)`);
  }
  if (name === "outcomes") {
    const outcome = notice.outcomes[Number(at)];
    return outcome === undefined ? "" : `${outcomeMetrics[outcome.metric]} ${figure(outcome)}`;
  }
  return maskContacts(plainValue(notice, name, at));
}

function figure(read: { readonly value: number; readonly unit: string } | undefined): string {
  return read === undefined ? "" : `${read.value}${read.unit}`;
}

function plainValue(notice: Notice, name: string, at: string): string {
  const { title, publisher, publishedOn, breadcrumb, originalUrl, signedBy, signedOn, subject, inspection } = notice;
  const values: Readonly<Record<string, string | DateValue | null>> = {
    title,
    publisher,
    publishedOn,
    breadcrumb: breadcrumb.join(" > "),
    originalUrl,
    signedBy,
    signedOn,
    subject: subject.name,
    ...(name === "inspection" ? inspection : {}),
  };
  const value = values[name === "inspection" ? at : name] ?? null;
  if (value === null || typeof value === "string") return value ?? "";
  return `约 ${value.approximate} (${value.text})`;
}

/** `“…，〔2023年4月12日〕至6月20日，…”`: the sentence around a value, cut to a line's length on both sides. */
function sentenceOf(notice: Notice, { field, span }: Evidence, context: CliContext): string {
  const colour = colours(context.colour);
  if (span === null) return "（网页标签 meta tag）";
  // Before anything is cut out of it: a piece may hold half a number.
  const text = blankContacts(notice.text);
  const before = text.slice(Math.max(0, span.start - sentenceReach), span.start);
  const after = text.slice(span.end, span.end + sentenceReach);
  const opening = before.slice(Math.max(...["。", "；", "\n"].map((mark) => before.lastIndexOf(mark))) + 1);
  const ends = ["。", "；", "\n"].map((mark) => after.indexOf(mark)).filter((end) => end !== -1);
  const closing = after.slice(0, ends.length === 0 ? after.length : Math.min(...ends) + 1).trimEnd();
  const whole = text.slice(span.start, span.end);
  const words = whole.length > shownWords ? `${whole.slice(0, shownWords)}…` : whole;
  const shown = field.startsWith("contact.") ? "****" : words.replaceAll("\n", " ⏎ ");
  const isCut = opening.length === sentenceReach;
  const start = `${isCut ? "…" : ""}${opening.trimStart()}`;
  return `“${start}${colour.accent(`〔${shown}〕`)}${closing}”`;
}
