import type { StoredChange, StoredTrace, StoredVersion } from "@zhenggai/notice";
import type { ComposedChange } from "./change-draft.ts";

/** What is known of a series from before it was recomputed. */
export type KnownBefore = {
  /** Changes with the ids of the new ones, as they are stored. */
  readonly stored: readonly StoredChange[];
  /** The texts that an extractor had read when it had last read all of the series. */
  readonly settled: StoredTrace["settled"];
};

/**
 * Our change is not theirs: what appears between two texts that were both known before a newer extractor read them is a
 * re-extraction, and stays one. Everything else is as it was composed.
 */
export function withOrigins(
  changes: readonly ComposedChange[],
  versions: readonly StoredVersion[],
  { stored, settled }: KnownBefore,
): ComposedChange[] {
  const known = new Map(stored.map((change) => [change._id, change.change.origin]));
  const byId = new Map(versions.map((version) => [version._id, version]));
  const texts = new Set(settled?.digests ?? []);
  const isOurs = ({ versionIds }: ComposedChange): boolean => {
    const ends = [byId.get(versionIds.before), byId.get(versionIds.after)];
    const isNewer = ends.some(
      (version) => version !== undefined && version.extractor > (settled?.extractor ?? Infinity),
    );
    return isNewer && ends.every((version) => version !== undefined && texts.has(version.digest));
  };
  return changes.map((change) => {
    if (change.change.origin === "re-extraction") return change;
    const origin = known.get(change._id) ?? (isOurs(change) ? "re-extraction" : "site");
    return { ...change, change: { ...change.change, origin } };
  });
}

/** The texts that one extractor has read now; null while readings of several extractors are mixed. */
export function settledOf(versions: readonly StoredVersion[]): StoredTrace["settled"] {
  const extractors = new Set(versions.map((version) => version.extractor));
  const [extractor] = extractors;
  if (extractor === undefined || extractors.size > 1) return null;
  return { extractor, digests: [...new Set(versions.map((version) => version.digest))].sort() };
}
