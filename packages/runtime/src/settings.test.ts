import { Fault } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { logLevelOf, readSettings, redact, requireServers, settingsSchema } from "./settings.ts";

/** The fault that reading this environment throws. */
function faultOf(environment: Record<string, string>): Fault {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("the settings were accepted");
}

describe("the level of the logs, before the settings are read", () => {
  it.each([
    ["debug", "debug"],
    ["", "error"],
    ["loud", "error"],
    [undefined, "error"],
  ])("is for LOG_LEVEL=%s: %s", (set, level) => {
    expect(logLevelOf({ LOG_LEVEL: set }, "error")).toBe(level);
  });
});

describe("readSettings", () => {
  it("refuses a webhook with a login before its host, which no request can be made to, and hides it", () => {
    const { code, value } = faultOf({ WEBHOOK_URL: "https://user:secret@hook.example/send" });
    expect([code, value]).toEqual(["E2002", "WEBHOOK_URL=https://***@hook.example/send"]);
  });

  it("needs nothing set: embedded, polite, on loopback", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      MONGODB_DATABASE: "zhenggai",
      QUEUE_PREFIX: "zhenggai",
      CRAWL_INTERVAL_MS: 2_000,
      CONCURRENCY: 4,
      HEALTH_HOST: "127.0.0.1",
      HEALTH_PORT: 0,
      CONSOLE_HOST: "127.0.0.1",
      CONSOLE_PORT: 8080,
      LOG_LEVEL: "info",
    });
    expect(settings.REDIS_URL).toBeUndefined();
    expect(settings.MONGODB_URL).toBeUndefined();
    expect(settings.WEBHOOK_URL).toBeUndefined();
  });

  it("takes an empty value of any setting for an unset one", () => {
    const empty = Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, ""]));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it("reads numbers, and leaves alone what is none of its variables", () => {
    const settings = readSettings({ CONCURRENCY: "16", HEALTH_PORT: "9100", HOME: "/root" });
    expect(settings.CONCURRENCY).toBe(16);
    expect(settings.HEALTH_PORT).toBe(9100);
    expect(settings).not.toHaveProperty("HOME");
  });

  it.each([
    "mongodb://localhost:27017/?replicaSet=rs0",
    "mongodb://u:p%40ss@h1:27017,h2:27017,h3:27017/zhenggai?replicaSet=rs0&authSource=admin",
    "mongodb+srv://cluster.example",
  ])("takes the addresses that MongoDB takes: %s", (url) => {
    expect(readSettings({ MONGODB_URL: url }).MONGODB_URL).toBe(url);
  });

  it.each([
    ["CONCURRENCY", "many"],
    ["WEBHOOK_URL", "ftp://hook.example/send"],
    ["CONCURRENCY", "65"],
    ["CRAWL_INTERVAL_MS", "-1"],
    ["CRAWL_INTERVAL_MS", "2.5"],
    ["HEALTH_PORT", "65536"],
    ["LOG_LEVEL", "loud"],
    ["REDIS_URL", "localhost:6379"],
    ["REDIS_URL", "redis:localhost:6379"],
    ["MONGODB_URL", "http://localhost:27017"],
    ["MONGODB_URL", "mongodb:localhost"],
    ["CRAWL_CONNECT_TO", "127.0.0.1"],
  ])("%s=%s is E2002, naming variable and value", (name, value) => {
    const fault = faultOf({ [name]: value });
    expect(fault.code).toBe("E2002");
    expect(fault.value).toBe(`${name}=${value}`);
    expect(fault.message).toContain(name);
  });

  it.each([
    ["REDIS_URL", "redis:u:secret@localhost"],
    ["MONGODB_URL", "mongodb://u:sec/ret@localhost:27017"],
    ["MONGODB_URL", "http://u:sec@ret@localhost"],
    ["MONGODB_URL", ":secret@localhost"],
  ])("never repeats the password of an address that it can't read: %s=%s", (name, value) => {
    const fault = faultOf({ [name]: value });
    expect(fault.value).toContain("localhost");
    expect(`${fault.value}${fault.message}`).not.toMatch(/sec|ret/);
  });

  it("describes every setting for `zhenggai doctor`", () => {
    for (const [name, schema] of Object.entries(settingsSchema.shape)) {
      expect(schema.meta()?.description, name).toBeTruthy();
    }
  });
});

describe("requireServers", () => {
  const both = { REDIS_URL: "redis://localhost:6379", MONGODB_URL: "mongodb://localhost:27017/?replicaSet=rs0" };

  it("gives the two addresses that a service needs", () => {
    expect(requireServers(readSettings(both))).toEqual({ redisUrl: both.REDIS_URL, mongodbUrl: both.MONGODB_URL });
  });

  it.each(["REDIS_URL", "MONGODB_URL"])("without %s it is E2002, naming the variable", (name) => {
    const settings = readSettings({ ...both, [name]: "" });
    expect(() => requireServers(settings)).toThrow(expect.objectContaining({ code: "E2002", value: `${name}=` }));
  });
});

describe("redact", () => {
  it.each([
    ["redis://:secret@h:6379", "redis://***@h:6379"],
    ["mongodb://u:p@ss@h1,h2/?replicaSet=rs0", "mongodb://***@h1,h2/?replicaSet=rs0"],
    ["at http://u:p@a.example and http://v:q@b.example", "at http://***@a.example and http://***@b.example"],
    ["https://hook.example/send?a=1&access_token=x1&b=2", "https://hook.example/send?a=1&access_token=***&b=2"],
    ["https://hook.example/?secret=x1#top", "https://hook.example/?secret=***#top"],
  ])("hides the secrets of %s", (url, hidden) => {
    expect(redact(url)).toBe(hidden);
    expect(redact(hidden)).toBe(hidden);
  });

  it.each([
    "mongodb://localhost:27017/?replicaSet=rs0&authSource=admin",
    "http://jw.yangzhou.example/art/2024/3/27/a@b.html",
    "http://jw.yangzhou.example/list?keyword=巡视&page=2",
    "notice-1@0a1b",
  ])("leaves alone what is none: %s", (text) => {
    expect(redact(text)).toBe(text);
  });
});
