import { Command } from "commander";
import { Fault, type Notice } from "@zhenggai/notice";
import { asFault, exitCodeOf, faultMessage } from "@zhenggai/runtime";
import type { CliContext } from "../cli-context.ts";
import { colours } from "../colours.ts";
import { type InputFile, areSeveral, inputFiles } from "../input-files.ts";
import { noticeCard } from "../notice-card.ts";
import { readNoticeFile } from "../read-file.ts";

type ReadOptions = { readonly url?: string; readonly json?: boolean; readonly explain?: boolean };

export function readCommand(context: CliContext): Command {
  return new Command("read")
    .description("读取文件里的通报 / read the notice in a text or HTML file")
    .argument("<file...>", "文件、文件夹，或 - (标准输入) / files, folders, or - for standard input")
    .option("--url <url>", "页面网址 / address of the page")
    .option("--json", "JSON 输出；多个文件或文件夹时每行一份 / JSON; one document a line for several files or a folder")
    .option("--explain", "列出每个字段的依据 / show for each field its value, rule and words")
    .addHelpText(
      "after",
      "\n例子 examples:\n  zhenggai read notice.txt\n  zhenggai read pages/ --json | jq .subject\n  zhenggai read page.html --explain\n",
    )
    .action((files: string[], options: ReadOptions) => {
      const inputs = inputFiles(files, context.folder);
      if (inputs.length === 0) throw new Fault("E2006", { value: files.join(" "), why: "the folder holds no files" });
      const several = areSeveral(files, context.folder);
      for (const input of inputs) readOne(input, several, options, context);
    });
}

function readOne(input: InputFile, several: boolean, options: ReadOptions, context: CliContext): void {
  try {
    const notice = readNoticeFile(input.path, options.url ?? null);
    context.print(options.json === true ? json(input, notice, several) : forPerson(notice, options, context));
  } catch (error) {
    if (!several) throw error;
    const fault = asFault(error);
    context.fail(4);
    if (options.json === true)
      context.print(JSON.stringify({ file: input.name, fault: { code: fault.code, why: fault.message } }));
    context.narrate(`${input.name}: ${faultMessage(fault, { verbose: false })} (${exitCodeOf(fault)})`);
  }
}

function json(input: InputFile, notice: Notice, several: boolean): string {
  return several ? JSON.stringify({ file: input.name, ...notice }) : JSON.stringify(notice, null, 2);
}

function forPerson(notice: Notice, options: ReadOptions, context: CliContext): string {
  const colour = colours(context.colour);
  const card = noticeCard(notice, colour);
  return options.explain === true ? `${card}\n${explanation(notice, context)}\n` : `${card}\n`;
}

/** field ← rule: the words from which it was read. */
function explanation({ evidence, text }: Notice, context: CliContext): string {
  const colour = colours(context.colour);
  return evidence
    .map(({ field, rule, span }) => {
      const words =
        span === null
          ? "（网页标签 meta tag）"
          : `“${text.slice(span.start, Math.min(span.end, span.start + 60)).replaceAll("\n", "⏎")}”`;
      return `  ${colour.accent(field)} ← ${rule}: ${words}`;
    })
    .join("\n");
}
