import { loosely, type ActRule } from "./act-rule.ts";

const clue = "(?:问题|案件|违纪|违法|涉案|反映)*线索";
const petition = "信访(?:举报)?(?:问题|事项|案件|件)?|来信来访|来信来电|来电来信|来访来信|检举控告|举报件";
const concluded = "(?:(?:已|均|共|全部|累计|目前)*(?:办结|查结|了结|核结|处置完毕|核查完毕|办理完毕))";

/** Clues and petitions: what came in, what was passed on, what is done. */
const clueActs: readonly ActRule[] = [
  {
    act: "clues-concluded",
    sign: "索",
    lead: new RegExp(`${loosely("办结|查结|了结|核结", 30, clue).source}|${loosely(clue, 24, concluded).source}`),
    rest: null,
    yieldsTo: "anybody",
    metrics: { case: "cluesConcluded", piece: "cluesConcluded" },
  },
  {
    act: "clues-passed-on",
    sign: "移转",
    lead: new RegExp(
      `(?:向|给)[^,。;:]{1,20}(?:移交|移送|转交)[^,。;:]{0,16}${clue}(?:共|累计)?$|(?:移送|移交)[省市县区]?(?:公安|司法|检察|纪检监察|纪委|纪检)[^,。;:]{0,14}${clue}(?:共|累计)?$|(?:移交|移送|转交|转)[^,。;:]{0,14}(?:纪委|监委|纪检)[^,。;:]{0,10}$`,
    ),
    rest: null,
    yieldsTo: "anybody",
    metrics: { case: "cluesTransferred", piece: "cluesTransferred" },
  },
  {
    act: "clues-handled",
    sign: "索核",
    lead: new RegExp(`${loosely("处置|核查|初核|核实|查处|办理", 24, clue).source}|初核(?:了|共)?$`),
    rest: new RegExp(`^${clue}(?:均)?(?:已)?(?:得到)?处置`),
    yieldsTo: "anybody",
    metrics: { case: "cluesHandled", piece: "cluesHandled" },
  },
  {
    act: "clues-sent-on",
    sign: "移",
    lead: new RegExp(`(?<!巡[视察]组?|纪委|监委|[省市区县]委)移送${clue}(?:共|累计)?$`),
    rest: null,
    yieldsTo: "anybody",
    metrics: { case: "cluesTransferred", piece: "cluesTransferred" },
  },
  {
    act: "clues-received",
    sign: "索",
    lead: loosely("受理|收到|接收|接到|转来|转办|移交|交办|排查|摸排|梳理", 24, clue),
    rest: new RegExp(`^(?!.{0,20}整改)[^,。;:、()]{0,10}${clue}`),
    yieldsTo: "anybody",
    refuses: /未办结|尚未|其余|剩余/,
    metrics: { case: "clues", piece: "clues" },
  },
  {
    act: "petitions-concluded",
    sign: "信举",
    lead: new RegExp(
      `${loosely("办结|化解", 24, `(?:${petition})`).source}|${loosely(petition, 24, concluded).source}`,
    ),
    rest: null,
    yieldsTo: "anybody",
    metrics: { case: "petitionsConcluded", piece: "petitionsConcluded", batch: "petitionsConcluded" },
  },
  {
    act: "petitions-received",
    sign: "信举",
    lead: loosely("受理|收到|接收|接到|转来|转办|移交|交办|另接收", 24, `(?:${petition})`),
    rest: new RegExp(`^[^,。;:、()]{0,8}(?:${petition})`),
    yieldsTo: "anybody",
    refuses: /未办结|尚未|其余|剩余/,
    metrics: { case: "petitions", piece: "petitions", batch: "petitions" },
  },
  {
    act: "cases-passed-on",
    sign: "案",
    lead: /(?:移送|移交|通报)[^,。;:]{0,16}案件(?:信息)?(?:共|累计)?$/,
    rest: null,
    yieldsTo: "anybody",
    metrics: { case: "casesTransferred" },
  },
];

const recovered = "催收|补征|补缴|补收|追缴|追回|收缴|收回|追偿|追讨|清收|清缴|催缴";
const owed = "欠缴|拖欠|欠款|欠费|欠租|欠税|逾期|欠付";

