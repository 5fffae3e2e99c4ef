import { Fault } from "@zhenggai/notice";
import { asFault, exitCodeOf, faultMessage } from "@zhenggai/runtime";
import { Command, CommanderError } from "commander";
import type { CliContext } from "./cli-context.ts";
import { compareCommand } from "./commands/compare.ts";
import { crawlCommand } from "./commands/crawl.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { readCommand } from "./commands/read.ts";
import { sourcesCommand } from "./commands/sources.ts";
import { statusCommand } from "./commands/status.ts";

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

/** Runs `zhenggai ARGS…`. What goes wrong is told in one screen through `narrate`, and its exit code through `fail`. */
export async function runProgram(args: readonly string[], context: CliContext): Promise<void> {
  try {
    await programOf(context).parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    // `zhenggai` and `zhenggai sources` alone: Commander has shown what could follow.
    if (error instanceof CommanderError && error.code === "commander.help") return context.fail(2);
    const fault = error instanceof CommanderError ? usageFault(error, args) : asFault(error);
    context.narrate(faultMessage(fault, { verbose: args.includes("--verbose") }));
    context.fail(exitCodeOf(fault));
  }
}

function programOf(context: CliContext): Command {
  const program = new Command("zhenggai")
    .description(
      "整改：把纪检监察网站的整改通报变成可查询、可追踪变化的数据集\nfrom discipline-inspection notices to a queryable, change-tracked dataset",
    )
    .version("0.1.0")
    .option("--verbose", "出错时给出调用栈 / print stacks with errors")
    .addHelpText("after", "\n例子 examples:\n  zhenggai demo\n  zhenggai read notice.txt\n  zhenggai explain E3001\n");
  for (const build of commands) program.addCommand(build(context));
  for (const command of [program, ...program.commands, ...program.commands.flatMap((parent) => parent.commands)]) {
    command
      .showSuggestionAfterError()
      .exitOverride()
      .configureOutput({
        writeOut: context.print,
        writeErr: (text) => context.narrate(text.trimEnd()),
        // Errors are told as faults.
        outputError: () => undefined,
      });
  }
  return program;
}

function usageFault({ message }: CommanderError, args: readonly string[]): Fault {
  return new Fault("E2001", { value: args.join(" "), why: message });
}
