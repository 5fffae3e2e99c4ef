const printedDay = /(\d{4})\s{0,4}[-/.年]\s{0,4}(\d{1,2})\s{0,4}[-/.月]\s{0,4}(\d{1,2})(?!\d)/u;

/**
 * The first calendar day printed in a text as `YYYY-MM-DD`, or null. Full-width digits and split forms are read.
 *
 * `发布时间：2011- 09- 01 14: 58: 15` → `2011-09-01`
 */
export function calendarDay(text: string): string | null {
  const match = printedDay.exec(text.normalize("NFKC"));
  if (match === null) return null;
  const [, year = "", month = "", day = ""] = match;
  return isRealDay(Number(year), Number(month), Number(day))
    ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
    : null;
}

/**
 * The day inside an address, which is when the page was made rather than published.
 *
 * `/xszg/202402/t20240221_21704097.shtml` → `2024-02-21`; `/art/2024/3/27/art_12_20417.html` → `2024-03-27`;
 * `/c/2023-01-29/4656419.shtml` → `2023-01-29`
 */
export function dayInUrl(url: string): { day: string; text: string } | null {
  const compact = /\/t((\d{4})(\d{2})(\d{2}))_\d/u.exec(url);
  if (compact !== null) {
    const [, text = "", year = "", month = "", date = ""] = compact;
    const day = calendarDay(`${year}-${month}-${date}`);
    return day === null ? null : { day, text: `t${text}` };
  }
  const folders = /\/(\d{4}[/-]\d{1,2}[/-]\d{1,2})\//u.exec(url)?.[1];
  const day = folders === undefined ? null : calendarDay(folders);
  return folders === undefined || day === null ? null : { day, text: folders };
}

function isRealDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1949 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}
