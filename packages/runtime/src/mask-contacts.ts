const email = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}/gi;

/** Not within a word, a decimal figure, a file name of a URL or an amount in yuan. */
const before = String.raw`(?<![\w０-９]|[\d０-９]\.)`;
const after = String.raw`(?![\w０-９]|\.\w|元(?!旦))`;
const digit = "[0-9０-９]";
const areaCode = `[0０]${digit}{2,3}`;
const landline = String.raw`(?:[（(]${areaCode}[）)]\s?|${areaCode}\s?[-—–－‐]{0,2}\s?)${digit}{7,8}`;
const mobile = `[1１][3-9３-９]${digit}(?:[- ]?${digit}{4}){2}`;
const phone = new RegExp(`${before}(?:${landline}|${mobile})${after}`, "g");

/**
 * Hides telephone numbers and e-mail addresses, as logs, console and exports must; the public hotline 12388 is no one's.
 * 联系电话：0990-5550123，邮箱：a@b.example → 联系电话：****，邮箱：****
 */
export function maskContacts(text: string): string {
  return text.replace(email, "****").replace(phone, "****");
}
