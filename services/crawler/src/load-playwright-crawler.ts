import { createRequire } from "node:module";
import type { PlaywrightCrawler } from "@crawlee/playwright";

type ProxyServer = { readonly prototype: { listen: () => Promise<void> } };

/**
 * Loads Crawlee's browser crawler without its open proxy. In 3.18 the mere import starts a forward proxy without a password on all
 * network interfaces, through which anybody who reaches this machine would reach what we reach, databases on loopback
 * included. Chromium needs none (`--no-proxy-server`), so its `listen` is taken away while the module loads.
 */
export async function loadPlaywrightCrawler(): Promise<typeof PlaywrightCrawler> {
  const ofCrawlee = createRequire(createRequire(import.meta.url).resolve("@crawlee/playwright"));
  const ofBrowserPool = createRequire(ofCrawlee.resolve("@crawlee/browser-pool"));
  const proxyChain: { readonly Server: ProxyServer } = ofBrowserPool("proxy-chain");
  const { prototype } = proxyChain.Server;
  const { listen } = prototype;
  prototype.listen = async () => undefined;
  try {
    const crawlee = await import("@crawlee/playwright");
    return crawlee.PlaywrightCrawler;
  } finally {
    prototype.listen = listen;
  }
}
