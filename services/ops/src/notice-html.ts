import {
  blankContacts,
  contactSpans,
  maskContacts,
  type DateValue,
  type Notice,
  outcomeMetrics,
} from "@zhenggai/notice";

/** A range of the text with a meaning: `group` gives the colour, `note` is shown where the pointer rests. */
type Mark = { readonly start: number; readonly end: number; readonly group: string; readonly note: string };

/** Colour groups of fields, in the order of the legend: Chinese term, English term, colour on white. */
const groups: Readonly<Record<string, readonly [zh: string, en: string, colour: string]>> = {
  header: ["标题与来源", "header", "#d7e8fb"],
  subject: ["被巡视单位", "subject", "#ffd9a8"],
  inspection: ["巡视", "inspection", "#d9f2d0"],
  declared: ["自述总数", "declared", "#fff0a3"],
  findings: ["问题", "findings", "#f9d0d6"],
  outcomes: ["成效数字", "outcomes", "#cdebea"],
  documents: ["文件", "documents", "#e6dcf7"],
  contact: ["联系方式", "contact", "#d9d9d9"],
  ignored: ["未采用的数字", "left out", "#f1ece2"],
  boilerplate: ["网页套话", "boilerplate", "#eeeeee"],
};
const roles: Readonly<Record<Notice["outline"][number]["role"], string>> = {
  chapter: "章",
  organization: "组织",
  group: "类别",
  "status-group": "完成情况",
  finding: "问题",
  measure: "措施",
  handover: "移交",
  "next-step": "下一步",
  closing: "结尾",
};
const hidden = "••••";

