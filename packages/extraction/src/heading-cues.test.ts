import { describe, expect, it } from "vitest";
import { isAreaHeading, isOrganizationHeading, isProgressHeading, statusOfLine } from "./heading-cues.ts";

describe("chapters about organization", () => {
  it.each(["整改工作基本情况", "整改期间的主要做法", "党工委履行巡察整改主体责任情况"])("%s is one", (title) => {
    expect([isOrganizationHeading(title), isProgressHeading(title)]).toEqual([true, false]);
  });

  it.each(["落实全面从严治党主体责任方面", "履行主体责任不到位"])("%s is none", (title) => {
    expect(isOrganizationHeading(title)).toBe(false);
  });

  it.each(["巡察反馈问题整改落实情况", "集中整改期内整改进展情况"])("%s tells of progress", (title) => {
    expect(isProgressHeading(title)).toBe(true);
  });
});

describe("isAreaHeading", () => {
  it.each(["落实从严治党责任方面", "推动发展成效不明显方面问题整改情况", "选人用人方面存在的问题"])(
    "takes %s",
    (title) => {
      expect(isAreaHeading(title)).toBe(true);
    },
  );
});

describe("statusOfLine", () => {
  it.each([
    ["整改状态：完成", "completed"],
    ["整改状态：阶段性完成", "ongoing"],
    ["完成情况：已完成", "completed"],
    ["整改情况：持续推进清淤。", null],
  ])("reads %s", (line, status) => expect(statusOfLine(line.normalize("NFKC"))).toBe(status));
});
