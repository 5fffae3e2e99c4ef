import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLine, encodeLine } from "./log-line.ts";

const field = fc.oneof(fc.string(), fc.constantFrom("$binary", "$$binary", "$oid", "$", "a.b", "__proto__"));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(field, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

describe("a line of a collection's file", () => {
  it("brings back every document as it was, whatever its fields are called", () => {
    fc.assert(
      fc.property(value, (inner) => {
        const document = { _id: "a", inner };
        const line = encodeLine({ put: document });
        expect(line.indexOf("\n")).toBe(line.length - 1);
        expect(decodeLine(line.trimEnd())).toStrictEqual({ put: document });
      }),
    );
  });

  it("writes bytes as MongoDB's Extended JSON does", () => {
    const document = { _id: "a", bytes: new Uint8Array([255, 0]) };
    const line = encodeLine({ put: document });
    expect(line).toBe('{"put":{"_id":"a","bytes":{"$binary":{"base64":"/wA=","subType":"00"}}}}\n');
  });

  it.each([
    "",
    "{}",
    "null",
    '{"put":{}}',
    '{"put":{"_id":1}}',
    '{"delete":1}',
    '{"put":{"_id":"a"},"delete":"a"}',
    "{",
  ])("refuses %j", (line) => {
    expect(() => decodeLine(line)).toThrow(/JSON|Invalid/);
  });
});
