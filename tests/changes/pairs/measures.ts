import { printedByStatus } from "./printed-notices.ts";
import type { GoldenPair } from "./golden-pair.ts";

export const measurePairs: readonly GoldenPair[] = [
  {
    says: "a measure put in at the end of a finding",
    edits: [["聘请退休法官坐班。\n", "聘请退休法官坐班。\n3.回访满意度。对办结的逐件回访，不满意的重办。\n"]],
    changes: [
      {
        kind: "measure-added",
        at: ["measure", 3, 3],
        before: null,
        after: "回访满意度。对办结的逐件回访，不满意的重办。",
      },
    ],
  },
  {
    says: "a measure put in between measures that run on in one paragraph",
    before: printedByStatus,
    edits: [["二是再招租。", "二是定规矩。成立老街议事会，每月开会一次。三是再招租。"]],
    changes: [
      {
        kind: "measure-added",
        at: ["measure", 3, 2],
        before: null,
        after: "定规矩。成立老街议事会，每月开会一次。",
      },
    ],
  },
  {
    says: "a measure taken out, those behind it renumbered",
    edits: [
      ["2.追缴被侵占的租金。对织机镇、青筠街道的欠租户逐户催收，追回集体租金86.4万元。\n", ""],
      ["3.接受群众监督。", "2.接受群众监督。"],
    ],
    changes: [
      {
        kind: "measure-removed",
        at: ["measure", 2, 2],
        before: "追缴被侵占的租金。对织机镇、青筠街道的欠租户逐户催收，追回集体租金86.4万元。",
        after: null,
      },
    ],
  },
  {
    says: "the first measure of a paragraph taken out, 二是 left as it was",
    before: printedByStatus,
    edits: [["一是统一裁量。抽查处罚卷宗318份，对畸轻畸重的启动纠错。", ""]],
    changes: [
      {
        kind: "measure-removed",
        at: ["measure", 2, 1],
        before: "统一裁量。抽查处罚卷宗318份，对畸轻畸重的启动纠错。",
        after: null,
      },
    ],
  },
  {
    says: "a clause of a measure softened",
    edits: [["由产业专班到现场销号。", "由产业专班跟踪推进。"]],
    changes: [
      {
        kind: "measure-reworded",
        at: ["measure", 1, 2],
        before: "完善管理制度。修订《望麓区园区项目管理办法》，实行月度调度，由产业专班到现场销号。",
        after: "完善管理制度。修订《望麓区园区项目管理办法》，实行月度调度，由产业专班跟踪推进。",
      },
    ],
  },
  {
    says: "a name masked is a reworded measure",
    edits: [["对织机镇、青筠街道的欠租户逐户催收", "对某镇、青筠街道的欠租户逐户催收"]],
    changes: [
      {
        kind: "measure-reworded",
        at: ["measure", 2, 2],
        before: "追缴被侵占的租金。对织机镇、青筠街道的欠租户逐户催收，追回集体租金86.4万元。",
        after: "追缴被侵占的租金。对某镇、青筠街道的欠租户逐户催收，追回集体租金86.4万元。",
      },
    ],
  },
  {
    says: "a measure cut down to its first words is still that measure",
    edits: [["开通账目查询二维码，村民点击一次即可看到每笔收支。", ""]],
    changes: [
      {
        kind: "measure-reworded",
        at: ["measure", 2, 3],
        before: "接受群众监督。开通账目查询二维码，村民点击一次即可看到每笔收支。",
        after: "接受群众监督。",
      },
    ],
  },
];

export const documentPairs: readonly GoldenPair[] = [
  {
    says: "a document under another name is removed and added, not also text-edited",
    edits: [["《望麓区园区项目管理办法》", "《望麓区园区项目监督规定》"]],
    changes: [
      { kind: "document-removed", at: ["document", 1, 2], before: "《望麓区园区项目管理办法》", after: null },
      { kind: "document-added", at: ["document", 1, 2], before: null, after: "《望麓区园区项目监督规定》" },
    ],
  },
  {
    says: "a document newly cited",
    edits: [["取消填报表格63种。", "取消填报表格63种，出台《望麓区基层减负十条》。"]],
    changes: [{ kind: "document-added", at: ["document", 5, 2], before: null, after: "《望麓区基层减负十条》" }],
  },
  {
    says: "a document no longer cited",
    edits: [["印发《望麓区调解工作指引》，", ""]],
    changes: [{ kind: "document-removed", at: ["document", 3, 2], before: "《望麓区调解工作指引》", after: null }],
  },
];

export const prosePairs: readonly GoldenPair[] = [
  {
    says: "a promise taken out of the closing",
    edits: [["对群众不满意的，一律重新整改。", ""]],
    changes: [{ kind: "text-edited", at: ["text"], before: "对群众不满意的，一律重新整改。", after: null }],
  },
  {
    says: "a clause of the lead in other words",
    edits: [["分管负责同志按周调度。", "分管负责同志定期过问。"]],
    changes: [{ kind: "text-edited", at: ["text"], before: "分管负责同志按周调度。", after: "分管负责同志定期过问。" }],
  },
  {
    says: "a clause added where the paragraph ends without a stop is not a line of a menu",
    edits: [["逐条认领，逐项销号。", "逐条认领，逐项销号，并向社会公开承诺"]],
    changes: [{ kind: "text-edited", at: ["text"], before: null, after: "并向社会公开承诺" }],
  },
  {
    says: "the end of a paragraph taken out and the line below in other words are two edits",
    edits: [
      [
        "对群众不满意的，一律重新整改。把管用的做法固定下来，让成果更加牢固。\n欢迎广大",
        "对群众不满意的，一律重新整改。\n敬请广大",
      ],
    ],
    changes: [
      { kind: "text-edited", at: ["text"], before: "把管用的做法固定下来，让成果更加牢固。", after: null },
      {
        kind: "text-edited",
        at: ["text"],
        before: "欢迎广大干部群众对巡视整改情况进行监督。",
        after: "敬请广大干部群众对巡视整改情况进行监督。",
      },
    ],
  },
];
