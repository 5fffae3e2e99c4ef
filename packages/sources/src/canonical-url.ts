const trackingParameter = /^(utm_\w+|spm|from|isappinstalled|share_token|scene|wxshare|_t|timestamp)$/iu;

/**
 * The one spelling of a page's address, which is the page's id: http for https, lower-case host, no default port, no credentials,
 * no fragment, no tracking parameters. `index.html` and `_ext.html` stay as they are. Idempotent; what is no http URL is
 * returned trimmed.
 *
 * `HTTPS://QingFeng.yangli.example:443/art/1.html?spm=x#a` → `http://qingfeng.yangli.example/art/1.html`
 */
export function canonicalUrl(url: string): string {
  const trimmed = url.trim();
  if (!URL.canParse(trimmed)) return trimmed;
  const parsed = new URL(trimmed);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return trimmed;
  const kept = parsed.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !trackingParameter.test(pair.split("=", 1)[0] ?? ""));
  const port = parsed.port === "" || parsed.port === "80" ? "" : `:${parsed.port}`;
  return `http://${parsed.hostname}${port}${parsed.pathname}${kept.length === 0 ? "" : `?${kept.join("&")}`}`;
}

/**
 * The key that the twins of a TRS page share: the plain form and the stripped `_ext.html` form.
 *
 * `http://jw.lijiang.example/xszg/202303/t20230321_41_ext.html` → `http://jw.lijiang.example/xszg/202303/t20230321_41.shtml`
 */
export function twinKey(url: string): string {
  const canonical = canonicalUrl(url);
  const [path = canonical, query] = canonical.split("?", 2);
  const twin = path.replace(/_ext\.s?html?$/iu, ".shtml");
  return query === undefined ? twin : `${twin}?${query}`;
}
