import type { Change, ChangeTarget, Notice, Span } from "@zhenggai/notice";
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
/** An earlier inspection named it, and it is there again. Example: 该问题2018年市委巡察时已指出，去年又出现新的积压 */
const inRelapse = new RegExp(
  `(?:${earlier}|(\\d{4})年)[^。；;\n]{0,8}${oversight}[^。；;\n]{0,10}(?:指出|点名|反馈|提出|发现)[^。；;\n]{0,60}(?:又(?:有|形成|出现|发生|新增)|再[次度](?:发生|出现|反弹)|反弹|回潮|复发|复燃|(?:仍|依)然?(?:存在|未|没有|有)|依旧)`,
  "u",
);
/** Warnings against it are no admission, nor is that it did not come back. */
const warning =
  /防止|杜绝|避免|严防|是否|凡是|一旦|对于?整改不|(?:未|没有|不再|无一|不)(?:出现|发生)?(?:新的)?(?:反弹|回潮|复发|再次)/u;

/** The year of this inspection: what it names was found by itself, not earlier. */
function ownYear({ inspection: { startedOn, feedbackOn } }: Notice): string {
  const day = startedOn ?? feedbackOn;
  if (day === null) return "9999";
  return (typeof day === "string" ? day : day.approximate).slice(0, 4);
}

function isAdmission(sentence: string, year: string): boolean {
  if (warning.test(sentence)) return false;
  const relapse = inRelapse.exec(sentence);
  return inProse.test(sentence) || (relapse !== null && (relapse[1] ?? "") < year);
}

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

function admissionsIn(sides: QuotedSides, spans: readonly Span[]): Span[] {
  const { text } = sides.after;
  const year = ownYear(sides.after);
  return spans
    .flatMap((span) => splitSentences(text, span))
    .filter((sentence) => isAdmission(sliceOf(text, sentence), year));
}

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
