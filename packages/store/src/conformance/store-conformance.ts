import { describe, expect, it } from "vitest";
import type { Store } from "../store.ts";
import { captureAndVersionCases } from "./capture-cases.ts";
import { crawlCases } from "./crawl-cases.ts";
import { hostCases } from "./host-cases.ts";
import { ledgerCases } from "./ledger-cases.ts";
import { readingCases } from "./reading-cases.ts";
import { seriesCases } from "./series-cases.ts";

/** The one set of rules that every store keeps; `openStore` opens an empty one each time. */
export function storeConformance(name: string, openStore: () => Promise<Store>): void {
  describe(`${name} keeps the rules of every store`, () => {
    const cases = [
      ...crawlCases,
      ...captureAndVersionCases,
      ...seriesCases,
      ...readingCases,
      ...ledgerCases,
      ...hostCases,
    ];
    it.each(cases)("$title", async ({ run }) => {
      expect.hasAssertions();
      const store = await openStore();
      try {
        await store.ping();
        await run(store);
      } finally {
        await store.close();
      }
    });
    it("closing twice is harmless, and a closed store says that it can't be reached", async () => {
      const store = await openStore();
      await store.close();
      await store.close();
      await expect(store.ping()).rejects.toMatchObject({ code: "E3001" });
      await expect(store.pages.get("p")).rejects.toMatchObject({ code: "E3001" });
      await expect(store.blobs.get("b")).rejects.toMatchObject({ code: "E3001" });
    });
  });
}
