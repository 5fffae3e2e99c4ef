import { accessSync, constants, mkdirSync } from "node:fs";
import { faultCodes } from "@zhenggai/notice";
import { connectBullQueue } from "@zhenggai/queues";
import { type Settings, asFault, exitCodeOf, readSettings, redact, settingsSchema } from "@zhenggai/runtime";
import { loadSources } from "@zhenggai/service";
import { connectMongoStore } from "@zhenggai/store";
import { Command } from "commander";
import type { CliContext } from "../cli-context.ts";

type Check = {
  readonly name: string;
  readonly ok: boolean;
  readonly text: string;
  readonly fix: string | null;
  readonly exitCode: number;
};

export function doctorCommand(context: CliContext): Command {
  return new Command("doctor")
    .description("体检：环境、设置、Redis、MongoDB、来源 / check this machine, the settings and the servers")
    .option("--json", "JSON 输出")
    .addHelpText(
      "after",
      "\n例子 examples:\n  zhenggai doctor\n  REDIS_URL=redis://localhost MONGODB_URL=mongodb://localhost zhenggai doctor --json\n",
    )
    .action(async (options: { json?: boolean }) => {
      const { settings, wrong } = settingsOf(context.environment);
      const checks = [
        nodeCheck(),
        ...wrong,
        await redisCheck(settings),
        await mongoCheck(settings),
        sourcesCheck(settings),
        folderCheck(settings),
      ];
      const shown = Object.entries(settingsSchema.shape).map(([name, schema]) => ({
        name,
        value: redact(String(Reflect.get(settings, name) ?? "")),
        description: schema.meta()?.description ?? "",
      }));
      context.print(
        options.json === true
          ? JSON.stringify({ schemaVersion: 1, checks, settings: shown })
          : forPerson(checks, shown),
      );
      for (const check of checks.filter(({ ok }) => !ok)) context.fail(check.exitCode);
    });
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A wrong setting is a finding too, and refers people here: the rest is checked and listed as if it were not set. */
function settingsOf(environment: Environment): { readonly settings: Settings; readonly wrong: readonly Check[] } {
  try {
    return { settings: readSettings(environment), wrong: [] };
  } catch (error) {
    const [name = ""] = asFault(error).value?.split("=") ?? [];
    if (environment[name] === undefined) throw error;
    const { settings, wrong } = settingsOf({ ...environment, [name]: undefined });
    return { settings, wrong: [failed(`设置 ${name}`, error), ...wrong] };
  }
}

function passed(name: string, text: string): Check {
  return { name, ok: true, text, fix: null, exitCode: 0 };
}

function failed(name: string, error: unknown): Check {
  const fault = asFault(error);
  const { zh, fix } = faultCodes[fault.code];
  return {
    name,
    ok: false,
    text: `${fault.code} ${zh}: ${redact(fault.value ?? fault.message)}`,
    fix: fix.zh,
    exitCode: exitCodeOf(fault),
  };
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { name: "Node", ok, text: process.versions.node, fix: ok ? null : "Node ≥ 20.19", exitCode: 2 };
}

async function redisCheck({ REDIS_URL: url, QUEUE_PREFIX: prefix }: Settings): Promise<Check> {
  if (url === undefined) return passed("Redis", "未设置 REDIS_URL：内嵌模式 / not set: embedded mode");
  try {
    const queue = await connectBullQueue({ url, prefix, strict: true });
    await queue.close();
    return passed("Redis", redact(url));
  } catch (error) {
    return failed("Redis", error);
  }
}

async function mongoCheck({ MONGODB_URL: url, MONGODB_DATABASE: databaseName }: Settings): Promise<Check> {
  if (url === undefined) return passed("MongoDB", "未设置 MONGODB_URL：内嵌模式 / not set: embedded mode");
  try {
    const store = await connectMongoStore({ url, databaseName });
    await store.close();
    return passed("MongoDB", redact(url));
  } catch (error) {
    return failed("MongoDB", error);
  }
}

function sourcesCheck({ SOURCES_DIR: folder }: Settings): Check {
  try {
    return passed("来源 sources", `${loadSources(folder).size}`);
  } catch (error) {
    return failed("来源 sources", error);
  }
}

function folderCheck({ DATA_DIR: folder }: Settings): Check {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return passed("数据目录 data folder", folder);
  } catch {
    return {
      name: "数据目录 data folder",
      ok: false,
      text: folder,
      fix: "换一个可写的 DATA_DIR / set a DATA_DIR that can be written",
      exitCode: 2,
    };
  }
}

type ShownSetting = { readonly name: string; readonly value: string; readonly description: string };

function forPerson(checks: readonly Check[], settings: readonly ShownSetting[]): string {
  const lines = checks.map(
    ({ name, ok, text, fix }) => `${ok ? "✓" : "✗"} ${name}: ${text}${fix === null ? "" : `\n    解决 fix: ${fix}`}`,
  );
  const values = settings.map(({ name, value, description }) => `  ${name}=${value}\n    ${description}`);
  return `${lines.join("\n")}\n\n设置 settings:\n${values.join("\n")}\n`;
}
