import { Fault } from "@zhenggai/notice";
import { z } from "zod";

const logLevels = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]);
const port = z.coerce.number().int().min(0).max(65_535);
/** No `URL`: a replica set is several hosts. What stands before its @ must be percent-encoded, as the driver wants it. */
const mongodbAddress = /^mongodb(\+srv)?:\/\/(?:[^\s/?#@]*@)?[^\s/?#@]+(?:\/[^\s?#@]*)?(?:\?[^\s@]*)?$/;

/** Every setting of every process, read from the environment. The keys are the names of the variables. */
export const settingsSchema = z.object({
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, hostname: /./ })
    .optional()
    .meta({ description: "Redis, e.g. redis://localhost:6379" }),
  MONGODB_URL: z.string().regex(mongodbAddress, "mongodb://host:port,…/?replicaSet=…").optional().meta({
    description: "MongoDB replica set, e.g. mongodb://localhost:27017/?replicaSet=rs0",
  }),
  MONGODB_DATABASE: z.string().min(1).default("zhenggai").meta({ description: "Name of the database" }),
  QUEUE_PREFIX: z.string().min(1).default("zhenggai").meta({ description: "Prefix of all Redis keys" }),
  DATA_DIR: z
    .string()
    .min(1)
    .default("out/data")
    .meta({ description: "Folder of the embedded store (no Redis, no MongoDB)" }),
  SOURCES_DIR: z.string().min(1).optional().meta({
    description: "Folder of the sources' YAML; default packages/sources/sites",
  }),
  CRAWL_CONTACT: z
    .string()
    .min(1)
    .default("https://zhenggai.example/contact")
    .meta({ description: "Contact named in our user agent: a page or mail address that reaches you" }),
  CRAWL_CONNECT_TO: z
    .string()
    .regex(/^[^\s:]+:\d+$/)
    .optional()
    .meta({
      description: "host:port to which every request is sent, whatever its URL says (simulator, tests)",
    }),
  CRAWL_INTERVAL_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(2_000)
    .meta({ description: "Pause between two requests to one host" }),
  CRAWL_TIMEOUT_MS: z.coerce.number().int().min(100).default(30_000).meta({ description: "Time limit of one request" }),
  CRAWL_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1_024)
    .default(12_000_000)
    .meta({ description: "Largest page that is read, decoded bytes" }),
  CHROMIUM_PATH: z.string().min(1).optional().meta({ description: "Chromium for sources with fetch: browser" }),
  QUEUE_LOCK_MS: z.coerce
    .number()
    .int()
    .min(500)
    .default(15_000)
    .meta({ description: "After how long a silent worker's job goes to another" }),
  CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(4)
    .meta({ description: "Jobs handled at once by one process" }),
  RECONCILE_MS: z.coerce
    .number()
    .int()
    .min(200)
    .default(5_000)
    .meta({ description: "How often the ledger is asked what is still to do" }),
  HEALTH_HOST: z.string().min(1).default("127.0.0.1").meta({ description: "Address of /livez /readyz /metrics" }),
  HEALTH_PORT: port.default(0).meta({ description: "Port of /livez /readyz /metrics; 0 picks a free one" }),
  CONSOLE_HOST: z.string().min(1).default("127.0.0.1").meta({ description: "Address of the console" }),
  CONSOLE_PORT: port.default(8080).meta({ description: "Port of the console; 0 picks a free one" }),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/ })
    // `fetch` refuses such an address, so that no change would ever arrive.
    .refine((url) => !/^\w+:\/\/[^/?#]*@/.test(url), "no user or password before the host: use a token in the query")
    .optional()
    .meta({ description: "Where the notifier posts changes; none: no webhook" }),
  FEED_PATH: z.string().min(1).default("out/feed.atom").meta({ description: "File of the Atom feed" }),
  LOG_LEVEL: logLevels.default("info").meta({ description: "Level of the logs" }),
});

export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings; throws E2002 naming the variable, its value and what was expected. An empty value is an unset one, since
 * Compose passes `VARIABLE=` for what nobody set.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(set);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? "");
  throw new Fault("E2002", {
    value: `${name}=${redactMalformed(environment[name] ?? "")}`,
    why: `${name}: ${issue?.message ?? "invalid"}`,
    cause: parsed.error,
  });
}

/** The level of the logs before the settings are read; what is none gives `fallback` here, and E2002 from `readSettings`. */
export function logLevelOf(environment: Record<string, string | undefined>, fallback: Settings["LOG_LEVEL"]): string {
  const { success, data } = logLevels.safeParse(environment["LOG_LEVEL"]);
  return success ? data : fallback;
}

/** The two addresses that a service in production needs; throws E2002 where one is missing. */
export function requireServers(settings: Settings): { redisUrl: string; mongodbUrl: string } {
  const { REDIS_URL: redisUrl, MONGODB_URL: mongodbUrl } = settings;
  if (redisUrl !== undefined && mongodbUrl !== undefined) return { redisUrl, mongodbUrl };
  const name = redisUrl === undefined ? "REDIS_URL" : "MONGODB_URL";
  throw new Fault("E2002", {
    value: `${name}=`,
    why: `${name} is not set: services run on real Redis and real MongoDB only; without them use npm run demo`,
  });
}

/**
 * Hides the secrets of URLs: redis://user:secret@host → redis://***@host, https://hook.example/send?access_token=secret →
 * https://hook.example/send?access_token=***.
 */
export function redact(value: string): string {
  return value
    .replace(/(\w{1,20}:\/\/)[^/?#\s]*@/g, "$1***@")
    .replace(/([?&](?:access_?token|token|api_?key|key|secret|password|sign)=)[^&#\s]*/gi, "$1***");
}

/** A value that is no URL may hold its password anywhere before the last @ (redis:secret@host, mongodb://u:se/cret@host). */
function redactMalformed(value: string): string {
  return redact(value.replace(/^(\w{1,20}:\/\/)?.*@/s, "$1***@"));
}
