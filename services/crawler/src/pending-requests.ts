import { randomUUID } from "node:crypto";
import type { PageRequest, PageResponse } from "./download.ts";

type Answering = (request: PageRequest, signal: AbortSignal) => Promise<PageResponse>;

/** The requests that an engine has taken and not answered. */
export type PendingRequests = {
  /**
   * Announces a request to the engine under a key of its own and waits for its answer. Settles at once when `signal` fires or
   * the engine ends, also while the request still waits for its turn.
   */
  readonly ask: (
    request: PageRequest,
    signal: AbortSignal,
    announce: (key: string) => Promise<unknown>,
  ) => Promise<PageResponse>;
  /** Called by the engine when the turn of `key` has come; never rejects, the outcome goes to the asker. */
  readonly answer: (key: string, work: Answering) => Promise<void>;
  /** Rejects what is pending and every later request. */
  readonly end: (reason: Error) => void;
};

type Pending = {
  readonly request: PageRequest;
  readonly signal: AbortSignal;
  readonly resolve: (response: PageResponse) => void;
  readonly reject: (error: unknown) => void;
};

export function createPendingRequests(): PendingRequests {
  const pending = new Map<string, Pending>();
  let ended: Error | null = null;
  return {
    ask: async (request, signal, announce) => {
      signal.throwIfAborted();
      if (ended !== null) throw ended;
      const key = randomUUID();
      let onAbort: (() => void) | null = null;
      const answered = new Promise<PageResponse>((resolve, reject) => {
        onAbort = () => reject(signal.reason);
        signal.addEventListener("abort", onAbort, { once: true });
        pending.set(key, { request, signal, resolve, reject });
        announce(key).catch(reject);
      });
      return answered.finally(() => {
        pending.delete(key);
        if (onAbort !== null) signal.removeEventListener("abort", onAbort);
      });
    },
    answer: async (key, work) => {
      const entry = pending.get(key);
      // Nobody waits any more.
      if (entry === undefined) return;
      await work(entry.request, entry.signal).then(entry.resolve, entry.reject);
    },
    end: (reason) => {
      ended = reason;
      for (const entry of pending.values()) entry.reject(reason);
    },
  };
}
