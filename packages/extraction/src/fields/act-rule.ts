import type { OutcomeMetric } from "@zhenggai/notice";
import type { FigureKind } from "./printed-figures.ts";

/** One act that the genre counts: the words before the number, or after it, and the metric for each kind of unit. */
export type ActRule = {
  readonly act: string;
  /** Of these characters one stands in whatever its words match, so that most rules need not be tried. */
  readonly sign: string;
  /** Words that end at the number: “给予党纪处分|13人”. */
  readonly lead: RegExp | null;
  /** Words that start behind the unit: “12名|责任人进行约谈”. */
  readonly rest: RegExp | null;
  /** Words before and words behind are both needed: “制定|5个|文件”. */
  readonly isBoth?: true;
  /** Must stand in the sentence. */
  readonly needs?: RegExp;
  /** Must not stand in the clause. */
  readonly refuses?: RegExp;
  /** Others count in the same words (立案 of the police, 线索 of a safety check): where the context says so, it is theirs. */
  readonly yieldsTo?: "law" | "anybody";
  readonly metrics: Readonly<Partial<Record<FigureKind, OutcomeMetric>>>;
};

/** Who is dealt with: “党员干部”, “相关责任人”, “单位负责人”. */
export const people =
  "(?:党员|领导|干部|公职|人员|国家|工作|机关|党政|企业|国企|单位|部门|行政|执法|村组|村居|村|社区|镇街|乡镇|街道|基层|区管|市管|县管|省管|科级|处级|县级|厅级|股级|副|正职|班子|成员|主要|分管|相关|有关|负有|负责人|负责|责任人|责任|书记|主任|局长|校长|同志|党组织|履职不力|履责不力|工作不力|不力|违纪|违规|违法|严重|直接|失职|失责|经办|管理|监管|问题|对象|当事人|个人|“一把手”|的|等|和|及|以上){0,8}";
const counting = "(?:处分|处理|处置|了|共计?|合计|总计|累计|人数|达到?|为|计|有|:|\\s|“|”|〔[^〔〕]{1,8}〕){0,4}";

/** The words, then perhaps who and how many in all, then the number. */
export function before(words: string): RegExp {
  return new RegExp(`(?:${words})${people}${counting}$`);
}

/** The number, then who, then the words; commas and 、 end it. */
export function after(words: string): RegExp {
  return new RegExp(`^[^,。;:、()]{0,30}?(?:${words})`);
}

/** The words, then up to `gap` other words of the same clause, then the number. */
export function loosely(words: string, gap: number, last = ""): RegExp {
  return new RegExp(`(?:${words})[^,。;:()]{0,${gap}}${last}${counting}$`);
}
