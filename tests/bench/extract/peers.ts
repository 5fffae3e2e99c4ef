import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

/** The body's lines as Readability finds them over linkedom's DOM; none where it gives up. */
export function readabilityLines(html: string): string[] {
  const { document } = parseHTML(html);
  const text = new Readability(document).parse()?.textContent ?? "";
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
