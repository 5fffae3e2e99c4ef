import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import { noticeSchema } from "@zhenggai/notice";
import { decodePage, pageToText } from "@zhenggai/sources";
import { sampleArticles } from "./extract/articles.ts";
import { pageStyles } from "./extract/page-styles.ts";

const notices = 10_000;
const every = 1_000;

/** Peak and growth of memory while 10,000 pages are decoded, turned into text, read and validated one after another. */
export async function benchExtractMemory(): Promise<unknown> {
  const articles = await sampleArticles();
  const encoder = new TextEncoder();
  const rss: number[] = [];
  for (let index = 0; index < notices; index += 1) {
    const article = articles[index % articles.length];
    const style = pageStyles[Math.floor(index / articles.length) % pageStyles.length];
    if (article === undefined || style === undefined) throw new Error("there are no sample notices");
    // Every page is another: no engine may answer from what it kept.
    const html = style.print({ ...article, paragraphs: [...article.paragraphs, `第${index}号。`] });
    const decoded = decodePage(encoder.encode(html), "text/html; charset=utf-8");
    const page = pageToText(decoded.text, { url: `http://a.example/${index}.html` });
    noticeSchema.parse(readNotice({ text: page.text, page: page.facts }, { resolveSubject }));
    if ((index + 1) % every === 0) rss.push(Math.round(process.memoryUsage.rss() / 1_048_576));
  }
  const settled = rss.slice(1);
  return {
    bench: "extract-memory",
    notices,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
    rssMegabytesEvery1000: rss,
    growthKilobytesPerNotice:
      Math.round((((settled.at(-1) ?? 0) - (settled[0] ?? 0)) * 1_024 * 100) / (notices - 2 * every)) / 100,
  };
}
