import type { SeriesEvidence } from "@zhenggai/comparison";
import type { Store } from "@zhenggai/store";

/** All captures of all pages of a series, and the versions that captures were read into it as. */
export async function loadEvidence(
  seriesId: string,
  { captures, versions }: Pick<Store, "captures" | "versions">,
): Promise<SeriesEvidence> {
  const own = await captures.listOfSeries(seriesId);
  const ofPages = await captures.listOfPages([...new Set(own.map((capture) => capture.pageId))]);
  const versionIds = own.flatMap(({ reading }) =>
    reading?.seriesId === seriesId && reading.versionId !== null ? [reading.versionId] : [],
  );
  return { seriesId, captures: ofPages, versions: await versions.getMany([...new Set(versionIds)]) };
}
