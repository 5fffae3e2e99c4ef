import { calendarDay } from "./calendar-day.ts";
import { labelledValues } from "./header-facts.ts";
import type { PageLine } from "./page-outline.ts";

const leadingDay = /^[（(【[]?\s?\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}/u;
/** The clock of a site's masthead: `2024年3月27日 星期三 欢迎访问`. */
const today = /星期|今天|欢迎|周[一二三四五六日]/u;
const longest = 160;

/**
 * The line `发布日期：2024-03-27信息来源：清风样例网字号：[ 大 中 小 ]` (values may touch the next label), or a bare
 * `2023-06-27 09:02 样例省纪委监委网站`.
 */
export function isHeaderLine(line: PageLine): boolean {
  const { text, linkLength } = line;
  if (isLabelledHeader(text)) return true;
  if (text.length >= 60 || text.includes("。") || linkLength * 3 > text.length) return false;
  return leadingDay.test(text) && calendarDay(text) !== null && !today.test(text);
}

/** As `isHeaderLine`, without the bare form: what may be cut off the head of a body. */
export function isLabelledHeader(text: string): boolean {
  if (text.length > longest || text.includes("。")) return false;
  const [first, ...others] = labelledValues(text);
  if (first === undefined || (first.span.start > 40 && others.length === 0)) return false;
  return calendarDay(text) !== null || [first, ...others].some(({ label }) => isSafeLabel(label));
}

/** `索引号：`, `发布日期`: a label whose value stands in the next cell. */
export function isLabelAlone(text: string): boolean {
  if (text.length > 12) return false;
  const label = text.replace(/[\s：:]/gu, "");
  const values = labelledValues(`${label}：`);
  return values.length === 1 && values[0]?.label === label;
}

/** Whether a line can be the value of the label before it: a name, a number, a day; of a counter only a number. */
export function isValueOf(label: string, text: string): boolean {
  if (/^(?:字|分享|打印|朗读|收藏|关闭)/u.test(label) || text.length > 40 || /[。；，]/u.test(text)) return false;
  return !/浏览|点击|阅读|访问/u.test(label) || /^\d{1,9}\s?次?$/u.test(text);
}

/** Labels that open no sentence of a notice; 时间 and 日期 do, therefore they need a day. */
function isSafeLabel(label: string): boolean {
  return /来源|稿源|字号|字体|索引号|浏览|点击|阅读|访问|公开方式|发布机构|文号|作者|编辑/u.test(label);
}
