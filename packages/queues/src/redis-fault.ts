import { Fault } from "@zhenggai/notice";

/** The address without its password and query (`?password=` is allowed there), for messages and logs. */
export const redactUrl = (url: string): string => {
  try {
    const parsed = new URL(url);
    const user = parsed.username === "" && parsed.password === "" ? "" : `${parsed.username}:***@`;
    return `${parsed.protocol}//${user}${parsed.host}${parsed.pathname}`;
  } catch {
    return "(not a URL)";
  }
};

/** Redis begins an error reply with a code in capitals; ioredis may put words of its own before it. */
const refusedLogin = /\b(?:WRONGPASS|NOAUTH|NOPERM|invalid password)\b/u;

/**
 * What ioredis or BullMQ threw, as a Fault: E3004 where the login was refused, else E3002. Neither the error itself nor its
 * properties are kept: ioredis hangs the arguments of the failed command on it, and those of AUTH are the password.
 */
export const redisFault = (error: unknown, url: string): Fault => {
  if (error instanceof Fault) {
    return error;
  }
  const message = error instanceof Error ? error.message : String(error);
  const why = (error instanceof AggregateError ? error.errors.map(String).join("; ") : message).slice(0, 300);
  return new Fault(refusedLogin.test(message) ? "E3004" : "E3002", { value: redactUrl(url), why });
};
