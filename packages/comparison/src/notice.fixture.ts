import { noticeSchema, type Change, type Notice, type Span } from "@zhenggai/notice";

export type FindingText = {
  readonly title: string;
  readonly measures?: readonly string[];
  readonly group?: string;
  readonly status?: "completed" | "ongoing";
  /** As printed; （一） and so on where missing. */
  readonly numbering?: string;
  /** Measures run on in one paragraph, each with its printed 一是; else a paragraph each with 1. */
  readonly isInline?: boolean;
};

/** What a test says about a notice; everything else is the same in all. Days are printed as given, values ISO. */
export type NoticeText = {
  readonly title?: string;
  readonly publishedOn?: string | null;
  readonly publisher?: string;
  readonly started?: readonly [iso: string, printed: string];
  readonly ended?: readonly [iso: string, printed: string];
  readonly feedback?: readonly [iso: string, printed: string];
  readonly lead?: string;
  readonly declared?: readonly { metric: "measures" | "findings"; value: number; unit: string; text: string }[];
  readonly outcomes?: readonly {
    metric: "partyDiscipline" | "moneyReturned";
    value: number;
    unit: string;
    text: string;
  }[];
  readonly findings?: readonly FindingText[];
  readonly closing?: string;
  readonly contact?: { readonly phone: string; readonly address: string };
  readonly signedBy?: string;
  readonly signed?: readonly [iso: string, printed: string];
  readonly boilerplate?: string;
  readonly kind?: Notice["kind"];
};

const ordinals = Array.from("一二三四五六七八九十");

export const sampleFindings: readonly FindingText[] = [
  {
    title: "园区项目监管不够有力",
    measures: [
      "开展园区项目清查，梳理停滞项目12个，约谈业主单位6家。",
      "修订《望麓区园区项目管理办法》，实行月度调度。",
    ],
  },
  {
    title: "村级账目公开不及时",
    measures: ["组织镇村干部集中培训，逐村补齐公开栏，处理失职人员13人。", "追缴被侵占的集体租金528.09万元。"],
  },
  {
    title: "信访积案化解缓慢",
    measures: ["领导干部包案下访，化解积案37件。", "在各街道设立调解室，就近受理群众诉求。"],
  },
];

type Writer = { text: string };

function write(writer: Writer, words: string): Span {
  const start = writer.text.length;
  writer.text += words;
  return { start, end: writer.text.length };
}

function writeLine(writer: Writer, words: string): Span {
  const span = write(writer, words);
  writer.text += "\n";
  return span;
}

function writeFinding(writer: Writer, one: FindingText, n: number): Notice["findings"][number] {
  const start = writer.text.length;
  const numbering = one.numbering ?? `（${ordinals[n - 1] ?? ""}）`;
  const heading = `${numbering}关于“${one.title}”问题的整改`;
  writeLine(writer, heading);
  let end = writer.text.length - 1;
  const measures = (one.measures ?? []).map((words, at): Notice["findings"][number]["measures"][number] => {
    const printed = one.isInline === true ? words.slice(0, 2) : `${at + 1}.`;
    const text = one.isInline === true ? words.slice(2) : words;
    write(writer, printed);
    const span = one.isInline === true ? write(writer, text) : writeLine(writer, text);
    ({ end } = span);
    return { numbering: printed, title: null, text, span };
  });
  if (one.isInline === true) writer.text += "\n";
  const groups = one.group === undefined ? [] : [one.group];
  const span = { start, end };
  return { n, numbering, title: one.title, heading, groups, status: one.status ?? null, topics: [], span, measures };
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start: Math.max(start, 0), end: Math.max(start, 0) + (start === -1 ? 0 : words.length) };
}

type Evidence = Notice["evidence"];

function writeHead(writer: Writer, given: Required<NoticeText>): Evidence {
  const evidence: Evidence = [{ field: "title", rule: "first-line", span: writeLine(writer, given.title) }];
  if (given.publishedOn !== null) {
    write(writer, "发布日期：");
    const span = write(writer, given.publishedOn);
    evidence.push({ field: "publishedOn", rule: "header-line", span });
    writeLine(writer, ` 来源：${given.publisher} 浏览次数：1024`);
  }
  write(writer, "按照统一部署，省委第五巡视组于");
  evidence.push({
    field: "inspection.startedOn",
    rule: "lead",
    span: write(writer, given.started[1]),
  });
  write(writer, "至");
  evidence.push({ field: "inspection.endedOn", rule: "lead", span: write(writer, given.ended[1]) });
  write(writer, "对望麓区开展巡视，并于");
  evidence.push({ field: "inspection.feedbackOn", rule: "lead", span: write(writer, given.feedback[1]) });
  writeLine(writer, "反馈意见。现将整改情况公布如下。");
  return evidence;
}

