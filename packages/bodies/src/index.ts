export { bodyKindOf } from "./body-kind-of.ts";
export type { NamedBody } from "./body-kind-of.ts";
export { divisionByCode } from "./division-by-code.ts";
export { predecessorsOf } from "./predecessors-of.ts";
export { resolveSubject } from "./resolve-subject.ts";
export type { SubjectQuery } from "./resolve-subject.ts";
