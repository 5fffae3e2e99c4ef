import { zoneSchema } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { bodyRegister } from "./body-register.ts";
import { resolveSubject } from "./resolve-subject.ts";
import { ZONES } from "./zones.ts";

describe("the register of zones", () => {
  it("has one entry per id, each as the schema wants it", () => {
    expect(new Set(ZONES.map(({ id }) => id)).size).toBe(ZONES.length);
    for (const { id, name, hostCode } of ZONES) zoneSchema.parse({ id, name, hostCode });
  });

  it("has hosts that exist and successors that exist", () => {
    const { periodsOf } = bodyRegister();
    const lostHosts = ZONES.filter(({ hostCode }) => periodsOf(hostCode).at(-1)?.to !== null);
    const lostSuccessors = ZONES.flatMap(({ successors }) => successors).filter(
      (id) => periodsOf(id.replace("division-", "")).length === 0,
    );
    expect([lostHosts, lostSuccessors]).toEqual([[], []]);
  });

  it("gives each name and alias to one zone, found by it in the zone's last year", () => {
    const found = ZONES.flatMap(({ id, name, aliases, from, to }) => {
      const on = `${to === null ? 2026 : Math.max(from, to - 1)}-06-01`;
      return [name, ...aliases].map((printed) => {
        const { bodyId } = resolveSubject({ name: printed, bodyKind: null, on, context: [] });
        return [printed, id, bodyId];
      });
    });
    expect(found.filter(([, id, bodyId]) => id !== bodyId)).toEqual([]);
  });
});
