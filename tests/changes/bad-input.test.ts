import { compareSuccessive, compareVersions } from "@zhenggai/comparison";
import { Fault, type Notice } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { mutationNotices, readText } from "./mutations/mutation-notices.ts";
import { printedNotice } from "./pairs/printed-notices.ts";
import { complaintsAbout } from "./properties.ts";

const faultOf = (text: string): string => {
  try {
    readText(text);
    return "";
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
};

const notice = readText(printedNotice);

/** The notice without its two sections of findings and work to come. */
const withoutFindings = readText(printedNotice.replace(/二、[\s\S]*(?=三、)/u, ""));
const withoutDates = readText(printedNotice.replaceAll(/\d{4}年\d+月\d+日|\d+月\d+日|\d{4}-\d\d-\d\d/gu, "近日"));

/** A notice with many findings; every tenth of them says another figure where `isEdited`. */
function manyFindings(count: number, isEdited: boolean): Notice {
  const findings = Array.from({ length: count }, (_, at) => {
    const figure = isEdited && at % 10 === 0 ? at + 7 : at + 3;
    return [
      `${at + 1}.关于“第${at}号河段管护责任不落实”问题的整改`,
      `一是逐段认领。划定${at}号河段责任田，设立公示牌${figure}块。二是按旬巡查。发现漂浮物当日清理。`,
    ].join("\n");
  });
  return readText(printedNotice.replace(/（一）关于[\s\S]*(?=三、持续)/u, `${findings.join("\n")}\n`));
}

/** Milliseconds of a processor, whatever else the machine does, that the slowest machine of ours may take, tenfold of what it does. */
const boundMs = 5_000;

function timed<Made>(make: () => Made): { made: Made; spentMs: number } {
  const before = process.cpuUsage();
  const made = make();
  const { user, system } = process.cpuUsage(before);
  return { made, spentMs: (user + system) / 1_000 };
}

describe("input that no comparison expects", () => {
  it("an empty text is refused with E5002, whatever else it was to be compared with", () => {
    expect(["", " \n\u3000\n", "\uFEFF"].map(faultOf)).toEqual(["E5002", "E5002", "E5002"]);
  });

  it("a notice without findings loses or gains all of them, and is itself compared with itself", () => {
    expect(withoutFindings.findings).toEqual([]);
    const removed = compareVersions(notice, withoutFindings).filter(({ kind }) => kind === "finding-removed");
    const added = compareVersions(withoutFindings, notice).filter(({ kind }) => kind === "finding-added");
    expect([removed.length, added.length]).toEqual([5, 5]);
    expect(compareVersions(withoutFindings, withoutFindings)).toEqual([]);
    expect(compareSuccessive(withoutFindings, notice).filter(({ kind }) => kind === "finding-new")).toHaveLength(5);
  });

  it("a notice without dates lost each of them, and nothing is made up for the gap between inspections", () => {
    const kinds = compareVersions(notice, withoutDates).map(({ kind }) => kind);
    expect(kinds).not.toContain("finding-removed");
    expect(compareSuccessive(withoutDates, withoutDates).map(({ kind }) => kind)).not.toContain("inspection-gap");
  });

  it("every two notices, of whatever kinds, give changes that make the one of the other", async () => {
    const notices = await mutationNotices();
    const short = notices.filter((one) => one.notice.text.length < 4_000).map((one) => one.notice);
    const pairs = short.flatMap((one, at) => short.slice(at + 1, at + 3).map((other) => [one, other] as const));
    const complaints = pairs.flatMap(([before, after]) => {
      const made = timed(() => compareVersions(before, after));
      expect(made.spentMs).toBeLessThan(boundMs);
      return complaintsAbout({ before, after, changes: made.made });
    });
    expect(complaints).toEqual([]);
  }, 60_000);

  it("2,000 findings are compared in bounded time, edits and all", () => {
    const [before, after] = [manyFindings(2_000, false), manyFindings(2_000, true)];
    expect(before.findings.length).toBeGreaterThanOrEqual(2_000);
    const { made, spentMs } = timed(() => compareVersions(before, after));
    expect(made.map(({ kind }) => kind)).toEqual(Array.from({ length: 200 }, () => "figure-changed"));
    expect(spentMs).toBeLessThan(boundMs);
  }, 60_000);

  it("2,000 findings against 2,000 others are added and removed, in bounded time", () => {
    const before = manyFindings(2_000, false);
    const other = readText(before.text.replaceAll("河段管护责任不落实", "泵站运维长期失管").replaceAll("河段", "泵站"));
    const { spentMs } = timed(() => compareVersions(before, other));
    expect(spentMs).toBeLessThan(4 * boundMs);
    const successive = timed(() => compareSuccessive(before, other));
    expect(successive.spentMs).toBeLessThan(4 * boundMs);
  }, 60_000);

  it("a text of one line, without a mark, of 200,000 characters is compared in bounded time", () => {
    const long = (sign: string): Notice => readText(`关于巡视整改进展情况的通报\n${sign.repeat(200_000)}`);
    const { made, spentMs } = timed(() => compareVersions(long("改"), long("正")));
    expect(made.length).toBeGreaterThan(0);
    expect(spentMs).toBeLessThan(boundMs);
  }, 60_000);
});
