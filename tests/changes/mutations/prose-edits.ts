import type { DraftProse } from "./draft.ts";
import { isFree, lock, type Bench, type Edit } from "./mutation.ts";
import { clauses } from "./words.ts";

type Hit = { readonly block: DraftProse; readonly at: number; readonly words: string };

/** Whether a line is of the notice itself: page furniture, headings and header lines are no place to write prose. */
const isProse = (line: string): boolean =>
  line.length > 40 && line.includes("。") && !/(?:电话|邮编|邮箱|邮政|地址|联系|http|免责|转载|来源)/u.test(line);

function hitsIn(bench: Bench, pattern: RegExp): Hit[] {
  return bench.draft.blocks.flatMap((block) => {
    if (block.type !== "prose" || !isFree(bench, block)) return [];
    return [...block.text.matchAll(pattern)].flatMap((match): Hit[] => {
      const start = block.text.lastIndexOf("\n", match.index) + 1;
      const end = block.text.indexOf("\n", match.index);
      const line = block.text.slice(start, end === -1 ? block.text.length : end);
      const isInTitle = block.text.lastIndexOf("《", match.index) > block.text.lastIndexOf("》", match.index);
      const isInQuotes = block.text.lastIndexOf("“", match.index) > block.text.lastIndexOf("”", match.index);
      return isProse(line) && !isInTitle && !isInQuotes ? [{ block, at: match.index, words: match[0] }] : [];
    });
  });
}

function replaceHit(bench: Bench, hit: Hit, words: string): void {
  hit.block.text = hit.block.text.slice(0, hit.at) + words + hit.block.text.slice(hit.at + hit.words.length);
  lock(bench, hit.block);
}

const sentenceInserted: Edit = (bench) => {
  const hit = bench.dice.pick(hitsIn(bench, /(?<=[\u4E00-\u9FA5])。(?=[\u4E00-\u9FA5])/gu));
  if (hit === undefined) return null;
  replaceHit(bench, hit, `。${bench.dice.pick(clauses) ?? ""}。`);
  return [{ kind: "text-edited", finding: null, measure: null }];
};

const sentenceDeleted: Edit = (bench) => {
  const hits = hitsIn(bench, /(?<=。)[^。\n《》“”]{12,60}。(?=[\u4E00-\u9FA5])/gu).filter(
    ({ words }) => !/[\d一二三四五六七八九十两]|巡视组|反馈/u.test(words),
  );
  const hit = bench.dice.pick(hits);
  if (hit === undefined) return null;
  replaceHit(bench, hit, "");
  return [{ kind: "text-edited", finding: null, measure: null }];
};

/** One word for another of another sense: softened or sharpened. */
const proseWordReplaced: Edit = (bench) => {
  const hit = bench.dice.pick(hitsIn(bench, /(?:全面|坚决|立即|全部|严肃|切实|认真)(?=[\u4E00-\u9FA5])/gu));
  if (hit === undefined) return null;
  replaceHit(bench, hit, hit.words === "全部" ? "基本" : "逐步");
  return [{ kind: "text-edited", finding: null, measure: null }];
};

export const proseEdits: Readonly<Record<string, Edit>> = { sentenceInserted, sentenceDeleted, proseWordReplaced };
