import { Fault, faultCodes } from "@zhenggai/notice";
import { redact } from "./settings.ts";

/** Any thrown thing as a Fault; what is not one of ours is E1001 with the thing as its cause. */
export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Fault("E1001", { why: redact(message), cause: error });
}

/** The one-screen message of a fault: what failed, the value, why, how to fix it; Chinese first. A stack only when verbose. */
export function faultMessage(fault: Fault, options: { readonly verbose: boolean }): string {
  const entry = faultCodes[fault.code];
  const lines = [
    `${fault.code} ${entry.zh} / ${entry.en}`,
    ...(fault.value === null ? [] : [`  值 value: ${redact(fault.value)}`]),
    ...(fault.message === entry.en ? [] : [`  原因 why: ${redact(fault.message)}`]),
    `  解决 fix: ${entry.fix.zh}${entry.fix.en === entry.fix.zh ? "" : ` / ${entry.fix.en}`}`,
  ];
  if (options.verbose) lines.push(stacks(fault));
  return lines.join("\n");
}

function stacks(error: Error): string {
  const own = redact(error.stack ?? String(error));
  return error.cause instanceof Error ? `${own}\ncaused by: ${stacks(error.cause)}` : own;
}

/** Exit code of a process that ended with this fault. */
export function exitCodeOf(fault: Fault): number {
  return faultCodes[fault.code].exitCode;
}
