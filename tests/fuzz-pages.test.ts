import { describe, expect, it } from "vitest";
import { basePages } from "./fuzz/base-pages.ts";
import { rollDice } from "./fuzz/dice.ts";
import { gbkEncoder } from "./fuzz/encode-gbk.ts";
import { hostilePages } from "./fuzz/hostile-pages.ts";
import { mutatePage } from "./fuzz/mutate-page.ts";
import { complaints, readPage, type ReadPage } from "./fuzz/read-page.ts";

const mutants = 10_000;
/** CPU time, so that a busy machine fails nothing. */
const longestMs = 2_000;
const mostMegabytes = 900;
const contentTypes = ["text/html", "text/html; charset=utf-8", "text/html; charset=gbk", null];
const encoder = new TextEncoder();
const decoder = new TextDecoder();

describe("damaged pages", async () => {
  const toGbk = gbkEncoder();
  const templates = (await basePages()).toSorted((a, b) => a.length - b.length);
  // Every third page as an old site serves it.
  const pages = templates.map((html, index) => (index % 3 === 0 ? toGbk(html) : encoder.encode(html)));

  /** Damage tears characters, which the reader refuses; half of the damaged UTF-8 pages lose the torn ones and are read. */
  const mended = (bytes: Uint8Array, seed: number): Uint8Array =>
    seed % 2 === 0 ? encoder.encode(decoder.decode(bytes).replaceAll("\uFFFD", "")) : bytes;

  it("are read or refused with a Fault, in bounded time, and never get an invented subject", () => {
    const wrong: string[] = [];
    const outcomes = { read: 0, exact: 0, refused: 0, slowestMs: 0 };
    for (let seed = 1; seed <= mutants; seed += 1) {
      const dice = rollDice(seed);
      // Short pages more often than long ones: they are damaged as well and read sooner.
      const [page, other] = [pages[dice(1 + dice(pages.length))], pages[dice(pages.length)]];
      if (page === undefined || other === undefined) throw new Error("the simulator serves no pages");
      const damaged = mended(mutatePage(page, dice, other), seed);
      const address = `http://qingfeng.yangli.example/art/2024/3/27/art_12_${seed}.html`;
      const read = readPage(damaged, contentTypes[dice(contentTypes.length)] ?? null, address);
      const found = complaints(read);
      if (read.cpuMs > longestMs) found.push(`took ${Math.round(read.cpuMs)} ms`);
      if (found.length > 0) wrong.push(`seed ${seed}: ${found.join("; ")}`);
      outcomes.read += read.notice === null ? 0 : 1;
      outcomes.refused += read.notice === null ? 1 : 0;
      outcomes.exact += read.notice?.subject.resolution === "exact" ? 1 : 0;
      outcomes.slowestMs = Math.max(outcomes.slowestMs, Math.round(read.cpuMs));
    }
    process.stdout.write(`fuzz-pages.test.ts: ${JSON.stringify(outcomes)}\n`);
    expect(wrong.slice(0, 20)).toEqual([]);
    // The damage must leave something to read, else nothing was tested.
    expect(outcomes.exact).toBeGreaterThan(mutants / 10);
  }, 300_000);
});

describe("hostile pages", () => {
  it.each(hostilePages)(
    "$name",
    ({ html }) => {
      const bytes = encoder.encode(html());
      const read = (): ReadPage =>
        readPage(bytes, "text/html; charset=utf-8", "http://a.example/art/2024/3/27/art_12_7.html");
      const before = process.memoryUsage.rss();
      const first = read();
      expect(complaints(first)).toEqual([]);
      // Once more where it was slow: the better of the two is the page's fault, the rest the machine's.
      const cpuMs = first.cpuMs < longestMs ? first.cpuMs : Math.min(first.cpuMs, read().cpuMs);
      expect(Math.round(cpuMs)).toBeLessThan(longestMs);
      expect((process.memoryUsage.rss() - before) / 1_048_576).toBeLessThan(mostMegabytes);
    },
    120_000,
  );
});
