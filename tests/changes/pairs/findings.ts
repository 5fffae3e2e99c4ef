import { printedByStatus } from "./printed-notices.ts";
import type { GoldenPair } from "./golden-pair.ts";

const accounts = `（二）关于“村级账目公开不及时”问题的整改情况
1.逐村补齐公开栏。组织镇村干部集中培训，把收支明细张贴到村口，处理失职人员13人。
2.追缴被侵占的租金。对织机镇、青筠街道的欠租户逐户催收，追回集体租金86.4万元。
3.接受群众监督。开通账目查询二维码，村民点击一次即可看到每笔收支。
`;
const petitions = `（三）关于“信访积案化解缓慢”问题的整改情况
1.领导干部包案下访。对三年以上的44件积案一案一档，化解三十七件。
2.就近受理诉求。在各街道设立调解室，印发《望麓区调解工作指引》，聘请退休法官坐班。
`;
const sand = `关于“河道采砂管理存在漏洞”问题的整改情况
1.开展联合巡河。水务、公安按旬巡查，扣押采砂船2艘。
2.公示许可。把采砂许可逐张上网，接受群众举报。
`;
const oldStreet = `3. 关于“老街保护与运营脱节”问题的整改。
一是先保护。对41处传统民居逐栋建档，公布责任人。二是再招租。收回低质铺面，引进竹编、汀纸等本地业态22家。
`;
const lastOngoing = `二是解决办证。组建联合窗口，发放权证1528本。
`;

export const findingPairs: readonly GoldenPair[] = [
  {
    says: "a finding put in between two, those behind it renumbered",
    edits: [
      ["（三）关于“信访", `（三）${sand}（四）关于“信访`],
      ["（四）关于“养老", "（五）关于“养老"],
      ["（五）关于“会议", "（六）关于“会议"],
    ],
    changes: [{ kind: "finding-added", at: ["finding", 3], before: null, after: "河道采砂管理存在漏洞" }],
  },
  {
    says: "a finding put in at the end",
    edits: [["三、持续用力", `（六）${sand}三、持续用力`]],
    changes: [{ kind: "finding-added", at: ["finding", 6], before: null, after: "河道采砂管理存在漏洞" }],
  },
  {
    says: "a finding taken out, those behind it renumbered: what it contained is not listed again",
    edits: [
      [accounts, ""],
      ["（三）关于“信访", "（二）关于“信访"],
      ["（四）关于“养老", "（三）关于“养老"],
      ["（五）关于“会议", "（四）关于“会议"],
    ],
    changes: [{ kind: "finding-removed", at: ["finding", 2], before: "村级账目公开不及时", after: null }],
  },
  {
    says: "a finding taken out and the numbers left as they were",
    edits: [[petitions, ""]],
    changes: [{ kind: "finding-removed", at: ["finding", 3], before: "信访积案化解缓慢", after: null }],
  },
  {
    says: "a finding in sharper words over the same measures",
    edits: [["“村级账目公开不及时”", "“村级账目长期不公开”"]],
    changes: [
      {
        kind: "finding-reworded",
        at: ["finding", 2],
        before: "关于“村级账目公开不及时”问题的整改情况",
        after: "关于“村级账目长期不公开”问题的整改情况",
      },
    ],
  },
  {
    says: "a finding under quite another title over the same measures",
    edits: [["“会议文件过多过滥”", "“基层负担不减反增”"]],
    changes: [
      {
        kind: "finding-reworded",
        at: ["finding", 5],
        before: "关于“会议文件过多过滥”问题的整改情况",
        after: "关于“基层负担不减反增”问题的整改情况",
      },
    ],
  },
  {
    says: "a finding moved to the end, the numbers following: one change, not removed and added",
    edits: [
      [accounts, ""],
      ["（三）关于“信访", "（二）关于“信访"],
      ["（四）关于“养老", "（三）关于“养老"],
      ["（五）关于“会议", "（四）关于“会议"],
      ["三、持续用力", `${accounts.replace("（二）", "（五）")}三、持续用力`],
    ],
    changes: [{ kind: "finding-moved", at: ["finding", 5], before: "村级账目公开不及时", after: "村级账目公开不及时" }],
  },
  {
    says: "the last number printed anew is a renumbered finding",
    edits: [["（五）关于“会议", "（七）关于“会议"]],
    changes: [{ kind: "finding-moved", at: ["finding", 5], before: "会议文件过多过滥", after: "会议文件过多过滥" }],
  },
  {
    says: "from done to under way: the status changed, the finding is not also moved",
    before: printedByStatus,
    edits: [
      [oldStreet, ""],
      [lastOngoing, lastOngoing + oldStreet.replace("3. ", "4. ")],
    ],
    changes: [
      {
        kind: "finding-status-changed",
        at: ["finding", 6, null, "status"],
        before: "老街保护与运营脱节",
        after: "老街保护与运营脱节",
        values: ["completed", "ongoing"],
      },
    ],
  },
  {
    says: "from under way to done",
    before: printedByStatus,
    edits: [
      [
        `1. 关于“平台公司债务压降缓慢”问题的整改。
一是提速压降。按月调度区属公司，偿还到期本息9.4亿元。二是优化结构。提前清偿高成本融资8笔，平均成本降到4.81%。
2. 关于“支流`,
        "1. 关于“支流",
      ],
      ["3. 关于“安置房", "2. 关于“安置房"],
      [
        "（二）正在推进的整改事项\n",
        `4. 关于“平台公司债务压降缓慢”问题的整改。
一是提速压降。按月调度区属公司，偿还到期本息9.4亿元。二是优化结构。提前清偿高成本融资8笔，平均成本降到4.81%。
（二）正在推进的整改事项
`,
      ],
    ],
    changes: [
      {
        kind: "finding-status-changed",
        at: ["finding", 4, null, "status"],
        before: "平台公司债务压降缓慢",
        after: "平台公司债务压降缓慢",
        values: ["ongoing", "completed"],
      },
    ],
  },
];
