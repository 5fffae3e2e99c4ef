/** What a fault code stands for. */
export type FaultEntry = {
  readonly zh: string;
  readonly en: string;
  /** How to fix it: the command or setting. */
  readonly fix: { readonly zh: string; readonly en: string };
  readonly retry: "now" | "later" | "never";
  /** Process exit code: 1 unexpected, 2 usage or configuration, 3 dependency unreachable, 4 partial, 5 quality gate. */
  readonly exitCode: 1 | 2 | 3 | 4 | 5;
};
