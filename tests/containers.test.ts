import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readSettings, settingsSchema } from "@zhenggai/runtime";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const compose = read("docker-compose.yml");
const dockerfile = read("infra/Dockerfile");

const SERVICES = ["crawler", "extractor", "comparer", "notifier", "console", "ops"];
const COMMAND_LINE = "ops";

const healthcheckSchema = z.looseObject({ test: z.array(z.string()).optional(), disable: z.boolean().optional() });
const serviceSchema = z.looseObject({
  image: z.string().optional(),
  build: z.looseObject({ dockerfile: z.string(), target: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  container_name: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  healthcheck: healthcheckSchema.optional(),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  stop_grace_period: z.string().optional(),
  restart: z.string().optional(),
});
const composeSchema = z.looseObject({ services: z.record(z.string(), serviceSchema) });
type Service = z.infer<typeof serviceSchema>;

const isComposeFile = new Ajv2020({ strict: false, allErrors: true }).compile(
  z.record(z.string(), z.unknown()).parse(JSON.parse(read("infra/compose/compose-spec.json"))),
);

type Instruction = { readonly keyword: string; readonly rest: string };
type Stage = { readonly name: string; readonly base: string; readonly instructions: readonly Instruction[] };

/** The stages of a Dockerfile by name, in order; comments and line ends are resolved. */
const stagesOf = (text: string): ReadonlyMap<string, Stage> => {
  const lines = text
    .replaceAll(/^\s*#.*\n/gmu, "")
    .replaceAll(/\\\n/gu, " ")
    .split("\n");
  const stages = new Map<string, Stage & { instructions: Instruction[] }>();
  let current: Instruction[] = [];
  for (const line of lines.filter((each) => each.trim() !== "")) {
    const [, keyword = "", rest = ""] = /^(\w+)\s+(.*)$/u.exec(line.trim()) ?? [];
    const [, base, name] = /^(\S+) AS (\S+)$/u.exec(rest) ?? [];
    if (keyword !== "FROM") current.push({ keyword, rest });
    else if (base !== undefined && name !== undefined) {
      current = [];
      stages.set(name, { name, base, instructions: current });
    }
  }
  return stages;
};

/** The instruction that counts for a target: its own last one, else that of the stage it is built from. */
const lastOf = (stages: ReadonlyMap<string, Stage>, target: string, keyword: string): string | null => {
  const stage = stages.get(target);
  if (stage === undefined) return null;
  const own = stage.instructions.findLast((instruction) => instruction.keyword === keyword);
  return own?.rest ?? lastOf(stages, stage.base, keyword);
};

const wordsOf = (execForm: string | null): string[] => {
  if (execForm === null || !execForm.startsWith("[")) return [];
  return z.array(z.string()).parse(JSON.parse(execForm));
};

const fault = (broken: boolean, text: string): string[] => (broken ? [text] : []);

const targetFaults = (stages: ReadonlyMap<string, Stage>, target: string): string[] => {
  const last = (keyword: string): string | null => lastOf(stages, target, keyword);
  const service = target.replace("-browser", "");
  const main = `services/${service}/src/main.ts`;
  const command = wordsOf(last("ENTRYPOINT") ?? last("CMD"));
  const health = last("HEALTHCHECK") ?? "";
  const livez = existsSync(join(root, "infra/containers/livez.mjs")) && health.includes("infra/containers/livez.mjs");
  return [
    ...fault(!stages.has(target), `${target}: no such target`),
    ...fault(command.join(" ") !== `node ${main}`, `${target}: the command is not node ${main} in exec form`),
    ...fault(!existsSync(join(root, main)), `${target}: ${main} does not exist`),
    ...fault(!/^[1-9]\d*:[1-9]\d*$/u.test(last("USER") ?? ""), `${target}: runs as root or as a named user`),
    ...fault(last("STOPSIGNAL") !== "SIGTERM", `${target}: no STOPSIGNAL SIGTERM`),
    ...fault(target === COMMAND_LINE ? health !== "NONE" : !livez, `${target}: wrong HEALTHCHECK`),
  ];
};

const dockerfileFaults = (text: string): string[] => {
  const stages = stagesOf(text);
  const instructions = [...stages.values()].flatMap((stage) => stage.instructions);
  const runs = instructions.filter(({ keyword }) => keyword === "RUN").map(({ rest }) => rest);
  const installs = runs.filter((run) => /\bpnpm install\b/u.test(run));
  const copied = instructions.flatMap(({ keyword, rest }) =>
    keyword === "COPY" && !rest.startsWith("--from") ? rest.split(" ").slice(0, -1) : [],
  );
  const bases = [...stages.values()].map(({ base }) => base).filter((base) => !stages.has(base));
  const pnpm = /pnpmVersion = "([\d.]+)"/u.exec(read("infra/setup/run.mjs"))?.[1];
  return [
    ...[...SERVICES, "crawler-browser"].flatMap((target) => targetFaults(stages, target)),
    ...fault(
      new Set(bases).size !== 1 || bases[0] !== "node:24-bookworm-slim",
      "a base other than node:24-bookworm-slim",
    ),
    ...fault(!runs.some((run) => run.endsWith(` pnpm@${pnpm}`)), "another pnpm than infra/setup/run.mjs installs"),
    ...fault(installs.length === 0, "no pnpm install"),
    ...fault(!installs.every((run) => run.includes(" --frozen-lockfile --prod ")), "installs more than the lockfile's"),
    ...fault(!installs.every((run) => run.startsWith("--mount=type=cache,")), "installs without a cache mount"),
    ...fault(
      runs.some((run) => run.includes("pnpm deploy")),
      "pnpm deploy: Node strips no types under node_modules",
    ),
    ...copied.flatMap((path) => fault(!existsSync(join(root, path)), `COPY ${path}: does not exist`)),
  ];
};

const confinementFaults = (name: string, service: Service): string[] => [
  ...fault(service.init !== true, `${name}: no init`),
  ...fault(service.read_only !== true, `${name}: its disk is writable`),
  ...fault(!service.tmpfs.includes("/tmp"), `${name}: no /tmp`),
  ...fault(service.cap_drop.join() !== "ALL", `${name}: keeps capabilities`),
  ...fault(!service.security_opt.includes("no-new-privileges:true"), `${name}: may gain privileges`),
  ...fault(service.stop_grace_period !== "30s", `${name}: other grace than 30s`),
  ...fault(service.container_name !== undefined, `${name}: container_name forbids --scale`),
  ...fault(service.healthcheck?.test === undefined && name !== COMMAND_LINE, `${name}: no health check`),
  ...fault(service.restart !== (name === COMMAND_LINE ? "no" : "unless-stopped"), `${name}: wrong restart policy`),
  ...service.ports.flatMap((port) =>
    fault(!/^127\.0\.0\.1:\d+:\d+$/u.test(port), `${name}: ${port} is not on 127.0.0.1`),
  ),
  ...fault(service.ports.length > 0 && name !== "console", `${name}: a host port forbids --scale`),
];

const environmentFaults = (name: string, environment: Record<string, string>): string[] => {
  const unknown = Object.keys(environment).filter((key) => !Object.hasOwn(settingsSchema.shape, key));
  const { MONGODB_URL, REDIS_URL, HEALTH_PORT } = readSettings(environment);
  return [
    ...unknown.map((key) => `${name}: ${key} is no setting`),
    ...fault(MONGODB_URL?.includes("replicaSet=rs0") !== true, `${name}: MONGODB_URL names no replica set`),
    ...fault(REDIS_URL === undefined, `${name}: no REDIS_URL`),
    ...fault(HEALTH_PORT !== 9464, `${name}: HEALTH_PORT is not 9464`),
  ];
};

const ownServiceFaults = (name: string, service: Service, stages: ReadonlyMap<string, Stage>): string[] => {
  const { build, depends_on: needs } = service;
  const healthy = ["mongo", "redis"].every((server) => needs[server]?.condition === "service_healthy");
  return [
    ...fault(build?.dockerfile !== "infra/Dockerfile", `${name}: not built from infra/Dockerfile`),
    ...fault(!stages.has(build?.target ?? ""), `${name}: no target ${build?.target ?? ""} in the Dockerfile`),
    ...fault(build?.target !== name, `${name}: built from another service's target`),
    ...fault(!healthy, `${name}: starts before MongoDB and Redis are healthy`),
    ...environmentFaults(name, service.environment),
  ];
};

const serverFaults = ({ mongo, redis }: Partial<Record<string, Service>>): string[] => {
  const founding = mongo?.healthcheck?.test?.join(" ") ?? "";
  const policy = redis?.command?.join(" ") ?? "";
  return [
    ...fault(mongo?.image !== "mongo:8", "mongo: not mongo:8"),
    ...fault(mongo?.command?.join(" ").includes("--replSet rs0") !== true, "mongo: no replica set"),
    ...fault(
      !/rs\.status\(\).*catch.*rs\.initiate\(/su.test(founding),
      "mongo: the health check founds no replica set",
    ),
    ...fault(redis?.image !== "redis:7", "redis: not redis:7"),
    ...["--appendonly yes", "--appendfsync everysec", "--maxmemory-policy noeviction"].flatMap((flag) =>
      fault(!policy.includes(flag), `redis: no ${flag}`),
    ),
  ];
};

/** A value as Docker Compose reads it without any variable set. */
const interpolate = (value: unknown): unknown => {
  if (typeof value === "string") return value.replaceAll(/\$\{\w+(?::-([^}]*))?\}/gu, "$1");
  if (Array.isArray(value)) return value.map(interpolate);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolate(inner)]));
};

