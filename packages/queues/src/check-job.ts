import { Buffer } from "node:buffer";
import { Fault } from "@zhenggai/notice";
import { z } from "zod";
import { jobCatalog, maxJobBytes, type JobName, type JobPayload } from "./job-catalog.ts";

const isJobName = (name: string): name is JobName => Object.hasOwn(jobCatalog, name);

/** The catalog, seen so that a name's schema has that name's payload as its type. */
const schemas: { readonly [N in JobName]: { readonly payload: z.ZodType<JobPayload<N>> } } = jobCatalog;

const serialize = (candidate: unknown): string | undefined => {
  try {
    return JSON.stringify(candidate);
  } catch {
    return undefined;
  }
};

/**
 * Border check of a job, when it is sent and again when it is taken out. Returns the payload.
 * Throws E1002 where its JSON is longer than `maxJobBytes`, E1003 where it doesn't match the catalog.
 * The size comes first: what is too large is usually a body that should have been an id, and E1002 says so.
 */
export const checkJob = <N extends JobName>(name: N, candidate: unknown): JobPayload<N> => {
  if (!isJobName(name)) {
    throw new Fault("E1003", { value: String(name).slice(0, 80) });
  }
  const json = serialize(candidate);
  const bytes = json === undefined ? 0 : Buffer.byteLength(json);
  if (bytes > maxJobBytes) {
    throw new Fault("E1002", { value: `${name}: ${bytes} bytes` });
  }
  const parsed = schemas[name].payload.safeParse(candidate);
  if (!parsed.success) {
    throw new Fault("E1003", { value: `${name}: ${z.prettifyError(parsed.error)}`.slice(0, 300) });
  }
  return parsed.data;
};
