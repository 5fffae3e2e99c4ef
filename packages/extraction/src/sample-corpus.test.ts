import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resolveSubject } from "@zhenggai/bodies";
import type { Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { misquoted, uncovered } from "./coverage.fixture.ts";
import { factsOf, fullWidthTwin, halfWidthTwin, withPlainIndents } from "./full-width-twin.fixture.ts";
import { normalizedView } from "./normalized-view.ts";
import { readNotice } from "./read-notice.ts";

const folder = fileURLToPath(new URL("../../../tests/simulator/sample/notices/", import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
if (files.length === 0) process.stdout.write("sample-corpus.test.ts: there are no sample notices\n");

type Sample = {
  readonly title: string;
  readonly kind: string;
  readonly text: string;
  readonly facts: ReadonlyMap<string, string>;
  readonly declared: Readonly<Record<string, number>>;
  readonly findingTitles: readonly string[];
};

/** Front matter of the samples: one `key: value` a line, one inline map, one list. */
function sampleOf(file: string): Sample {
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(folder + file, "utf8")) ?? [];
  const [head = "", stated = ""] = front.split(/^facts:.*$/m);
  const facts = new Map(
    [...stated.matchAll(/^ {2}(\w+): *([^{#\n][^#\n]*)/gm)].map(([, key = "", value = ""]) => [key, value.trim()]),
  );
  const declared = /^ {2}declared: *\{(.*)\}/m.exec(stated)?.[1] ?? "";
  const title = /^title: *(.*)$/m.exec(head)?.[1] ?? "";
  return {
    title,
    kind: /^kind: *(\w+)/m.exec(head)?.[1] ?? "rectification",
    text: `${title}\n\n${body}`,
    facts,
    declared: Object.fromEntries(
      [...declared.matchAll(/(\w+): *(\d+)/g)].map(([, key = "", value]) => [key, Number(value)]),
    ),
    findingTitles: [...stated.matchAll(/^ {4}- (.*)$/gm)].map(([, entry = ""]) => normalizedView(entry.trim()).text),
  };
}

/** Sizes of the rectification as the notice states them; a figure stated twice counts once. */
function sizes(notice: Notice): unknown {
  const stated = notice.declared.filter(({ metric }) => !/Completed|Due/.test(metric));
  const figures = new Map<string, Set<number>>();
  for (const { metric, value } of stated) figures.set(metric, (figures.get(metric) ?? new Set()).add(value));
  return Object.fromEntries(
    [...figures].map(([metric, values]) => [metric, values.size === 1 ? [...values][0] : [...values]]),
  );
}

type Read = { readonly file: string; readonly sample: Sample; readonly notice: Notice };

const readings: readonly Read[] = files.map((file) => {
  const sample = sampleOf(file);
  return { file, sample, notice: readNotice({ text: sample.text }, { resolveSubject }) };
});
const rectifications = readings.filter(({ sample }) => sample.kind === "rectification");
const ofInspection = readings.filter(({ sample }) => sample.kind === "rectification" || sample.kind === "stationing");
const others = readings.filter(({ sample }) => sample.kind !== "rectification");

function printed(sample: Sample, key: string): string | null {
  const value = sample.facts.get(key);
  return value === undefined || value === "null" ? null : value;
}

describe("the sample notices", () => {
  it.each(readings)("$file is read without loss", ({ notice }) => {
    expect(uncovered(notice)).toBe("");
    expect(misquoted(notice)).toEqual([]);
  });

  it.each(ofInspection)("$file tells of the inspection and the subject", ({ sample, notice }) => {
    expect(notice.kind).toBe(sample.kind);
    expect({ ...notice.inspection, signedBy: notice.signedBy, signedOn: notice.signedOn }).toMatchObject({
      level: printed(sample, "level"),
      team: printed(sample, "team"),
      round: printed(sample, "round"),
      startedOn: printed(sample, "startedOn"),
      endedOn: printed(sample, "endedOn"),
      feedbackOn: printed(sample, "feedbackOn"),
      signedBy: printed(sample, "signedBy"),
      signedOn: printed(sample, "signedOn"),
    });
    expect(notice.subject).toMatchObject({
      name: printed(sample, "subject"),
      bodyKind: printed(sample, "bodyKind"),
      resolution: "exact",
    });
  });

  it.each(rectifications)(
    "$file has the findings, measures and totals that a careful reader finds",
    ({ sample, notice }) => {
      expect(notice.findings.map(({ title }) => title)).toEqual(sample.findingTitles);
      expect(String(notice.findings.length)).toBe(printed(sample, "findings"));
      expect(String(notice.findings.flatMap(({ measures }) => measures).length)).toBe(printed(sample, "measures"));
      expect(sizes(notice)).toEqual(sample.declared);
    },
  );

  // The kind in the front matter of the short notice is not held against the reader: 审查调查 is an investigation, 处分 is discipline.
  it.each(others)("$file is of another kind and has no findings", ({ notice }) => {
    expect(notice.kind).not.toBe("rectification");
    expect(notice.findings).toEqual([]);
  });
});

describe.each(readings.map(({ file, sample }) => [file, sample] as const))("%s", (_, { text }) => {
  it("says the same in half width as in full width", () => {
    const half = halfWidthTwin(withPlainIndents(text));
    const [narrow, wide] = [half, fullWidthTwin(half)].map((twin) => readNotice({ text: twin }, { resolveSubject }));
    if (narrow === undefined || wide === undefined) throw new Error("no twins");
    expect(wide.text).not.toBe(narrow.text);
    expect(factsOf(wide)).toEqual(factsOf(narrow));
    expect(misquoted(wide)).toEqual([]);
  });
});
