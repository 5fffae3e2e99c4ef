import { Fault } from "@zhenggai/notice";
import { expect, test } from "vitest";
import { redactUrl, redisFault } from "./redis-fault.ts";

test.each([
  ["redis://127.0.0.1:6379/2", "redis://127.0.0.1:6379/2"],
  ["redis://:geheim@127.0.0.1:6379", "redis://:***@127.0.0.1:6379"],
  ["rediss://ops:geheim@redis.internal/0?password=geheim", "rediss://ops:***@redis.internal/0"],
  ["geheim", "(not a URL)"],
])("%s is told as %s", (url, told) => {
  expect(redactUrl(url)).toBe(told);
});

test.each([
  "WRONGPASS invalid username-password pair or user is disabled.",
  "Ready check failed: NOAUTH Authentication required.",
  "NOPERM this user has no permissions to run the 'info' command",
  "ERR invalid password",
])("%s is a refused login, E3004", (message) => {
  expect(redisFault(new Error(message), "redis://h").code).toBe("E3004");
});

test.each(["connect ECONNREFUSED 127.0.0.1:6379", "OOM command not allowed", "Command timed out", ""])(
  "%j is Redis out of reach, E3002",
  (message) => {
    expect(redisFault(new Error(message), "redis://h").code).toBe("E3002");
  },
);

test("nothing that hangs on the error is kept, for it may be the password", () => {
  const error = Object.assign(new Error("WRONGPASS"), { command: { name: "auth", args: ["geheim"] } });
  const fault = redisFault(error, "redis://:geheim@h");
  expect(fault.cause).toBeUndefined();
  expect(JSON.stringify(fault)).not.toContain("geheim");
});

test("each address of a host that was tried is told, and a fault stays what it is", () => {
  const both = new AggregateError([new Error("ECONNREFUSED ::1"), new Error("ECONNREFUSED 127.0.0.1")]);
  expect(redisFault(both, "redis://h").message).toMatch(/::1.*127\.0\.0\.1/u);
  const fault = new Fault("E3006");
  expect(redisFault(fault, "redis://h")).toBe(fault);
});
