import { storedNoticeSchema, type StoredNotice } from "@zhenggai/notice";
import type { Filter, StoreCollection } from "../collection.ts";
import type { NoticesStore } from "../store.ts";

const exact = "reading.publishedOn";
const vague = "reading.publishedOn.approximate";

/** Notices, as series.write leaves them. */
export function noticesStore(notices: StoreCollection<StoredNotice>): NoticesStore {
  const newest = (filter: Filter, field: string, limit: number): Promise<StoredNotice[]> =>
    notices.find(filter, { sort: { [field]: -1, _id: 1 }, limit }).toArray();
  return {
    get: async (noticeId) => storedNoticeSchema.nullable().parse(await notices.findOne({ _id: noticeId })),
    list: async (limit) => {
      // MongoDB sorts by type first, and a vague date is an object: each kind of date is a query of its own, merged here.
      const found = await Promise.all([
        newest({ [exact]: { $gte: "" } }, exact, limit),
        newest({ [vague]: { $gte: "" } }, vague, limit),
        newest({ [exact]: null }, exact, limit),
      ]);
      return found
        .flat()
        .map((notice) => storedNoticeSchema.parse(notice))
        .sort(newestFirst)
        .slice(0, limit);
    },
    count: () => notices.countDocuments({}),
  };
}

function publishedDay({ reading: { publishedOn } }: StoredNotice): string {
  if (publishedOn === null) return "";
  return typeof publishedOn === "string" ? publishedOn : publishedOn.approximate;
}

function newestFirst(left: StoredNotice, right: StoredNotice): number {
  return compareText(publishedDay(right), publishedDay(left)) || compareText(left._id, right._id);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
