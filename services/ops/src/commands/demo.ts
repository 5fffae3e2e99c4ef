import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderChanges } from "@zhenggai/comparison";
import type { StoredChain, StoredChange, StoredNotice } from "@zhenggai/notice";
import type { Settings } from "@zhenggai/runtime";
import { type Simulator, sampleScenario, sampleSitesFolder, startSimulator } from "@zhenggai/simulator";
import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";
import { colours } from "../colours.ts";
import { crawlSources, exitCodeOfRuns, runLine } from "../crawl-sources.ts";
import { chainLines } from "../chain-lines.ts";
import { exportFiles } from "../export-files.ts";
import { noticeCard } from "../notice-card.ts";
import { type Workspace, openWorkspace } from "../workspace.ts";

const folder = "out/demo";
/** The sample district with three generations of notices, one of them silently edited. */
const district = "division-990102";
const settleMs = 120_000;
const many = 10_000;

export function demoCommand(context: CliContext): Command {
  return new Command("demo")
    .description("演示：在本机模拟网站上走完全程 / the whole job on simulated sites, on this machine alone")
    .option("--json", "JSON 输出")
    .addHelpText("after", "\n例子 examples:\n  npm run demo\n  zhenggai demo --json\n")
    .action(async (options: { json?: boolean }) => {
      const simulator = await startSimulator({ scenario: await sampleScenario() });
      const workspace = await openWorkspace(demoSettings(context.settings(), simulator), context.narrate);
      try {
        await runDemo({ workspace, simulator, context, json: options.json === true });
      } finally {
        await workspace.close();
        await simulator.close();
      }
    });
}

/** Embedded, whatever the environment says: the demo touches no server. */
function demoSettings(settings: Settings, simulator: Simulator): Settings {
  return {
    ...settings,
    REDIS_URL: undefined,
    MONGODB_URL: undefined,
    WEBHOOK_URL: undefined,
    DATA_DIR: join(folder, "data"),
    FEED_PATH: join(folder, "feed.atom"),
    SOURCES_DIR: fileURLToPath(sampleSitesFolder),
    CRAWL_CONNECT_TO: `127.0.0.1:${simulator.port}`,
    // The simulator is our own: no need to spare it.
    CRAWL_INTERVAL_MS: 0,
  };
}

type Demo = {
  readonly workspace: Workspace;
  readonly simulator: Simulator;
  readonly context: CliContext;
  readonly json: boolean;
};

async function runDemo(demo: Demo): Promise<void> {
  const { workspace, simulator, context, json } = demo;
  const before = await known(workspace);
  if (before.notices.length === 0) {
    await crawlOnce("1/2 抓取样例网站 crawl the sample sites", demo);
    context.narrate("  …网站悄悄改了一份通报，又撤下一份 / meanwhile one notice is silently edited and one withdrawn");
  }
  simulator.advance();
  await crawlOnce(before.notices.length === 0 ? "2/2 再次抓取 crawl again" : "再次抓取 crawl again", demo);
  const after = await known(workspace);
  const files = [
    ...exportFiles(folder, after),
    { path: join(folder, "feed.atom"), rows: after.changes.length },
    { path: await writeTexts(workspace, after.notices), rows: after.notices.length },
  ];
  const freshIds = new Set(before.changes.map(({ _id }) => _id));
  const fresh = after.changes.filter(({ _id }) => !freshIds.has(_id));
  if (json)
    return context.print(
      JSON.stringify({
        schemaVersion: 1,
        notices: after.notices.length,
        changes: after.changes.length,
        newChanges: fresh.length,
        files,
      }),
    );
  if (before.notices.length > 0 && fresh.length === 0) {
    context.print(
      `没有新内容：${after.notices.length} 份通报、${after.changes.length} 处变化都已入库。 / Nothing new: all of it is stored already.\n`,
    );
  } else {
    show(after, context);
  }
  return context.print(
    `结果 results:\n${files.map(({ path, rows }) => `  ${path}  (${rows})`).join("\n")}\n\n${nextCommands(after.notices)}\n`,
  );
}

