import type { Notice, StoredNotice } from "@zhenggai/notice";
import { rememberingAligner } from "./align-findings.ts";
import type { ComposedChange } from "./change-draft.ts";
import { composeLedger, type ComposedChain } from "./compose-ledger.ts";
import { composeNotices, type ComposedNotice } from "./compose-notices.ts";
import { byCycle, inCycleOrder, neighboursOf, type Neighbours } from "./cycle-order.ts";
import { composeChanges } from "./series-changes.ts";
import { noContext } from "./series-context.ts";
import { pageHistories, type SeriesInput } from "./series-sightings.ts";

/** Everything derived of one subject: its notices, all changes and the ledger of its findings, each sorted by id. */
export type ComposedSeries = {
  readonly notices: readonly Omit<StoredNotice, "seriesRev">[];
  readonly changes: readonly ComposedChange[];
  readonly chains: readonly ComposedChain[];
};

/** Only these notices have findings that may come back. */
const ledgerKind = "rectification";

/** The reading without the parts that only evidence needs. */
function readingOf(notice: Notice): StoredNotice["reading"] {
  const { text: _text, outline: _outline, boilerplate: _boilerplate, evidence: _evidence, ...reading } = notice;
  return reading;
}

/** The last notices of the bodies that the subject succeeded, each with the subject's first: joined by recorded succession only. */
function inheritedPairs(
  input: SeriesInput,
  own: readonly ComposedNotice[],
): { inherited: ComposedNotice[]; pairs: Neighbours } {
  const [first] = own;
  const chains = (input.context?.predecessors ?? []).map(({ seriesId, captures, versions }) => {
    const notices = composeNotices(pageHistories({ ...input, seriesId, captures, versions, context: noContext }));
    return inCycleOrder(notices, ledgerKind).filter((notice) => first !== undefined && byCycle(notice, first) < 0);
  });
  const pairs = chains.flatMap((chain): [ComposedNotice, ComposedNotice][] => {
    const last = chain.at(-1);
    return last === undefined || first === undefined ? [] : [[last, first]];
  });
  return { inherited: chains.flat().sort(byCycle), pairs: pairs.sort(([one], [other]) => byCycle(one, other)) };
}

function storedNotices(
  seriesId: string,
  composed: readonly ComposedNotice[],
  neighbours: Neighbours,
): ComposedSeries["notices"] {
  const precededBy = new Map(neighbours.map(([before, after]) => [after.id, before.id]));
  const succeededBy = new Map(neighbours.map(([before, after]) => [before.id, after.id]));
  return composed.map((notice) => ({
    _id: notice.id,
    seriesId,
    presence: notice.presence,
    pages: [...notice.pages],
    currentVersionId: notice.current._id,
    versionIds: [...notice.versionIds],
    sightings: [...notice.sightings],
    precededBy: precededBy.get(notice.id) ?? null,
    succeededBy: succeededBy.get(notice.id) ?? null,
    reading: readingOf(notice.current.reading),
  }));
}

/**
 * All derived documents of one subject as a function of the set of its captures and versions: the order and repetition of
 * both don't matter. Notices with their copies as sightings, silent edits between consecutive versions of one page,
 * removals and returns of the leading page, what became of the findings from one notice to the next, and their ledger.
 */
export function composeSeries(input: SeriesInput): ComposedSeries {
  const { seriesId } = input;
  const histories = pageHistories(input);
  const composed = composeNotices(histories);
  const own = inCycleOrder(composed, ledgerKind);
  const { inherited, pairs } = inheritedPairs(input, own);
  const neighbours = [...pairs, ...neighboursOf(composed)];
  const align = rememberingAligner();
  const chain = [...inherited, ...own].map((notice) => ({
    id: notice.id,
    reading: notice.current.reading,
    isOwn: !inherited.includes(notice),
  }));
  return {
    notices: storedNotices(seriesId, composed, neighbours),
    changes: composeChanges(seriesId, {
      histories,
      notices: composed,
      neighbours: neighbours.filter(([, after]) => after.current.reading.kind === ledgerKind),
      templates: input.context?.templates ?? noContext.templates,
      align,
    }),
    chains: composeLedger(seriesId, chain, align),
  };
}
