import { blankContacts } from "@zhenggai/notice";
import { contactMask, fieldParts, kindTerms } from "@zhenggai/comparison";
import type { Change, Notice, Span } from "@zhenggai/notice";

/** Two readings, the names of their files, and what was found different between them. */
export type ComparedFiles = {
  readonly before: Notice;
  readonly after: Notice;
  readonly names: { readonly before: string; readonly after: string };
  readonly changes: readonly Change[];
};

type Side = "before" | "after";

const style = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;font:16px/1.8 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;color:#222;background:#fafaf7}
header{padding:1.2rem 1.5rem .8rem;border-bottom:2px solid #a33}h1{font-size:1.4rem;line-height:1.4;margin:0 0 .5rem}
small{color:#777}.counts{margin:.4rem 0 0;padding:0;list-style:none;font-size:.85rem}.counts li{display:inline-block;margin:0 .9rem .2rem 0}
.counts b{color:#a33}main{padding:1rem 1.5rem 2rem;max-width:82rem}h2{font-size:1.1rem;margin:1.4rem 0 .4rem;border-bottom:1px solid #ddd}
table{width:100%;border-collapse:collapse;table-layout:fixed}col.kind{width:9.5rem}
th{font-weight:400;color:#666;font-size:.85rem;text-align:left;padding:.2rem .6rem}
td{vertical-align:top;padding:.45rem .6rem;border-top:1px solid #e6e3da;overflow-wrap:anywhere}
td.kind{font-size:.85rem;line-height:1.5}td.kind b{display:block}td.before{background:#fdf1f0}td.after{background:#eff8ef}
td.none{color:#999;background:#f4f2ec;text-align:center}.unsure{color:#a60}.score{color:#777;font-size:.8rem}
.context{color:#777}del,ins{text-decoration:none;border-radius:.2rem;padding:0 .1rem;-webkit-box-decoration-break:clone;box-decoration-break:clone}
del{background:#f6b8b3}ins{background:#aadcae}tr.says td{border-top:0;padding:.1rem .6rem .5rem;font-size:.85rem;color:#555}
p.quiet{color:#666;font-size:.9rem}
@media (max-width:48rem){col.kind{width:6rem}header,main{padding-left:.6rem;padding-right:.6rem}}
@media print{body{background:#fff;font-size:10.5pt}main{padding:.5rem 0;max-width:none}header{padding:0 0 .5rem;border-color:#000}
tr{break-inside:avoid}h2{break-after:avoid}td,del,ins{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;

/**
 * What changed between two notices as a page of its own, side by side: fields first, then the text, then finding by finding,
 * with the words that differ highlighted. Needs no script and no network; prints. Telephone numbers, addresses and mailboxes
 * stay hidden.
 */
export function comparisonHtml(files: ComparedFiles): string {
  const hide = contactMask(files.before, files.after);
  // Whole, before anything is cut out of them: a piece may hold half a number. Both keep every place where it is.
  const texts = { before: blankContacts(hide(files.before.text)), after: blankContacts(hide(files.after.text)) };
  const page: Page = { files, texts, hide: (words) => escaped(hide(words)) };
  const title = page.hide(files.after.title ?? files.before.title ?? "（无标题）");
  const news = files.changes.filter((change) => change.kind !== "cosmetic");
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>比较：${title}</title><style>${style}</style></head>
<body><header><h1>${title}</h1>${counts(news)}</header>
<main>${news.length === 0 ? "<p>没有变化。 <small>nothing changed</small></p>" : sections(page, news)}${quietNote(files.changes)}</main></body></html>
`;
}

type Page = {
  readonly files: ComparedFiles;
  /** Of both sides, without contacts. */
  readonly texts: Readonly<Record<Side, string>>;
  readonly hide: (words: string) => string;
};

function counts(changes: readonly Change[]): string {
  const tally = new Map<Change["kind"], number>();
  for (const { kind } of changes) tally.set(kind, (tally.get(kind) ?? 0) + 1);
  const entries = [...tally].map(
    ([kind, count]) => `<li>${kindTerms[kind]} <b>${count}</b> <small>${kind}</small></li>`,
  );
  return `<div>变化 ${changes.length} 处 <small>${changes.length} changes</small></div><ul class="counts">${entries.join("")}</ul>`;
}

type Section = { readonly heading: string; readonly changes: readonly Change[] };

const isField = ({ target }: Change): boolean => target.finding === null && fieldParts.has(target.part);

/** A finding that only the older notice has goes by its number there. */
const isGone = ({ kind }: Change): boolean => kind === "finding-removed" || kind === "finding-dropped";

function findingSections(changes: readonly Change[], side: Notice, word: string): Section[] {
  const numbers = [...new Set(changes.flatMap(({ target }) => target.finding ?? []))].toSorted((a, b) => a - b);
  return numbers.map((n) => ({
    heading: `${word} ${n} ${side.findings.find((finding) => finding.n === n)?.title ?? ""}`,
    changes: changes.filter(({ target }) => target.finding === n),
  }));
}

function sectionsOf({ after, before }: ComparedFiles, changes: readonly Change[]): Section[] {
  const inFindings = changes.filter(({ target }) => target.finding !== null);
  return [
    { heading: "字段", changes: changes.filter(isField) },
    { heading: "正文", changes: changes.filter((change) => change.target.finding === null && !isField(change)) },
    ...findingSections(
      inFindings.filter((change) => !isGone(change)),
      after,
      "问题",
    ),
    ...findingSections(inFindings.filter(isGone), before, "原问题"),
  ].filter((section) => section.changes.length > 0);
}

function sections(page: Page, changes: readonly Change[]): string {
  const { names } = page.files;
  const columns = '<colgroup><col class="kind"><col><col></colgroup>';
  const head = `<thead><tr><th>种类 <small>kind</small></th><th>旧 <small>${escaped(names.before)}</small></th><th>新 <small>${escaped(names.after)}</small></th></tr></thead>`;
  return sectionsOf(page.files, changes)
    .map((section, at) => {
      const rows = section.changes.map((change) => row(page, change)).join("");
      const table = `<table>${columns}${at === 0 ? head : ""}<tbody>${rows}</tbody></table>`;
      return `<section><h2>${page.hide(section.heading)}</h2>${table}</section>`;
    })
    .join("\n");
}

/** Kinds whose sentence says no more than the two columns do. */
const plainKinds: ReadonlySet<Change["kind"]> = new Set([
  "title-changed",
  "subject-renamed",
  "date-changed",
  "signature-changed",
  "declared-changed",
  "outcome-changed",
  "figure-changed",
  "document-added",
  "document-removed",
  "measure-added",
  "measure-removed",
  "measure-reworded",
  "finding-reworded",
  "text-edited",
]);

/** What a field is called: 成文日期 of 成文日期：“…”改为“…”。 */
const nameOf = ({ summary }: Change): string => /^[^：（“]{2,12}/u.exec(summary.zh)?.[0] ?? "";

function row(page: Page, change: Change): string {
  const place = change.target.measure === null ? "" : `<small>措施 ${change.target.measure}</small> `;
  const field = isField(change) && plainKinds.has(change.kind) ? `<small>${page.hide(nameOf(change))}</small>` : "";
  const score = change.score === null ? "" : `<span class="score">相似度 ${change.score.toFixed(2)}</span> `;
  const doubt = change.verdict === "unsure" ? '<span class="unsure">存疑</span>' : "";
  const kind = `<td class="kind"><b>${kindTerms[change.kind]}</b>${place}${field}${score}${doubt}</td>`;
  const says = plainKinds.has(change.kind)
    ? ""
    : `<tr class="says"><td></td><td colspan="2">${page.hide(change.summary.zh)}</td></tr>`;
  return `<tr>${kind}${cell(page, change, "before")}${cell(page, change, "after")}</tr>${says}`;
}

function cell(page: Page, change: Change, side: Side): string {
  const quotation = change[side];
  if (quotation === null) return `<td class="none">${side === "before" ? "（原无）" : "（已无）"}</td>`;
  const text = page.texts[side];
  // The quotation of a contact is masked by character; its place in the text must not be shown.
  if (quotation.span === null || change.target.part === "contact")
    return `<td class="${side}">${page.hide(quotation.text)}</td>`;
  const shown = contextOf(text, quotation.span);
  const marked = marksOf(change, side, quotation.span);
  return `<td class="${side}">${pieces(page, side, { shown, quoted: quotation.span, marked })}</td>`;
}

/** A quotation longer than this stands by itself. */
const shortQuotation = 30;
const contextReach = 60;

/** The sentence around a short quotation: 13人 alone says little. */
function contextOf(text: string, span: Span): Span {
  if (span.end - span.start > shortQuotation) return span;
  const lead = text.slice(Math.max(0, span.start - contextReach), span.start);
  const opened = Math.max(...["\n", "。", "；"].map((mark) => lead.lastIndexOf(mark)));
  const tail = text.slice(span.end, span.end + contextReach);
  const closed = tail.search(/[\n。；]/u);
  const end = closed === -1 ? tail.length : closed + (tail.charAt(closed) === "\n" ? 0 : 1);
  return { start: span.start - lead.length + opened + 1, end: span.end + end };
}

/** The operations within a quotation; all of it where none says more exactly what differs. */
function marksOf(change: Change, side: Side, quoted: Span): Span[] {
  const spans = change.operations.flatMap((operation) => (operation.op === "move" ? [] : (operation[side] ?? [])));
  const inside = spans
    .filter((span) => span.start < quoted.end && quoted.start < span.end)
    .map((span) => ({ start: Math.max(span.start, quoted.start), end: Math.min(span.end, quoted.end) }));
  return inside.toSorted((one, other) => one.start - other.start);
}

type Shown = { readonly shown: Span; readonly quoted: Span; readonly marked: readonly Span[] };

function pieces(page: Page, side: Side, { shown, quoted, marked }: Shown): string {
  const text = page.texts[side];
  const plain = (start: number, end: number): string => {
    const words = escaped(text.slice(start, end));
    const isContext = end <= quoted.start || start >= quoted.end;
    return words === "" || !isContext ? words : `<span class="context">${words}</span>`;
  };
  const tag = side === "before" ? "del" : "ins";
  let printed = plain(shown.start, quoted.start);
  let at = quoted.start;
  for (const mark of marked) {
    if (mark.start < at) continue;
    printed += `${plain(at, mark.start)}<${tag}>${escaped(text.slice(mark.start, mark.end))}</${tag}>`;
    at = mark.end;
  }
  return printed + plain(at, quoted.end) + plain(quoted.end, shown.end);
}

function quietNote(changes: readonly Change[]): string {
  const quiet = changes.filter((change) => change.kind === "cosmetic");
  return quiet.map((change) => `<p class="quiet">${escaped(change.summary.zh)}</p>`).join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
