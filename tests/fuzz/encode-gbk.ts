/** Text as GBK bytes, with the table that the decoder itself yields; `?` for what GBK has not. */
export function gbkEncoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((character) => {
        const code = character.charCodeAt(0);
        return code < 0x80 ? [code] : (table.get(character) ?? [0x3f]);
      }),
    );
}
