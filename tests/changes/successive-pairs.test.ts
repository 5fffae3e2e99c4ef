import { compareSuccessive } from "@zhenggai/comparison";
import type { Change, ChangeKind } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { readText } from "./mutations/mutation-notices.ts";
import { earlierWanglu, earlierXizhao, laterWanglu, laterXizhao } from "./pairs/successive-notices.ts";

/** What a pair must say, kind by kind: quotations, or values where they are dates and figures. */
type SuccessivePair = {
  readonly says: string;
  readonly texts: readonly [older: string, newer: string];
  readonly repeated: readonly (readonly [before: string, after: string])[];
  readonly dropped: readonly string[];
  readonly added: readonly string[];
  /** Finding and measure of the newer notice that admit an old problem. */
  readonly admitted: readonly (readonly [finding: number, words: string])[];
  readonly trends: readonly (readonly [metric: string, before: number, after: number])[];
  readonly gap: readonly [before: string, after: string];
};

const pairs: readonly SuccessivePair[] = [
  {
    says: "望麓: petitions and meetings come back, sand mining does not",
    texts: [earlierWanglu, laterWanglu],
    repeated: [
      ["信访积案化解不力", "信访积案化解缓慢"],
      ["会议文件过多过滥", "会议文件过多过滥"],
    ],
    dropped: ["河道采砂监管存在漏洞"],
    added: ["园区项目监管不够有力"],
    admitted: [[2, "上一轮省委巡视指出的信访积案问题整改不到位"]],
    trends: [
      ["partyAndGovernmentDiscipline", 31, 26],
      ["admonishment", 14, 11],
      ["moneyReturned", 4_075_000, 5_280_900],
    ],
    gap: ["2019-11-29", "2023-04-09"],
  },
  {
    says: "溪照: overdue grants and gas pipes come back, old buildings do not",
    texts: [earlierXizhao, laterXizhao],
    repeated: [
      ["惠企奖补资金兑现不及时", "惠企奖补资金兑现不及时，新的拖欠时有发生"],
      ["燃气管网老化失修", "燃气管网更新缓慢、带病运行"],
    ],
    dropped: ["文物建筑年久失修"],
    added: ["社区养老设施布点少"],
    admitted: [[1, "该问题在上次省委巡视时就已指出"]],
    trends: [
      ["partyDiscipline", 19, 24],
      ["systemsEstablished", 22, 30],
    ],
    gap: ["2018-05-26", "2023-03-20"],
  },
];

const ofKind = (changes: readonly Change[], kind: ChangeKind): Change[] =>
  changes.filter((change) => change.kind === kind);

describe("golden pairs of successive notices", () => {
  it.each(pairs)("$says", (pair) => {
    const changes = compareSuccessive(readText(pair.texts[0]), readText(pair.texts[1]));
    const quoted = (kind: ChangeKind, side: "before" | "after") =>
      ofKind(changes, kind).map((change) => change[side]?.text);
    expect(ofKind(changes, "notice-succeeded")).toHaveLength(1);
    expect(ofKind(changes, "finding-repeated").map(({ before, after }) => [before?.text, after?.text])).toEqual(
      pair.repeated,
    );
    expect(quoted("finding-dropped", "before")).toEqual(pair.dropped);
    expect(quoted("finding-new", "after")).toEqual(pair.added);
    expect(
      ofKind(changes, "carry-over-admitted").map(({ target, after }) => [target.finding, after?.text]),
    ).toMatchObject(pair.admitted.map(([finding, words]) => [finding, expect.stringContaining(words)]));
    const trends = ofKind(changes, "outcome-trend").map(({ target, before, after }) => [
      target.field,
      before?.value,
      after?.value,
    ]);
    expect(trends).toEqual(pair.trends);
    const [gap] = ofKind(changes, "inspection-gap");
    expect([gap?.before?.value, gap?.after?.value]).toEqual(pair.gap);
  });
});
