const latinStop = /(?<=[\u4e00-\u9fff”")\]%])\.(?=\s|$|[\u4e00-\u9fff“"(\d①-⑳])/g;
const numberOfLine = /^\s{0,20}[([]?[一二三四五六七八九十百\d]{1,4}[)\]]?$/;

/**
 * Some offices type “.” for “。” throughout: “已完成整改28个问题.现将情况通报如下”. Where a text has no “。” at all, a stop behind Han ends a sentence,
 * but not one behind the number of a line (一.). Same length: offsets stay.
 */
export function withFullStops(text: string): string {
  if (text.includes("。") || !text.includes(".")) return text;
  return text.replaceAll(latinStop, (stop, at: number) => {
    const line = text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 30), at);
    return numberOfLine.test(line) ? stop : "。";
  });
}
