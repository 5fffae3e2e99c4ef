import { after, before, loosely, type ActRule } from "./act-rule.ts";

/** What a discipline organ deals with: needed where 查处 and 处理 could be anybody's. */
export const disciplineMatter =
  /违纪|党纪|政务处分|腐败|作风|不正之风|四风|八项规定|奢靡|享乐主义|形式主义|官僚主义|群众利益|保护伞|党员|干部|公职人员|工作人员|执法人员|纪委|监委|纪检|监察|问责|处分|四种形态|失职|渎职|不作为|乱作为|贪污|受贿|行贿|侵吞|截留|挪用|套取|套领|骗取|虚报|虚列|冒领|优亲厚友|吃拿卡要|违规(?:吃喝|收送|发放|操办|配备|领取|接待|用车|兼职|经商|插手)|公款|公车|津贴?补贴|礼品|礼金|“一把手”|巡视|巡察/;

type PersonMetric = NonNullable<ActRule["metrics"]["person"]>;

/** Acts that are always discipline, persons counted, with their signs; the more specific words stand first. */
const personActs: readonly (readonly [PersonMetric, string, string])[] = [
  [
    "partyAndGovernmentDiscipline",
    "纪",
    "党纪政务(?:重处分|轻处分|处分)?|党政纪处分|党纪政纪处分|党纪(?:[、和及]政[务纪]|〔政[务纪]〕)处分",
  ],
  ["governmentDiscipline", "政", "(?:政务|行政)(?:处分|警告|记过|记大过|降级|撤职|开除)(?:处分)?|政纪处分"],
  [
    "partyDiscipline",
    "党警",
    "党纪(?:重|轻)?处分|党内处分|党内(?:严重)?警告(?:处分)?|严重警告处分|撤销党内职务(?:处分)?|留党察看(?:处分)?|开除党籍(?:处分)?",
  ],
  ["organizationalHandling", "组职", "组织(?:处理|措施)|停职检查|责令辞职|免职|降职"],
  ["admonishment", "诫", "诫勉(?:谈话|处理|问责)?"],
  [
    "fourForms",
    "批态",
    "批评教育、?帮助和处理|(?:形态|“[一二三四]种形态”)(?:批评教育|谈话提醒|帮助|教育|提醒|和|、|共|累计)*(?:处理)?",
  ],
  ["talk", "谈函", "提醒谈话|谈话提醒|约谈提醒|警示谈话|警示约谈|谈话函询|函询"],
  [
    "educationReminder",
    "教责",
    "批评教育(?:提醒|帮助)?(?:和|、)?(?:责令(?:作出)?(?:书面)?检查)?|教育提醒|提醒教育|责令(?:作出)?(?:书面)?检查",
  ],
  ["interviews", "约", "约谈"],
  ["circulatedCriticism", "批", "通报批评"],
  ["transferToJudiciary", "移", "移送审查起诉|移送(?:司法|检察)(?:机关)?(?:依法)?(?:审查起诉|处理|追究刑事责任)?"],
  ["detention", "留", "(?:采取)?留置(?:措施)?"],
];

/** 约谈工作滞后的镇级负责人3名: whom may be told at length. */
function leadOf(metric: PersonMetric, words: string): RegExp {
  if (metric === "talk") return new RegExp(`${before(words).source}|${loosely("约谈提醒", 20).source}`);
  return metric === "interviews" ? loosely(`(?:${words})(?!提醒)`, 20) : before(words);
}

function personRule([metric, sign, words]: readonly [PersonMetric, string, string]): ActRule {
  const timesToo = metric === "talk" || metric === "interviews";
  const refuses =
    metric === "interviews" || metric === "talk" ? /企业(?!党)|商户|公司|信访人|谈心|任前|廉政/ : undefined;
  return {
    act: metric,
    sign,
    lead: leadOf(metric, words),
    rest: after(words),
    ...(refuses ? { refuses } : {}),
    metrics: timesToo ? { person: metric, time: metric, case: metric } : { person: metric },
  };
}

const bodies = "(?:单位|部门|党组织|党支部|支部|党委|党组|镇街|街道|乡镇|班子|村|社区)[^,。;:、()]{0,4}";

