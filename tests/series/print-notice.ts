import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import type { Notice } from "@zhenggai/notice";

export type PrintedFinding = { readonly title: string; readonly measures: readonly string[] };

/** What a notice of a series test says; days as ISO dates. */
export type PrintedNotice = {
  readonly subject: string;
  readonly startedOn: string;
  readonly endedOn: string;
  readonly feedbackOn: string;
  readonly signedOn: string;
  readonly findings: readonly PrintedFinding[];
};

const ordinals = Array.from("一二三四五六七八九十");

function ordinalOf(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const lead = tens > 1 ? (ordinals[tens - 1] ?? "") : "";
  return `${lead}${tens > 0 ? "十" : ""}${ones > 0 ? (ordinals[ones - 1] ?? "") : ""}`;
}

const printDay = (day: string): string => {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
};

/** A notice as it would be printed. */
export function printNotice({ subject, findings, ...days }: PrintedNotice): string {
  const body = findings.flatMap(({ title, measures }, at) => [
    `（${ordinalOf(at + 1)}）关于“${title}”问题的整改`,
    ...measures.map((words, n) => `${n + 1}.${words}`),
  ]);
  return [
    `中共${subject}委关于巡视整改进展情况的通报`,
    `按照省委安排，省委第五巡视组自${printDay(days.startedOn)}至${printDay(days.endedOn)}巡视了${subject}，${printDay(days.feedbackOn)}反馈意见。现把整改进展公布如下。`,
    "一、整改组织情况",
    `（一）统一思想。${subject.slice(-3)}委先后5次开会研究，逐条认领，逐项落实，定期回头检查。`,
    "二、整改落实情况",
    ...body,
    "三、下一步打算",
    "一是不松劲，未完事项挂图推进。二是重实效，请群众评判。三是立长远，把管用的办法固定下来。",
    `欢迎社会各界监督。电话：0990-5551234；邮寄地址：${subject}人民路1号。`,
    `中共${subject}委员会`,
    printDay(days.signedOn),
  ].join("\n");
}

/** What the reader makes of a text. */
export const readText = (text: string): Notice => readNotice({ text }, { resolveSubject });
