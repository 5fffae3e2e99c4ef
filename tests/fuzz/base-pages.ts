import { listDialects } from "@zhenggai/sources";
import { sampleScenario, type Scenario } from "@zhenggai/simulator";

/** Every article page of the simulator's sample web, as its template printed it. */
export async function basePages(): Promise<string[]> {
  const scenario = await sampleScenario();
  const urls = scenario.sources.flatMap((source) => {
    const found = new Set<string>();
    const open = [...listDialects[source.dialect].firstRequests(source)];
    for (let request = open.shift(); request !== undefined; request = open.shift()) {
      const text = bodyOf(scenario, request.url, request.form);
      const reading = listDialects[source.dialect].readList(source, { request, url: request.url, text });
      for (const entry of reading.entries) found.add(entry.url);
      open.push(...reading.next);
    }
    return [...found];
  });
  return urls.map((url) => bodyOf(scenario, url, null));
}

function bodyOf(scenario: Scenario, url: string, form: Readonly<Record<string, string>> | null): string {
  const { host, pathname, searchParams } = new URL(url);
  const site = scenario.sites.find((known) => known.host === host);
  const request = {
    method: form === null ? "GET" : "POST",
    host,
    path: pathname,
    query: searchParams,
    form: new URLSearchParams(form ?? {}),
  };
  return site?.answer(request, 0).body ?? "";
}
