import {
  Fault,
  type StoredChain,
  type StoredChange,
  type StoredNotice,
  type StoredSeries,
  storedSeriesSchema,
} from "@zhenggai/notice";
import type { BulkUpsert, Filter, StoreCollection, StoredDocument } from "../collection.ts";
import { guardedUpsert, insertedNew } from "../duplicate-key.ts";
import type { SeriesResult, SeriesStore } from "../store.ts";

export type SeriesCollections = {
  readonly series: StoreCollection<StoredSeries>;
  readonly notices: StoreCollection<StoredNotice>;
  readonly changes: StoreCollection<StoredChange>;
  readonly finding_chains: StoreCollection<StoredChain>;
};

/** A series whose comparison fails is claimed again and again, for ever: its document must not grow with that. */
const mostClaims = 100;

/** Raises rev and notes the claim in one update, so that no claim is ever raised without being on record. */
const raiseAndClaim = (at: string) => [
  { $set: { rev: { $add: ["$rev", 1] } } },
  {
    $set: {
      claims: { $slice: [{ $concatArrays: ["$claims", [{ rev: "$rev", at: { $literal: at } }]] }, -mostClaims] },
    },
  },
];

/** Series: all notices of one subject and the changes between them, recomputed whole and written under a claim. */
export function seriesStore(collections: SeriesCollections): SeriesStore {
  const { series } = collections;
  return {
    claim: async (seriesId, at) => {
      const raise = () => series.findOneAndUpdate({ _id: seriesId }, raiseAndClaim(at), { returnDocument: "after" });
      const known = await raise();
      if (known !== null) return storedSeriesSchema.parse(known).rev;
      await insertedNew(() => series.insertOne({ _id: seriesId, rev: 0, claims: [] }));
      return storedSeriesSchema.parse(await raise()).rev;
    },
    write: (seriesId, rev, result) => writeUnderClaim(collections, { seriesId, rev }, result),
    listStaleClaims: async (before, limit) => {
      const stale = await series.find({ "claims.at": { $lt: before } }, { sort: { _id: 1 }, limit }).toArray();
      return stale.map(({ _id }) => _id);
    },
  };
}

type Claim = { readonly seriesId: string; readonly rev: number };

/**
 * Order matters. The claim is taken off last: whoever dies before leaves it on record, and the series is recomputed. The
 * newest rev is read after the writes: a later claimer that swept before our writes can't have seen them, so we sweep.
 */
async function writeUnderClaim(collections: SeriesCollections, claim: Claim, result: SeriesResult): Promise<boolean> {
  // Whoever is outdated on arrival writes nothing: its rows would be swept again at once, but analysts might see them.
  if ((await newestRev(collections, claim)) === claim.rev) {
    await writeNotices(collections, claim, result.notices);
    await writeChanges(collections, claim, result.changes);
    await writeChains(collections, claim, result.chains ?? []);
    await sweep(collections, claim.seriesId, await newestRev(collections, claim));
  }
  const { rev } = storedSeriesSchema.parse(
    await collections.series.findOneAndUpdate(
      { _id: claim.seriesId },
      // Claims before ours too: what their owners left behind is swept.
      { $pull: { claims: { rev: { $lte: claim.rev } } } },
      { returnDocument: "after" },
    ),
  );
  return rev === claim.rev;
}

async function newestRev({ series }: SeriesCollections, claim: Claim): Promise<number> {
  const stored = await series.findOne({ _id: claim.seriesId });
  if (stored === null || stored.rev < claim.rev) {
    throw new Fault("E1001", { value: claim.seriesId, why: "a series is written without a claim" });
  }
  return stored.rev;
}

async function writeNotices(
  { notices }: SeriesCollections,
  claim: Claim,
  rows: SeriesResult["notices"],
): Promise<void> {
  const owned = rows.map((row) => ({ ...row, seriesId: claim.seriesId, seriesRev: claim.rev }));
  await upsertOwned(notices, claim, owned.map(replacing(claim)));
}

async function writeChanges(
  { changes }: SeriesCollections,
  claim: Claim,
  rows: SeriesResult["changes"],
): Promise<void> {
  const upserts = rows.map(({ _id, ...row }) => {
    const fields = { ...row, seriesId: claim.seriesId, seriesRev: claim.rev, state: "current" };
    const update = { $set: fields, $setOnInsert: { deliveries: {} } };
    return { updateOne: { filter: notNewer(_id, claim), update, upsert: true } } as const;
  });
  await upsertOwned(changes, claim, upserts);
}

async function writeChains(
  { finding_chains: chains }: SeriesCollections,
  claim: Claim,
  rows: NonNullable<SeriesResult["chains"]>,
): Promise<void> {
  const owned = rows.map((row) => ({ ...row, seriesId: claim.seriesId, seriesRev: claim.rev }));
  await upsertOwned(chains, claim, owned.map(replacing(claim)));
}

const notNewer = (_id: string, { rev }: Claim): Filter => ({ _id, seriesRev: { $lte: rev } });

const replacing =
  (claim: Claim) =>
  <D extends StoredDocument>(row: D): BulkUpsert<D> => ({
    replaceOne: { filter: notNewer(row._id, claim), replacement: row, upsert: true },
  });

/**
 * Revs of different series can't be compared: a row that moved to this series (its subject is resolved otherwise now) is taken
 * over first, whatever its rev was there; the old series' sweep then leaves it alone. One filter could say both, but only with
 * `$or`, for which SecantusDB reads the whole collection.
 */
async function upsertOwned<D extends StoredDocument>(
  rows: StoreCollection<D>,
  { seriesId, rev }: Claim,
  upserts: BulkUpsert<D>[],
): Promise<void> {
  if (upserts.length === 0) return;
  const ids = upserts.map((upsert) => ("replaceOne" in upsert ? upsert.replaceOne : upsert.updateOne).filter["_id"]);
  await guardedUpsert(async () => {
    await rows.updateMany({ _id: { $in: ids }, seriesId: { $ne: seriesId } }, { $set: { seriesId, seriesRev: rev } });
    await rows.bulkWrite(upserts, { ordered: false });
  });
}

async function sweep(
  { notices, changes, finding_chains: chains }: SeriesCollections,
  seriesId: string,
  newest: number,
): Promise<void> {
  const outdated = { seriesId, seriesRev: { $lt: newest } };
  await changes.updateMany({ ...outdated, state: "current" }, { $set: { state: "withdrawn" } });
  await notices.deleteMany(outdated);
  await chains.deleteMany(outdated);
}
