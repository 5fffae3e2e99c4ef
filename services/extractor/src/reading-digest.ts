import { createHash } from "node:crypto";
import type { Notice } from "@zhenggai/notice";

/**
 * SHA-256 of what was read: the text and the header facts that may stand beside it in the page's tags. Two copies with equal
 * digest are one version.
 */
export function readingDigest(notice: Notice): string {
  const { text, title, publishedOn, publisher, breadcrumb, originalUrl } = notice;
  return createHash("sha256")
    .update(JSON.stringify([text, title, publishedOn, publisher, breadcrumb, originalUrl]))
    .digest("hex");
}
