/** By their units: to look a cut-out character up by its name costs far more. */
const digits: ReadonlyMap<number, number> = new Map(
  ["〇○零", "一", "二两", "三", "四", "五", "六", "七", "八", "九"].flatMap((printed, value) =>
    Array.from(printed, (character): [number, number] => [character.charCodeAt(0), value]),
  ),
);

function digitValue(character: string): number | undefined {
  return digits.get(character.charCodeAt(0));
}

/** A printed number, arabic or Chinese, as a source of a regular expression: 1,287.6 · 12 · 十二 · 一百零五 · 三点五. */
export const printedNumber = String.raw`\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?|[一二两三四五六七八九十百千万亿零〇廿卅]{1,12}(?:点[一二三四五六七八九零]{1,4})?`;

/** Value of a printed number, or null: “一百零五” is 105, “1,287.6” is 1287.6, “三点五” is 3.5. */
export function numberValue(printed: string): number | null {
  if (beginsWithDigit(printed)) {
    const value = Number(printed.includes(",") ? printed.replaceAll(",", "") : printed);
    return Number.isFinite(value) ? value : null;
  }
  if (!printed.includes("点")) return hanValue(printed);
  const [whole = "", decimals] = printed.split("点");
  const value = hanValue(whole);
  if (decimals === undefined || value === null) return value;
  const fraction = Array.from(decimals, (digit) => digitValue(digit) ?? Number.NaN).join("");
  return fraction.includes("NaN") ? null : Number(`${value}.${fraction}`);
}

/** Whether an arabic digit comes first: 1,287.6 but not 十二; asked of every number, far oftener than a pattern should be. */
export function beginsWithDigit(printed: string): boolean {
  const unit = printed.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether an arabic digit comes last. */
export function endsWithDigit(printed: string): boolean {
  const unit = printed.charCodeAt(printed.length - 1);
  return unit >= 0x30 && unit <= 0x39;
}

/**
 * Value of a Chinese numeral, or null where it is none: “二十三” and “廿三” are 23, “三百二十万” 3,200,000, “一百五” 150, “二〇五” 205. “三四”
 * (three or four) is no number.
 */
export function hanValue(numeral: string): number | null {
  if (numeral.length <= 1) return numeral === "十" ? 10 : (digitValue(numeral) ?? belowTenThousand(numeral));
  if (/^[〇○零一二三四五六七八九]+$/.test(numeral)) return positionalValue(numeral);
  const parts = numeral.split("亿");
  const [high = "", low = ""] = parts.length > 1 ? parts : ["零", numeral];
  return parts.length > 2 ? null : joined(high, low);
}

function joined(high: string, low: string): number | null {
  const above = high === "" ? 1 : tenThousandsValue(high);
  const below = low === "" ? 0 : tenThousandsValue(low);
  return above === null || below === null ? null : above * 1e8 + below;
}

/** “二〇五”: digit by digit; two plain digits side by side are a guess (三四), not a number. */
function positionalValue(numeral: string): number | null {
  return numeral.length > 2 || /[零〇○]/.test(numeral) ? hanYear(numeral) : null;
}

/** “三万五” is 35,000: a last digit right behind 万, 千 or 百 counts the next lower power. */
function tenThousandsValue(numeral: string): number | null {
  const parts = numeral.split("万");
  if (parts.length === 1) return belowTenThousand(numeral);
  const [high = "", low = ""] = parts;
  const above = high === "" ? 1 : belowTenThousand(high);
  const below = low === "" ? 0 : belowTenThousand(low);
  if (above === null || below === null || parts.length > 2) return null;
  return above * 1e4 + below * (low.length === 1 && below < 10 ? 1000 : 1);
}

const digit = "[一二两三四五六七八九]";
/** Groups: thousands, hundreds, tens, 廿 or 卅, ones. */
const numeralOfFour = new RegExp(
  `^(?:(${digit}?)千)?[零〇]?(?:(${digit}?)百)?[零〇]?(?:(${digit}?)十|([廿卅]))?[零〇]?(${digit}?)$`,
);

function belowTenThousand(numeral: string): number | null {
  const groups = numeral === "" ? null : numeralOfFour.exec(numeral);
  if (groups === null) return null;
  const [, thousands, hundreds, tens, twenties, ones = ""] = groups;
  const counted = count(thousands) * 1000 + count(hundreds) * 100 + count(tens) * 10;
  const above = counted + (twenties === "廿" ? 20 : 0) + (twenties === "卅" ? 30 : 0);
  const isColloquial = ones !== "" && /[百千]$/.test(numeral.slice(0, -1));
  const nextPower = numeral.at(-2) === "百" ? 10 : 100;
  return above + (digitValue(ones) ?? 0) * (isColloquial ? nextPower : 1);
}

/** Times a power is printed: 十 alone is one ten, an absent power none. */
function count(printed: string | undefined): number {
  if (printed === undefined) return 0;
  return printed === "" ? 1 : (digitValue(printed) ?? 0);
}

/** Chinese numeral of 1 to 19, as enumerations print it: 12 is “十二”. */
export function hanNumeral(value: number): string {
  const ones = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  return value < 10 ? (ones[value] ?? "") : `十${ones[value - 10] ?? ""}`;
}

/** Year printed digit by digit: “二〇二三” is 2023. */
export function hanYear(numeral: string): number | null {
  let value = 0;
  for (const character of numeral) value = value * 10 + (digitValue(character) ?? Number.NaN);
  return Number.isNaN(value) ? null : value;
}
