const digits = Array.from("零一二三四五六七八九");

/** 1 to 99 in Chinese: 12 is 十二. */
export function chineseOf(value: number): string {
  if (value < 10) return digits[value] ?? "";
  const tens = Math.floor(value / 10);
  const rest = value % 10;
  return `${tens === 1 ? "" : (digits[tens] ?? "")}十${rest === 0 ? "" : (digits[rest] ?? "")}`;
}

/** The same style of enumerator with another number: （三） and 5 give （五）; "" stays "". */
export function numberedLike(printed: string, value: number): string {
  if (/\d/u.test(printed)) return printed.replace(/\d+/u, String(value));
  if (/[０-９]/u.test(printed)) {
    const wide = String(value).replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfe_e0));
    return printed.replace(/[０-９]+/u, wide);
  }
  return printed.replace(/[一二三四五六七八九十]+/u, chineseOf(value));
}

/** The number that an enumerator prints, 0 where it prints none. */
export function numberIn(printed: string): number {
  const plain = printed.normalize("NFKC");
  const arabic = /\d+/u.exec(plain);
  if (arabic !== null) return Number(arabic[0]);
  const run = /[一二三四五六七八九十]+/u.exec(plain)?.[0] ?? "";
  return Array.from({ length: 99 }, (_, at) => at + 1).find((value) => chineseOf(value) === run) ?? 0;
}
