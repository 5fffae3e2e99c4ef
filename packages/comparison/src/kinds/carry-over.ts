import type { Change, ChangeTarget, Span } from "@zhenggai/notice";
import { excerpt, makeChange, quote, type QuotedSides } from "../make-change.ts";
import { regionsOf, type FindingRegion } from "../regions.ts";
import { splitSentences } from "../sentences.ts";
import { sliceOf } from "../spans.ts";

const earlier = "(?:上一?[次轮届]|以往|以前|此前|历次|历届|前[几两一]?[次轮]|往年)";
const oversight = "(?:巡视|巡察|审计|督[查察]|检查)";
const undone =
  "(?:不够?到位|不够?彻底|不够?有力|不力|重视不够|不够重视|成效不(?:够)?明显|(?:有|存在)差距|未(?:整改|落实)?(?:到位|完成)|没有(?:整改)?到位|反弹|不实)";

/** An earlier inspection, its findings, and that they were not put right, in one sentence. */
const inProse = new RegExp(`${earlier}[^。；;\n]{0,12}${oversight}[^。；;\n]{0,40}整改[^。；;\n]{0,16}${undone}`, "u");
/** In the title of a finding an earlier inspection need not be called earlier: only one that is over can be rectified. */
const inTitle = new RegExp(`${oversight}[^。；;\n]{0,24}整改[^。；;\n]{0,16}${undone}|改了又犯|边改边犯|屡改屡犯`, "u");
/** Warnings against it are no admission. */
const warning = /防止|杜绝|避免|严防|是否|凡是|一旦|对于?整改不/u;

const isAdmission = (sentence: string): boolean => inProse.test(sentence) && !warning.test(sentence);

function admission(sides: QuotedSides, span: Span, target: ChangeTarget): Change {
  const after = quote(sides, "after", span);
  return makeChange({
    kind: "carry-over-admitted",
    target,
    before: null,
    after,
    operations: [{ op: "insert", before: null, after: span }],
    summary: {
      zh: `通报自己承认以往问题没有整改到位：“${excerpt(after)}”。`,
      en: `The notice itself admits that earlier findings were not put right: "${excerpt(after)}".`,
    },
  });
}

const admissionsIn = (sides: QuotedSides, spans: readonly Span[]): Span[] =>
  spans
    .flatMap((span) => splitSentences(sides.after.text, span))
    .filter((sentence) => isAdmission(sliceOf(sides.after.text, sentence)));

/** The heading where it admits it, else the sentences of the finding and its measures that do. */
function inFinding(sides: QuotedSides, region: FindingRegion): Change[] {
  const target: ChangeTarget = { part: "finding", finding: region.finding.n, measure: null, field: null };
  const { title } = region.finding;
  if ((inTitle.test(title) || inProse.test(title)) && !warning.test(title))
    return [admission(sides, region.heading, target)];
  const own = admissionsIn(sides, region.own).map((span) => admission(sides, span, { ...target, part: "text" }));
  const measures = region.measures.flatMap((measure) =>
    admissionsIn(sides, [measure.body]).map((span) =>
      admission(sides, span, { ...target, part: "measure", measure: measure.n }),
    ),
  );
  return [...own, ...measures];
}

/**
 * carry-over-admitted: the newer notice itself says that findings of an earlier inspection were not put right. Kept apart
 * from what we infer. Example: 上轮巡察反馈的个别问题整改不够到位
 */
export function carryOverOf(sides: QuotedSides): Change[] {
  const regions = regionsOf(sides.after);
  const target: ChangeTarget = { part: "text", finding: null, measure: null, field: null };
  return [
    ...admissionsIn(sides, regions.prose).map((span) => admission(sides, span, target)),
    ...regions.findings.flatMap((region) => inFinding(sides, region)),
  ];
}
