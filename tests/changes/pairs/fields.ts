import { printedByStatus, printedNotice } from "./printed-notices.ts";
import type { GoldenPair } from "./golden-pair.ts";

export const fieldPairs: readonly GoldenPair[] = [
  {
    says: "another title",
    edits: [["区委关于巡视整改进展情况的通报", "区委关于巡视整改情况的通报"]],
    changes: [
      {
        kind: "title-changed",
        at: ["title", null, null, "title"],
        before: "中共样州市望麓区委关于巡视整改进展情况的通报",
        after: "中共样州市望麓区委关于巡视整改情况的通报",
      },
    ],
  },
  {
    says: "a title that says which progress it tells of",
    before: printedByStatus,
    edits: [["区委关于巡视整改进展情况的通报", "区委关于巡视集中整改进展情况的通报"]],
    changes: [
      {
        kind: "title-changed",
        at: ["title", null, null, "title"],
        before: "中共样州市云汀区委关于巡视整改进展情况的通报",
        after: "中共样州市云汀区委关于巡视集中整改进展情况的通报",
      },
    ],
  },
  {
    says: "the subject under another name where the lead first prints it",
    edits: [["对样州市望麓区开展了常规巡视", "对样州市望麓新区开展了常规巡视"]],
    changes: [
      {
        kind: "subject-renamed",
        at: ["subject", null, null, "name"],
        before: "样州市望麓区",
        after: "样州市望麓新区",
      },
    ],
  },
  {
    says: "the same in the other notice",
    before: printedByStatus,
    edits: [["对样州市云汀区进行了巡视", "对样州市汀北区进行了巡视"]],
    changes: [
      {
        kind: "subject-renamed",
        at: ["subject", null, null, "name"],
        before: "样州市云汀区",
        after: "样州市汀北区",
      },
    ],
  },
  {
    says: "the day it was signed",
    edits: [["2024年3月15日", "2024年3月18日"]],
    changes: [
      {
        kind: "date-changed",
        at: ["signature", null, null, "signedOn"],
        before: "2024年3月15日",
        after: "2024年3月18日",
        values: ["2024-03-15", "2024-03-18"],
      },
    ],
  },
  {
    says: "the day of publication in the header line",
    edits: [["发布日期：2024-03-27", "发布日期：2024-03-29"]],
    changes: [
      {
        kind: "date-changed",
        at: ["page", null, null, "publishedOn"],
        before: "2024-03-27",
        after: "2024-03-29",
        values: ["2024-03-27", "2024-03-29"],
      },
    ],
  },
  {
    says: "the end of the inspection",
    edits: [["4月9日至6月20日", "4月9日至6月30日"]],
    changes: [
      {
        kind: "date-changed",
        at: ["inspection", null, null, "endedOn"],
        before: "6月20日",
        after: "6月30日",
        values: ["2023-06-20", "2023-06-30"],
      },
    ],
  },
  {
    says: "a date in a measure",
    edits: [["11月15日开工建设", "11月25日开工建设"]],
    changes: [
      {
        kind: "date-changed",
        at: ["measure", 1, 3],
        before: "11月15日",
        after: "11月25日",
        values: ["--11-15", "--11-25"],
      },
    ],
  },
  {
    says: "signed by another body",
    edits: [["中共样州市望麓区委员会\n2024", "中共样州市望麓区委办公室\n2024"]],
    changes: [
      {
        kind: "signature-changed",
        at: ["signature", null, null, "signedBy"],
        before: "中共样州市望麓区委员会",
        after: "中共样州市望麓区委办公室",
      },
    ],
  },
  {
    says: "signed without the city",
    before: printedByStatus,
    edits: [["中共样州市云汀区委员会\n2023", "中共云汀区委员会\n2023"]],
    changes: [
      {
        kind: "signature-changed",
        at: ["signature", null, null, "signedBy"],
        before: "中共样州市云汀区委员会",
        after: "中共云汀区委员会",
      },
    ],
  },
  {
    says: "a telephone number, masked in what is quoted",
    edits: [["0999-8123456", "0999-8123499"]],
    changes: [
      { kind: "contact-changed", at: ["contact", null, null, "phone"], before: "0999-812****", after: "0999-812****" },
    ],
  },
  {
    says: "an e-mail address",
    edits: [["wanglu@wanglu.example", "xunshi@wanglu.example"]],
    changes: [
      {
        kind: "contact-changed",
        at: ["contact", null, null, "email"],
        before: "w*****@wanglu.example",
        after: "x*****@wanglu.example",
      },
    ],
  },
  {
    says: "a postcode",
    edits: [["邮编：990103", "邮编：990109"]],
    changes: [{ kind: "contact-changed", at: ["contact", null, null, "postcode"], before: "99****", after: "99****" }],
  },
  {
    says: "the e-mail address taken out with the words before it",
    edits: [["；电子邮箱：wanglu@wanglu.example。", "。"]],
    changes: [
      { kind: "contact-changed", at: ["contact", null, null, "email"], before: "w*****@wanglu.example", after: null },
    ],
  },
  {
    says: "the e-mail address taken out above another signature",
    edits: [
      ["；电子邮箱：wanglu@wanglu.example。", "。"],
      ["中共样州市望麓区委员会\n", "中共样州市望麓区委办公室\n"],
    ],
    changes: [
      {
        kind: "signature-changed",
        at: ["signature", null, null, "signedBy"],
        before: "中共样州市望麓区委员会",
        after: "中共样州市望麓区委办公室",
      },
      { kind: "contact-changed", at: ["contact", null, null, "email"], before: "w*****@wanglu.example", after: null },
    ],
  },
  {
    says: "a second telephone number",
    edits: [["0999-8123456；", "0999-8123456、0999-8123477；"]],
    changes: [
      {
        kind: "contact-changed",
        at: ["contact", null, null, "phone"],
        before: "0999-812****；",
        after: "0999-812****、************；",
      },
    ],
  },
  {
    says: "a number within a measure is masked by what stands around it, and has no value",
    before: printedNotice.replace("开通账目查询二维码，", "开通账目查询二维码，公布监督电话0999-5550177，"),
    edits: [["0999-5550177", "0999-5550199"]],
    changes: [
      {
        kind: "figure-changed",
        at: ["measure", 2, 3, null],
        before: "*******",
        after: "*******",
        values: [null, null],
      },
    ],
  },
  {
    says: "the round in the title is the title's",
    before: printedNotice.replace("关于巡视整改进展情况的通报", "关于十三届省委第二轮巡视整改进展情况的通报"),
    edits: [["十三届省委第二轮", "十三届省委第三轮"]],
    changes: [
      {
        kind: "title-changed",
        at: ["title", null, null, "title"],
        before: "中共样州市望麓区委关于十三届省委第二轮巡视整改进展情况的通报",
        after: "中共样州市望麓区委关于十三届省委第三轮巡视整改进展情况的通报",
      },
    ],
  },
  {
    says: "the signature taken out, a short line that is none of a menu",
    edits: [["中共样州市望麓区委员会\n2024", "2024"]],
    changes: [
      {
        kind: "signature-changed",
        at: ["signature", null, null, "signedBy"],
        before: "中共样州市望麓区委员会",
        after: null,
      },
    ],
  },
];
