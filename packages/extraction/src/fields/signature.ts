import type { DateValue } from "@zhenggai/notice";
import type { Found } from "../found.ts";
import type { View } from "../normalized-view.ts";
import { dateInYear } from "../date-values.ts";
import { findDates } from "../find-dates.ts";
import type { Zones } from "../zones.ts";

export type Signature = {
  readonly signedBy: Found<string> | null;
  readonly signedOn: Found<DateValue> | null;
};

/** Reads who signed and when, on two lines or on one: “中共样州市云汀区委员会 2024年3月11日”. */
export function signatureOf(view: View, zones: Zones): Signature {
  const line = zones.signedLine;
  const date = line ? findDates(line.text).at(-1) : undefined;
  const signedOn = line && date?.year ? dateInYear(date, date.year) : null;
  return {
    signedBy: signer(view, zones, date?.start ?? 0),
    signedOn:
      line && date && signedOn
        ? { value: signedOn, rule: "signature-date", span: view.span(line.start + date.start, line.start + date.end) }
        : null,
  };
}

function signer(view: View, zones: Zones, dateStart: number): Found<string> | null {
  if (zones.signer) {
    const { text, start, end } = zones.signer;
    return { value: apart(text), rule: "signature-line", span: view.span(start, end) };
  }
  const line = zones.signedLine;
  const printed = line?.text.slice(0, dateStart).replace(/\($/, "").trim() ?? "";
  if (!line || printed.length < 3) return null;
  return {
    value: apart(printed),
    rule: "signature-on-date-line",
    span: view.span(line.start, line.start + printed.length),
  };
}

/** “中共样州市云汀区委员会  样州市云汀区人民政府” are two. */
function apart(printed: string): string {
  return printed.replaceAll(/(?<=[会府组委局司])\s{1,8}(?=[\u4e00-\u9fff]{4})/g, "、");
}
