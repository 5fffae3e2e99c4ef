import { expect, it } from "vitest";
import { periodBefore } from "./outcome-period.ts";

const period = (text: string): string | null => periodBefore(text, text.indexOf("处分"));

it.each([
  ["今年以来,全区处分3人", "今年以来"],
  ["2023年以来处分3人", "2023年以来"],
  ["巡视整改以来,共处分3人", "巡视整改以来"],
  ["整改期间,处分3人", "整改期间"],
  ["1—5月份,处分3人", "1—5月份"],
  ["2023年1—5月,处分3人", "2023年1—5月"],
  ["2023年8月至2024年1月,处分3人", "2023年8月至2024年1月"],
  ["今年上半年,处分3人", "今年上半年"],
  ["一季度处分3人", "一季度"],
  ["截至2月底,处分3人", "截至2月底"],
  ["截至目前,处分3人", "截至目前"],
  ["近三年来处分3人", "近三年来"],
  ["2023年,查处5起,处分3人", "2023年"],
  ["去年以来查处5起;1月至3月,处分3人", "1月至3月"],
])("%s: %s", (text, expected) => expect(period(text)).toBe(expected));

it.each(["2023年10月12日召开会议,处分3人", "2023年10月12日约谈。处分3人", "今年以来约谈9人。处分3人"])(
  "%s names none for the figure",
  (text) => expect(period(text)).toBeNull(),
);
