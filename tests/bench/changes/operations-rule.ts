import { compareVersions } from "@zhenggai/comparison";
import { readText } from "../../changes/mutations/mutation-notices.ts";
import type { PeerRule, Reported } from "./peer-rules.ts";

const nowhere = { start: 0, end: 0 };

/** The comparison under test by the measure of the others: the operations of its changes, cosmetic ones left out. */
export const operationsRule: PeerRule = {
  name: "zhenggai compare",
  cannotSay: "",
  compare: (before, after) =>
    compareVersions(readText(before), readText(after))
      .filter((change) => change.kind !== "cosmetic")
      .flatMap((change) => change.operations)
      .map((operation): Reported => ({ before: operation.before ?? nowhere, after: operation.after ?? nowhere })),
};
