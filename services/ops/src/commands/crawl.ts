import { Command, InvalidArgumentError } from "commander";
import type { CliContext } from "../cli-context.ts";
import { chosenSources, crawlSources, exitCodeOfRuns, runLine } from "../crawl-sources.ts";
import { openWorkspace } from "../workspace.ts";

type CrawlOptions = { readonly json?: boolean; readonly dryRun?: boolean; readonly timeout: number };

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("a number of seconds above 0");
  return value;
}

export function crawlCommand(context: CliContext): Command {
  return new Command("crawl")
    .description("立即抓取来源 / crawl sources now and wait for the result")
    .argument("[source...]", "来源编号，默认全部 / ids of sources, all by default")
    .option("--json", "JSON 输出")
    .option("--dry-run", "只列出会抓取哪些来源 / only say which sources would be crawled")
    .option("--timeout <seconds>", "最长等待秒数 / longest wait", seconds, 1_800)
    .addHelpText(
      "after",
      "\n例子 examples:\n  zhenggai crawl\n  zhenggai crawl sample-hanweb --json\n  REDIS_URL=… MONGODB_URL=… zhenggai crawl\n",
    )
    .action(async (sourceIds: string[], options: CrawlOptions) => {
      const workspace = await openWorkspace(context.settings(), context.narrate);
      try {
        if (options.dryRun === true) {
          const ids = chosenSources(workspace, sourceIds);
          return context.print(
            options.json === true ? JSON.stringify({ wouldCrawl: ids }) : `会抓取 would crawl: ${ids.join(" ")}\n`,
          );
        }
        const runs = await crawlSources(workspace, {
          sourceIds,
          narrate: context.narrate,
          signal: context.signal,
          timeoutMs: options.timeout * 1_000,
        });
        context.print(
          options.json === true ? JSON.stringify({ schemaVersion: 1, runs }) : `${runs.map(runLine).join("\n")}\n`,
        );
        return context.fail(exitCodeOfRuns(runs));
      } finally {
        await workspace.close();
      }
    });
}
