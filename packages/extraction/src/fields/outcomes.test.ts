import type { Outcome } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { outcomesOf } from "./outcomes.ts";

function outcomes(text: string): readonly Outcome[] {
  return outcomesOf(normalizedView(text), { findings: [], sections: [], roles: [] });
}

describe("outcomesOf", () => {
  it.each([
    ["给予党纪处分13人、政务处分4人", ["partyDiscipline 13 人", "governmentDiscipline 4 人"]],
    ["立案后给予党纪政务处分10人次", ["partyAndGovernmentDiscipline 10 人次"]],
    ["给予2名干部党内警告处分，对3人予以诫勉", ["partyDiscipline 2 名", "admonishment 3 人"]],
    [
      "诫勉谈话4人，批评教育12人，移送司法机关1人",
      ["admonishment 4 人", "educationReminder 12 人", "transferToJudiciary 1 人"],
    ],
    ["建立健全制度三十七项", ["systemsEstablished 37 项"]],
    ["制定学习、议事、监督等五项制度", ["systemsEstablished 5 项"]],
    ["清退违规发放补贴62.8万元，挽回经济损失1.2亿元", ["moneyReturned 62.8 万元", "lossesRecovered 1.2 亿元"]],
    ["给予党纪处分0人", ["partyDiscipline 0 人"]],
  ])("reads %s", (text, expected) => {
    expect(outcomes(text).map(({ metric, value, unit }) => `${metric} ${value} ${unit}`)).toEqual(expected);
  });

  it.each([
    "公安机关行政处罚12人，抓获9人",
    "印发《关于党纪处分3人的通报》",
    "兑现奖补资金1287.6万元",
    "清缴企业欠租902万元",
    "约谈企业5家",
  ])("takes %s for no outcome", (text) => expect(outcomes(text)).toEqual([]));

  it("keeps breakdown, qualifier, period and base units", () => {
    const [discipline, money] = outcomes(
      "今年以来，给予党纪处分近9人（警告6人、严重警告3人），清退资金2650余万元。".replace("余万", "余万"),
    );
    expect(discipline).toMatchObject({ value: 9, qualifier: "近", period: "今年以来", text: "党纪处分近9人" });
    expect(discipline?.breakdown).toEqual([
      { label: "警告", value: 6, unit: "人" },
      { label: "严重警告", value: 3, unit: "人" },
    ]);
    expect(money).toMatchObject({ value: 2650, qualifier: "余", unit: "万元", amount: 26_500_000 });
  });
});
