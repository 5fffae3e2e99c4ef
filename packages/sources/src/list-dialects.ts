import { generic } from "./dialects/generic.ts";
import { hanwebJpage } from "./dialects/hanweb-jpage.ts";
import type { ListDialect } from "./dialects/list-dialect.ts";
import { trsStatic } from "./dialects/trs-static.ts";
import type { SourceDefinition } from "./source-definition.ts";

/** Every dialect by its name in the YAML; a name without a dialect does not compile. */
export const listDialects: Readonly<Record<SourceDefinition["dialect"], ListDialect>> = {
  "hanweb-jpage": hanwebJpage,
  "trs-static": trsStatic,
  generic,
};
