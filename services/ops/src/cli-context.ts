import type { Settings } from "@zhenggai/runtime";

/** What every command is given: results go to `print` (stdout), narration to `narrate` (stderr). */
export type CliContext = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The environment, parsed; throws E2002. */
  readonly settings: () => Settings;
  readonly print: (text: string) => void;
  readonly narrate: (text: string) => void;
  readonly colour: boolean;
  readonly width: number;
  /** Folder against which relative paths are read. */
  readonly folder: string;
  /** Records that the command ended with less than everything; the worst exit code wins. */
  readonly fail: (exitCode: number) => void;
  readonly signal: AbortSignal;
};
