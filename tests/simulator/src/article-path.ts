/** `/art/2024/3/27/art_12_20417.html`: month and day without zeros, as Hanweb writes them. */
export function hanwebPath(publishedAt: string, columnId: string, id: number): string {
  const [year = "", month = "", day = ""] = publishedAt.slice(0, 10).split("-");
  return `/art/${year}/${Number(month)}/${Number(day)}/art_${columnId}_${id}.html`;
}

/** `/xxgk/xszg/202303/t20230321_41234567.shtml`: the day in the address is the day before publication, as on zjsjw. */
export function trsPath(folder: string, publishedAt: string, id: number): string {
  const eve = new Date(`${publishedAt.slice(0, 10)}T00:00:00Z`);
  eve.setUTCDate(eve.getUTCDate() - 1);
  const day = eve.toISOString().slice(0, 10).replaceAll("-", "");
  return `${folder}${day.slice(0, 6)}/t${day}_${id}.shtml`;
}

/** A number that a name always gets again, between `from` and `from + 9999`. */
export function stableNumber(name: string, from: number): number {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return from + (hash % 10_000);
}
