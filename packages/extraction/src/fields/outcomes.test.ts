import { outcomeMetrics, type Issue } from "@zhenggai/notice";
import { describe, expect, it } from "vitest";
import { normalizedView } from "../normalized-view.ts";
import { titleRanges } from "./documents.ts";
import { figureIssues, ignoredFigures } from "./figure-issues.ts";
import type { ReadFigures } from "./figures.ts";
import { readOutcomes } from "./outcomes.ts";

function figures(text: string): ReadFigures {
  const view = normalizedView(text);
  const range = { start: 0, end: view.text.length };
  const outline = { sections: [], titles: [], roles: [] };
  const documents = titleRanges(view.text);
  return { declared: [], ...readOutcomes(view, { range, findings: [], outline, later: [], taken: [], documents }) };
}

const outcomes = (text: string): readonly string[] =>
  figures(text).outcomes.map(({ metric, value, unit }) => `${metric} ${value} ${unit}`);
const issues = (text: string): readonly Issue["code"][] => figureIssues(figures(text)).map(({ code }) => code);
const ignored = (text: string): readonly string[] => ignoredFigures(figures(text)).map(({ rule }) => rule);

describe("figures of discipline", () => {
  it.each([
    ["给予党纪处分13人、政务处分4人", ["partyDiscipline 13 人", "governmentDiscipline 4 人"]],
    ["立案后给予党纪政务处分10人次", ["partyAndGovernmentDiscipline 10 人次"]],
    ["党政纪处分两人,处分党员干部6名", ["partyAndGovernmentDiscipline 2 人", "sanctions 6 名"]],
    ["给予2名干部党内警告处分，对3人予以诫勉", ["partyDiscipline 2 名", "admonishment 3 人"]],
    ["对2名股长、1名副局长给予政务记过处分", ["governmentDiscipline 2 名", "governmentDiscipline 1 名"]],
    ["党内警告2人、严重警告1人", ["partyDiscipline 2 人", "partyDiscipline 1 人"]],
    ["已有3人受到处分,另有4名责任人受到相应处理", ["sanctions 3 人", "personsHandled 4 名"]],
    ["立案19件，立案审查调查2人，采取留置措施1人", ["casesFiled 19 件", "personsFiled 2 人", "detention 1 人"]],
    ["对养殖站原站长等5人立案调查", ["personsFiled 5 人"]],
    ["组织处理7人,停职检查1人", ["organizationalHandling 7 人", "organizationalHandling 1 人"]],
    [
      "诫勉谈话4人，批评教育12人，移送司法机关1人",
      ["admonishment 4 人", "educationReminder 12 人", "transferToJudiciary 1 人"],
    ],
    ["谈话提醒干部54人,谈话函询9人次", ["talk 54 人", "talk 9 人次"]],
    ["批评教育和责令检查46人", ["educationReminder 46 人"]],
    ["运用“四种形态”批评教育帮助和处理382人次", ["fourForms 382 人次"]],
    [
      "开展党内问责3起、处理3人,其中给予党纪政务处分2人",
      ["accountabilityCases 3 起", "personsHandled 3 人", "partyAndGovernmentDiscipline 2 人"],
    ],
    ["问责党组织2个、干部19人", ["unitsAccountable 2 个", "accountability 19 人"]],
    ["对违规违纪的,立案40件,了结39件", ["casesFiled 40 件", "casesConcluded 39 件"]],
    ["对213名（217人次）违纪人员进行处理", ["personsHandled 213 名"]],
    ["查处漠视群众利益问题16起,处理16人", ["casesInvestigated 16 起", "personsHandled 16 人"]],
    ["查处公款吃喝问题4件4人", ["casesInvestigated 4 件", "personsInvestigated 4 人"]],
    ["通报曝光典型案例3批5起5人", ["exposureBatches 3 批", "casesExposed 5 起", "personsExposed 5 人"]],
    ["通报典型问题6批,印发违纪案例通报2期", ["exposureBatches 6 批", "circularsIssued 2 期"]],
    ["对12名责任人进行约谈,约谈单位主要负责人7名", ["interviews 12 名", "interviews 7 名"]],
    ["约谈单位18个,对3个部门党组书记进行约谈", ["unitsInterviewed 18 个", "unitsInterviewed 3 个部门"]],
    ["对镇街党（工）委等4个单位主要负责人进行集体约谈", ["unitsInterviewed 4 个单位"]],
    ["13个单位被通报批评，通报批评干部2人", ["unitsCriticized 13 个单位", "circulatedCriticism 2 人"]],
    ["制发纪律检查建议书15份", ["recommendations 15 份"]],
    ["下发3份监察建议书", ["recommendations 3 份"]],
    ["给予党纪处分0人", ["partyDiscipline 0 人"]],
    ["对12个党组织、35名党员干部进行问责", ["unitsAccountable 12 个党组织", "accountability 35 名"]],
    ["处级干部2人、科级干部11人被立案审查", ["personsFiled 2 人", "personsFiled 11 人"]],
    ["被约谈的单位11个、个人23名", ["unitsInterviewed 11 个", "interviews 23 名"]],
    [
      "立案57件57人，结案45件，党纪（政务）处分45人，移送审查起诉6人",
      [
        "casesFiled 57 件",
        "personsFiled 57 人",
        "casesConcluded 45 件",
        "partyAndGovernmentDiscipline 45 人",
        "transferToJudiciary 6 人",
      ],
    ],
    ["查处四风问题23起，批评教育帮助和处理45人", ["casesInvestigated 23 起", "fourForms 45 人"]],
    ["开除党籍和公职2人，诫勉（谈话）6人（次）", ["partyDiscipline 2 人", "admonishment 6 人(次)"]],
    ["共有23名干部因推进不力受到问责", ["accountability 23 名"]],
    ["予以党纪处分的，共计12人", ["partyDiscipline 12 人"]],
  ])("reads %s", (text, expected) => {
    expect(outcomes(text)).toEqual(expected);
    expect(issues(text)).toEqual([]);
  });

  it.each([
    "公安机关行政处罚12人，抓获9人",
    "民警立案侦查电信网络诈骗案件41起,刑事拘留7名",
    "巡查制止违建行为156起，立案处罚41起",
    "市场监管部门查处食品安全案件3起",
    "查处盗采砂石案件9起，移送公安机关5人",
    "印发《关于党纪处分3人的通报》",
    "约谈企业5家",
    "与企业负责人开展约谈6人次",
    "谈心谈话1484人次，任前廉政谈话31人次",
    "对受处分党员干部回访23人",
    "对免予处分的2人开展教育",
    "接受警示教育干部560余人次",
    "关于“违纪干部处分5人不到位”问题",
    "查处无证经营门店7家",
    "法院受理各类案件507件，结案376件",
    "妥善处理群众诉求25件",
    "深入推进“三项机制”，坚持“四不两直”",
    "组织280名党员干部旁听职务犯罪庭审，查处一批案件",
  ])("takes %s for no outcome", (text) => {
    expect(outcomes(text)).toEqual([]);
    expect(issues(text)).toEqual([]);
  });
});

