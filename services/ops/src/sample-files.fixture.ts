import { readSampleNotices } from "@zhenggai/simulator";

/** A short notice of the invented 样州市柏塘县: two findings, three measures, a contact line. */
export const noticeText = [
  "中共样州市柏塘县委关于巡视整改进展情况的通报",
  "根据省委统一部署，2023年4月12日至6月9日，省委第三巡视组对柏塘县开展了常规巡视。现将巡视整改进展情况予以公布。",
  "一、反馈问题整改落实情况",
  "（一）关于“河道保洁责任不落实”问题的整改情况",
  "1.压实管护责任。县水利局为26条县级河道重新确定河长，按月公布巡查结果。",
  "2.清理淤积河段。已清淤4.6公里，拆除沿河违章建筑12处。",
  "（二）关于“村级财务公开不及时”问题的整改情况",
  "1.统一公开时间。全县138个村每季度首月10日前公布收支，由乡镇财政所核验。",
  "欢迎广大干部群众对巡视整改落实情况进行监督。联系电话：0990-5550138。",
  "中共样州市柏塘县委员会",
  "2024年3月20日",
].join("\n");

/** That notice as a page, in the charset that its meta tag declares. */
export const noticeHtml = (charset: string): string => `<!DOCTYPE html><html><head><meta charset="${charset}">
<title>通报-样州市纪委监委</title></head><body><div class="nav"><a href="/">首页</a></div>
<div id="zoom">${noticeText
  .split("\n")
  .map((line) => `<p>　　${line}</p>`)
  .join("\n")}</div></body></html>`;

/** The text of a sample notice of the simulator, by its slug. */
export async function sampleText(slug: string): Promise<string> {
  const notice = (await readSampleNotices()).find((sample) => sample.slug === slug);
  if (notice === undefined) throw new Error(`no sample notice ${slug}`);
  return `${notice.paragraphs.join("\n")}\n`;
}
