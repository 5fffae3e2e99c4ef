/** What a character can be to a comparison, as bits. */
export const signClass = {
  clauseMark: 1,
  sentenceMark: 2,
  closer: 4,
  space: 8,
  digit: 16,
  chineseDigit: 32,
  titleMark: 64,
  /** 年, 月 and what stands between the numbers of a date. */
  dateSign: 128,
  /** What can follow a numeral that counts something: the first character of a unit, or a scale. */
  unitStart: 256,
  /** Any character of a unit or a scale. */
  unitPart: 512,
} as const;

const unitStarts =
  "余多万亿个平立美人公千小分大方周元名条项件次起家户处所宗份篇场轮批年天米亩吨台辆套座栋支位本册期门倍级类幅顷卷间盏株棵艘号日月岁段张片村镇县%％‰";

const members: readonly (readonly [number, string])[] = [
  [signClass.clauseMark, "。！？!?\n，,；;：:∶"],
  [signClass.sentenceMark, "。！？!?\n"],
  [signClass.closer, "”’」』）)】》〉"],
  [
    signClass.space,
    " \t\n\v\f\r\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\u200B\u200C\u200D\u2060\uFEFF\u00AD",
  ],
  [signClass.digit, "0123456789０１２３４５６７８９"],
  [signClass.chineseDigit, "〇○零一二两三四五六七八九十百千"],
  [signClass.titleMark, "《〈"],
  [signClass.dateSign, "年月-/.．"],
  [signClass.unitStart, unitStarts],
  [signClass.unitPart, `${unitStarts}百十点里时民币克斤钟面`],
];

function classTable(): Uint16Array {
  const table = new Uint16Array(0x1_00_00);
  for (const [bit, signs] of members)
    for (let at = 0; at < signs.length; at += 1) {
      const code = signs.charCodeAt(at);
      table[code] = (table[code] ?? 0) | bit;
    }
  return table;
}

const table = classTable();

/** The classes of the character of a code. */
export const classOf = (code: number): number => table[code] ?? 0;

/**
 * The classes of the character at a place of a text, 0 beyond its ends: looked up, because every character is asked. Beyond the
 * ends there is no code, and a single look-up by none would slow all others down.
 */
export const classAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? classOf(text.charCodeAt(at)) : 0;
