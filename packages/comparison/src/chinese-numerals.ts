const digits = new Map(Array.from("〇零一二三四五六七八九").map((sign, at) => [sign, Math.max(0, at - 1)] as const));
digits.set("两", 2);
digits.set("○", 0);
const places = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** Value of a run without 万 and 亿: 三百零五 is 305, 二〇二三 is 2023, 十 is 10. */
function sectionValue(run: string): number {
  if (!Array.from(run).some((sign) => places.has(sign))) {
    return Array.from(run).reduce((total, sign) => total * 10 + (digits.get(sign) ?? 0), 0);
  }
  let total = 0;
  let pending = 0;
  for (const sign of run) {
    const place = places.get(sign);
    if (place === undefined) pending = digits.get(sign) ?? 0;
    else {
      total += (pending === 0 ? 1 : pending) * place;
      pending = 0;
    }
  }
  return total + pending;
}

/** Value of a Chinese numeral without scale words: 三十七 is 37, 一百零五 is 105. Null where it is none. */
export function chineseNumeral(run: string): number | null {
  return /^[〇零○一二两三四五六七八九十百千]+$/.test(run) ? sectionValue(run) : null;
}

/** Value of a printed ordinal in either script: 十二, 12, １２, ⑫. Null where there is none. */
export function ordinalOf(numbering: string): number | null {
  const plain = numbering.normalize("NFKC").replaceAll(/\p{Cf}/gu, "");
  const arabic = /\d+/.exec(plain);
  if (arabic !== null) return Number(arabic[0]);
  const chinese = /[一二三四五六七八九十百]+/.exec(plain);
  return chinese === null ? null : chineseNumeral(chinese[0]);
}
