import { maskContacts } from "@zhenggai/notice";
import type { DateValue, StoredChange, StoredNotice } from "@zhenggai/notice";
import { type ComponentChild, type VNode, h } from "preact";
import { renderToString } from "preact-render-to-string";

export type Language = "zh" | "en";

const words = {
  zh: {
    title: "整改 · 通报与变化",
    notices: "通报",
    changes: "变化",
    subject: "被巡视单位",
    team: "巡视组",
    window: "进驻时间",
    published: "发布日期",
    findings: "问题",
    measures: "措施",
    presence: { seen: "在线", "suspected-gone": "疑似撤下", gone: "已撤下", back: "重新上线", moved: "已迁移" },
    when: "发生区间",
    what: "变化",
    none: "暂无",
    other: "English",
  },
  en: {
    title: "Zhenggai · notices and changes",
    notices: "Notices",
    changes: "Changes",
    subject: "Subject",
    team: "Team",
    window: "On site",
    published: "Published",
    findings: "Findings",
    measures: "Measures",
    presence: { seen: "online", "suspected-gone": "maybe gone", gone: "withdrawn", back: "back", moved: "moved" },
    when: "Happened between",
    what: "Change",
    none: "none yet",
    other: "中文",
  },
} as const;

const style = `body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1a1a1a}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}
th{font-weight:600;background:#f6f6f4}td.number{text-align:right;font-variant-numeric:tabular-nums}.gone{color:#a3161a}header{display:flex;justify-content:space-between;align-items:baseline}
.severity-substantive{font-weight:600}.kind{color:#666;font-size:.85em}@media print{a{display:none}}`;

/** The newest notices and changes, and how many of each there are. */
export type Overview = {
  readonly notices: readonly StoredNotice[];
  readonly changes: readonly StoredChange[];
  readonly totals: { readonly notices: number; readonly changes: number };
};

/** The console's page: notices with their key figures, and the changes that were detected. Contact details are masked. */
export function noticesPage({ notices, changes, totals }: Overview, language: Language): string {
  const t = words[language];
  const other = language === "zh" ? "en" : "zh";
  const page = h(
    "html",
    { lang: language === "zh" ? "zh-Hans" : "en" },
    h(
      "head",
      null,
      h("meta", { charSet: "utf-8" }),
      h("title", null, t.title),
      h("style", { dangerouslySetInnerHTML: { __html: style } }),
    ),
    h(
      "body",
      null,
      h("header", null, h("h1", null, t.title), h("a", { href: `?lang=${other}`, lang: other }, t.other)),
      h("h2", null, counted(t.notices, { shown: notices.length, of: totals.notices })),
      table(
        [t.subject, t.team, t.window, t.published, t.findings, t.measures, ""],
        notices.map((notice) => noticeRow(notice, language)),
      ),
      h("h2", null, counted(t.changes, { shown: changes.length, of: totals.changes })),
      table(
        [t.when, t.what],
        changes.map((change) => changeRow(change, language)),
      ),
      notices.length === 0 ? h("p", null, t.none) : null,
    ),
  );
  return `<!doctype html>${renderToString(page)}`;
}

/** `通报 (500 / 1832)` where not all are shown. */
function counted(name: string, { shown, of }: { readonly shown: number; readonly of: number }): string {
  return shown < of ? `${name} (${shown} / ${of})` : `${name} (${of})`;
}

/** The division, and the body within it where it is not the division's own: 样例省样州市 样州市水务局. The title where nobody is named. */
function subjectText({ subject, title }: StoredNotice["reading"]): string {
  const { division, zone, name, bodyId } = subject;
  if (division === null) return zone?.name ?? (name === "" ? (title ?? "—") : name);
  const place = [division.province, division.city, division.county].filter(Boolean).join("");
  return bodyId?.includes("/") === true ? `${place} ${name}` : place;
}

function table(headings: readonly string[], rows: readonly VNode[]): VNode {
  const head = h(
    "tr",
    null,
    headings.map((heading) => h("th", { scope: "col" }, heading)),
  );
  return h("table", null, h("thead", null, head), h("tbody", null, rows));
}

function noticeRow({ reading, presence }: StoredNotice, language: Language): VNode {
  const { inspection, findings } = reading;
  const measures = findings.reduce((sum, finding) => sum + finding.measures.length, 0);
  const number = (value: number): ComponentChild => h("td", { class: "number" }, `${value}`);
  return h(
    "tr",
    null,
    h("td", { title: maskContacts(reading.title ?? "") }, maskContacts(subjectText(reading))),
    h("td", null, `${inspection.authority ?? ""}${inspection.team ?? "—"}`),
    h("td", null, `${day(inspection.startedOn)} → ${day(inspection.endedOn)}`),
    h("td", null, day(reading.publishedOn)),
    number(findings.length),
    number(measures),
    h("td", { class: presence }, words[language].presence[presence]),
  );
}

function changeRow({ change, lastSeenBeforeAt, firstSeenAfterAt }: StoredChange, language: Language): VNode {
  return h(
    "tr",
    null,
    h("td", null, `${lastSeenBeforeAt.slice(0, 16)} … ${firstSeenAfterAt.slice(0, 16)}`),
    h(
      "td",
      { class: `severity-${change.severity}` },
      maskContacts(change.summary[language]),
      h(
        "div",
        { class: "kind" },
        `${change.kind}${change.score === null ? "" : ` · ${change.score.toFixed(2)}`}${change.verdict === "unsure" ? " · ?" : ""}`,
      ),
    ),
  );
}

function day(value: DateValue | null): string {
  if (value === null) return "—";
  return typeof value === "string" ? value : `≈${value.approximate}`;
}
