/**
 * A MongoDB address without its login and options (which may hold passwords), for messages and logs. Not by `URL`: a replica
 * set's address names several hosts. A password may hold an unescaped `@`, so everything up to the last one goes.
 */
export function redactUrl(url: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/)(.*@)?([^@/?]*)(\/[^@?]*)?/s.exec(url);
  if (match === null) return "(not a MongoDB address)";
  const [, scheme = "", login, hosts = "", path = ""] = match;
  return `${scheme}${login === undefined ? "" : "***@"}${hosts}${path}`;
}
