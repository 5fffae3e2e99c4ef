import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { latestSlot } from "@zhenggai/crawler";
import { asFault, exitCodeOf, faultMessage } from "@zhenggai/runtime";
import { loadSources, readSource, sourceFiles, usedTwice } from "@zhenggai/service";
import { sitesFolder } from "@zhenggai/sources";
import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";

export function sourcesCommand(context: CliContext): Command {
  return new Command("sources")
    .description("来源 / sources")
    .addHelpText("after", "\n例子 examples:\n  zhenggai sources list\n  zhenggai sources check\n")
    .addCommand(listCommand(context))
    .addCommand(checkCommand(context));
}

function listCommand(context: CliContext): Command {
  return new Command("list")
    .description("列出来源 / list the sources")
    .option("--json", "JSON 输出")
    .addHelpText("after", "\n例子 examples:\n  zhenggai sources list\n")
    .action((options: { json?: boolean }) => {
      const sources = [...loadSources(context.settings().SOURCES_DIR).values()];
      if (options.json === true) return context.print(JSON.stringify({ schemaVersion: 1, sources }));
      const lines = sources.map(({ id, name, listUrl, dialect, verified }) => {
        const seen = verified === null ? "未经实测 unverified" : `实测 verified ${verified.on}`;
        return `${id}\t${name}\t${dialect}\t${seen}\n  ${listUrl}`;
      });
      return context.print(`${lines.join("\n")}\n`);
    });
}

function checkCommand(context: CliContext): Command {
  return new Command("check")
    .description("检查来源文件 / check source files")
    .argument("[file...]", "YAML 文件，默认全部 / all by default")
    .option("--json", "JSON 输出")
    .addHelpText("after", "\n例子 examples:\n  zhenggai sources check\n  zhenggai sources check my-site.yaml --json\n")
    .action((files: string[], options: { json?: boolean }) => {
      const folder = context.settings().SOURCES_DIR ?? fileURLToPath(sitesFolder);
      const paths = files.length === 0 ? sourceFiles(folder) : files.map((file) => resolve(context.folder, file));
      const known = new Set<string>();
      for (const path of paths) checkOne(path, known, options.json === true, context);
    });
}

/** Checks a file as loading does, with the others whose ids are known, and its schedule as the crawler does. */
function checkOne(path: string, known: Set<string>, json: boolean, context: CliContext): void {
  try {
    const { id, schedule } = readSource(path);
    if (schedule !== null) latestSlot(schedule, new Date());
    if (known.has(id)) throw usedTwice(path, id);
    known.add(id);
    context.print(json ? JSON.stringify({ file: path, ok: true, id }) : `✓ ${id}  ${path}\n`);
  } catch (error) {
    const fault = asFault(error);
    context.fail(exitCodeOf(fault));
    context.print(
      json
        ? JSON.stringify({ file: path, ok: false, code: fault.code, value: fault.value, why: fault.message })
        : `✗ ${path}\n${faultMessage(fault, { verbose: false })}\n`,
    );
  }
}
