const headBytes = 16_384;
const labelPattern = /charset\s?=\s?["']?\s?([\w-]{2,24})/iu;

/**
 * The charset that a page claims for itself: in a meta tag (not inside a comment), else in an XML declaration, else in the header. The name
 * as `TextDecoder` spells it, null where nothing known is claimed.
 */
export function declaredCharset(bytes: Uint8Array, contentType: string | null): string | null {
  const head = withoutComments(new TextDecoder("latin1").decode(bytes.subarray(0, headBytes)));
  const inXml = /^\s{0,20}<\?xml [^>]{0,200}?encoding\s?=\s?["']([\w-]{2,24})/iu.exec(head)?.[1];
  const inHeader = labelPattern.exec(contentType ?? "")?.[1];
  return inMeta(head) ?? charsetName(inXml) ?? charsetName(inHeader);
}

function inMeta(head: string): string | null {
  for (const [tag] of head.matchAll(/<meta[\s/][^<>]{0,500}/giu)) {
    const charset = charsetName(labelPattern.exec(tag)?.[1]);
    if (charset !== null) return charset;
  }
  return null;
}

/** A declaration that somebody commented out declares nothing. */
function withoutComments(head: string): string {
  let kept = "";
  let from = 0;
  for (let start = head.indexOf("<!--"); start !== -1; start = head.indexOf("<!--", from)) {
    kept += head.slice(from, start);
    const end = head.indexOf("-->", start + 4);
    if (end === -1) return kept;
    from = end + 3;
  }
  return kept + head.slice(from);
}

/** The name that `TextDecoder` knows a label by, every GB label folded into gb18030, which contains them all. */
function charsetName(label: string | undefined): string | null {
  if (label === undefined) return null;
  if (/^(?:gb|x-gbk|cn-gb|csgb|csiso58gb|iso-ir-58|chinese|hz-gb|cp-?936|ms-?936|windows-936)/iu.test(label))
    return "gb18030";
  if (/^utf-?8/iu.test(label)) return "utf-8";
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === "gbk" ? "gb18030" : encoding;
  } catch {
    return null;
  }
}
