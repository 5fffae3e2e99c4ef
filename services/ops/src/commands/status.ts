import { storedPageSchema } from "@zhenggai/notice";
import { channelNames } from "@zhenggai/notifier";
import { jobNames } from "@zhenggai/queues";
import type { Store } from "@zhenggai/store";
import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";
import { runLine } from "../crawl-sources.ts";
import { type Workspace, openWork, openWorkspace } from "../workspace.ts";

export function statusCommand(context: CliContext): Command {
  return new Command("status")
    .description("现状：来源、最近运行、未完成的工作、问题 / sources, last runs, open work, issues")
    .option("--json", "JSON 输出")
    .addHelpText("after", "\n例子 examples:\n  zhenggai status\n  zhenggai status --json | jq .open\n")
    .action(async (options: { json?: boolean }) => {
      const workspace = await openWorkspace(context.settings(), context.narrate);
      try {
        const status = await gather(workspace);
        context.print(options.json === true ? JSON.stringify(status) : forPerson(status));
      } finally {
        await workspace.close();
      }
    });
}

type Status = Awaited<ReturnType<typeof gather>>;

async function gather({ mode, store, queue }: Workspace) {
  const [sources, runs, open, pages, notices, changes, issues] = await Promise.all([
    store.sources.list(),
    store.runs.list(10),
    openWork(store),
    store.pages.list(100_000),
    store.notices.count(),
    store.changes.count(),
    store.issues.list(20),
  ]);
  const queues = Object.fromEntries(
    await Promise.all(jobNames.map(async (name) => [name, await queue.counts(name)] as const)),
  );
  const presence = Object.fromEntries(
    storedPageSchema.shape.presence.options.map((state) => [
      state,
      pages.filter((page) => page.presence === state).length,
    ]),
  );
  const [quarantined, undelivered] = await Promise.all([store.captures.countQuarantined(), givenUp(store)]);
  return {
    schemaVersion: 1,
    mode,
    sources,
    runs,
    open,
    pages: presence,
    notices,
    changes,
    quarantined,
    undelivered,
    queues,
    issues,
  };
}

/** By channel, changes whose delivery was given up. */
async function givenUp({ changes }: Store): Promise<Record<string, number>> {
  const counts = channelNames.map(async (channel) => [channel, await changes.countGivenUp(channel)] as const);
  return Object.fromEntries(await Promise.all(counts));
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(" · ");
}

function forPerson(status: Status): string {
  const { mode, sources, runs, open, notices, changes, quarantined, issues } = status;
  const paused = sources.filter((source) => source.paused).length;
  return [
    `模式 mode: ${mode === "embedded" ? "内嵌 embedded" : "Redis + MongoDB"}`,
    `来源 sources: ${sources.length}（暂停 paused ${paused}）`,
    `页面 pages: ${listed(status.pages)}`,
    `通报 notices: ${notices} · 变化 changes: ${changes} · 隔离 quarantined: ${quarantined}`,
    `未完成 open: 运行 runs ${open.runs} · 待读 unread ${open.unread} · 待比对 series ${open.series}`,
    `放弃的通知 notifications given up: ${listed(status.undelivered)}`,
    "最近运行 last runs:",
    ...(runs.length === 0 ? ["  （无 none）"] : runs.map(runLine)),
    ...(issues.length === 0
      ? []
      : ["问题 issues:", ...issues.map((issue) => `  ${issue.code} ${issue.about.id}: ${issue.text}`)]),
    "",
  ].join("\n");
}
