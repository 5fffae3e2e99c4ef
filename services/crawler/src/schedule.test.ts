import { expect, test } from "vitest";
import { latestSlot, nextCheck } from "./schedule.ts";

const daily = { cron: "25 6,12,18,22 * * *", timeZone: "Asia/Shanghai" };
const slot = (schedule: typeof daily, now: string): string => latestSlot(schedule, new Date(now));

test("a slot is the instant at which the clock of the time zone shows it: 06:25 in Shanghai is 22:25 UTC the day before", () => {
  expect(slot(daily, "2026-11-21T03:00:00.000Z")).toBe("2026-11-20T22:25:00.000Z");
  expect(slot(daily, "2026-11-21T04:25:00.000Z")).toBe("2026-11-21T04:25:00.000Z");
  expect(slot({ ...daily, timeZone: "UTC" }, "2026-11-21T03:00:00.000Z")).toBe("2026-11-20T22:25:00.000Z");
  expect(slot({ ...daily, timeZone: "UTC" }, "2026-11-21T07:00:00.000Z")).toBe("2026-11-21T06:25:00.000Z");
});

test("the slot begins at its instant, not a millisecond before", () => {
  expect(slot(daily, "2026-11-21T04:24:59.999Z")).toBe("2026-11-20T22:25:00.000Z");
  expect(slot(daily, "2026-11-21T04:25:00.000Z")).toBe("2026-11-21T04:25:00.000Z");
  expect(slot(daily, "2026-11-21T04:25:00.001Z")).toBe("2026-11-21T04:25:00.000Z");
});

test("Shanghai has no summer time: its morning slot is the same instant of the day all year", () => {
  const mornings = ["2026-01-15", "2026-03-29", "2026-05-03", "2026-07-15", "2026-10-25"].map((day) =>
    slot({ ...daily, cron: "25 9 * * *" }, `${day}T12:00:00.000Z`).slice(10),
  );
  expect(new Set(mornings)).toEqual(new Set(["T01:25:00.000Z"]));
});

test("all through three years the slot is due already and lies less than its period back", () => {
  for (let nowMs = Date.parse("2026-01-01T00:00:30Z"); nowMs < Date.parse("2029-01-01"); nowMs += 97 * 3_600_000) {
    const backMs = nowMs - Date.parse(latestSlot({ ...daily, cron: "25 6 * * *" }, new Date(nowMs)));
    expect(backMs).toBeGreaterThanOrEqual(0);
    expect(backMs).toBeLessThan(86_400_000);
  }
});

test.each([
  ["61 6 * * *", "Asia/Shanghai"],
  ["x 6 * * *", "Asia/Shanghai"],
  ["25 6 * * *", "Asia/Yangzhou"],
])("a schedule that means nothing (%s, %s) is the source's error: E2003", (cron, timeZone) => {
  expect(() => slot({ cron, timeZone }, "2026-11-21T03:00:00.000Z")).toThrow(
    expect.objectContaining({ code: "E2003" }),
  );
});

const day = 86_400_000;
const first = "2026-01-01T00:00:00.000Z";
const dueAfterDays = (ageDays: number): number =>
  (Date.parse(nextCheck(first, new Date(Date.parse(first) + ageDays * day))) - Date.parse(first)) / day;

test("a page is looked at again after 1, 7, 30 and 180 days, then every 180 days", () => {
  expect([0, 0.5, 1, 6.9, 7, 29, 30, 179].map(dueAfterDays)).toEqual([1, 1, 7, 7, 30, 30, 180, 180]);
  expect([180, 200, 900].map(dueAfterDays)).toEqual([360, 380, 1_080]);
});

test("whenever a page is looked at, the next look comes later, and never more than 180 days later", () => {
  for (let ageDays = 0; ageDays < 1_000; ageDays += 0.37) {
    const waitDays = dueAfterDays(ageDays) - ageDays;
    expect(waitDays).toBeGreaterThan(0);
    expect(waitDays).toBeLessThan(180.001);
  }
});
