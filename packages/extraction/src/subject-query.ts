import type { BodyKind, Subject } from "@zhenggai/notice";

/** What the register of bodies needs to tell 云汀区 of 样州市 from 云汀区 of 例江市. */
export type SubjectQuery = {
  /** As printed, without its Party body: 样州市云汀区. */
  readonly name: string;
  readonly bodyKind: BodyKind | null;
  /** Day of the notice, since names and codes change. */
  readonly on: string | null;
  /** Title, publisher, signature, opening: where a parent division may be printed. */
  readonly context: readonly string[];
};

export type ResolveSubject = (query: SubjectQuery) => Subject;