describe("figures of clues and petitions", () => {
  it.each([
    [
      "巡视期间转来的46件问题线索由区纪委监委集中管理，已办结39件，立案16件",
      ["clues 46 件", "cluesConcluded 39 件", "casesFiled 16 件"],
    ],
    ["移交信访举报152件，已办结141件，其余11件正在办理", ["petitions 152 件", "petitionsConcluded 141 件"]],
    ["交办来信来访共35件(次)，目前已全部办理完毕", ["petitionsConcluded 35 件(次)"]],
    ["转交的35件信访件，经逐件研究办理，目前已全部办结", ["petitionsConcluded 35 件"]],
    ["处置问题线索48个", ["cluesHandled 48 个"]],
    ["查结涉黑腐败和“保护伞”问题线索5条", ["cluesConcluded 5 条"]],
    ["区纪委监委向公安机关移交问题线索1条", ["cluesTransferred 1 条"]],
    ["移交县纪委监委核查9件", ["cluesTransferred 9 件"]],
    ["初核124件，核查处置问题线索215条", ["cluesHandled 124 件", "cluesHandled 215 条"]],
    ["受理信访举报1023件次，违纪线索立案84件", ["petitions 1023 件次", "casesFiled 84 件"]],
    ["协调小组移送案件信息410余件", ["casesTransferred 410 件"]],
  ])("reads %s", (text, expected) => expect(outcomes(text)).toEqual(expected));

  it.each([
    "开展扫黑除恶行动，全区查结线索248条",
    "安全生产督导组反馈问题线索37条，已全部整改",
    "排查金融风险，收集线索200余条",
    "对未办结的4条问题线索加快进度",
    "受理各类环境信访举报64件",
    "12345热线受理群众来信来电630件",
  ])("takes %s for no outcome", (text) => {
    expect(outcomes(text)).toEqual([]);
    expect(issues(text)).toEqual([]);
    expect(ignored(text)).toHaveLength(1);
  });
});

describe("figures of money", () => {
  it.each([
    ["清退违规发放补贴62.8万元，挽回经济损失1.2亿元", ["moneyReturned 62.8 万元", "lossesRecovered 1.2 亿元"]],
    ["收缴违纪款29.6万元，追回欠缴租金683.5万元", ["moneyRecovered 29.6 万元", "arrearsCollected 683.5 万元"]],
    ["已收回借款200万元", ["moneyRecovered 200 万元"]],
    ["对违规领取的津贴予以清退，共计三十万元", ["moneyReturned 30 万元"]],
    ["62.8万元违规补贴已全部清退到位", ["moneyReturned 62.8 万元"]],
  ])("reads %s", (text, expected) => expect(outcomes(text)).toEqual(expected));

  it.each([
    ["兑现奖补资金1287.6万元", "spending"],
    ["清缴企业欠租902万元", "foreign-recovery"],
    ["争取专项资金3150万元", "plan"],
    ["50万元以上工程进场交易", "threshold"],
    ["完成投资3.9亿元", "spending"],
    ["罚款189万元", "spending"],
  ])("%s is %s", (text, reason) => {
    expect(outcomes(text)).toEqual([]);
    expect(ignored(text)).toEqual([`figure:${reason}`]);
  });
});

