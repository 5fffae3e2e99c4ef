import type { StoredCapture, StoredTrace, StoredVersion } from "@zhenggai/notice";
import { digestOf } from "./change-id.ts";
import { copyKeysOf, fingerprintOf } from "./fingerprint.ts";
import { likeness, print } from "./join-copies.ts";
import { bodyKey, noContext, type SeriesEvidence } from "./series-context.ts";
import { pageHistories, type PageHistory, type SeriesInput } from "./series-sightings.ts";
import { silentEdits } from "./silent-edits.ts";

/** What a series shows to others, told by its own captures alone. */
export type TraceKeys = {
  readonly copyKeys: readonly string[];
  readonly otherKeys: readonly string[];
  readonly marks: StoredTrace["marks"];
};

/** A series of one page, whose subject is unresolved. */
export const isPageSeries = (seriesId: string): boolean => seriesId.startsWith("page:");

type Mark = StoredTrace["marks"][number];

/** A page that was redirected, said something else before, or says nothing: many of one host with one body are an error page. */
function landings(history: PageHistory, input: SeriesInput): Mark[] {
  const { pageId, pageKey, events } = history;
  const bodies = events.flatMap(({ capture }) => (capture.status === 200 ? (capture.blobId ?? []) : []));
  return events.flatMap(({ capture, version }): Mark[] => {
    const { blobId, status, finalUrl, reading } = capture;
    if (blobId === null || status !== 200 || reading?.outcome !== "version") return [];
    const isElsewhere = (input.pageKeyOf?.(finalUrl) ?? finalUrl) !== pageKey;
    const saidMore = bodies.indexOf(blobId) > 0;
    const isBare = version !== null && version.reading.kind === "other" && version.reading.findings.length === 0;
    if (!isElsewhere && !saidMore && !isBare) return [];
    return [{ key: `body:${bodyKey(pageId, blobId)}`, pageId: pageKey }];
  });
}

const editMarks = (history: PageHistory): Mark[] =>
  silentEdits(history).flatMap(({ editKey }) =>
    editKey === null ? [] : [{ key: `edit:${editKey}`, pageId: history.pageKey }],
  );

function distinctMarks(marks: readonly Mark[]): Mark[] {
  const byText = new Map(marks.map((mark) => [`${mark.key} ${mark.pageId}`, mark]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, mark]) => mark);
}

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

/**
 * Keys by which other series find this one: of its texts (copies), of bodies that pages landed on, of edits outside findings, and of
 * the line of succession that its subject stands in.
 */
export function traceKeysOf(input: SeriesInput, predecessorIds: readonly string[]): TraceKeys {
  const histories = pageHistories({ ...input, context: noContext });
  const landed = histories.flatMap((history) => landings(history, input));
  const marks = distinctMarks(landed.concat(histories.flatMap(editMarks)));
  const lines = isPageSeries(input.seriesId) ? [] : [input.seriesId, ...predecessorIds];
  const texts = input.versions.flatMap((version) => copyKeysOf(fingerprintOf(version.reading.text)));
  return {
    copyKeys: sorted(texts.map((key) => `text:${key}`)),
    otherKeys: sorted([...marks.map(({ key }) => key), ...lines.map((id) => `line:${id}`)]),
    marks,
  };
}

const capturesOf = (captures: readonly StoredCapture[]): string[] =>
  sorted(captures.map(({ _id, status, absence, reading }) => [_id, status, absence, reading?.versionId].join(" ")));

const versionsOf = (versions: readonly StoredVersion[]): string[] =>
  sorted(versions.map(({ _id, extractor }) => `${_id} ${extractor}`));

/** Everything that others read of a series: where it changed, they must be recomputed. */
export const traceDigest = (evidence: SeriesEvidence, keys: TraceKeys, joins: string | null): string =>
  digestOf([
    keys.copyKeys,
    keys.otherKeys,
    keys.marks,
    capturesOf(evidence.captures),
    versionsOf(evidence.versions),
    joins,
  ]);

/** How many pages of a host must show one body or one edit before it is the host's own. */
const leastPages = 3;

function sharedMarks(own: readonly Mark[], peers: readonly StoredTrace[], prefix: string): Map<string, string[]> {
  const pages = new Map<string, Set<string>>();
  for (const { key, pageId } of [...own, ...peers.flatMap(({ marks }) => marks)]) {
    if (key.startsWith(prefix)) pages.set(key, (pages.get(key) ?? new Set()).add(pageId));
  }
  const shared = [...pages].filter(([, ids]) => ids.size >= leastPages);
  return new Map(shared.map(([key, ids]) => [key.slice(prefix.length), sorted(ids)]));
}

/** Bodies that many pages of one host landed on. */
export const sinksAmong = (keys: TraceKeys, peers: readonly StoredTrace[]): ReadonlySet<string> =>
  new Set(sharedMarks(keys.marks, peers, "body:").keys());

/** Edits that many pages of one host show alike, each with the page that tells of it: the first by its address. */
export const templatesAmong = (keys: TraceKeys, peers: readonly StoredTrace[]): ReadonlyMap<string, string> =>
  new Map([...sharedMarks(keys.marks, peers, "edit:")].map(([key, ids]) => [key, ids[0] ?? ""]));

/** Peers whose notice a page's notice may copy: series with a subject, and those of smaller pages that copy none themselves. */
export const possibleHosts = (seriesId: string, peers: readonly StoredTrace[]): StoredTrace[] =>
  isPageSeries(seriesId) ? peers.filter((peer) => !peer.isPage || (peer.joins === null && peer._id < seriesId)) : [];

/** The series whose notice a page's notice copies: the likest one with a subject, else the likest page. Null for none. */
export function hostAmong(own: SeriesEvidence, hosts: readonly SeriesEvidence[]): string | null {
  const copies = own.versions.map(print);
  const likenessTo = (host: SeriesEvidence): number =>
    Math.max(0, ...host.versions.map(print).flatMap((original) => copies.map((copy) => likeness(copy, original))));
  const ranked = hosts
    .map((host) => ({ id: host.seriesId, isPage: isPageSeries(host.seriesId), score: likenessTo(host) }))
    .filter(({ score }) => score > 0)
    .sort(
      (one, other) =>
        Number(one.isPage) - Number(other.isPage) || other.score - one.score || (one.id < other.id ? -1 : 1),
    );
  return ranked[0]?.id ?? null;
}
