import { readSettings } from "@zhenggai/runtime";
import { wantsColour } from "./colours.ts";
import { runProgram } from "./run-program.ts";

let exitCode = 0;
const interrupted = new AbortController();
process.on("SIGINT", () => {
  // A second Ctrl-C does not wait for anything.
  if (interrupted.signal.aborted) process.exit(130);
  interrupted.abort();
  exitCode = 130;
});
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
});

await runProgram(process.argv.slice(2), {
  environment: process.env,
  settings: () => readSettings(process.env),
  print: (text) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
  narrate: (text) => process.stderr.write(`${text}\n`),
  colour: wantsColour(process.stdout.isTTY, process.env),
  width: process.stdout.columns ?? 100,
  folder: process.env["INIT_CWD"] ?? process.cwd(),
  fail: (code) => {
    exitCode = Math.max(exitCode, code);
  },
  signal: interrupted.signal,
});
process.exitCode = exitCode;
// What an interrupted start left behind in a library must not keep who pressed Ctrl-C waiting.
if (interrupted.signal.aborted) process.stdout.write("", () => process.exit(exitCode));
