import { faultCodes, type FaultCode } from "./fault-codes.ts";

/**
 * What breaks a step: thrown, never returned. Retry behaviour is a property of the error.
 * The world's faults (a blocked page, an unread figure) that do not break a step are data: `Issue`.
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly retry: "now" | "later" | "never";
  /** The value that was wrong, already redacted. */
  readonly value: string | null;

  constructor(code: FaultCode, detail: { value?: string; why?: string; cause?: unknown } = {}) {
    const entry = faultCodes[code];
    super(detail.why ?? entry.en, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = "Fault";
    this.code = code;
    this.retry = entry.retry;
    this.value = detail.value ?? null;
  }
}
