const PEOPLES =
  "土家|布依|哈尼|景颇|傈僳|仡佬|仫佬|毛南|纳西|拉祜|布朗|独龙|普米|撒拉|东乡|保安|裕固|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|" +
  "哈萨克|柯尔克孜|维吾尔|朝鲜|蒙古|壮|苗|侗|彝|藏|羌|傣|白|回|满|畲|瑶|黎|水|佤|怒|土|各";

const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:(?:${PEOPLES})族?)+自治([州县旗区])$`, "u");
const PLAIN_AUTONOMOUS = /^(.{2,}?)族?自治([州县旗区])$/u;
const LONG_SUFFIXES = ["特别行政区", "地区", "林区", "特区", "新区"];
const SUFFIXES = "省市县区旗盟";

/** How writers shorten a division's name: `short` without any suffix, `spoken` with a plain one. */
export type NameForms = { readonly short: string | null; readonly spoken: readonly string[] };

const formsOfAutonomous = (name: string): NameForms | null => {
  const [, stem, suffix] = AUTONOMOUS.exec(name) ?? PLAIN_AUTONOMOUS.exec(name) ?? [];
  if (stem === undefined || suffix === undefined) return null;
  const plain = suffix === "区" ? [] : [`${stem}${suffix}`];
  return { short: stem, spoken: [...plain, `${stem}自治${suffix}`].filter((form) => form !== name) };
};

const stemOf = (name: string): string | null => {
  if (name.length < 3 || !SUFFIXES.includes(name.slice(-1))) return null;
  const suffix = LONG_SUFFIXES.find((long) => name.length >= long.length + 2 && name.endsWith(long));
  return name.slice(0, -(suffix?.length ?? 1));
};

/**
 * The other forms in which a division's name is printed. A stem of one character (忠县) is never used alone.
 * Example: 样岭土家族苗族自治县 → short 样岭, spoken 样岭县 and 样岭自治县; 云汀区 → short 云汀.
 */
export const nameForms = (name: string): NameForms => {
  if (name.includes("自治")) {
    const autonomous = formsOfAutonomous(name);
    if (autonomous !== null) return autonomous;
  }
  return { short: stemOf(name), spoken: [] };
};