/** Acts against bodies, acts by the case, and acts that others than discipline organs do, too. */
const otherActs: readonly ActRule[] = [
  {
    act: "bodies-interviewed",
    sign: "约",
    lead: new RegExp(`约谈(?:了|提醒)?[^,。;:、()]{0,6}?${bodies}$`),
    rest: new RegExp(`^(?=${bodies}|主要|负责|党|领导|进行|予以)[^,。;:、()]{0,24}约谈`),
    refuses: /企业|商户|公司/,
    metrics: { unit: "unitsInterviewed", piece: "unitsInterviewed", person: "interviews" },
  },
  {
    act: "bodies-criticized",
    sign: "批",
    lead: new RegExp(`通报批评[^,。;:、()]{0,6}?${bodies}$`),
    rest: /^[^,。;:、()]{0,16}通报批评/,
    metrics: { unit: "unitsCriticized", piece: "unitsCriticized", person: "circulatedCriticism" },
  },
  {
    act: "accountability",
    sign: "责",
    lead: before("(?:党内|失职|失责|责任)?问责(?:处理)?|追责问责|追责"),
    rest: after("问责|追责|追究责任"),
    metrics: {
      person: "accountability",
      case: "accountabilityCases",
      unit: "unitsAccountable",
      piece: "unitsAccountable",
    },
  },
  {
    act: "recommendations",
    sign: "议",
    lead: before("(?:纪检监察|纪律检查|监察|纪检)建议书?"),
    rest: /^(?:纪检监察|纪律检查|监察|纪检)建议/,
    metrics: { copy: "recommendations", case: "recommendations" },
  },
  {
    act: "case-filed",
    sign: "案",
    lead: new RegExp(
      `${before("立案(?:审查调查|审查|调查|查处|查办)?(?:案件)?").source}|立案(?:审查调查|审查|调查|查处|查办)[^,。;:()]{1,14}(?:案件|问题)$`,
    ),
    rest: after("立案(?:审查|调查)?(?!侦查|处罚)"),
    yieldsTo: "law",
    refuses: /补立案|立案(?:侦查|处罚)/,
    metrics: { case: "casesFiled", person: "personsFiled" },
  },
  {
    act: "case-concluded",
    sign: "结",
    lead: before("(?:结案|审结(?:案件)?|办结案件|了结(?:案件)?)"),
    rest: null,
    needs: disciplineMatter,
    yieldsTo: "law",
    metrics: { case: "casesConcluded" },
  },
  {
    act: "exposure",
    sign: "曝",
    lead: loosely("(?:通报|公开)曝光|曝光", 30),
    rest: /^[^,。;:、()]{0,20}(?:予以|进行|作|被|公开)[^,。;:、()]{0,6}曝光/,
    yieldsTo: "law",
    metrics: { batch: "exposureBatches", case: "casesExposed", piece: "casesExposed", person: "personsExposed" },
  },
  {
    act: "exposure-of-typical-cases",
    sign: "通",
    lead: loosely(
      "通报",
      24,
      "(?:典型|违纪|违规|作风|腐败|“四风”|纪法)(?:违纪|违规|违法|作风|腐败)?(?:问题|案例|案件)",
    ),
    rest: null,
    yieldsTo: "law",
    metrics: { batch: "exposureBatches", case: "casesExposed", person: "personsExposed", issue: "circularsIssued" },
  },
  {
    act: "circulars",
    sign: "通",
    lead: loosely("典型|违纪|违规|作风|腐败|“四风”|警示", 12, "通报"),
    rest: null,
    metrics: { issue: "circularsIssued", copy: "circularsIssued" },
  },
];

/** Last, because their words are part of the words above. */
const bareActs: readonly ActRule[] = [
  {
    act: "cases-investigated",
    sign: "查报",
    lead: loosely("查处|查办|查实|上报|查纠|核查处理", 44),
    rest: null,
    needs: disciplineMatter,
    yieldsTo: "law",
    metrics: { case: "casesInvestigated", piece: "casesInvestigated", person: "personsInvestigated" },
  },
  {
    act: "handled",
    sign: "理",
    lead: new RegExp(
      `(?<!组织|妥善|依法)${before("处理").source}|处理[^,。;:()]{0,24}(?:干部|党员|公职人员|工作人员|责任人)$`,
    ),
    rest: /^[^,。;:、()]{0,16}(?:受到|予以|给予|进行|作出)了?(?:相应|严肃|依规依纪|依规)?(?:的)?处理/,
    needs: new RegExp(`${disciplineMatter.source}|违规|责任人|监管不力`),
    yieldsTo: "law",
    metrics: { person: "personsHandled" },
  },
  {
    act: "sanctioned",
    sign: "分",
    lead: before("处分"),
    rest: /^[^,。;:、()]{0,16}(?:受到|给予|被)(?:了)?(?:相应|纪律)?(?:的)?处分/,
    metrics: { person: "sanctions" },
  },
];

/** Acts of discipline, most specific first. */
export const disciplineActs: readonly ActRule[] = [
  ...personActs.map((entry) => personRule(entry)),
  ...otherActs,
  ...bareActs,
];
