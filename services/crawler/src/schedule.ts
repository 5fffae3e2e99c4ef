import { CronExpressionParser } from "cron-parser";

/** The latest instant, not after `now`, at which the cron expression is due; the slot that a scheduled run fills. */
export function latestSlot(schedule: { readonly cron: string; readonly timeZone: string }, now: Date): string {
  const expression = CronExpressionParser.parse(schedule.cron, {
    currentDate: new Date(now.getTime() + 1),
    tz: schedule.timeZone,
  });
  return expression.prev().toDate().toISOString();
}

/** Days after first sight at which a page is looked at again; the last one repeats. */
const recheckDays = [1, 7, 30, 180] as const;

/** When a page is due next: dense in the first month, then thinning. */
export function nextCheck(firstSeenAt: string, now: Date): string {
  const ageDays = (now.getTime() - Date.parse(firstSeenAt)) / 86_400_000;
  const day = recheckDays.find((days) => days > ageDays);
  const dueMs = day === undefined ? now.getTime() + 180 * 86_400_000 : Date.parse(firstSeenAt) + day * 86_400_000;
  return new Date(dueMs).toISOString();
}
