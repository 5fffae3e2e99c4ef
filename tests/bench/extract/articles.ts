import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readSampleNotices, readSeed } from "@zhenggai/simulator";

/** What a page of the bench says. */
export type Article = {
  readonly title: string;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
};

const seedsFolder = new URL("../../../../shared/seeds/", import.meta.url);
const shortest = 1_000;

/** The invented notices of the simulator, without the one-sentence ones; 2,500 to 3,800 characters each. */
export async function sampleArticles(): Promise<Article[]> {
  const notices = await readSampleNotices();
  return notices.filter(({ paragraphs }) => paragraphs.join("").length >= shortest);
}

/** The five real notices, 8,000 to 26,000 characters each; none where they are not at `../shared/seeds`. */
export function seedArticles(): Article[] {
  if (!existsSync(seedsFolder)) return [];
  return readdirSync(seedsFolder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readSeed(readFileSync(new URL(name, seedsFolder), "utf8")))
    .map(({ title, paragraphs }) => ({
      title: title ?? "关于巡视整改进展情况的通报",
      publisher: "清风样例网",
      publishedAt: "2024-03-27",
      paragraphs,
    }));
}
