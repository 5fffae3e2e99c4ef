import { createRequire } from "node:module";
import type { PageResponse } from "./download.ts";

type Rules = {
  isAllowed: (url: string, agent: string) => boolean | undefined;
  getCrawlDelay: (agent: string) => number | undefined;
};

// The package is CommonJS but its types claim a default export, so an import statement does not type-check.
const require = createRequire(import.meta.url);
const robotsParser: (url: string, text: string) => Rules = require("robots-parser");

/** "unavailable": the site did not say; RFC 9309 section 2.3.1.4 asks to assume a full disallow for now. */
export type RobotsVerdict = {
  readonly access: "allowed" | "disallowed" | "unavailable";
  readonly crawlDelayMs: number;
};

type Fetched = Pick<PageResponse, "status" | "bytes">;

const longestCrawlDelayMs = 60_000;

/**
 * What robots.txt says about a URL for our agent, by RFC 9309 section 2.3.1: a 4xx answer allows everything, a 5xx or no
 * answer (null) disallows everything for now.
 */
export function judgeRobots(robotsUrl: string, fetched: Fetched | null, agent: string): (url: string) => RobotsVerdict {
  if (fetched === null || fetched.status >= 500) return () => ({ access: "unavailable", crawlDelayMs: 0 });
  if (fetched.status >= 300) return () => ({ access: "allowed", crawlDelayMs: 0 });
  const rules = robotsParser(robotsUrl, new TextDecoder().decode(fetched.bytes.subarray(0, 512_000)));
  const crawlDelayMs = Math.min((rules.getCrawlDelay(agent) ?? 0) * 1_000, longestCrawlDelayMs);
  return (url) => ({ access: rules.isAllowed(url, agent) === false ? "disallowed" : "allowed", crawlDelayMs });
}
