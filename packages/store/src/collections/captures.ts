import { storedCaptureSchema, type StoredCapture } from "@zhenggai/notice";
import type { Filter, FindOptions, StoreCollection } from "../collection.ts";
import { insertedNew } from "../duplicate-key.ts";
import type { CapturesStore } from "../store.ts";

/** Captures: the distinct responses of a page, what became of each, and which series wait for it. */
export function capturesStore(captures: StoreCollection<StoredCapture>): CapturesStore {
  return { ...singleCaptures(captures), ...captureLists(captures) };
}

type Lists = "listUnread" | "countUnread" | "countQuarantined" | "listOfSeries" | "listOfPages" | "listPendingSeries";

function singleCaptures(captures: StoreCollection<StoredCapture>): Omit<CapturesStore, Lists> {
  const findOne = async (filter: Filter, sort: Record<string, 1 | -1>): Promise<StoredCapture | null> =>
    storedCaptureSchema.nullable().parse(await captures.findOne(filter, { sort }));
  return {
    insert: (capture) => insertedNew(() => captures.insertOne(capture)),
    get: (captureId) => findOne({ _id: captureId }, { _id: 1 }),
    latestOfPage: (pageId) => findOne({ pageId }, { sequence: -1 }),
    sawAgain: async (captureId, at) => {
      await captures.updateOne({ _id: captureId }, { $min: { firstSeenAt: at }, $max: { lastSeenAt: at } });
    },
    setReading: async (captureId, reading, pendingSeries) => {
      const { matchedCount } = await captures.updateOne(
        { _id: captureId, ...readBefore({ $lte: reading.extractor }) },
        { $set: { reading }, $inc: { readingRev: 1 }, $addToSet: { pendingSeries: { $each: [...pendingSeries] } } },
      );
      return matchedCount === 1;
    },
    markPending: async (seriesId) => {
      const { matchedCount } = await captures.updateOne(
        { "reading.seriesId": seriesId },
        { $inc: { readingRev: 1 }, $addToSet: { pendingSeries: seriesId } },
      );
      return matchedCount === 1;
    },
    confirmAbsence: async (captureId) => {
      const { matchedCount } = await captures.updateOne(
        { _id: captureId, absence: "unconfirmed" },
        { $set: { absence: "confirmed", reading: null }, $inc: { readingRev: 1 } },
      );
      return matchedCount === 1;
    },
    acknowledgeSeries: async (captureId, seriesId, readingRev) => {
      await captures.updateOne({ _id: captureId, readingRev }, { $pull: { pendingSeries: seriesId } });
    },
  };
}

function captureLists(captures: StoreCollection<StoredCapture>): Pick<CapturesStore, Lists> {
  const findAll = async (filter: Filter, options: FindOptions): Promise<StoredCapture[]> => {
    const stored = await captures.find(filter, options).toArray();
    return stored.map((capture) => storedCaptureSchema.parse(capture));
  };
  return {
    listUnread: (extractor, limit, afterId) =>
      findAll(
        { ...(afterId === undefined ? {} : { _id: { $gt: afterId } }), ...readBefore({ $lt: extractor }) },
        { sort: { _id: 1 }, limit },
      ),
    countUnread: (extractor) => captures.countDocuments(readBefore({ $lt: extractor })),
    countQuarantined: () => captures.countDocuments({ "reading.outcome": "quarantined" }),
    // Two queries rather than `$or`, for which SecantusDB reads the whole collection. What is read into a series is made
    // pending in the same write, so a capture that changes sides between the two is found by the second.
    listOfSeries: async (seriesId) => {
      const pending = await findAll({ pendingSeries: seriesId }, { sort: { _id: 1 } });
      const read = await findAll({ "reading.seriesId": seriesId }, { sort: { _id: 1 } });
      return uniqueById([...read, ...pending]);
    },
    listOfPages: (pageIds) => findAll({ pageId: { $in: pageIds } }, { sort: { _id: 1 } }),
    listPendingSeries: async (limit) => {
      const values = await captures.distinct("pendingSeries", {});
      return values
        .filter((value) => typeof value === "string")
        .sort()
        .slice(0, limit);
    },
  };
}

const uniqueById = (captures: readonly StoredCapture[]): StoredCapture[] =>
  [...new Map(captures.map((capture) => [capture._id, capture])).values()].sort((left, right) =>
    left._id < right._id ? -1 : 1,
  );

/** Not read yet (null also means: no such path) or read by an extractor within `range`. */
const readBefore = (range: Filter): Filter => ({
  $or: [{ "reading.extractor": null }, { "reading.extractor": range }],
});
