import { describe, expect, test } from "vitest";
import { closingCases } from "./conformance-closing.ts";
import { deliveryCases, loadCases } from "./conformance-delivery.ts";
import { conformanceLimits, type MakeQueue } from "./conformance-kit.ts";
import { retryCases } from "./conformance-retry.ts";

/** The one set of rules that every queue keeps. */
export const queueConformance = (name: string, makeQueue: MakeQueue): void => {
  describe(`${name} keeps the rules of every queue`, () => {
    test.each([...deliveryCases, ...loadCases, ...retryCases, ...closingCases])("$title", async ({ run }) => {
      expect.hasAssertions();
      const queue = await makeQueue({ limits: conformanceLimits });
      try {
        await run(queue);
      } finally {
        await queue.close();
      }
    });
  });
};
