import { readTags } from "./read-tags.ts";

export type VisibleText = {
  /** What a reader sees outside links, white space squeezed out. */
  readonly plain: string;
  readonly linked: string;
  readonly documentTitle: string;
  readonly hasPasswordField: boolean;
};

const unseen = new Set(["script", "style", "noscript", "template", "title"]);

/** What of a page a reader sees: enough to tell an article from a shell, a challenge or an error page. */
export function visibleText(html: string): VisibleText {
  const seen = { plain: "", linked: "", documentTitle: "", hasPasswordField: false };
  const hidden: string[] = [];
  let linkDepth = 0;
  readTags(html, {
    open: (tag, attributes) => {
      if (unseen.has(tag)) hidden.push(tag);
      if (tag === "a") linkDepth += 1;
      if (tag === "input" && attributes.type?.toLowerCase() === "password") seen.hasPasswordField = true;
      return tag === "a" || unseen.has(tag);
    },
    text: (text) => {
      if (hidden.at(-1) === "title") seen.documentTitle += text;
      if (hidden.length > 0) return;
      const squeezed = text.replace(/\s+/gu, "");
      if (linkDepth > 0) seen.linked += squeezed;
      else seen.plain += squeezed;
    },
    close: (tag) => {
      if (hidden.at(-1) === tag) hidden.pop();
      if (tag === "a") linkDepth -= 1;
    },
  });
  return seen;
}
