import { type DestinationStream, type Logger as PinoLogger, pino, stdSerializers } from "pino";
import { maskContacts } from "./mask-contacts.ts";
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
      streamWrite: (line: string) => maskContacts(line),
    },
  };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}

function serializeError(error: Error): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  const code = "code" in error ? String(error.code) : undefined;
  return { type, code, message: redact(message), stack: redact(stack ?? "") };
}
