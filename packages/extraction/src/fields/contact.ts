import type { Contact, Evidence } from "@zhenggai/notice";
import { evidenceOf, type Found } from "../found.ts";
import type { View } from "../normalized-view.ts";
import type { Line } from "../paragraphs.ts";

export type ReadContact = { readonly contact: Contact | null; readonly evidence: readonly Evidence[] };

/** A pattern and what it can't do without: most lines hold none of it and need not be matched. */
type Look = { readonly pattern: RegExp; readonly signs: readonly string[]; readonly rule: string };

const phone =
  /(?:联系方式|联系电话|监督电话|受理电话|举报电话|值班电话|电话|热线)[^\d,;。]{0,6}(0?\d{2,4}\s?[-—–]{1,2}\s?\d{7,8}|1\d{10}|\d{7,8})(?!\d)/;
const address =
  /(?:邮政信箱|来信地址|通信地址|通讯地址|邮寄地址|联系地址|信访地址|来访地址|地址)\s?(?::|为|是)\s?([^,;。\n]{4,80}?)(?=\s?(?:[,;。]|$|\(?(?:邮编|邮政编码|(?:联系|监督)?电话|电子邮箱|邮箱|电子信箱|传真)))/;
const postcode = /(?:邮编|邮政编码)\s?(?::|为|是)?\s?(\d{6})(?!\d)/;
const email = /([A-Za-z0-9][\w.+-]{0,40}@[A-Za-z0-9][A-Za-z0-9-]{0,40}(?:\.[A-Za-z0-9-]{1,20}){1,4})/;

/** Reads the contact line, e.g. “联系电话:0990-5550101;邮政信箱:样州市云汀区委办公室201室,邮编:990102”. */
export function contactOf(view: View, lines: readonly Line[]): ReadContact {
  const fields = {
    phone: find(view, lines, { pattern: phone, signs: ["联系方式", "电话", "热线"], rule: "contact-phone" }),
    address: withoutRemark(
      view,
      find(view, lines, { pattern: address, signs: ["地址", "信箱"], rule: "contact-address" }),
    ),
    postcode: find(view, lines, { pattern: postcode, signs: ["邮编", "邮政编码"], rule: "contact-postcode" }),
    email: find(view, lines, { pattern: email, signs: ["@"], rule: "contact-email" }),
  };
  const isPrinted = Object.values(fields).some((found) => found !== null);
  const contact = {
    phone: fields.phone?.value ?? null,
    address: fields.address?.value ?? null,
    postcode: fields.postcode?.value ?? null,
    email: fields.email?.value ?? null,
  };
  const evidence = Object.entries(fields).flatMap(([field, found]) =>
    evidenceOf(`contact.${field}`, found?.found ?? null),
  );
  return { contact: isPrinted ? contact : null, evidence };
}

type Read = { readonly value: string; readonly start: number; readonly rule: string; readonly found: Found<string> };

function find(view: View, lines: readonly Line[], { pattern, signs, rule }: Look): Read | null {
  for (const line of lines) {
    if (!signs.some((sign) => line.text.includes(sign))) continue;
    const match = pattern.exec(line.text);
    const value = match?.[1];
    if (!match || value === undefined) continue;
    return reading(view, value.trimEnd(), line.start + match.index + match[0].lastIndexOf(value), rule);
  }
  return null;
}

function reading(view: View, value: string, start: number, rule: string): Read {
  return { value, start, rule, found: { value, rule, span: view.span(start, start + value.length) } };
}

/** What to write on the envelope is no part of the address. */
function withoutRemark(view: View, read: Read | null): Read | null {
  if (read === null) return null;
  const remark = read.value.search(/\((?:信封|请在|来信)?[^()]{0,8}注明/);
  return remark === -1 ? read : reading(view, read.value.slice(0, remark), read.start, read.rule);
}