const style = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;font:16px/1.8 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;color:#222;background:#fafaf7}
header{padding:1.2rem 1.5rem .6rem;border-bottom:2px solid #a33}h1{font-size:1.4rem;line-height:1.4;margin:0 0 .6rem}
dl{display:grid;grid-template-columns:max-content 1fr max-content 1fr;gap:.1rem 1rem;margin:0;font-size:.9rem}
dt{color:#666}dd{margin:0}small{color:#777}.legend{margin:.6rem 0 0;padding:0;list-style:none;font-size:.8rem}
.legend li{display:inline-block;margin:0 .9rem .2rem 0}.legend i{font-style:normal;padding:0 .35rem;border-radius:.2rem}
.page{display:grid;grid-template-columns:minmax(15rem,22rem) minmax(0,46rem);gap:2rem;padding:1rem 1.5rem;align-items:start}
nav{position:sticky;top:.5rem;max-height:calc(100vh - 1rem);overflow:auto;font-size:.82rem;line-height:1.5}
nav h2{font-size:.95rem;margin:.2rem 0 .4rem}nav ol{list-style:none;margin:0;padding:0}nav li{margin:.12rem 0}
nav a{color:#234;text-decoration:none}nav a:hover{text-decoration:underline}nav b{font-weight:400;color:#a33;font-size:.72rem}
main p{margin:.35rem 0;overflow-wrap:anywhere}main p.title{font-size:1.25rem;font-weight:700;text-align:center}
mark{color:inherit;border-radius:.2rem;padding:0 .1rem;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark:target,p:target,a:target+*{outline:2px solid #a33}.issues li{margin:.2rem 0}.issues .info{color:#666}
${Object.entries(groups)
  .map(([name, [, , colour]]) => `.f-${name}{background:${colour}}`)
  .join("")}
.l2{padding-left:1em!important}.l3{padding-left:2em!important}.l4{padding-left:3em!important}.l5,.l6{padding-left:4em!important}
@media (max-width:60rem){.page{grid-template-columns:1fr}nav{position:static;max-height:none}dl{grid-template-columns:max-content 1fr}}
@media print{body{background:#fff;font-size:11pt}.page{display:block;padding:0}nav{position:static;max-height:none;break-after:page}
header{border-color:#000}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}p,li{break-inside:avoid}a{color:inherit}}
`;

/**
 * One notice as a page of its own: the text with every value marked in the colour of its field (the pointer shows field and rule), the
 * outline beside it. Needs no script and no network; prints. Telephone numbers, addresses and mailboxes stay hidden.
 */
export function noticeHtml(notice: Notice, fileName: string): string {
  const title = escaped(maskContacts(notice.title ?? `（无标题）${fileName}`));
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${style}</style></head>
<body><header><h1>${title}</h1>${facts(notice)}${legend()}</header>
<div class="page"><nav aria-label="提纲">${outline(notice)}${issues(notice)}</nav>
<main>${paragraphs(notice)}</main></div></body></html>
`;
}

function facts(notice: Notice): string {
  const { subject, inspection } = notice;
  const rows: readonly (readonly [string, string, string | null])[] = [
    ["被巡视单位", "subject", [subject.name, subject.bodyKind].filter(Boolean).join(" ")],
    ["归属", "place", placeOf(subject)],
    ["巡视组", "team", [inspection.authority, inspection.team, inspection.round].filter(Boolean).join(" ")],
    ["进驻", "on site", [inspection.startedOn, inspection.endedOn].map(day).join(" → ")],
    ["反馈", "feedback", day(inspection.feedbackOn)],
    ["发布", "published", [day(notice.publishedOn), notice.publisher].filter(Boolean).join(" ")],
    ["落款", "signed", [day(notice.signedOn), notice.signedBy].filter(Boolean).join(" ")],
    [
      "读到",
      "read",
      `${notice.findings.length} 个问题，${notice.outcomes.length} 个成效数字，${notice.documents.length} 份文件`,
    ],
  ];
  const cells = rows.map(
    ([zh, en, value]) => `<dt>${zh} <small>${en}</small></dt><dd>${masked(value ?? "") || "—"}</dd>`,
  );
  return `<dl>${cells.join("")}</dl>`;
}

function placeOf({ division, zone }: Notice["subject"]): string {
  if (zone !== null) return `${zone.name} ${zone.id}`;
  if (division === null) return "";
  return [division.province, division.city, division.county, division.code].filter(Boolean).join(" ");
}

function day(value: DateValue | null): string {
  if (value === null) return "—";
  return typeof value === "string" ? value : `约 ${value.approximate}（${value.text}）`;
}

function legend(): string {
  const entries = Object.entries(groups).map(
    ([name, [zh, en]]) => `<li><i class="f-${name}">${zh}</i> <small>${en}</small></li>`,
  );
  return `<ul class="legend">${entries.join("")}</ul>`;
}

function outline(notice: Notice): string {
  const entries = notice.outline.map(({ level, numbering, title, role, span }, index) => {
    const opening = blankContacts(notice.text.slice(span.start, span.end)).replace(numbering, "").trim().slice(0, 16);
    const label = masked(`${numbering} ${title ?? `${opening}…`}`.trim());
    return `<li class="l${Math.min(level, 6)}"><a href="#n${index}">${label}</a> <b>${roles[role]}</b></li>`;
  });
  return `<h2>提纲 <small>outline</small></h2><ol>${entries.join("")}</ol>`;
}

function issues({ issues: found }: Notice): string {
  if (found.length === 0) return "";
  const entries = found.map(
    ({ code, severity, text }) => `<li class="${severity}"><b>${code}</b> ${masked(text)}</li>`,
  );
  return `<h2>疑点 <small>issues</small></h2><ol class="issues">${entries.join("")}</ol>`;
}

function paragraphs(notice: Notice): string {
  const marks = marksOf(notice).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const anchors = notice.outline.map(({ span }, index) => ({ at: span.start, id: `n${index}` }));
  const printed: string[] = [];
  let start = 0;
  for (const line of notice.text.split("\n")) {
    const end = start + line.length;
    const [from, to] = [start, end];
    const own = marks.filter((mark) => mark.start < to && mark.end > from);
    const here = anchors.filter(({ at }) => at >= from && at < Math.max(to, from + 1));
    if (line.trim() !== "") {
      const isTitle = notice.title !== null && line.trim() === notice.title;
      const body = pieces({ text: notice.text, start, end }, [...own, ...contactsIn(line, start)], here);
      printed.push(`<p${isTitle ? ' class="title"' : ""}>${body}</p>`);
    }
    start = end + 1;
  }
  return printed.join("\n");
}

type Line = { readonly text: string; readonly start: number; readonly end: number };

/** A line cut wherever a mark or a section begins or ends; the shortest mark over a piece gives its colour, all of them its note. */
function pieces(line: Line, marks: readonly Mark[], anchors: readonly { at: number; id: string }[]): string {
  const inside = (at: number): boolean => at > line.start && at < line.end;
  const edges = [...marks.flatMap(({ start, end }) => [start, end]), ...anchors.map(({ at }) => at)].filter(inside);
  const cuts = [...new Set([line.start, ...edges, line.end])].toSorted((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((from, index) => {
      const to = cuts[index + 1] ?? line.end;
      const over = marks.filter(({ start, end }) => start <= from && end >= to);
      const targets = anchors.filter(({ at }) => at === from).map(({ id }) => `<a id="${id}"></a>`);
      return `${targets.join("")}${piece(line.text.slice(from, to), over)}`;
    })
    .join("");
}

function piece(words: string, over: readonly Mark[]): string {
  const [shortest] = over.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  if (shortest === undefined) return escaped(words);
  const isHidden = over.some(({ group }) => group === "contact");
  const note = escaped([...new Set(over.map((mark) => mark.note))].join("\n"));
  return `<mark class="f-${isHidden ? "contact" : shortest.group}" title="${note}">${isHidden ? hidden : escaped(words)}</mark>`;
}

function marksOf(notice: Notice): Mark[] {
  const fields = notice.evidence.flatMap(({ field, rule, span }): Mark[] => {
    const group = groupOf(field);
    if (span === null || group === null) return [];
    return [{ ...headingOnly(notice, field, span), group, note: `${noteOf(notice, field)} ← ${rule}` }];
  });
  const documents = notice.documents.flatMap(({ title, spans }) =>
    spans.map((span) => ({ ...span, group: "documents", note: `文件 documents: ${maskContacts(title)}` })),
  );
  const site = notice.boilerplate.map(({ span }) => ({ ...span, group: "boilerplate", note: "网页套话 boilerplate" }));
  return [...fields, ...documents, ...site];
}

/** Of a finding, whose span holds all its measures, the heading is marked. */
function headingOnly(
  notice: Notice,
  field: string,
  span: { start: number; end: number },
): { start: number; end: number } {
  const finding = field.startsWith("findings.") ? notice.findings[Number(field.slice("findings.".length))] : undefined;
  return finding === undefined
    ? span
    : { start: span.start, end: Math.min(span.end, span.start + finding.heading.length) };
}

function groupOf(field: string): string | null {
  const [name = ""] = field.split(".");
  // The whole of the text is accounted for by zones; they are no values.
  if (name === "text") return null;
  return name in groups ? name : "header";
}

function noteOf(notice: Notice, field: string): string {
  const [name, at] = field.split(".");
  const outcome = name === "outcomes" ? notice.outcomes[Number(at)] : undefined;
  if (outcome === undefined) return field;
  return `${field}: ${outcomeMetrics[outcome.metric]} ${outcome.value}${outcome.unit}`;
}

/** Where a line prints telephone numbers and mailboxes that no field names. */
function contactsIn(line: string, offset: number): Mark[] {
  return contactSpans(line).map(({ start, end }) => ({
    start: offset + start,
    end: offset + end,
    group: "contact",
    note: "联系方式 contact",
  }));
}

function masked(text: string): string {
  return escaped(maskContacts(text));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
