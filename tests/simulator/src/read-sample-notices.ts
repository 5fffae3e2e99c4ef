import { parseSampleNotice, type SampleNotice } from "./front-matter.ts";
import { readFolder } from "./read-folder.ts";

/** All sample notices, in order of file name. */
export async function readSampleNotices(): Promise<SampleNotice[]> {
  const files = await readFolder(new URL("../sample/notices/", import.meta.url), ".txt");
  return [...files.values()].map(parseSampleNotice);
}
