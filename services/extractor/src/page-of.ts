import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type PageText, type StoredBlob, type StoredCapture } from "@zhenggai/notice";
import { decodePage, pageToText } from "@zhenggai/sources";

const decompress = promisify(gunzip);

/** The text of a capture's page, with what its tags and header line say, and what was wrong with its characters. */
export async function pageOf(blob: StoredBlob, capture: StoredCapture): Promise<PageText> {
  const bytes = await decompress(blob.bytes);
  const decoded = decodePage(bytes, capture.headers["content-type"] ?? null);
  const page = pageToText(decoded.text, { url: capture.finalUrl });
  return { ...page, issues: [...decoded.issues, ...page.issues] };
}
