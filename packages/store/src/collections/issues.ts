import { storedIssueSchema, type StoredIssue } from "@zhenggai/notice";
import type { StoreCollection } from "../collection.ts";
import { guardedUpsert } from "../duplicate-key.ts";
import type { IssuesStore } from "../store.ts";

/** Issues about sources, runs, pages, captures, versions and series. */
export function issuesStore(issues: StoreCollection<StoredIssue>): IssuesStore {
  return {
    put: async (found) => {
      for (const { _id, firstSeenAt, lastSeenAt, ...fields } of found) {
        const update = { $set: fields, $min: { firstSeenAt }, $max: { lastSeenAt } };
        await guardedUpsert(() => issues.updateOne({ _id }, update, { upsert: true }));
      }
    },
    list: async (limit) => {
      const stored = await issues.find({}, { sort: { lastSeenAt: -1, _id: 1 }, limit }).toArray();
      return stored.map((issue) => storedIssueSchema.parse(issue));
    },
  };
}
