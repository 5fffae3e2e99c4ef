import { expect } from "vitest";
import { allAtOnce, type ConformanceCase } from "./conformance-case.ts";
import { at } from "./samples.ts";

const host = "jw.yunting.example";
const aSecondAfter = (minute: number): string => new Date(Date.parse(at(minute)) + 1000).toISOString();

export const hostCases: readonly ConformanceCase[] = [
  {
    title: "of 8 crawlers that want a host at once, one gets it and the others a time to ask again",
    run: async ({ hosts }) => {
      const answers = await allAtOnce(8, (n) => hosts.acquire(host, `crawler-${n}`, at(0), at(5)));
      expect(answers.filter((answer) => answer === null)).toHaveLength(1);
      expect(new Set(answers.filter((answer) => answer !== null))).toEqual(new Set([aSecondAfter(0)]));
      expect(await hosts.acquire("jw.wanglu.example", "crawler-0", at(0), at(5))).toBeNull();
    },
  },
  {
    title: "a busy host is asked again soon, at the latest when its lease ends; its holder may renew",
    run: async ({ hosts }) => {
      const soon = new Date(Date.parse(at(0)) + 300).toISOString();
      expect(await hosts.acquire(host, "a", at(0), soon)).toBeNull();
      expect(await hosts.acquire(host, "b", at(0), at(5))).toBe(soon);
      expect(await hosts.acquire(host, "a", at(0), at(5))).toBeNull();
      expect(await hosts.acquire(host, "b", at(0), at(5))).toBe(aSecondAfter(0));
    },
  },
  {
    title: "the lease of a crawler that died is free when it ends, and the dead one's release is ignored",
    run: async ({ hosts }) => {
      await hosts.acquire(host, "dead", at(0), at(5));
      expect(await hosts.acquire(host, "b", at(5), at(9))).toBeNull();
      await hosts.release(host, "dead", at(0));
      expect(await hosts.acquire(host, "c", at(6), at(9))).toBe(aSecondAfter(6));
    },
  },
  {
    title: "after a release the pace holds for everyone, then the host is free",
    run: async ({ hosts }) => {
      await hosts.acquire(host, "a", at(0), at(5));
      await hosts.release(host, "a", at(2));
      expect(await hosts.acquire(host, "a", at(1), at(5))).toBe(at(2));
      expect(await hosts.acquire(host, "b", at(1), at(5))).toBe(at(2));
      expect(await hosts.acquire(host, "b", at(2), at(5))).toBeNull();
    },
  },
];
