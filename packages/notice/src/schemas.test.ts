import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changeSchema, operationSchema } from "./change.ts";
import { dateValueSchema, instantSchema } from "./date-value.ts";
import { exampleChange, exampleNotice } from "./example.fixture.ts";
import { outcomeMetricSchema, outcomeMetrics, outcomeScopeSchema } from "./figures.ts";
import { noticeSchema } from "./notice.ts";
import { spanSchema } from "./span.ts";
import { storedBlobSchema } from "./stored-crawl.ts";
import { subjectSchema } from "./subject.ts";

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

describe("a notice", () => {
  it("parses to itself", () => {
    expect(noticeSchema.parse(exampleNotice)).toEqual(exampleNotice);
  });

  it("refuses a key that the vocabulary does not know, at any depth", () => {
    const [finding] = exampleNotice.findings;
    const inspection = { ...exampleNotice.inspection, leader: "张某" };
    expect(accepts(noticeSchema, { ...exampleNotice, remark: "" })).toBe(false);
    expect(accepts(noticeSchema, { ...exampleNotice, inspection })).toBe(false);
    expect(accepts(noticeSchema, { ...exampleNotice, findings: [{ ...finding, mood: "" }] })).toBe(false);
  });

  it.each(Object.keys(exampleNotice))(
    "refuses to do without %s: what was not found is null or empty, not absent",
    (key) => {
      const rest = Object.entries(exampleNotice).filter(([name]) => name !== key);
      expect(accepts(noticeSchema, Object.fromEntries(rest))).toBe(false);
    },
  );

  it("resolves its subject to a six-digit division or not at all", () => {
    const division = { code: "9901", province: "样例省", city: null, county: null };
    expect(accepts(subjectSchema, { ...exampleNotice.subject, division })).toBe(false);
    expect(accepts(subjectSchema, { ...exampleNotice.subject, division: null, resolution: "guessed" })).toBe(false);
  });
});

describe("a span", () => {
  it("ends where it starts or later, at whole places from 0", () => {
    expect(accepts(spanSchema, { start: 3, end: 3 })).toBe(true);
    expect(accepts(spanSchema, { start: 4, end: 3 })).toBe(false);
    expect(accepts(spanSchema, { start: -1, end: 3 })).toBe(false);
    expect(accepts(spanSchema, { start: 0, end: 1.5 })).toBe(false);
  });
});

describe("a change", () => {
  it("parses to itself", () => {
    expect(changeSchema.parse(exampleChange)).toEqual(exampleChange);
  });

  it("has at least one operation: no event without one", () => {
    expect(accepts(changeSchema, { ...exampleChange, operations: [] })).toBe(false);
  });

  it("refuses unknown keys, unknown kinds, a score above 1 and an empty summary", () => {
    const [operation] = exampleChange.operations;
    expect(accepts(changeSchema, { ...exampleChange, at: "2026-11-21" })).toBe(false);
    expect(accepts(operationSchema, { ...operation, cost: 1 })).toBe(false);
    expect(accepts(changeSchema, { ...exampleChange, kind: "something-changed" })).toBe(false);
    expect(accepts(changeSchema, { ...exampleChange, score: 1.01 })).toBe(false);
    expect(accepts(changeSchema, { ...exampleChange, summary: { zh: "", en: "x" } })).toBe(false);
  });
});

describe("dates and instants", () => {
  it("a date is a day that exists, or a vague one with the words that were printed", () => {
    expect(accepts(dateValueSchema, "2024-02-29")).toBe(true);
    expect(accepts(dateValueSchema, "2023-02-29")).toBe(false);
    expect(accepts(dateValueSchema, "2024-2-9")).toBe(false);
    expect(accepts(dateValueSchema, { approximate: "2022-08-21", text: "8月下旬" })).toBe(true);
    expect(accepts(dateValueSchema, { approximate: "2022-08-21", text: "" })).toBe(false);
  });

  it("an instant carries its zone", () => {
    expect(accepts(instantSchema, "2026-11-21T08:00:00Z")).toBe(true);
    expect(accepts(instantSchema, "2026-11-21T08:00:00+08:00")).toBe(true);
    expect(accepts(instantSchema, "2026-11-21T08:00:00")).toBe(false);
  });
});

describe("figures", () => {
  it("every outcome metric has a Chinese term of its own", () => {
    expect(outcomeMetricSchema.options).toEqual(Object.keys(outcomeMetrics));
    const terms = Object.values(outcomeMetrics);
    expect(terms.every((term) => /^[\u4E00-\u9FFF（）]+$/.test(term))).toBe(true);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it("an outcome belongs to the notice, to the handover or to one finding", () => {
    expect(accepts(outcomeScopeSchema, "handover")).toBe(true);
    expect(accepts(outcomeScopeSchema, { finding: 2 })).toBe(true);
    expect(accepts(outcomeScopeSchema, { finding: 0 })).toBe(false);
    expect(accepts(outcomeScopeSchema, "chapter")).toBe(false);
  });
});

describe("stored bytes", () => {
  it("are known by their SHA-256", () => {
    const blob = { encoding: "gzip", bytes: new Uint8Array(2), size: 1, storedAt: "2026-11-21T08:00:00Z" };
    expect(accepts(storedBlobSchema, { ...blob, _id: "a".repeat(64) })).toBe(true);
    expect(accepts(storedBlobSchema, { ...blob, _id: "A".repeat(64) })).toBe(false);
    expect(accepts(storedBlobSchema, { ...blob, _id: "abc" })).toBe(false);
  });
});

describe("the data dictionary", () => {
  const documented = z.looseObject({ title: z.string().regex(/[\u4E00-\u9FFF]/), description: z.string().min(1) });
  const shapes = { notice: noticeSchema, change: changeSchema };

  it.each(Object.entries(shapes))(
    "%s: the whole and every field has a Chinese term and a sentence",
    (_name, schema) => {
      expect(schema.meta()).toEqual(documented.parse(schema.meta()));
      for (const [field, fieldSchema] of Object.entries(schema.shape)) {
        expect(documented.safeParse(fieldSchema.meta()).success, field).toBe(true);
      }
    },
  );

  it.each(Object.entries(shapes))("%s: JSON Schema carries the terms and closes the object", (_name, schema) => {
    const generated = z.toJSONSchema(schema);
    expect(generated.title).toBe(schema.meta()?.title);
    expect(generated.additionalProperties).toBe(false);
    expect(Object.keys(generated.properties ?? {})).toEqual(Object.keys(schema.shape));
  });
});
