import { Fault } from "@zhenggai/notice";
import { CronExpressionParser } from "cron-parser";

type Schedule = { readonly cron: string; readonly timeZone: string };

/**
 * The latest instant, not after `now`, at which the cron expression is due; the slot that a scheduled run fills. Throws E2003
 * where the expression or the time zone means nothing.
 */
export function latestSlot({ cron, timeZone }: Schedule, now: Date): string {
  const currentDate = new Date(now.getTime() + 1);
  try {
    return CronExpressionParser.parse(cron, { currentDate, tz: timeZone }).prev().toDate().toISOString();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Fault("E2003", { value: `schedule ${cron} ${timeZone}`, why, cause: error });
  }
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