type Known = {
  readonly notices: StoredNotice[];
  readonly changes: StoredChange[];
  readonly chains: StoredChain[];
};

async function known({ store }: Workspace): Promise<Known> {
  return {
    notices: await store.notices.list(many),
    changes: await store.changes.list(many),
    chains: await store.chains.list(many),
  };
}

async function crawlOnce(title: string, { workspace, context }: Demo): Promise<void> {
  context.narrate(title);
  const runs = await crawlSources(workspace, {
    sourceIds: [],
    narrate: context.narrate,
    signal: context.signal,
    timeoutMs: settleMs,
  });
  for (const run of runs) context.narrate(runLine(run));
  context.fail(exitCodeOfRuns(runs));
  const { notices, changes } = await known(workspace);
  context.narrate(`  读出 read: ${notices.length} 份通报 notices · 比出 compared: ${changes.length} 处变化 changes`);
}

function show({ notices, changes, chains }: Known, context: CliContext): void {
  const colour = colours(context.colour);
  const render = (selected: readonly StoredChange[]): string =>
    renderChanges(
      selected.map(({ change }) => change),
      { colour: context.colour, width: context.width },
    );
  const ofDistrict = notices.filter(
    (notice) => notice.seriesId === district && notice.reading.kind === "rectification",
  );
  const newest = ofDistrict.find((notice) => notice.succeededBy === null);
  if (newest !== undefined) context.print(`\n${noticeCard(newest.reading, colour)}\n`);
  const successive = changes.filter(
    ({ noticeIds }) => noticeIds.after === newest?._id && noticeIds.before !== newest._id,
  );
  context.print(
    `\n${colour.bold("同一地区前后两份通报 two successive notices of one district")}\n${render(successive)}\n`,
  );
  const ofSeries = chains.filter(({ seriesId, timesNamed }) => seriesId === district && timesNamed > 1);
  context.print(
    `\n${colour.bold("问题台账：一再出现的问题 findings that came back")}\n${ofSeries.map(chainLines).join("\n")}\n`,
  );
  const edits = changes.filter(
    ({ noticeIds, change }) => noticeIds.before === noticeIds.after && !change.kind.startsWith("page-"),
  );
  context.print(`\n${colour.bold("悄悄改动 a silent edit")}\n${render(edits)}\n`);
  const pages = changes.filter(({ change }) => change.kind.startsWith("page-"));
  context.print(`\n${colour.bold("撤下 withdrawn")}\n${render(pages)}\n`);
}

/** The text of every current version, to try `read` and `compare` on. */
async function writeTexts({ store }: Workspace, notices: readonly StoredNotice[]): Promise<string> {
  const texts = join(folder, "texts");
  mkdirSync(texts, { recursive: true });
  for (const notice of notices) {
    const version = await store.versions.get(notice.currentVersionId);
    if (version !== null) writeFileSync(join(texts, `${fileName(notice)}.txt`), version.reading.text);
  }
  return texts;
}

function fileName({ _id }: StoredNotice): string {
  return _id.replace(/^page:https?:\/\//, "").replaceAll(/[^\w.-]+/g, "_");
}

function nextCommands(notices: readonly StoredNotice[]): string {
  const ofDistrict = notices.filter(
    (notice) => notice.seriesId === district && notice.reading.kind === "rectification",
  );
  const newest = ofDistrict.find((notice) => notice.succeededBy === null);
  const older = ofDistrict.find((notice) => notice._id === newest?.precededBy);
  const path = (notice: StoredNotice | undefined): string =>
    join(folder, "texts", `${notice === undefined ? "…" : fileName(notice)}.txt`);
  return [
    "接下来 next:",
    `  npm run -s zhenggai -- read ${path(newest)} --explain`,
    `  npm run -s zhenggai -- compare ${path(older)} ${path(newest)}`,
    `  DATA_DIR=${join(folder, "data")} npm run -s zhenggai -- status`,
  ].join("\n");
}
