const digits: Readonly<Record<string, number>> = {
  〇: 0,
  "○": 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A printed number, arabic or Chinese, as a source of a regular expression: 1,287.6 · 12 · 十二 · 一百零五. */
export const printedNumber = String.raw`\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?|[一二两三四五六七八九十百千零]{1,9}`;

/** Value of a printed number, or null: “一百零五” is 105, “1,287.6” is 1287.6. */
export function numberValue(printed: string): number | null {
  if (/^\d/.test(printed)) {
    const value = Number(printed.replaceAll(",", ""));
    return Number.isFinite(value) ? value : null;
  }
  return hanValue(printed);
}

/** Value of a Chinese numeral below ten thousand, or null: “二十三” is 23. */
export function hanValue(numeral: string): number | null {
  let total = 0;
  let pending: number | null = null;
  for (const character of numeral) {
    const power = powers[character];
    if (power !== undefined) {
      total += (pending ?? 1) * power;
      pending = null;
      continue;
    }
    const digit = digits[character];
    if (digit === undefined) return null;
    pending = digit;
  }
  return numeral === "" ? null : total + (pending ?? 0);
}

/** Chinese numeral of 1 to 19, as enumerations print it: 12 is “十二”. */
export function hanNumeral(value: number): string {
  const ones = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  return value < 10 ? (ones[value] ?? "") : `十${ones[value - 10] ?? ""}`;
}

/** Year printed digit by digit: “二〇二三” is 2023. */
export function hanYear(numeral: string): number | null {
  let value = 0;
  for (const character of numeral) value = value * 10 + (digits[character] ?? Number.NaN);
  return Number.isNaN(value) ? null : value;
}
