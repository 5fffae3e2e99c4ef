// Runs a command for as long as its parent lives: when standard input ends (the parent exited, was interrupted or killed),
// the command is stopped. So nothing that a test starts outlives it, whatever happens to the test.
import { spawn } from "node:child_process";

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });
let ending = false;
function end() {
  if (ending) return;
  ending = true;
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), 3_000).unref();
}
process.stdin.on("end", end).on("close", end).resume();
// Forwarded, so that a test may signal the keeper as if it were the command itself.
process.on("SIGTERM", end);
process.on("SIGINT", () => undefined);
process.on("SIGHUP", () => undefined);
child.on("error", (error) => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exit(127);
});
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
