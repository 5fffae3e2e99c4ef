const ones = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A whole number below a billion as a careful clerk writes it: 10305 is “一万零三百零五”. */
export function printedHan(value: number): string {
  if (value === 0) return "零";
  const parts = [
    { count: Math.floor(value / 1e8), power: "亿" },
    { count: Math.floor(value / 1e4) % 1e4, power: "万" },
    { count: value % 1e4, power: "" },
  ];
  let text = "";
  for (const { count, power } of parts) {
    if (count === 0) continue;
    text += (text !== "" && count < 1000 ? "零" : "") + belowTenThousand(count, text === "") + power;
  }
  return text;
}

function belowTenThousand(value: number, isFirst: boolean): string {
  const figures = String(value).padStart(4, "0");
  const printed = Array.from(figures, (figure, at) =>
    figure === "0" ? "零" : (ones[Number(figure)] ?? "") + (["千", "百", "十", ""][at] ?? ""),
  );
  const text = printed
    .join("")
    .replaceAll(/零+/g, "零")
    .replace(/^零|零$/g, "")
    .replace(/零$/, "");
  return isFirst ? text.replace(/^一十/, "十") : text;
}