describe("figures of systems, documents and problems", () => {
  it.each([
    ["建立健全制度三十七项", ["systemsEstablished 37 项"]],
    ["制定学习、议事、监督等五项制度", ["systemsEstablished 5 项"]],
    ["修订《接待办法》《用车办法》等12项制度办法", ["systemsEstablished 12 项"]],
    ["新建制度12项、修订8项", ["systemsEstablished 12 项", "systemsEstablished 8 项"]],
    ["推动建章立制76项，出台各类规定、办法32项", ["systemsEstablished 76 项", "systemsEstablished 32 项"]],
    ["出台文件20个，印发3份规范性文件", ["documentsIssued 20 个", "documentsIssued 3 份"]],
    ["发现并推动整改问题96个", ["problemsRectified 96 个"]],
  ])("reads %s", (text, expected) => expect(outcomes(text)).toEqual(expected));

  it.each([
    "制定了务实管用的五项措施",
    "认真落实首问负责等三项制度",
    "废止制度9项",
    "制定停车办法的小区170个",
    "督办整改问题183个",
    "开展集中清理行动，督促企业整改消防问题120个",
    "严格执行中央八项规定精神和三项制度",
  ])("takes %s for no outcome", (text) => expect(outcomes(text)).toEqual([]));
});

describe("an outcome", () => {
  it("keeps breakdown, qualifier, period, words and base units", () => {
    const [discipline, money] = figures(
      "今年以来，给予党纪处分近9人（警告6人、严重警告3人），清退资金2650余万元。",
    ).outcomes;
    expect(discipline).toMatchObject({ value: 9, qualifier: "近", period: "今年以来", text: "党纪处分近9人" });
    expect(discipline?.breakdown).toEqual([
      { label: "警告", value: 6, unit: "人" },
      { label: "严重警告", value: 3, unit: "人" },
    ]);
    expect(money).toMatchObject({ value: 2650, qualifier: "余", unit: "万元", amount: 26_500_000 });
  });

  it("counts what 其中 lists as its parts where it is the same act, as outcomes of their own where it is not", () => {
    const [sanctions, admonished] = figures("党纪处分13人，其中党内警告8人、严重警告4人，诫勉谈话5人。").outcomes;
    expect(sanctions?.breakdown.map(({ label, value }) => `${label} ${value}`)).toEqual(["党内警告 8", "严重警告 4"]);
    expect(admonished).toMatchObject({ metric: "admonishment", value: 5, breakdown: [] });
    expect(outcomes("处理3人，其中党纪处分2人、诫勉1人，均为干部")).toEqual([
      "personsHandled 3 人",
      "partyDiscipline 2 人",
      "admonishment 1 人",
    ]);
  });

  it("is reported where its parts contradict it", () => {
    expect(issues("党纪处分9人（警告6人、严重警告4人）")).toEqual(["breakdown-mismatch"]);
    expect(issues("党纪处分9人，其中科级干部10人")).toEqual(["breakdown-mismatch"]);
    expect(issues("党纪处分9人，其中科级干部4人")).toEqual([]);
  });

  it("stays twice where a sentence is printed twice", () => {
    expect(outcomes("问责3人。开展整改。\n问责3人。")).toEqual(["accountability 3 人", "accountability 3 人"]);
  });

  it("counts in a metric that has a Chinese term", () => {
    const [one] = figures("约谈单位3个").outcomes;
    expect(one && outcomeMetrics[one.metric]).toBe("约谈单位");
  });
});

describe("strict reading", () => {
  it.each([
    ["追责问效干部31人", "干部31人"],
    ["举报奖励机制以外，信访包保19件", "信访包保19件"],
    ["四季度完成谈话48人次", "完成谈话48人次"],
    ["违纪20至30人", "20至30人"],
    ["另有款项88.6万元", "88.6万元"],
  ])("reports the figure of “%s” that no rule took", (text, quoted) => {
    const [issue] = figureIssues(figures(text));
    expect(issue).toMatchObject({ code: "unread-figure", severity: "warning" });
    expect(issue?.text).toContain(quoted);
    expect(issue?.span && normalizedView(text).quote(issue.span.start, issue.span.end)).toMatch(/\d/);
  });

  it.each(["全区建成小区37个", "2023年4月12日召开会议3次", "新增停车位163个", "(一)1.2.3.", "云发〔2023〕12号"])(
    "says nothing about “%s”, which has no cue",
    (text) => {
      expect(issues(text)).toEqual([]);
      expect(ignored(text)).toEqual([]);
    },
  );

  it("names how many figures it left where there are more than any notice has", () => {
    const [issue] = figureIssues(figures("约谈干部3人。".repeat(4100)));
    expect(issue?.text).toContain("100 figures");
  });
});
