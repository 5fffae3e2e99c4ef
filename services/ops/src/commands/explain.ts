import { Fault, faultCodes } from "@zhenggai/notice";
import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";

export function explainCommand(context: CliContext): Command {
  return new Command("explain")
    .description("解释错误代码 / explain an error code")
    .argument("<code>", "例如 E3001")
    .option("--json", "JSON 输出")
    .addHelpText("after", "\n例子 examples:\n  zhenggai explain E3001\n")
    .action((code: string, options: { json?: boolean }) => {
      const found = Object.entries(faultCodes).find(([known]) => known === code.toUpperCase());
      if (found === undefined)
        throw new Fault("E2001", { value: code, why: `no such code; known: ${Object.keys(faultCodes).join(" ")}` });
      const [known, entry] = found;
      if (options.json === true) return context.print(JSON.stringify({ code: known, ...entry }));
      return context.print(
        `${known} ${entry.zh} / ${entry.en}\n  解决 fix: ${entry.fix.zh} / ${entry.fix.en}\n  重试 retry: ${entry.retry}\n  退出码 exit code: ${entry.exitCode}\n`,
      );
    });
}
