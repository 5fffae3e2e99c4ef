import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import {
  type SeenRequest,
  type Site,
  faultOf,
  never,
  optionsFor,
  requestFor,
  startSite,
  testHost,
} from "./crawl-kit.ts";
import { type DownloadOptions, type PageRequest, download } from "./download.ts";

const open: Site[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

async function siteWith(answer: (request: SeenRequest, response: ServerResponse) => void): Promise<Site> {
  const site = await startSite(answer);
  open.push(site);
  return site;
}

function get(site: Site, path: string, other: Partial<PageRequest> = {}, options: Partial<DownloadOptions> = {}) {
  return download(requestFor(path, other), optionsFor(site, options), never);
}

const words = "云汀区委关于巡视整改进展情况的通报".repeat(50);
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test.each([
  ["gzip", gzipSync(words)],
  ["GZIP", gzipSync(words)],
  ["deflate", deflateSync(words)],
  ["br", brotliCompressSync(words)],
  ["identity", Buffer.from(words)],
])("a body sent as %s arrives decoded, byte for byte", async (encoding, body) => {
  const site = await siteWith((_request, response) =>
    response.writeHead(200, { "content-encoding": encoding }).end(body),
  );
  const page = await get(site, "/");
  expect(decoded(page.bytes)).toBe(words);
});

test("a compressed answer that has no body, as every 304, is an answer", async () => {
  const site = await siteWith((_request, response) => response.writeHead(304, { "content-encoding": "gzip" }).end());
  expect(await get(site, "/")).toMatchObject({ status: 304, bytes: new Uint8Array() });
});

test("bytes are not touched: a GBK page stays GBK", async () => {
  const gbk = Buffer.from([0xd5, 0xfb, 0xb8, 0xc4]);
  const site = await siteWith((_request, response) => response.writeHead(200).end(gbk));
  expect(Buffer.from((await get(site, "/")).bytes)).toEqual(gbk);
});

test("every request says who we are, in plain words, and asks for Chinese", async () => {
  const site = await siteWith((_request, response) => response.end());
  await get(site, "/");
  const headers = site.requests[0]?.headers;
  expect(headers?.["user-agent"]).toBe("ZhenggaiBot/0.1 (+https://zhenggai.example/contact)");
  expect(headers?.["accept-language"]).toMatch(/^zh-CN/);
  expect(headers?.cookie).toBeUndefined();
});

test("with CRAWL_CONNECT_TO every connection goes there, and the site still hears its own name", async () => {
  const site = await siteWith((_request, response) => response.end());
  await get(site, "/art/1.html?page=2");
  await get(site, "/", { url: `https://${testHost}:8443/` });
  expect(site.requests.map(({ path, headers }) => [headers.host, path])).toEqual([
    [testHost, "/art/1.html?page=2"],
    [`${testHost}:8443`, "/"],
  ]);
});

test("without it the address itself is asked", async () => {
  const site = await siteWith((_request, response) => response.end("列表"));
  const url = `http://127.0.0.1:${site.port}/list.html`;
  const page = await get(site, "/", { url, hosts: ["127.0.0.1"] }, { connectTo: null });
  expect(decoded(page.bytes)).toBe("列表");
  expect(page.finalUrl).toBe(url);
});

test("what we hold is asked for conditionally, with both validators as the site gave them", async () => {
  const site = await siteWith((_request, response) => response.writeHead(304, { etag: '"b1"' }).end());
  const validators = { etag: '"b1"', lastModified: "Wed, 27 Mar 2024 02:00:00 GMT" };
  expect((await get(site, "/", { validators })).status).toBe(304);
  expect(site.requests[0]?.headers).toMatchObject({
    "if-none-match": '"b1"',
    "if-modified-since": "Wed, 27 Mar 2024 02:00:00 GMT",
  });
  await get(site, "/", { validators: { etag: null, lastModified: null } });
  expect(site.requests[1]?.headers).not.toHaveProperty("if-none-match");
  expect(site.requests[1]?.headers).not.toHaveProperty("if-modified-since");
});

test("a form is posted as a form, Chinese and all", async () => {
  const site = await siteWith((_request, response) => response.end("<record></record>"));
  await get(site, "/dataproxy.jsp?startrecord=1", { method: "POST", form: { columnid: "12", webname: "清风样州网" } });
  expect(site.requests[0]).toMatchObject({
    method: "POST",
    path: "/dataproxy.jsp?startrecord=1",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect([...new URLSearchParams(site.requests[0]?.body)]).toEqual([
    ["columnid", "12"],
    ["webname", "清风样州网"],
  ]);
});

test("any status is an answer, with the headers that describe it and without cookies", async () => {
  const site = await siteWith((_request, response) =>
    response
      .writeHead(412, { "content-type": "text/html", "set-cookie": "a=1", "retry-after": "5", etag: '"x"' })
      .end("no"),
  );
  const page = await get(site, "/");
  expect(page).toMatchObject({
    status: 412,
    headers: { "content-type": "text/html", "retry-after": "5", etag: '"x"' },
  });
  expect(page.headers).not.toHaveProperty("set-cookie");
});

test("redirects are followed and told, relative ones too", async () => {
  const site = await siteWith(({ path }, response) => {
    if (path === "/a") response.writeHead(301, { location: `http://${testHost}/b/` }).end();
    else if (path === "/b/") response.writeHead(302, { location: "c.html?x=1" }).end();
    else response.end("正文");
  });
  expect(await get(site, "/a")).toMatchObject({
    status: 200,
    finalUrl: `http://${testHost}/b/c.html?x=1`,
    redirects: [`http://${testHost}/a`, `http://${testHost}/b/`],
  });
});

test("after a redirect a form is sent again where the site asks for it (307, 308) and dropped elsewhere", async () => {
  const site = await siteWith(({ path }, response) => {
    const status = Number(path.slice(1));
    if (status > 0) response.writeHead(status, { location: "/end" }).end();
    else response.end();
  });
  const seen: string[] = [];
  for (const status of [301, 302, 303, 307, 308]) {
    await get(site, `/${status}`, { method: "POST", form: { page: "2" } });
    const last = site.requests.at(-1);
    seen.push(`${status} ${last?.method} ${last?.body}`);
  }
  expect(seen).toEqual(["301 GET ", "302 GET ", "303 GET ", "307 POST page=2", "308 POST page=2"]);
});

test("a host outside the source is never asked: at first, and at any later hop (E4005)", async () => {
  const site = await siteWith(({ path }, response) => {
    const location = path === "/a" ? `http://${testHost}/b` : "http://169.254.169.254/latest/meta-data";
    response.writeHead(302, { location }).end();
  });
  const first = await faultOf(get(site, "/a", { hosts: ["other.example"] }));
  expect([first.code, site.requests.length]).toEqual(["E4005", 0]);
  const later = await faultOf(get(site, "/a"));
  expect([later.code, later.value]).toEqual(["E4005", "http://169.254.169.254/latest/meta-data"]);
  expect(site.paths()).toEqual(["/a", "/b"]);
});

test.each([["ftp://jw.yangzhou.example/x"], ["file:///etc/passwd"]])(
  "a redirect to %s is not followed",
  async (location) => {
    const site = await siteWith((_request, response) => response.writeHead(302, { location }).end());
    expect((await faultOf(get(site, "/"))).code).toBe("E4005");
  },
);

test("five redirects are followed, a sixth is the site's error (E4002), and so is one to no address", async () => {
  const site = await siteWith(({ path }, response) => {
    const left = Number(path.slice(1));
    if (path === "/broken") response.writeHead(302, { location: "http://[" }).end();
    else if (left === 0) response.end("到了");
    else response.writeHead(302, { location: `/${left - 1}` }).end();
  });
  expect((await get(site, "/5")).redirects).toHaveLength(5);
  expect((await faultOf(get(site, "/6"))).code).toBe("E4002");
  expect((await faultOf(get(site, "/broken"))).code).toBe("E4002");
});

test("a page above the limit is given up (E4007), one at the limit is not", async () => {
  const site = await siteWith(({ path }, response) => response.end("x".repeat(Number(path.slice(1)))));
  expect((await get(site, "/100000")).bytes).toHaveLength(100_000);
  expect((await faultOf(get(site, "/100001"))).code).toBe("E4007");
});

test("a small answer that unpacks to 400 MB is given up (E4007) before it fills the memory", async () => {
  const member = gzipSync(Buffer.alloc(20_000_000));
  const bomb = Buffer.concat(Array.from({ length: 20 }, () => member));
  const site = await siteWith((_request, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
  );
  await get(site, "/").catch(() => null);
  const beforeKb = process.resourceUsage().maxRSS;
  expect((await faultOf(get(site, "/"))).code).toBe("E4007");
  expect(process.resourceUsage().maxRSS - beforeKb).toBeLessThan(60_000);
});

test("a site that does not answer, stops half-way, breaks off or garbles its gzip can't be reached (E4003)", async () => {
  const site = await siteWith(({ path }, response) => {
    if (path === "/half") response.writeHead(200).write("<p>前半");
    if (path === "/torn")
      response.writeHead(200, { "content-length": "900" }).write("<p>前半", () => response.destroy());
    if (path === "/garbled") response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip");
    if (path === "/cut") response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(words).subarray(0, 40));
    if (path === "/drop") response.destroy();
  });
  for (const path of ["/silent", "/half"]) {
    const fault = await faultOf(get(site, path, {}, { timeoutMs: 150 }));
    expect([path, fault.code, fault.message]).toEqual([path, "E4003", "no answer within 150 ms"]);
  }
  for (const path of ["/torn", "/garbled", "/cut", "/drop"]) {
    const fault = await faultOf(get(site, path));
    expect([path, fault.code, fault.value]).toEqual([path, "E4003", `http://${testHost}${path}`]);
  }
  await site.close();
  expect((await faultOf(get(site, "/"))).code).toBe("E4003");
});

test("whoever stops a download gets their own reason back, not a fault of the site", async () => {
  const site = await siteWith(() => undefined);
  const stop = new AbortController();
  const waiting = download(requestFor("/"), optionsFor(site), stop.signal);
  await expect.poll(() => site.requests.length).toBe(1);
  stop.abort(new Error("shutting down"));
  await expect(waiting).rejects.toThrow("shutting down");
});
