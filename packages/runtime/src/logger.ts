import { maskContacts, Fault } from "@zhenggai/notice";
import { type DestinationStream, type Logger as PinoLogger, pino, stdSerializers } from "pino";
import { redact } from "./settings.ts";

export type Logger = Pick<PinoLogger, "debug" | "info" | "warn" | "error" | "fatal"> & {
  readonly child: (bindings: Record<string, string | number>) => Logger;
};

type LoggerOptions = { readonly service: string; readonly level: string; readonly destination?: DestinationStream };

/** JSON lines on stderr (results own stdout). Never a body of text; contact details and passwords are masked. */
export function createLogger({ service, level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["password", "url.password", "authorization"], censor: "***" },
    serializers: { err: serializeError, url: (url: unknown) => redact(String(url)) },
    hooks: {
      streamWrite: maskLine,
    },
  };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}

const jsonString = /"(?:[^"\\]|\\.)*"/g;

/** Masks and redacts within the strings only, unescaped: numbers stay numbers, and a line break before a phone number is no letter n. */
function maskLine(line: string): string {
  return line.replace(jsonString, (literal) => {
    const text = String(JSON.parse(literal));
    const masked = maskContacts(redact(text));
    return masked === text ? literal : JSON.stringify(masked);
  });
}

/** Whatever was thrown: a rejection may hold a string or nothing. */
function serializeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: redact(String(thrown)) };
  const { type, message, stack } = stdSerializers.err(thrown);
  const code = "code" in thrown ? String(thrown.code) : undefined;
  const value = thrown instanceof Fault && thrown.value !== null ? redact(thrown.value) : undefined;
  return { type, code, value, message: redact(message), stack: redact(stack ?? "") };
}
