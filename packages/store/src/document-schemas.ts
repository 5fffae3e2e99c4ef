import {
  storedBlobSchema,
  storedCaptureSchema,
  storedChainSchema,
  storedChangeSchema,
  storedHostSchema,
  storedIssueSchema,
  storedNoticeSchema,
  storedPageSchema,
  storedRunSchema,
  storedSeriesSchema,
  storedSourceSchema,
  storedTraceSchema,
  storedVersionSchema,
} from "@zhenggai/notice";
import type { z } from "zod";
import type { StoreCollection } from "./collection.ts";

/** Every collection with the schema of its documents; validators and types follow from it. */
export const documentSchemas = {
  sources: storedSourceSchema,
  runs: storedRunSchema,
  blobs: storedBlobSchema,
  pages: storedPageSchema,
  captures: storedCaptureSchema,
  versions: storedVersionSchema,
  series: storedSeriesSchema,
  notices: storedNoticeSchema,
  changes: storedChangeSchema,
  finding_chains: storedChainSchema,
  traces: storedTraceSchema,
  hosts: storedHostSchema,
  issues: storedIssueSchema,
} as const;

export type CollectionName = keyof typeof documentSchemas;

export const collectionNames = Object.keys(documentSchemas).filter(
  (name): name is CollectionName => name in documentSchemas,
);

export type DocumentOf<N extends CollectionName> = z.infer<(typeof documentSchemas)[N]>;

export type StoreCollections = { readonly [N in CollectionName]: StoreCollection<DocumentOf<N>> };
