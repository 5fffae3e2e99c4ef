/**
 * Hides telephone numbers and e-mail addresses, as logs, console and exports must.
 * 联系电话：0990-5550123，邮箱：a@b.example → 联系电话：****，邮箱：****
 */
export function maskContacts(text: string): string {
  return text
    .replace(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g, "****")
    .replace(/(?<!\w)(?:0\d{2,3}[-—－ ]?\d{7,8}|1[3-9]\d{9}|12388)(?!\w)/g, "****");
}
