import { cpus } from "node:os";

/** What figures were taken on: the processor, Node, and what Node was told about memory. */
export const machine = () => ({
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  node: process.version,
  flags: process.execArgv.filter((flag) => /^--(?:max|min|no-alloc)/.test(flag)),
});
