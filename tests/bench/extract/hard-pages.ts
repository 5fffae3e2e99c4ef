import { printFrame } from "./page-styles.ts";

/** A page on which body finders fail, and the paragraphs that its article has. */
export type HardPage = { readonly name: string; readonly html: string; readonly paragraphs: readonly string[] };

const title = "中共样州市云汀区委关于巡视整改情况的通报";
const head = `<h1>${title}</h1><div class="info">发布日期：2024-03-27信息来源：清风样例网</div>`;
const sentence = "据样例省纪委监委消息，样例省某局副局长王某某涉嫌严重违纪，目前正接受审查。";
const paragraphs = [
  "根据省委统一安排，省委第三巡视组对云汀区开展了巡视，并反馈了意见，现将整改情况公布如下。",
  "一、整改工作组织情况",
  "区委召开常委会会议，逐项认领问题，细化措施，压实责任；建立清单，按月调度，逐条销号。",
  "二、问题整改情况",
  "（一）关于“学习不够深入”问题。制定学习计划，开展专题研讨，组织交流发言，抽查学习笔记。",
  "（二）关于“制度执行不严”问题。修订制度三项，开展自查，发现问题，立行立改，举一反三。",
  "欢迎广大干部群众对巡视整改落实情况进行监督。联系电话：0990-5550138。",
  "中共样州市云汀区委员会",
  "2024年3月11日",
];
const half = Math.ceil(paragraphs.length / 2);
const asP = (texts: readonly string[]): string => texts.map((text) => `<p>　　${text}</p>`).join("\n");
const page = (name: string, body: string, expected: readonly string[] = paragraphs): HardPage => ({
  name,
  html: printFrame(title, head + body),
  paragraphs: expected,
});

/** The hard set of reference/performance.md section 2, written anew, and shapes that later failed. */
export const hardPages: readonly HardPage[] = [
  page("one sentence", `<div>${asP([sentence])}</div>`, [sentence]),
  page("three sentences", `<div>${asP([sentence, "王某某已被停职。", "案件正在调查，结果将公布。"])}</div>`, [
    sentence,
    "王某某已被停职。",
    "案件正在调查，结果将公布。",
  ]),
  page("attachments only", `<div><p><a href="P020240327.pdf">附件：整改情况通报.pdf</a></p></div>`, [
    "附件：整改情况通报.pdf",
  ]),
  page("body as divs", `<div>${paragraphs.map((text) => `<div>${text}</div>`).join("")}</div>`),
  page("body as sections", paragraphs.map((text) => `<section><p>${text}</p></section>`).join("")),
  page("body as a table", `<table>${paragraphs.map((text) => `<tr><td>${text}</td></tr>`).join("")}</table>`),
  page(
    "body around a table",
    `<div>${asP(paragraphs.slice(0, 3))}<table><tr><td>${paragraphs[3]}</td><td>${paragraphs[4]}</td></tr></table>${asP(paragraphs.slice(5))}</div>`,
  ),
  page(
    "body in two containers",
    `<div class="part1">${asP(paragraphs.slice(0, half))}</div><div class="part2">${asP(paragraphs.slice(half))}</div>`,
  ),
  page(
    "body in three editors",
    [0, 3, 6].map((at) => `<div class="TRS_Editor">${asP(paragraphs.slice(at, at + 3))}</div>`).join("<hr>"),
  ),
  page(
    "body with headings",
    `<div>${paragraphs.map((text) => (/^[一二]、/u.test(text) ? `<h3>${text}</h3>` : `<p>${text}</p>`)).join("")}</div>`,
  ),
  page("preformatted text", `<pre>${paragraphs.join("\n")}</pre>`),
  page("no body", "", []),
];
