import { describe, expect, it } from "vitest";
import { z } from "zod";
import { collectionNames, documentSchemas } from "../document-schemas.ts";
import { jsonSchemaOf } from "./json-schema-of.ts";

/** MongoDB refuses a validator with any other keyword. */
const allowed = new Set(
  "additionalProperties anyOf bsonType description enum exclusiveMinimum items maximum minimum minLength minItems multipleOf pattern properties required title type".split(
    " ",
  ),
);

function keywordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsOf);
  if (typeof schema !== "object" || schema === null) return [];
  const nested = Object.entries(schema).map(([keyword, value]): unknown => {
    if (keyword === "enum" || keyword === "required") return null;
    return keyword === "properties" ? Object.values(value) : value;
  });
  return Object.keys(schema).concat(nested.flatMap(keywordsOf));
}

describe("a validator made from a schema", () => {
  it.each(collectionNames)("of %s has only keywords that MongoDB knows, and refuses unknown fields", (name) => {
    const schema = jsonSchemaOf(documentSchemas[name]);
    expect(keywordsOf(schema).filter((keyword) => !allowed.has(keyword))).toEqual([]);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    expect(schema["required"]).toContain("_id");
    expect(JSON.stringify(schema)).not.toContain('"integer"');
  });

  it("says whole numbers, bytes, bounds, choices and null as MongoDB does", () => {
    const schema = z.strictObject({
      n: z.int().positive(),
      bytes: z.instanceof(Uint8Array),
      kind: z.enum(["区委", "县委"]).nullable(),
      version: z.literal(1),
      at: z.iso.date().meta({ title: "日期" }),
      properties: z.record(z.string(), z.number()),
    });
    expect(jsonSchemaOf(schema)).toEqual({
      type: "object",
      additionalProperties: false,
      required: ["n", "bytes", "kind", "version", "at", "properties"],
      properties: {
        n: { bsonType: "number", multipleOf: 1, minimum: 0, exclusiveMinimum: true, maximum: Number.MAX_SAFE_INTEGER },
        bytes: { bsonType: "binData" },
        kind: { anyOf: [{ type: "string", enum: ["区委", "县委"] }, { type: "null" }] },
        version: { type: "number", enum: [1] },
        at: { type: "string", title: "日期", pattern: expect.any(String) },
        properties: { type: "object", additionalProperties: { type: "number" } },
      },
    });
  });
});
