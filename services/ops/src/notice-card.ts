import { maskContacts, type DateValue, type Notice, outcomeMetrics } from "@zhenggai/notice";
import type { Colours } from "./colours.ts";

type CardNotice = Omit<Notice, "text" | "outline" | "boilerplate" | "evidence">;

const kinds: Readonly<Record<Notice["kind"], string>> = {
  rectification: "整改进展通报",
  stationing: "进驻公告",
  feedback: "巡视反馈",
  investigation: "审查调查",
  discipline: "处分",
  exposure: "通报曝光",
  mobilization: "动员部署",
  other: "其他",
};

const metricNames: Readonly<Record<string, string>> = {
  categories: "大类",
  aspects: "方面",
  items: "项",
  findings: "问题",
  measures: "措施",
  tasks: "任务",
};

const shownFindings = 5;

/** A card for one notice: subject, team, dates, declared totals, findings with their measures. Contacts stay hidden. */
export function noticeCard(notice: CardNotice, colour: Colours): string {
  const rows = [...headerRows(notice), ...figureRows(notice)];
  const issues = notice.issues.filter((issue) => issue.severity !== "info");
  const unlisted = notice.findings.length - shownFindings;
  return [
    colour.bold(maskContacts(notice.title ?? "（无标题 no title）")),
    ...rows.map(([label, value]) => `  ${colour.dim(pad(label, 22))} ${maskContacts(value)}`),
    ...notice.findings.slice(0, shownFindings).map((finding) => findingLine(finding, colour)),
    ...(unlisted > 0 ? [`     … ${unlisted} 个问题未列出 more`] : []),
    ...issues.map((issue) => `  ⚠ ${issue.code}: ${maskContacts(issue.text)}`),
  ].join("\n");
}

type Row = readonly [label: string, value: string];

function headerRows({ kind, subject, inspection, ...notice }: CardNotice): Row[] {
  const { authority, team, round } = inspection;
  return [
    ["类型 kind", kinds[kind]],
    ["被巡视单位 subject", `${subject.name}${parenthesized(subject.bodyKind)} → ${placeOf(subject)}`],
    ["巡视组 team", `${authority ?? ""}${team ?? "—"}${parenthesized(round)}`],
    ["进驻 on site", `${day(inspection.startedOn)} → ${day(inspection.endedOn)}`],
    ["反馈 feedback", day(inspection.feedbackOn)],
    ["发布 published", `${day(notice.publishedOn)}  ${notice.publisher ?? "—"}`],
    ["落款 signed", `${day(notice.signedOn)}  ${notice.signedBy ?? "—"}`],
  ];
}

function figureRows({ declared, outcomes, findings, documents }: CardNotice): Row[] {
  const measures = findings.reduce((sum, finding) => sum + finding.measures.length, 0);
  const totals = declared.map(({ metric, value }) => `${value} ${metricLabel(metric)}`);
  const effects = outcomes.map(({ metric, value, unit }) => `${outcomeMetrics[metric]} ${value}${unit}`);
  return [
    ["自述总数 declared", totals.join(" · ") || "—"],
    ["成效 outcomes", effects.slice(0, 6).join(" · ") || "—"],
    [
      "读到 read",
      `${findings.length} 个问题 findings · ${measures} 条措施 measures · ${documents.length} 份文件 documents`,
    ],
  ];
}

function parenthesized(text: string | null): string {
  return text === null ? "" : ` (${text})`;
}

const statusMarks = { completed: " ✓", ongoing: " …" } as const;

function findingLine({ n, title, measures, status }: Notice["findings"][number], colour: Colours): string {
  const mark = status === null ? "" : statusMarks[status];
  return `  ${colour.accent(`${n}`.padStart(3))}. ${maskContacts(title)} ${colour.dim(`(${measures.length} 条措施${mark})`)}`;
}

function placeOf({ division, zone, resolution, candidates }: Notice["subject"]): string {
  if (zone !== null) return `${zone.name} ${zone.id}`;
  if (division !== null)
    return `${[division.province, division.city, division.county].filter(Boolean).join(" ")} ${division.code}`;
  return resolution === "ambiguous" ? `？${candidates.map(({ name }) => name).join(" / ")}` : "未识别 unresolved";
}

const endings: Readonly<Record<string, string>> = {
  Completed: "(已完成)",
  CompletedRate: "(完成率 %)",
  DueWithinOneYear: "(一年内)",
};

function metricLabel(metric: string): string {
  const [, noun = metric, suffix = ""] = /^(.*?)(CompletedRate|Completed|DueWithinOneYear)?$/.exec(metric) ?? [];
  return `${metricNames[noun] ?? noun}${endings[suffix] ?? ""}`;
}

function day(value: DateValue | null): string {
  if (value === null) return "—";
  return typeof value === "string" ? value : `≈${value.approximate} (${value.text})`;
}

/** Pads to a width in columns: a Chinese character takes two. */
function pad(text: string, width: number): string {
  const wide = text.match(/[\u2E80-\uFFEF]/g)?.length ?? 0;
  return text + " ".repeat(Math.max(0, width - text.length - wide));
}
