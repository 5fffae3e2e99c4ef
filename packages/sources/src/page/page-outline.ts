/** A printed line: what stands between two block borders or line breaks, tidied. */
export type PageLine = {
  readonly text: string;
  readonly linkLength: number;
  /** Whether its words or the names of its blocks say that it belongs to the site's footer. */
  readonly isFooter: boolean;
  /** Whether it stands in a menu or a side list, as the names of its blocks say. */
  readonly isChrome: boolean;
  /** Chinese punctuation outside links; 0 for footers and link lists. */
  readonly score: number;
};

/** A block element; its content is the lines `[start, end)`. */
export type PageBlock = {
  readonly tag: string;
  /** Its id and classes as written. */
  readonly id: string;
  readonly className: string;
  readonly start: number;
  end: number;
  readonly children: PageBlock[];
  readonly parent: PageBlock | null;
};

/**
 * A link, or a file that the page shows in itself (image, frame). `line` is the line that it begins in, or the next one; `isAside`: in a
 * menu, a side list or the footer.
 */
export type PageLink = { readonly href: string; text: string; readonly line: number; readonly isAside: boolean };

/** What stands between the begin and end comments (or meta tags) of a CMS. */
export type MarkedPart = { readonly name: string; readonly start: number; readonly end: number; readonly text: string };

export type PageOutline = {
  readonly lines: readonly PageLine[];
  readonly root: PageBlock;
  /** Values of meta tags by lower-case name, as written; a name may come several times. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly documentTitle: string;
  /** Address that relative links count from, where the page sets one. */
  readonly base: string | null;
  readonly links: readonly PageLink[];
  readonly images: readonly PageLink[];
  readonly frames: readonly PageLink[];
  readonly marked: readonly MarkedPart[];
  /** Scripts that print links to the parts of an article, with the line where they stand. */
  readonly pagers: readonly { readonly script: string; readonly line: number }[];
};

/** Lines `[start, end)` of a page. */
export type LineRange = { readonly start: number; readonly end: number };

/** All blocks below `block`, outermost first, in order. */
export function* blocksBelow(block: PageBlock): Generator<PageBlock> {
  const waiting = [...block.children].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** The names that a block carries: its id and its classes. */
export function namesOf(block: PageBlock): string[] {
  return `${block.id} ${block.className}`.split(/\s+/u).filter((name) => name !== "");
}

/** The links that begin in a range of lines; `links` are in the order of the page. */
export function linksWithin(links: readonly PageLink[], range: LineRange): readonly PageLink[] {
  return links.slice(firstFrom(links, range.start), firstFrom(links, range.end));
}

/** Index of the first link in line `line` or below, by bisection. */
function firstFrom(links: readonly PageLink[], line: number): number {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.line ?? Infinity) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much prose a range of lines holds: the sum of its lines' scores. */
export function proseIn(page: PageOutline, range: LineRange): number {
  let score = 0;
  for (let index = range.start; index < range.end; index += 1) score += page.lines[index]?.score ?? 0;
  return score;
}
