import { Tokenizer } from "htmlparser2";

const attributeNames = ["id", "class", "style", "href", "src", "data", "name", "property", "content"] as const;
const moreAttributeNames = ["title", "alt", "type", "hidden"] as const;
type AttributeName = (typeof attributeNames)[number] | (typeof moreAttributeNames)[number];

/** The attributes that readers of pages look at; all others are skipped while reading. */
export type Attributes = Readonly<Partial<Record<AttributeName, string>>>;

export type TagHandlers = {
  /** An element begins. Answers whether its end matters: only then `close` is called for it. */
  readonly open: (tag: string, attributes: Attributes) => boolean;
  readonly text: (text: string) => void;
  readonly close: (tag: string) => void;
  readonly comment?: (text: string) => void;
};

type State = {
  readonly html: string;
  readonly handlers: TagHandlers;
  readonly stack: string[];
  /** How many elements of a name are open, so that a stray end tag costs nothing. */
  readonly counts: Map<string, number>;
  tag: string;
  attributes: Partial<Record<AttributeName, string>>;
  attribute: AttributeName | null;
};

/** Elements that matter nest no deeper than this; browsers stop at 512, real pages at 60. What lies deeper is still read as text. */
const maxDepth = 256;
const noAttributes: Attributes = {};
const wanted: ReadonlyMap<string, AttributeName> = new Map(
  [...attributeNames, ...moreAttributeNames].map((name) => [name, name]),
);
/** Length and first letter, in either case, of each: most other names are told by these, which needs no copy of the name. */
const wantedOpenings = new Set([...wanted.keys()].map((name) => openingOf(name.length, name.charCodeAt(0))));
const voidTags = new Set(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split(" "),
);
/** What the tokenizer reads as raw text; it can't nest, and losing its end would show scripts as text. */
const rawTags = new Set("script style title textarea iframe noembed noframes xmp plaintext".split(" "));
const foreignTags = new Set(["svg", "math"]);