const composeFaults = (text: string, dockerText: string = dockerfile): string[] => {
  const file: unknown = interpolate(parse(text, { merge: true }));
  if (!isComposeFile(file))
    return (isComposeFile.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  const { services } = composeSchema.parse(file);
  const stages = stagesOf(dockerText);
  const own = SERVICES.flatMap((name) => {
    const service = services[name];
    return service === undefined ? [`${name}: missing`] : ownServiceFaults(name, service, stages);
  });
  const all = Object.entries(services).flatMap(([name, service]) => confinementFaults(name, service));
  return [
    ...all,
    ...own,
    ...serverFaults(services),
    ...fault(services[COMMAND_LINE]?.profiles[0] !== "ops", "ops: no profile"),
  ];
};

const mutate = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe("docker-compose.yml", () => {
  it("is a compose file, and keeps every rule of ours", () => {
    expect(composeFaults(compose)).toEqual([]);
  });

  it.each([
    ["services:\n", "servces:\n", /additional properties/u],
    ["interval: 15s", "intervall: 15s", /additional properties/u],
    ["stop_grace_period: 30s", "stop_grace_period: [30]", /must be string/u],
    ['"127.0.0.1:${', '"${', /console: 8080:8080 is not on 127\.0\.0\.1/u],
    ['"127.0.0.1:${', '"0.0.0.0:${', /is not on 127\.0\.0\.1/u],
    ["  extractor:\n", "  extractor:\n    container_name: one\n", /extractor: container_name/u],
    ["  extractor:\n", '  extractor:\n    ports: ["127.0.0.1:9464:9464"]\n', /extractor: a host port/u],
    ["  comparer:\n", "  comparer:\n    healthcheck: { disable: true }\n", /comparer: no health check/u],
    ["target: extractor", "target: extractors", /no target extractors/u],
    ["target: extractor", "target: comparer", /another service's target/u],
    ["init: true", "init: false", /no init/u],
    ["read_only: true", "read_only: false", /writable/u],
    ["cap_drop: [ALL]", "cap_drop: [CHOWN]", /capabilities/u],
    ["no-new-privileges:true", "no-new-privileges:false", /privileges/u],
    ["stop_grace_period: 30s", "stop_grace_period: 10s", /grace/u],
    ["restart: unless-stopped", "restart: always", /restart/u],
    ["redis: { condition: service_healthy }", "redis: { condition: service_started }", /before MongoDB and Redis/u],
    ["--replSet, rs0", "--port, '27017'", /mongo: no replica set/u],
    ["rs.initiate(", "rs.config(", /founds no replica set/u],
    ["- noeviction", "- allkeys-lru", /noeviction/u],
    ["everysec", '"no"', /everysec/u],
    ['"yes"', '"no"', /appendonly/u],
    ["WEBHOOK_URL: ", "WEBHOOK_URI: ", /WEBHOOK_URI is no setting/u],
    ["/?replicaSet=rs0", "/", /names no replica set/u],
    ["    profiles: [ops]\n", "", /ops: no profile/u],
    ["  comparer:\n", "  comparator:\n", /comparer: missing/u],
  ])("is refused with %j as %j", (from, to, expected) => {
    expect(composeFaults(mutate(compose, from, to)).join("\n")).toMatch(expected);
  });

  it("is refused where the Dockerfile lost a target", () => {
    const without = mutate(dockerfile, "AS notifier", "AS teller");
    expect(composeFaults(compose, without)).toEqual(["notifier: no target notifier in the Dockerfile"]);
  });
});

describe("infra/Dockerfile", () => {
  it("has a target per service and keeps every rule of ours", () => {
    expect(dockerfileFaults(dockerfile)).toEqual([]);
  });

  it.each([
    ["AS console", "AS board", /console: no such target/u],
    ["services/comparer/src/main.ts", "services/comparer/main.ts", /comparer: the command is not/u],
    [
      'CMD ["node", "services/notifier/src/main.ts"]',
      "CMD node services/notifier/src/main.ts",
      /notifier: .* exec form/u,
    ],
    ["USER 1000:1000", "USER 0:0", /runs as root/u],
    ["USER 1000:1000\n\nFROM service AS extractor", "\nFROM service AS extractor", /crawler-browser: runs as root/u],
    ["STOPSIGNAL SIGTERM\n", "", /STOPSIGNAL/u],
    ['CMD ["node", "infra/containers/livez.mjs"]', "CMD true", /wrong HEALTHCHECK/u],
    ["HEALTHCHECK NONE\n", "", /ops: wrong HEALTHCHECK/u],
    ["node:24-bookworm-slim AS service", "node:24 AS service", /a base other than/u],
    ["pnpm@12.21.0", "pnpm@latest", /another pnpm/u],
    ["pnpm install --frozen-lockfile", "pnpm install", /more than the lockfile/u],
    ["pnpm install", "pnpm deploy", /pnpm deploy/u],
    ["RUN --mount=type=cache,id=zhenggai-pnpm,target=/pnpm \\\n", "RUN \\\n", /without a cache mount/u],
    ["COPY services services", "COPY servers services", /COPY servers: does not exist/u],
  ])("is refused with %j as %j", (from, to, expected) => {
    expect(dockerfileFaults(mutate(dockerfile, from, to)).join("\n")).toMatch(expected);
  });

  it("gets from the builder all that it copies, and no installed packages or results", () => {
    const ignored = read(".dockerignore").split("\n");
    expect(ignored[1]).toBe("*");
    expect(ignored).toEqual(expect.arrayContaining(["!packages", "!services", "!pnpm-lock.yaml", "!infra/containers"]));
    expect(ignored).toEqual(expect.arrayContaining(["**/node_modules", "**/out"]));
  });
});

const lint = (file: string) => {
  const install = process.env["CI"] === undefined ? [] : ["--install"];
  return spawnSync(process.execPath, [join(root, "infra/containers/lint-dockerfile.mjs"), ...install, file], {
    encoding: "utf8",
  });
};

describe("hadolint", { timeout: 240_000 }, () => {
  it("finds nothing in the Dockerfile, and something in a spoilt one", (context) => {
    const linted = lint(join(root, "infra/Dockerfile"));
    if (linted.status === 3 && process.env["CI"] === undefined) {
      process.stderr.write(`SKIPPED: ${linted.stderr}`);
      context.skip();
    }
    expect([linted.status, linted.stdout]).toEqual([0, ""]);
    const folder = mkdtempSync(join(tmpdir(), "dockerfile-"));
    try {
      writeFileSync(join(folder, "Dockerfile"), mutate(dockerfile, "pnpm@12.21.0", "pnpm"));
      const spoilt = lint(join(folder, "Dockerfile"));
      expect([spoilt.status, spoilt.stdout]).toEqual([1, expect.stringContaining("DL3016")]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the containers' health check", () => {
  const check = async (port: number): Promise<number> => {
    const environment = { ...process.env, HEALTH_PORT: `${port}` };
    const run = promisify(execFile)(process.execPath, [join(root, "infra/containers/livez.mjs")], { env: environment });
    return run.then(
      () => 0,
      () => 1,
    );
  };

  it("passes where /livez answers, fails where it doesn't or nothing listens", async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === "/livez" ? status : 404).end();
    });
    let status = 200;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = z.object({ port: z.number() }).parse(server.address());
    expect(await check(port)).toBe(0);
    status = 503;
    expect(await check(port)).toBe(1);
    await new Promise((resolve) => server.close(resolve));
    expect(await check(port)).toBe(1);
  });
});
