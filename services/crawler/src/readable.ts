import { decodePage } from "@zhenggai/sources";
import type { PageResponse } from "./download.ts";

/** The response's text, decoded as its page declares. */
export function readable(response: PageResponse): string {
  return decodePage(response.bytes, response.headers["content-type"] ?? null).text;
}
