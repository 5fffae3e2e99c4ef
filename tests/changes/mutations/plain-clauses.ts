/** Clauses of a text that print no figure, date, title or name: to edit them changes words alone. */
export function plainClauses(text: string): { start: number; end: number }[] {
  const found = [...text.matchAll(/[^，。；：！？\s,;:]{6,}(?=[，；,;])/gu)];
  return found
    .filter(([words]) => !/[\d一二两三四五六七八九十百千万亿０-９《》()（）“”‘’"']/u.test(words))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
