import { parseSourceDefinition } from "@zhenggai/sources";
import { hanwebPath } from "../article-path.ts";
import { generateNotice, type GeneratedSubject } from "../generate-notice.ts";
import type { Article, Scenario } from "../scenario.ts";
import { hanwebSite } from "../sites/hanweb-site.ts";

const sampleSubjects: readonly GeneratedSubject[] = [
  { name: "样州市云汀区", party: "区委" },
  { name: "样州市望麓区", party: "区委" },
  { name: "样州市柏塘县", party: "县委" },
  { name: "例江市溪照区", party: "区委" },
  { name: "例江市云汀区", party: "区委" },
  { name: "例江市岚浦县", party: "县委" },
];

const sourceYaml = `# Generated: one Hanweb column with as many notices as a benchmark asks for.
id: generated-col30
name: 生成样例 巡视整改
site: 清风样例网
hosts: [bench.yangli.example]
listUrl: http://bench.yangli.example/col/col30/index.html
dialect: hanweb-jpage
maxListPages: 1000
schedule: null
rank: official
verified: null
fetch: http
expectedYield: 1
`;

/**
 * `notices` generated notices on one Hanweb site, for benchmarks and fault tests. They are spread over `subjects` (default: the sample
 * districts) in turn; each belongs to an inspection of its own.
 */
export function generatedScenario(options: {
  notices: number;
  seed: number;
  subjects?: readonly GeneratedSubject[];
}): Scenario {
  const subjects = options.subjects ?? sampleSubjects;
  const articles: Article[] = [];
  for (let index = 0; index < options.notices; index += 1) {
    const subject = subjects[index % subjects.length];
    if (subject === undefined) break;
    const notice = generateNotice(index, options.seed, subject);
    const path = hanwebPath(notice.publishedAt, "30", 100_000 + index);
    articles.push({ path, revisions: [{ fromStep: 0, notice }], withdrawnAtStep: null });
  }
  const trail = ["首页", "巡视整改"];
  const organizer = "中共样例省纪律检查委员会";
  return {
    name: "generated",
    sites: [
      hanwebSite({ siteName: "清风样例网", domain: "bench.yangli.example", organizer, trail }, [
        { columnId: "30", unitId: "30188", webId: "3", name: "巡视整改", perPage: 15, articles },
      ]),
    ],
    sources: [parseSourceDefinition(sourceYaml, "generated-col30.yaml")],
    sourceFiles: new Map([["generated-col30.yaml", sourceYaml]]),
    lastStep: 0,
  };
}
