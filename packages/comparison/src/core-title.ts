import { generalWords } from "./core-title-words.ts";
import { foldTypography } from "./typography.ts";

const quality =
  "有力|深入|到位|扎实|严格|规范|充分|彻底|及时|明显|精准|紧密|健全|完善|牢固|坚决|全面|细致|严密|均衡|平衡|显著|理想|强|高|严|实|紧|足|大|多|好|深|准|快|优|畅|牢|佳|力|够";

/** Verdicts that stand at the end of nearly every title and say nothing about the matter. */
const verdicts = [
  new RegExp(`(?:成效|效果|力度|质效)?(?:还|仍|仍然)?(?:不够|不太|不)(?:${quality})`, "gu"),
  /(?:仍|还)?(?:存在|有)(?:一定|较大|明显)?(?:的)?(?:差距|不足|短板|弱项|薄弱环节|漏洞|隐患|欠缺|偏差|问题)/gu,
  /(?:有待|亟待|亟需|仍需|尚需|需要?)(?:进一步)?(?:加强|提高|提升|改善|完善|优化|强化|压实|规范)/gu,
  /宽松软|失之于宽|针对性不强|力度不(?:够|大|足)|重视程度不够|重建轻管|疏于管(?:理|护)|失管失察|屡查屡有|只增不减|久拖不(?:决|治|结)|管理粗放|监管空白|混乱|隐患|沉淀|缺位|缺失|缺乏|滞后|乏力|薄弱|弱化|虚化|淡化|偏[弱低少慢软]|低效|短板明显|隐患突出|流于形式|走过场|时有发生|问题突出|较为突出|有差距|有偏差|重视不够|(?:依然|仍然|依旧|长期|普遍)存在|(?:进展|推进|落实)缓慢|屡禁不止|仍有发生/gu,
  /^关于|问题$|方面$|等问题|的问题|工作$/gu,
];

/**
 * What a finding is about: its title without evaluative words. The whole title where nothing else is left.
 * Example: 园区项目监管不够有力 and 园区项目监管存在差距 are both 园区项目监管.
 */
export function coreTitle(title: string): string {
  const folded = foldTypography(title);
  const core = verdicts.reduce((rest, verdict) => rest.replace(verdict, ""), folded);
  return core === "" ? folded : core;
}

/** Between the pieces that are left when words are taken out: no pair of characters reaches across a line. */
const gap = "\n";

/** General words by their first character, longest first. */
const generalByLead: ReadonlyMap<string, readonly string[]> = (() => {
  const byLead = new Map<string, string[]>();
  for (const word of [...new Set(generalWords)].sort((one, other) => other.length - one.length)) {
    const lead = word.charAt(0);
    byLead.set(lead, [...(byLead.get(lead) ?? []), word]);
  }
  return byLead;
})();

function withGapsForGeneralWords(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length;) {
    const word = generalByLead.get(text.charAt(at))?.find((one) => text.startsWith(one, at));
    rest += word === undefined ? text.charAt(at) : gap;
    at += word?.length ?? 1;
  }
  return rest;
}

const years = /\d{4}年/gu;
const particles =
  /[的了和与及或等在中对上下为还仍是有不未无被把将向从到以于之而且并也都就、，。；：“”"‘’《》（）()·\s]+/gu;
/** A piece of one character is the rest of a word that was cut. */
const leastPiece = 2;

/** Words that any title may use, taken out; what is left between them, "" where nothing is. Example: 档案审核管理与巡河 → 巡河. */
export const withoutGeneralWords = (core: string): string =>
  withGapsForGeneralWords(core.replace(years, gap))
    .replace(particles, gap)
    .split(gap)
    .filter((piece) => piece.length >= leastPiece)
    .join(gap);
