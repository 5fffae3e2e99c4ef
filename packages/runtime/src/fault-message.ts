import { Fault, faultCodes } from "@zhenggai/notice";
import { redact } from "./settings.ts";

/** Any thrown thing as a Fault; what is not one of ours is E1001 with the thing as its cause. */
export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  // Node's AggregateError of several failed connections has no message.
  const message = error instanceof Error ? error.message || error.name : String(error);
  return new Fault("E1001", { why: redact(message), cause: error });
}

/** The one-screen message of a fault: what failed, the value, why, how to fix it; Chinese first. A stack only when verbose. */
export function faultMessage(fault: Fault, options: { readonly verbose: boolean }): string {
  const entry = faultCodes[fault.code];
  const shown = (text: string): string => (options.verbose ? redact(text) : shorten(redact(text)));
  const lines = [
    `${fault.code} ${entry.zh} / ${entry.en}`,
    ...(fault.value === null ? [] : [`  值 value: ${shown(fault.value)}`]),
    ...(fault.message === entry.en ? [] : [`  原因 why: ${shown(fault.message)}`]),
    `  解决 fix: ${entry.fix.zh}${entry.fix.en === entry.fix.zh ? "" : ` / ${entry.fix.en}`}`,
  ];
  if (options.verbose) lines.push(stacks(fault));
  return lines.join("\n");
}

const longest = { lines: 6, characters: 500 } as const;

/** A validator's complaint may run to hundreds of lines. */
function shorten(text: string): string {
  const kept = text.split("\n").slice(0, longest.lines).join("\n").slice(0, longest.characters);
  return kept.length < text.length ? `${kept} … (--verbose)` : kept;
}

function stacks(error: unknown, depth = 0): string {
  const own = redact(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined || depth >= 8 ? own : `${own}\ncaused by: ${stacks(cause, depth + 1)}`;
}

/** Exit code of a process that ended with this fault. */
export function exitCodeOf(fault: Fault): number {
  return faultCodes[fault.code].exitCode;
}
