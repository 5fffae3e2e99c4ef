import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { StoredBlob, StoredCapture } from "@zhenggai/notice";

/** The instant that many minutes after midnight. */
export const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21, 0, minute)).toISOString();

export const pageId = "http://jw.yangzhou.example/art/2024/3/27/art_12_7.html";

const paragraphs = [
  "根据省委统一部署，2023年4月12日至6月9日，省委第三巡视组对柏塘县开展了常规巡视。2023年8月1日，省委第三巡视组向柏塘县委反馈了巡视意见。现将巡视整改进展情况予以公布。",
  "一、整改工作组织情况",
  "县委常委会先后四次召开专题会议，逐条认领问题，梳理出2个问题、3条措施，明确责任人和完成时限。",
  "二、反馈问题整改落实情况",
  "（一）关于“河道保洁责任不落实”问题的整改情况",
  "1.压实管护责任。县水利局为26条县级河道重新确定河长，按月公布巡查结果。",
  "2.清理淤积河段。已清淤4.6公里，拆除沿河违章建筑12处。",
  "（二）关于“村级财务公开不及时”问题的整改情况",
  "1.统一公开时间。全县138个村每季度首月10日前公布收支，由乡镇财政所核验。",
  "欢迎广大干部群众对巡视整改落实情况进行监督。联系电话：0990-5550138；邮政信箱：样州市柏塘县委办公室。",
  "中共样州市柏塘县委员会",
  "2024年3月20日",
];

/** A page of the invented 样州市柏塘县 with two findings and three measures, as a Hanweb site serves it. */
export const noticePage = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>整改通报</title></head><body>
<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/col/col12/">巡视整改</a></div>
<h1>中共样州市柏塘县委关于巡视整改进展情况的通报</h1>
<div class="info">发布日期：2024-03-27 信息来源：样州市纪委监委</div>
<div id="zoom">${paragraphs.map((text) => `<p>　　${text}</p>`).join("\n")}</div></body></html>`;

export const emptyPage = "<!DOCTYPE html><html><head><title>登录</title></head><body></body></html>";

export const otherPage = `<!DOCTYPE html><html><head><title>样州市气象局</title></head><body><h1>寒潮蓝色预警</h1>
<div id="zoom"><p>预计明天夜间起我市气温明显下降，最低气温将降至零下三摄氏度，请注意防寒保暖。</p></div></body></html>`;

export function blobOf(html: string): StoredBlob {
  const bytes = Buffer.from(html);
  const _id = createHash("sha256").update(bytes).digest("hex");
  return { _id, encoding: "gzip", bytes: gzipSync(bytes), size: bytes.length, storedAt: at(0) };
}

export const captureOf = (html: string, fields: Partial<StoredCapture> = {}): StoredCapture => ({
  _id: "capture-1",
  pageId,
  sequence: 1,
  blobId: blobOf(html)._id,
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8" },
  redirects: [],
  finalUrl: pageId,
  sourceId: "yangzhou",
  firstSeenAt: at(1),
  lastSeenAt: at(1),
  reading: null,
  readingRev: 0,
  pendingSeries: [],
  ...fields,
});
