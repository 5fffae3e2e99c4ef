import { maskContacts } from "@zhenggai/notice";
import type { ChainLink, Promised, StoredChain } from "@zhenggai/notice";

const statusTerms = { completed: "已完成", ongoing: "持续整改" } as const;
const stateTerms: Readonly<Record<Promised["state"], string>> = {
  open: "未到下一次通报",
  unmentioned: "后来没有再提",
  mentioned: "后来提到",
  "came-back": "到期后问题又出现",
};

/**
 * A finding over the inspections of its subject, for a person at a terminal: one line a notice that names it, then what was promised. Example:
 * `  信访老案久拖不结 — 3 次 times [T05]`.
 */
export function chainLines({ title, timesNamed, topic, links, promises }: StoredChain): string {
  const head = `  ${title} — ${timesNamed} 次 times${topic === null ? "" : ` [${topic}]`}`;
  return maskContacts([head, ...links.map(linkLine), ...promises.map(promiseLine)].join("\n"));
}

function linkLine({ cycleOn, title, status, verdict, admitted }: ChainLink): string {
  const day = cycleOn === null || typeof cycleOn === "string" ? (cycleOn ?? "—") : `≈${cycleOn.approximate}`;
  const marks = [
    status === null ? null : statusTerms[status],
    admitted ? "通报自认重复 admitted" : null,
    verdict === "unsure" ? "存疑 unsure" : null,
  ].filter((mark) => mark !== null);
  return `    ${day}  ${title}${marks.length === 0 ? "" : `（${marks.join("，")}）`}`;
}

function promiseLine({ text, dueOn, state }: Promised): string {
  return `    承诺 promised：“${text}”${dueOn === null ? "" : ` → ${dueOn}`}，${stateTerms[state]}`;
}
