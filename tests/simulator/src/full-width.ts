const wide: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};
/** Addresses, mailboxes, clock times and grouped digits keep their narrow marks. */
const kept = /https?:\/\/[\x21-\x7e]+|[\w.-]+@[\w.-]+|\d+(?:[:,]\d+)+|[,:;?!()]/gu;

/** Chinese punctuation as the sites print it. The seeds are NFKC-normalized, so NFKC turns the result back into them. */
export function toFullWidth(text: string): string {
  return text.replace(kept, (piece) => wide[piece] ?? piece);
}