/** Money that came back; what firms owe each other and what the state spends are no outcomes. */
const moneyActs: readonly ActRule[] = [
  {
    act: "losses-recovered",
    sign: "损",
    lead: /(?:挽回|避免)[^,。;:()]{0,16}损失[^,。;:()]{0,8}$|挽损[^,。;:()]{0,8}$/,
    rest: null,
    metrics: { money: "lossesRecovered" },
  },
  {
    act: "arrears-collected",
    sign: "欠逾",
    lead: loosely(recovered, 10, `(?:${owed})[^,。;:()]{0,14}`),
    rest: null,
    refuses: /企业|商户|租户|公司/,
    metrics: { money: "arrearsCollected" },
  },
  {
    act: "money-returned",
    sign: "退缴",
    lead: /(?:清退|退还|退缴|退赔|退回|清缴)[^,。;:()欠]{0,30}$/,
    rest: /^[^,。;:()]{0,24}(?:清退|退还|退缴|退赔)/,
    refuses: /(?<!违规[^,]{0,8}|多收[^,]{0,8}|超额[^,]{0,8})保证金/,
    metrics: { money: "moneyReturned" },
  },
  {
    act: "money-recovered",
    sign: "收征缴追",
    lead: loosely(recovered, 30),
    rest: /^[^,。;:()]{0,24}(?:已|全部|予以)(?:追缴|追回|收缴|收回|上缴)/,
    refuses: /企业欠|商户|租户/,
    metrics: { money: "moneyRecovered" },
  },
];

const verb = "建立|健全|完善|修订|制定|制订|出台|新建|新增|制修订|构建|印发|形成|废改立";
const system = "制度|机制";
const rulebook = "制度|机制|办法|规定|细则|规程";
const systemUnits = { piece: "systemsEstablished", copy: "systemsEstablished", case: "systemsEstablished" } as const;

const issued = "出台|印发|下发|制定|制发|修订|发布";
const documentUnits = { piece: "documentsIssued", copy: "documentsIssued", case: "documentsIssued" } as const;

/** Systems and documents. */
const systemActs: readonly ActRule[] = [
  {
    act: "systems",
    sign: "制法规则",
    lead: new RegExp(
      `${loosely(verb, 24, `(?:${rulebook})(?:类|性)?(?:${system}|规定|办法|文件|体系|规范|建设)*`).source}|建章立制$`,
    ),
    rest: null,
    refuses: /^(?:严格|认真)?(?:落实|执行|学习|贯彻)/,
    metrics: systemUnits,
  },
  {
    act: "systems-listed",
    sign: "制",
    lead: new RegExp(`(?:${verb})[^,。;:]{0,90}$`),
    rest: new RegExp(`^(?:规章|管理|工作|长效|配套|内部|内控|监管|议事|具体|相关|重要|党建|廉政){0,3}(?:${system})`),
    isBoth: true,
    refuses: /^(?:严格|认真)?(?:落实|执行|学习|贯彻)|废止/,
    metrics: systemUnits,
  },
  {
    act: "documents",
    sign: "文",
    lead: loosely(issued, 14, "文件"),
    rest: null,
    metrics: documentUnits,
  },
  {
    act: "documents-listed",
    sign: "文",
    lead: new RegExp(`(?:${issued})[^,。;:]{0,60}$`),
    rest: /^(?:规范性|制度性|配套|政策|指导性|相关|专项){0,3}文件/,
    isBoth: true,
    metrics: documentUnits,
  },
];

/** Findings of other checks that were put right; hazards and orders to others are no outcomes. */
const rectifiedActs: readonly ActRule[] = [
  {
    act: "problems-rectified",
    sign: "题",
    lead: loosely("(?<!督办|督促|需|待|未|持续|继续|正在)(?:整改|纠正)(?!工作)", 30, "问题"),
    rest: null,
    yieldsTo: "anybody",
    refuses: /其余|剩余|尚未|督办|督促|梳理|反馈|被审计/,
    metrics: { piece: "problemsRectified", case: "problemsRectified" },
  },
];

/** The acts besides discipline, in the order in which they are tried. */
export const otherActs: readonly ActRule[] = [...clueActs, ...moneyActs, ...systemActs, ...rectifiedActs];

/** “46件线索…,已办结39件”: the noun stands before, only 办结 is repeated. */
export const ellipticConcluded = new RegExp(`^[、,]?(?:其中)?${concluded}(?:了)?$`);
export const mentionsClue = new RegExp(clue);
export const mentionsPetition = new RegExp(petition);
/** What follows “来信来电共135件”: all of them are done. */
export const allConcluded =
  /^[^,。;]{0,6}(?:,[^,。;\d]{2,16})?,?(?:目前|现|至今|截至目前)?,?(?:已|均|全部|已经|现已)+(?:办结|办理完毕|办理完成|处置完毕|核查完毕)(?!了?\d)/;