const cells = new Set(["td", "th"]);
const rows = new Set(["tr", "td", "th"]);
const sections = new Set(["thead", "tbody", "tfoot", "tr", "td", "th"]);
const terms = new Set(["dt", "dd"]);
const paragraph = new Set(["p"]);
const impliedEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ["td", cells],
  ["th", cells],
  ["tr", rows],
  ["thead", sections],
  ["tbody", sections],
  ["tfoot", sections],
  ["dt", terms],
  ["dd", terms],
  ["li", new Set(["li"])],
  ["a", new Set(["a"])],
  ...(
    "address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hr main nav ol p pre section table ul"
  )
    .split(" ")
    .map((tag): [string, ReadonlySet<string>] => [tag, paragraph]),
]);
/** An end tag of something else doesn't reach out of a table cell: a stray `</div>` must not close what surrounds the table. */
const barriers = new Set(["td", "th", "caption", "table"]);
const tableTags = new Set(["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "body", "html"]);

/**
 * One pass over HTML with htmlparser2's tokenizer. Its own `Parser` copies its stack of open elements at every tag and collects every
 * attribute, which a hostile page (a million open tags, a million attributes) turns into minutes; this keeps the elements that the
 * handlers ask for, no deeper than `maxDepth`, and few attributes. Time and memory are linear in the page. Never throws of itself.
 */
export function readTags(html: string, handlers: TagHandlers): void {
  const state: State = {
    html,
    handlers,
    stack: [],
    counts: new Map(),
    tag: "",
    attributes: {},
    attribute: null,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true, xmlMode: false }, tokenHandlers(state));
  tokenizer.write(html);
  tokenizer.end();
  while (state.stack.length > 0) closeTop(state);
}

function tokenHandlers(state: State): ConstructorParameters<typeof Tokenizer>[1] {
  const { html, handlers } = state;
  const skip = (): void => undefined;
  return {
    onopentagname: (start, end) => {
      state.tag = nameIn(html, start, end);
      state.attributes = noAttributes;
    },
    onattribname: (start, end) => nameAttribute(state, start, end),
    onattribdata: (start, end) => addToAttribute(state, html.slice(start, end)),
    onattribentity: (codePoint) => addToAttribute(state, String.fromCodePoint(codePoint)),
    onattribend: () => {
      state.attribute = null;
    },
    onopentagend: () => openTag(state, false),
    onselfclosingtag: () => openTag(state, foreignTags.has(state.tag)),
    onclosetag: (start, end) => closeTag(state, nameIn(html, start, end)),
    ontext: (start, end) => handlers.text(html.slice(start, end)),
    ontextentity: (codePoint) => handlers.text(String.fromCodePoint(codePoint)),
    oncomment: (start, end, endOffset) => handlers.comment?.(html.slice(start, Math.max(start, end - endOffset))),
    oncdata: skip,
    ondeclaration: skip,
    onprocessinginstruction: skip,
    onend: skip,
  };
}

/** A name in lower case. Nearly all are printed so, and `toLowerCase` is slow on a page with Chinese characters. */
function nameIn(html: string, start: number, end: number): string {
  let at = start;
  while (at < end && isLowerCase(html.charCodeAt(at))) at += 1;
  const written = html.slice(start, end);
  return at === end ? written : written.toLowerCase();
}

function isLowerCase(unit: number): boolean {
  return unit < 0x41 || (unit > 0x5a && unit < 0x80);
}

function openingOf(length: number, first: number): number {
  return (length << 5) | (first & 0x1f);
}

function nameAttribute(state: State, start: number, end: number): void {
  state.attribute = null;
  if (!wantedOpenings.has(openingOf(end - start, state.html.charCodeAt(start)))) return;
  const known = wanted.get(nameIn(state.html, start, end));
  // The first of two attributes of a name counts, as in browsers.
  if (known === undefined || state.attributes[known] !== undefined) return;
  if (state.attributes === noAttributes) state.attributes = {};
  state.attributes[known] = "";
  state.attribute = known;
}

function addToAttribute(state: State, piece: string): void {
  if (state.attribute !== null) state.attributes[state.attribute] += piece;
}

function openTag(state: State, endsItself: boolean): void {
  const { tag, attributes, stack, counts } = state;
  const ends = impliedEnds.get(tag);
  if (ends !== undefined) {
    for (let top = stack.at(-1); top !== undefined && ends.has(top); top = stack.at(-1)) closeTop(state);
  }
  if (!state.handlers.open(tag, attributes)) return;
  if (endsItself || voidTags.has(tag) || (stack.length >= maxDepth && !rawTags.has(tag))) {
    state.handlers.close(tag);
    return;
  }
  stack.push(tag);
  counts.set(tag, (counts.get(tag) ?? 0) + 1);
}

function closeTag(state: State, tag: string): void {
  if ((state.counts.get(tag) ?? 0) === 0) {
    closeStray(state, tag);
    return;
  }
  const index = indexToClose(state.stack, tag);
  if (index === -1) return;
  for (let above = state.stack.length - index; above > 0; above -= 1) closeTop(state);
}

/** As in browsers, a stray `</p>` is an empty paragraph and a stray `</br>` a line break: both end a line. */
function closeStray({ handlers }: State, tag: string): void {
  if (tag !== "p" && tag !== "br") return;
  if (handlers.open(tag, noAttributes)) handlers.close(tag);
}

function indexToClose(stack: readonly string[], tag: string): number {
  const isTableTag = tableTags.has(tag);
  for (let index = stack.length - 1; index >= 0; index -= 1) {
    const open = stack[index] ?? "";
    if (open === tag) return index;
    if (!isTableTag && barriers.has(open)) return -1;
  }
  return -1;
}

function closeTop(state: State): void {
  const tag = state.stack.pop();
  if (tag === undefined) return;
  state.counts.set(tag, (state.counts.get(tag) ?? 1) - 1);
  state.handlers.close(tag);
}
