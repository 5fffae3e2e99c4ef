import { asFault, faultMessage } from "@zhenggai/runtime";
import type { CliContext } from "./cli-context.ts";

/** Tells what is wrong with one of several files, so that the others go on: exit code 4, and with JSON a line of its own. */
export function tellFileFault(file: string, error: unknown, isJson: boolean, context: CliContext): void {
  const fault = asFault(error);
  context.fail(4);
  if (isJson) context.print(JSON.stringify({ file, fault: { code: fault.code, why: fault.message } }));
  context.narrate(`${file}: ${faultMessage(fault, { verbose: false })}`);
}
