import type { NoticeKind } from "@zhenggai/notice";

/** Notices of the other kinds, all invented, with what would mislead a naive reader; `subject` is empty where none is inspected. */
export type OtherNotice = {
  readonly title: string;
  readonly kind: NoticeKind;
  readonly subject: string;
  readonly body: readonly string[];
};

const stationing: readonly OtherNotice[] = [
  {
    title: "省委第三巡视组进驻样州市云汀区开展巡视的公告",
    kind: "stationing",
    subject: "样州市云汀区",
    body: [
      "经省委批准，省委第三巡视组将于2023年4月12日至6月20日对样州市云汀区开展常规巡视。",
      "一、受理范围",
      "（一）关于“一把手”和领导班子成员的问题",
      "（二）针对“四风”问题的来信来电",
      "二、联系方式",
      "值班电话：0990-5550103；邮政信箱：样州市A003号信箱。",
      "省委第三巡视组",
      "2023年4月12日",
    ],
  },
  {
    title: "县委第一巡察组巡察公告",
    kind: "stationing",
    subject: "柏塘县石桥镇",
    body: [
      "根据县委统一部署，县委第一巡察组进驻柏塘县石桥镇党委开展巡察，时间自2022年3月7日至5月6日。巡察期间重点了解上轮巡察整改落实情况。",
      "值班电话：0990-5550160。",
      "县委第一巡察组",
      "2022年3月7日",
    ],
  },
];

const feedback: readonly OtherNotice[] = [
  {
    title: "省委第三巡视组向云汀区反馈巡视情况",
    kind: "feedback",
    subject: "样州市云汀区",
    body: [
      "根据省委部署，省委第三巡视组对样州市云汀区开展了巡视。9月28日，巡视组向云汀区委反馈了巡视情况。",
      "组长指出，巡视发现了一些问题：一是学习不够深入；二是债务管控不严；三是整改长效机制尚未建立。",
      "区委书记表示，将逐条整改，按期向社会公布整改情况。",
    ],
  },
  {
    title: "六届省委第二轮巡视完成反馈",
    kind: "feedback",
    subject: "",
    body: ["近日，六届省委第二轮巡视的12个巡视组陆续向被巡视党组织反馈了意见，要求聚焦“关键少数”抓好整改。"],
  },
];

const mobilization: readonly OtherNotice[] = [
  {
    title: "六届省委第三轮巡视动员部署会召开",
    kind: "mobilization",
    subject: "",
    body: ["8月25日，六届省委第三轮巡视动员部署会在样州召开，授权任职并公布了巡视对象。"],
  },
  {
    title: "云汀区委启动本届第五轮巡察并作动员部署",
    kind: "mobilization",
    subject: "",
    body: ["云汀区委召开会议，部署本届区委第五轮巡察工作，对9个单位党组织开展常规巡察。"],
  },
];

const cases: readonly OtherNotice[] = [
  {
    title: "样州市交通运输局原副局长王某接受纪律审查和监察调查",
    kind: "investigation",
    subject: "",
    body: ["据样州市纪委监委消息：王某涉嫌严重违纪违法，目前正接受纪律审查和监察调查。"],
  },
  {
    title: "柏塘县人大常委会原副主任赵某主动投案",
    kind: "investigation",
    subject: "",
    body: ["赵某涉嫌严重违纪违法，已主动投案，正接受县纪委监委审查调查。"],
  },
  {
    title: "样例省某厅原副厅长钱某被开除党籍和公职",
    kind: "discipline",
    subject: "",
    body: ["经查，钱某对抗组织审查。经省委批准，决定给予钱某开除党籍处分，由省监委给予其开除公职处分。"],
  },
  {
    title: "云汀区：孙某受到留党察看、政务撤职处分",
    kind: "discipline",
    subject: "",
    body: ["孙某在巡视整改工作中弄虚作假，受到留党察看一年、政务撤职处分。"],
  },
  {
    title: "样州市纪委监委公开通报5起违反中央八项规定精神典型问题",
    kind: "exposure",
    subject: "",
    body: [
      "1.柏塘县某局原局长违规收受礼金问题。受到党内严重警告处分。",
      "2.云汀区某街道原主任公款吃喝问题。受到警告处分。",
    ],
  },
  {
    title: "柏塘县曝光三起巡察整改不力案例",
    kind: "exposure",
    subject: "",
    body: ["一、某镇党委巡察整改敷衍应付问题。镇党委书记受到诫勉。", "二、某局党组虚假整改问题。局长受到警告处分。"],
  },
];

/** What looks like one of the kinds above, or like a rectification notice, and is none. */
const decoys: readonly OtherNotice[] = [
  ["云汀区召开省委巡视整改工作推进会", "11月1日，云汀区召开省委巡视整改工作推进会，区委书记强调要压实整改责任。"],
  ["望麓区委常委班子召开巡视整改专题民主生活会", "会上，常委同志对照巡视反馈意见逐一检视，明确整改措施。"],
  [
    "样例省贯彻落实中央生态环境保护督察反馈意见整改方案",
    "为抓好督察整改，制定本方案。一、总体要求。各地纪检监察机关强化监督。",
  ],
  [
    "关于2022年度审计查出问题整改情况的公告",
    "市审计局公告如下：被审计单位已整改问题41个，追缴资金230万元，移送纪委监委线索2件。",
  ],
  ["关于做好巡视整改材料报送工作的通知", "各单位：请于11月底前报送巡视整改台账。"],
  ["样例省中央环保督察组进驻公告", "督察组于2023年4月12日进驻，设值班电话，重点受理生态环境举报。请各级纪委支持。"],
  ["省委第三巡视组结束对云汀区的现场巡视", "6月20日，省委第三巡视组撤离云汀区，信访受理同时结束。"],
  ["《中国共产党纪律处分条例》学习问答", "问：受到警告处分的党员多长时间内不得提拔？答：一年内不得提升职务。"],
  ["样州市纪委监委开展群众满意度问卷调查", "即日起，市纪委监委面向社会开展问卷调查，欢迎接受访问。"],
  ["样州市纪委监委通报表扬先进集体", "市纪委监委对8个先进集体予以通报表扬。"],
  ["揭秘巡视组：他们怎样发现问题", "巡视组进驻后怎样发现问题？从谈话到下沉，记者走近巡视干部。"],
  ["十届县委第三轮巡察整改情况综述", "柏塘县委第三轮巡察的9个单位党组织整改工作取得成效，制度建设持续加强。"],
].map(([title = "", text = ""]) => ({ title, kind: "other" as const, subject: "", body: [text] }));

export const otherNotices: readonly OtherNotice[] = [...stationing, ...feedback, ...mobilization, ...cases, ...decoys];
