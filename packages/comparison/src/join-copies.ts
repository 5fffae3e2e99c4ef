import type { Notice, StoredVersion } from "@zhenggai/notice";
import { fingerprintOf, resemblance, type Fingerprint } from "./fingerprint.ts";

/** Whether a notice is known by its page only: no subject, or no exact first day of the inspection. */
const isOfPage = (noticeId: string): boolean => noticeId.startsWith("page:");

/** A reading with its fingerprint. */
export type Printed = { readonly version: StoredVersion; readonly fingerprint: Fingerprint };

export const print = (version: StoredVersion): Printed => ({
  version,
  fingerprint: fingerprintOf(version.reading.text),
});

/** Whether nothing that a copy says of its subject and cycle speaks against the original. */
function mayCopy({ subject, inspection }: Notice, original: Notice): boolean {
  const { bodyId } = original.subject;
  const bodies = subject.bodyId === null ? subject.candidates.map((one) => one.bodyId) : [subject.bodyId];
  if (bodies.length > 0 && bodyId !== null && !bodies.includes(bodyId)) return false;
  const days = [inspection.startedOn, original.inspection.startedOn];
  return days.some((day) => typeof day !== "string") || days[0] === days[1];
}

/** How like a copy is to an original, 0 where it is none. */
export const likeness = (copy: Printed, original: Printed): number =>
  mayCopy(copy.version.reading, original.version.reading) ? resemblance(copy.fingerprint, original.fingerprint) : 0;

/** The notice that a text copies: the likest candidate, of equals the one with the smallest id. Null for none. */
function copiedNotice(copy: Printed, candidates: readonly Printed[]): string | null {
  let best: { readonly noticeId: string; readonly score: number } | null = null;
  for (const candidate of candidates) {
    const score = likeness(copy, candidate);
    const { noticeId } = candidate.version;
    const isBetter = best === null || score > best.score || (score === best.score && noticeId < best.noticeId);
    if (score > 0 && isBetter) best = { noticeId, score };
  }
  return best?.noticeId ?? null;
}

/**
 * Versions by id, those that repeat a notice of the series counted to it: a page's notice whose text is a copy of one with a cycle
 * (names dropped, traditional characters, a disclaimer), else of the smallest page's notice that it is like. Versions of guests that
 * are like none are left out: they belong elsewhere.
 */
export function joinedCopies(
  versions: readonly StoredVersion[],
  guests: ReadonlySet<string>,
): ReadonlyMap<string, StoredVersion> {
  const loose = versions.filter((version) => isOfPage(version.noticeId));
  if (loose.length === 0) return new Map(versions.map((version) => [version._id, version]));
  const rooted = versions.filter((version) => !isOfPage(version.noticeId)).map(print);
  const roots: Printed[] = [];
  const joined = new Map(rooted.map(({ version }) => [version._id, version]));
  const ordered = loose.map(print).sort((one, other) => (one.version._id < other.version._id ? -1 : 1));
  for (const own of ordered) {
    const { version } = own;
    const others = roots.filter((root) => root.version.noticeId !== version.noticeId);
    const noticeId = copiedNotice(own, rooted) ?? copiedNotice(own, others);
    if (noticeId !== null) joined.set(version._id, { ...version, noticeId });
    else if (!isGuest(version, guests)) {
      joined.set(version._id, version);
      roots.push(own);
    }
  }
  return joined;
}

const isGuest = (version: StoredVersion, guests: ReadonlySet<string>): boolean =>
  [...guests].some((seriesId) => version.noticeId.startsWith(`${seriesId}.`));
