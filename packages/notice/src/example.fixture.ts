import type { Change } from "./change.ts";
import type { Notice } from "./notice.ts";

/** A short reading of an invented notice, for tests of the schemas. */
export const exampleNotice: Notice = {
  schemaVersion: 1,
  kind: "rectification",
  text: "（一）云汀区河道保洁不到位问题。一是清淤4公里。",
  title: "中共样州市云汀区委关于巡视整改情况的通报",
  publishedOn: "2024-03-27",
  publisher: "清风样例网",
  breadcrumb: ["首页", "巡视整改"],
  originalUrl: null,
  signedBy: "中共样州市云汀区委员会",
  signedOn: { approximate: "2024-03-25", text: "3月下旬" },
  subject: {
    name: "样州市云汀区",
    bodyKind: "区委",
    bodyId: "division-990102",
    resolution: "exact",
    candidates: [],
    division: { code: "990102", province: "样例省", city: "样州市", county: "云汀区" },
    zone: null,
  },
  inspection: {
    level: "province",
    authority: "省委",
    team: "第三巡视组",
    round: null,
    special: null,
    startedOn: "2023-04-12",
    endedOn: "2023-06-09",
    feedbackOn: "2023-08-01",
  },
  declared: [{ metric: "findings", value: 1, unit: "个", text: "1个问题", span: { start: 0, end: 5 } }],
  outcomes: [],
  outline: [{ level: 1, numbering: "（一）", title: "河道保洁", role: "finding", span: { start: 0, end: 24 } }],
  findings: [
    {
      n: 1,
      numbering: "（一）",
      title: "云汀区河道保洁不到位",
      heading: "（一）云汀区河道保洁不到位问题",
      groups: [],
      status: null,
      topics: [],
      span: { start: 0, end: 24 },
      measures: [{ numbering: "一是", title: null, text: "一是清淤4公里。", span: { start: 16, end: 24 } }],
    },
  ],
  documents: [],
  contact: { phone: "0990-5550138", address: null, postcode: null, email: null },
  boilerplate: [],
  reconciliation: [],
  evidence: [{ field: "signedOn", rule: "signature", span: null }],
  issues: [],
};

/** An edited figure of that notice. */
export const exampleChange: Change = {
  schemaVersion: 1,
  kind: "figure-changed",
  origin: "site",
  severity: "substantive",
  target: { part: "measure", finding: 1, measure: 1, field: null },
  before: { text: "4公里", span: { start: 20, end: 23 }, value: 4, unit: "公里" },
  after: { text: "6公里", span: { start: 20, end: 23 }, value: 6, unit: "公里" },
  operations: [{ op: "replace", before: { start: 20, end: 21 }, after: { start: 20, end: 21 } }],
  score: null,
  verdict: "sure",
  summary: { zh: "清淤长度由4公里改为6公里。", en: "Dredged: 4 km became 6 km." },
};
