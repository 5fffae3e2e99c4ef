import { Fault } from "@zhenggai/notice";
import { asFault, exitCodeOf, faultMessage, readSettings } from "@zhenggai/runtime";
import { Command, CommanderError } from "commander";
import type { CliContext } from "./cli-context.ts";
import { wantsColour } from "./colours.ts";
import { compareCommand } from "./commands/compare.ts";
import { crawlCommand } from "./commands/crawl.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { readCommand } from "./commands/read.ts";
import { sourcesCommand } from "./commands/sources.ts";
import { statusCommand } from "./commands/status.ts";

let exitCode = 0;
const interrupted = new AbortController();
process.on("SIGINT", () => {
  // A second Ctrl-C does not wait for anything.
  if (interrupted.signal.aborted) process.exit(130);
  interrupted.abort();
  exitCode = 130;
});
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
});

const context: CliContext = {
  settings: () => readSettings(process.env),
  print: (text) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
  narrate: (text) => process.stderr.write(`${text}\n`),
  colour: wantsColour(process.stdout.isTTY, process.env),
  width: process.stdout.columns ?? 100,
  folder: process.env["INIT_CWD"] ?? process.cwd(),
  fail: (code) => {
    exitCode = Math.max(exitCode, code);
  },
  signal: interrupted.signal,
};

const program = new Command("zhenggai")
  .description(
    "整改：把纪检监察网站的整改通报变成可查询、可追踪变化的数据集\nfrom discipline-inspection notices to a queryable, change-tracked dataset",
  )
  .version("0.1.0")
  .option("--verbose", "出错时给出调用栈 / print stacks with errors")
  .addHelpText("after", "\n例子 examples:\n  zhenggai demo\n  zhenggai read notice.txt\n  zhenggai explain E3001\n")
  .showSuggestionAfterError()
  .exitOverride()
  .configureOutput({ outputError: () => undefined });
const commands = [
  demoCommand,
  crawlCommand,
  statusCommand,
  readCommand,
  compareCommand,
  sourcesCommand,
  doctorCommand,
  explainCommand,
];
for (const build of commands) program.addCommand(build(context));
for (const command of [...program.commands, ...program.commands.flatMap((parent) => parent.commands)]) {
  command.exitOverride().configureOutput({ outputError: () => undefined });
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  const fault = usageFault(error);
  if (isHelpInstead(error)) {
    context.fail(2);
  } else if (fault !== null) {
    process.stderr.write(`${faultMessage(fault, { verbose: process.argv.includes("--verbose") })}\n`);
    exitCode = exitCode === 130 ? 130 : exitCodeOf(fault);
  }
}
process.exitCode = exitCode;

/** `zhenggai` and `zhenggai sources` alone: Commander has shown on stderr what could follow. */
function isHelpInstead(error: unknown): boolean {
  return error instanceof CommanderError && error.code === "commander.help" && error.exitCode !== 0;
}

/** Commander's complaints as E2001; null for --help and --version, which are no errors. */
function usageFault(error: unknown): Fault | null {
  if (!(error instanceof CommanderError)) return asFault(error);
  if (error.exitCode === 0) return null;
  return new Fault("E2001", { value: process.argv.slice(2).join(" "), why: error.message });
}
