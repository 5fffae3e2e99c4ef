import { createHash } from "node:crypto";
import type { JobName, JobPayload } from "./job-catalog.ts";

/** What stands in an id as it is; everything else is replaced by its digest. */
const plain = /^[\w.-]{1,80}$/u;

/**
 * The id of a job: the same for the same name and payload, different for different payloads, whatever characters they
 * hold. BullMQ allows neither `:` nor a number alone as an id, and keeps the id in several keys, hence short.
 *
 * `jobId("extract", { captureId: "c-17" })` is `extract-c-17`; ids with other characters (`云汀区:1`) become
 * `extract~` and a SHA-256 in base64url. `~` never stands in a plain id, so the two forms can't meet.
 */
export const jobId = <N extends JobName>(name: N, payload: JobPayload<N>): string => {
  const fields = Object.entries(payload).toSorted(([left], [right]) => (left < right ? -1 : 1));
  const [only] = fields;
  if (fields.length === 1 && only !== undefined && typeof only[1] === "string" && plain.test(only[1])) {
    return `${name}-${only[1]}`;
  }
  return `${name}~${createHash("sha256").update(JSON.stringify(fields)).digest("base64url")}`;
};