function writeFoot(writer: Writer, given: Required<NoticeText>): Evidence {
  const evidence: Evidence = [];
  const { contact } = given;
  write(writer, "联系电话：");
  evidence.push({ field: "contact.phone", rule: "contact", span: write(writer, contact.phone) });
  write(writer, "；邮寄地址：");
  evidence.push({ field: "contact.address", rule: "contact", span: writeLine(writer, contact.address) });
  evidence.push({ field: "signedBy", rule: "last-lines", span: writeLine(writer, given.signedBy) });
  evidence.push({ field: "signedOn", rule: "last-lines", span: writeLine(writer, given.signed[1]) });
  return evidence;
}

function writeFindings(writer: Writer, given: Required<NoticeText>): Notice["findings"] {
  let group: string | undefined;
  return given.findings.map((one, at) => {
    if (one.group !== undefined && one.group !== group) writeLine(writer, one.group);
    ({ group } = one);
    return writeFinding(writer, one, at + 1);
  });
}

const defaults = {
  title: "中共望麓区委关于巡视整改进展情况的通报",
  publishedOn: "2024-03-27",
  publisher: "清风望麓网",
  started: ["2023-04-09", "2023年4月9日"],
  ended: ["2023-06-20", "6月20日"],
  feedback: ["2023-09-05", "9月5日"],
  lead: "区委高度重视，先后召开专题会议5次，制定整改措施88条。各级党组织主动认领，逐项落实。",
  declared: [],
  outcomes: [],
  findings: sampleFindings,
  closing: "下一步，区委将持续用力，巩固整改成果。",
  contact: { phone: "0999-8123456", address: "样州市望麓区人民路1号" },
  signedBy: "中共样州市望麓区委员会",
  signed: ["2024-03-15", "2024年3月15日"],
  boilerplate: "",
  kind: "rectification",
} as const satisfies Required<NoticeText>;

const subject = {
  name: "望麓区",
  bodyKind: "区委",
  bodyId: null,
  resolution: "unresolved",
  candidates: [],
  division: null,
  zone: null,
};

const inspectionOf = (given: Required<NoticeText>) => ({
  level: "province",
  authority: "省委",
  team: "第五巡视组",
  round: null,
  special: null,
  startedOn: given.started[0],
  endedOn: given.ended[0],
  feedbackOn: given.feedback[0],
});

function figuresOf(given: Required<NoticeText>, text: string) {
  const rest = { amount: null, scope: "notice", period: null, qualifier: null, breakdown: [] };
  return {
    declared: given.declared.map((one) => Object.assign({ span: spanOf(text, one.text) }, one)),
    outcomes: given.outcomes.map((one) => Object.assign({ span: spanOf(text, one.text) }, rest, one)),
  };
}

/** Prints a notice by hand and says where everything stands in it; checked against the schema. */
export function buildNotice(edits: NoticeText = {}): Notice {
  const given: Required<NoticeText> = { ...defaults, ...edits };
  const writer: Writer = { text: "" };
  const head = writeHead(writer, given);
  writeLine(writer, given.lead);
  const findings = writeFindings(writer, given);
  writeLine(writer, given.closing);
  const foot = writeFoot(writer, given);
  const span = given.boilerplate === "" ? null : writeLine(writer, given.boilerplate);
  return noticeSchema.parse({
    schemaVersion: 1,
    kind: given.kind,
    text: writer.text,
    title: given.title,
    publishedOn: given.publishedOn,
    publisher: given.publisher,
    breadcrumb: [],
    originalUrl: null,
    signedBy: given.signedBy,
    signedOn: given.signed[0],
    subject,
    inspection: inspectionOf(given),
    ...figuresOf(given, writer.text),
    outline: [],
    findings,
    documents: [],
    contact: { ...given.contact, postcode: null, email: null },
    boilerplate: span === null ? [] : [{ text: given.boilerplate, span }],
    reconciliation: [],
    evidence: [...head, ...foot],
    issues: [],
  });
}

/** The sample findings with one of them changed. */
export const withFinding = (at: number, change: Partial<FindingText>): FindingText[] =>
  sampleFindings.map((one, index) => (index === at ? Object.assign({}, one, change) : one));

/** The sample findings with one measure of one of them changed. */
export const withMeasure = (at: number, measure: number, words: string): FindingText[] =>
  sampleFindings.map((one, index) =>
    index === at
      ? { title: one.title, measures: (one.measures ?? []).map((old, n) => (n === measure ? words : old)) }
      : one,
  );

export const kindsOf = (changes: readonly Change[]): string[] => changes.map((change) => change.kind);

/** The text without the spans that operations of one side name. */
export function uncovered(text: string, changes: readonly Change[], side: "before" | "after"): string {
  const signs = Array.from({ length: text.length }, () => true);
  for (const { operations } of changes)
    for (const operation of operations) {
      const span = operation[side];
      if (span !== null) signs.fill(false, span.start, span.end);
    }
  return Array.from({ length: text.length }, (_, at) => (signs[at] === true ? text.charAt(at) : "")).join("");
}
