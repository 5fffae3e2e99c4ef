import { Fault, isoDateSchema } from "@zhenggai/notice";
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";

const hostSchema = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a host in lower case, without scheme, port and path")
  .meta({ title: "主机", description: "A host whose pages may be fetched." });

const httpUrlSchema = z.url({ protocol: /^https?$/, error: "an http or https URL" });

const scheduleSchema = z
  .strictObject({
    cron: z.string().regex(/^\S+( \S+){4}$/, "five cron fields"),
    timeZone: z.string().min(1).meta({ title: "时区", description: "IANA name; sites of China: Asia/Shanghai." }),
  })
  .meta({ title: "抓取计划", description: "When the column is crawled." });

const hanwebParametersSchema = z
  .strictObject({
    unitId: z.string().min(1).optional(),
    columnId: z.string().min(1).optional(),
    webId: z.string().min(1).optional(),
    perPage: z.int().positive().optional(),
  })
  .meta({
    title: "大汉参数",
    description: "What dataproxy.jsp is asked with; what is left out is read from the column.",
  });

const genericParametersSchema = z
  .strictObject({ entryPath: z.string().min(1).optional() })
  .meta({ title: "通用参数", description: "entryPath: a regular expression that the paths of articles match." });

const sharedShape = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens"),
  name: z.string().min(1).meta({ title: "来源名称", description: "Site and column, in Chinese." }),
  site: z.string().min(1).meta({ title: "网站", description: "Name of the site, in Chinese." }),
  hosts: z.array(hostSchema).min(1).meta({ title: "允许的主机", description: "Nothing outside is ever fetched." }),
  listUrl: httpUrlSchema.meta({ title: "栏目网址", description: "First page of the column." }),
  maxListPages: z.int().min(1).max(1000).meta({ title: "列表页上限", description: "List pages read in one crawl." }),
  schedule: scheduleSchema.nullable(),
  rank: z
    .enum(["official", "mirror", "repost"])
    .meta({ title: "来源等级", description: "Which copy of a notice leads: official before mirror before repost." }),
  verified: z
    .strictObject({ on: isoDateSchema, note: z.string().min(1) })
    .nullable()
    .meta({ title: "实测", description: "When a person last saw it work on the real site; null: never." }),
  fetch: z.enum(["http", "browser"]).default("http"),
  expectedYield: z.int().min(1).meta({ title: "最少条目", description: "Fewest entries that a crawl must list." }),
};

/** One column of one website, as a YAML file says it. */
export const sourceDefinitionSchema = z
  .discriminatedUnion("dialect", [
    z.strictObject({
      ...sharedShape,
      dialect: z.literal("hanweb-jpage"),
      parameters: hanwebParametersSchema.default({}),
    }),
    z.strictObject({ ...sharedShape, dialect: z.literal("trs-static"), parameters: z.strictObject({}).default({}) }),
    z.strictObject({ ...sharedShape, dialect: z.literal("generic"), parameters: genericParametersSchema.default({}) }),
  ])
  .refine((source) => source.hosts.includes(new URL(source.listUrl).hostname), {
    path: ["listUrl"],
    error: "its host is not in hosts",
  })
  .refine((source) => source.dialect !== "generic" || isPattern(source.parameters.entryPath), {
    path: ["parameters", "entryPath"],
    error: "not a regular expression",
  })
  .meta({ title: "来源", description: "One column of one website: where, which CMS dialect, how often." });

export type SourceDefinition = z.infer<typeof sourceDefinitionSchema>;

/**
 * Reads a source file. Throws Fault E2003 whose `value` names file, line and key (`sites/x.yaml:7 hosts.0`);
 * unknown keys are refused.
 */
export function parseSourceDefinition(yamlText: string, fileName: string): SourceDefinition {
  const lineCounter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const line = lineCounter.linePos(broken.pos[0]).line;
    throw new Fault("E2003", { value: `${fileName}:${line}`, why: broken.message });
  }
  const written: unknown = document.toJS();
  const parsed = sourceDefinitionSchema.safeParse(written);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => {
    const unknownKey = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
    const path = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
    const line = lineCounter.linePos(offsetOf(document, path)).line;
    return { where: `${fileName}:${line} ${path.map(String).join(".") || "(whole file)"}`, message: issue.message };
  });
  const first = complaints[0];
  throw new Fault("E2003", {
    value: first?.where ?? fileName,
    why: complaints.map((complaint) => `${complaint.where}: ${complaint.message}`).join("; "),
  });
}

function isPattern(source: string | undefined): boolean {
  try {
    return new RegExp(source ?? "", "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** Where the node at `path` begins; a missing key leads to the nearest parent that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent: unknown = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((candidate) => isScalar(candidate.key) && candidate.key.value === key);
      if (pair !== undefined && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
