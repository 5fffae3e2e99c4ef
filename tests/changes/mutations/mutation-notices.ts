import { resolveSubject } from "@zhenggai/bodies";
import { readNotice } from "@zhenggai/extraction";
import type { Notice } from "@zhenggai/notice";
import { readSampleNotices } from "@zhenggai/simulator";
import { readSeeds } from "../../servers/shared-folder.ts";

export type NamedNotice = { readonly name: string; readonly notice: Notice };

/** A printed text as the pipeline reads it, without facts from a page around it. */
export const readText = (text: string): Notice => readNotice({ text }, { resolveSubject });

const printedDay = (at: string): string => at.slice(0, 10);

/**
 * What mutations are made of: the five real notices where they are beside the checkout, and the invented ones of the simulator,
 * every second of them under the header line of a page.
 */
export async function mutationNotices(): Promise<NamedNotice[]> {
  const seeds = Object.entries(readSeeds() ?? {}).map(([name, text]) => ({ name, text }));
  const samples = (await readSampleNotices()).map((sample, at) => {
    const header = `发布日期：${printedDay(sample.publishedAt)} 来源：${sample.publisher}`;
    const lines = [sample.title, ...(at % 2 === 0 ? [header] : []), ...sample.paragraphs];
    return { name: sample.slug, text: lines.join("\n") };
  });
  return [...seeds, ...samples].map(({ name, text }) => ({ name, notice: readText(text) }));
}
