import type { Dice } from "./dice.ts";

type Damage = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array;

const mostDamages = 4;
const longest = 60_000;
const encoder = new TextEncoder();
const snippets = [
  "<div><div><table><tr><td>",
  "</td></tr></table></div></body></html>",
  '<p style="display:none">',
  "<!--ZJEG_RSS.content.begin-->",
  "<!--ZJEG_RSS.content.end-->",
  "<script>",
  "<title>",
  "<textarea>",
  "<!--",
  "&#65533;&#0;&#x110000;&amp&nbsp",
  "（一）关于“",
  "省委第九巡视组巡视了",
  "2024年13月45日",
  "\u202E\u0000\uFEFF",
  '<meta charset="gbk">',
  '<div id="zoom">',
  "一是二是三是四是",
  "9".repeat(60),
].map((text) => encoder.encode(text));

const damages: readonly Damage[] = [
  cut,
  shuffle,
  flipBits,
  double,
  dropTags,
  splice,
  insertSnippet,
  dropQuotes,
  overwrite,
  removeRun,
];

/** A page with one to four damages; the same dice damage it the same. */
export function mutatePage(bytes: Uint8Array, dice: Dice, other: Uint8Array): Uint8Array {
  let damaged = bytes;
  for (let times = 1 + dice(mostDamages); times > 0; times -= 1) {
    const damage = damages[dice(damages.length)] ?? cut;
    damaged = damage(damaged, dice, other);
  }
  return damaged.subarray(0, longest);
}

function cut(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice(bytes.length);
  return dice(3) === 0 ? bytes.subarray(at) : bytes.subarray(0, at);
}

function shuffle(bytes: Uint8Array, dice: Dice): Uint8Array {
  const size = 20 + dice(2_000);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  for (let last = pieces.length - 1; last > 0; last -= 1) {
    const picked = dice(last + 1);
    const [a, b] = [pieces[last], pieces[picked]];
    if (a !== undefined && b !== undefined) [pieces[last], pieces[picked]] = [b, a];
  }
  return joined(pieces);
}

function flipBits(bytes: Uint8Array, dice: Dice): Uint8Array {
  const damaged = bytes.slice();
  for (let times = 1 + dice(40); times > 0; times -= 1) {
    const at = dice(damaged.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << dice(8));
  }
  return damaged;
}

function double(bytes: Uint8Array, dice: Dice): Uint8Array {
  const from = dice(bytes.length);
  const piece = bytes.subarray(from, from + dice(4_000));
  return joined([bytes.subarray(0, from), ...Array.from({ length: 2 + dice(4) }, () => piece), bytes.subarray(from)]);
}

function dropTags(bytes: Uint8Array, dice: Dice): Uint8Array {
  const kept: Uint8Array[] = [];
  const share = 2 + dice(20);
  let from = 0;
  for (let open = bytes.indexOf(0x3c); open !== -1; open = bytes.indexOf(0x3c, open + 1)) {
    const close = bytes.indexOf(0x3e, open);
    if (close === -1) break;
    if (dice(share) !== 0) continue;
    kept.push(bytes.subarray(from, Math.max(from, open)));
    from = Math.max(from, close + 1);
  }
  return joined([...kept, bytes.subarray(from)]);
}

function splice(bytes: Uint8Array, dice: Dice, other: Uint8Array): Uint8Array {
  const from = dice(other.length);
  const at = dice(bytes.length);
  return joined([bytes.subarray(0, at), other.subarray(from, from + dice(6_000)), bytes.subarray(at)]);
}

function insertSnippet(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice(bytes.length);
  const snippet = snippets[dice(snippets.length)] ?? bytes;
  const pieces = Array.from({ length: 1 + dice(30) }, () => snippet);
  return joined([bytes.subarray(0, at), ...pieces, bytes.subarray(at)]);
}

function dropQuotes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const share = 2 + dice(12);
  return bytes.filter((byte) => (byte !== 0x22 && byte !== 0x3e) || dice(share) !== 0);
}

function overwrite(bytes: Uint8Array, dice: Dice): Uint8Array {
  const damaged = bytes.slice();
  const from = dice(damaged.length);
  for (let at = from; at < Math.min(damaged.length, from + dice(200)); at += 1) damaged[at] = dice(256);
  return damaged;
}

function removeRun(bytes: Uint8Array, dice: Dice): Uint8Array {
  const from = dice(bytes.length);
  return joined([bytes.subarray(0, from), bytes.subarray(from + dice(3_000))]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
