import { z } from "zod";

export type JsonSchema = { readonly [keyword: string]: unknown };

/** Keywords of MongoDB's `$jsonSchema` (draft 4 without `$ref`, `default`, `definitions`, `format`, `id`) that zod emits. */
const kept = new Set([
  "additionalProperties",
  "allOf",
  "anyOf",
  "bsonType",
  "description",
  "enum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "items",
  "maximum",
  "maxItems",
  "maxLength",
  "minimum",
  "minItems",
  "minLength",
  "multipleOf",
  "not",
  "oneOf",
  "pattern",
  "properties",
  "required",
  "title",
  "type",
  "uniqueItems",
]);

/** MongoDB's validator for a zod schema: what it can't express (refinements, formats without a pattern) is left out. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const draft4: JsonSchema = z.toJSONSchema(schema, {
    target: "draft-4",
    unrepresentable: "any",
    reused: "inline",
    override: ({ zodSchema, jsonSchema }) => {
      if (isBytes(zodSchema)) jsonSchema["bsonType"] = "binData";
    },
  });
  return translated(draft4);
}

const isBytes = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodCustom && z.safeParse(schema, new Uint8Array()).success && !z.safeParse(schema, {}).success;

function translated(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema).filter(([keyword]) => kept.has(keyword));
  return Object.fromEntries(entries.flatMap(([keyword, value]) => translatedKeyword(keyword, value)));
}

function translatedKeyword(keyword: string, value: unknown): [string, unknown][] {
  if (keyword === "type") return typeKeywords(value);
  if (keyword === "properties" && isObject(value)) {
    return [[keyword, Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, nested(inner)]))]];
  }
  return [[keyword, keyword === "enum" || keyword === "required" ? value : nested(value)]];
}

/** MongoDB has no type "integer"; the driver sends whole numbers as int, or as double beyond 2³¹. */
function typeKeywords(type: unknown): [string, unknown][] {
  if (type !== "integer") return [["type", type]];
  return [
    ["bsonType", "number"],
    ["multipleOf", 1],
  ];
}

function nested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nested);
  return isObject(value) ? translated(value) : value;
}

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
