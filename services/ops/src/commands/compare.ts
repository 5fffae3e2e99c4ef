import { basename, resolve } from "node:path";
import { compareSuccessive, compareVersions, renderChanges } from "@zhenggai/comparison";
import { type Change, Fault, type Notice } from "@zhenggai/notice";
import { Command, Option } from "commander";
import type { CliContext } from "../cli-context.ts";
import { inputFiles, isFolder } from "../input-files.ts";
import { comparisonHtml } from "../comparison-html.ts";
import { readNoticeFile } from "../read-file.ts";
import { tellFileFault } from "../tell-file-fault.ts";
import { writePage } from "../write-page.ts";
import { relationOf, type Relation } from "./compare-relation.ts";

type CompareOptions = { readonly json?: boolean; readonly as?: Relation; readonly html?: string };
type Pair = { readonly file: string; readonly before: string; readonly after: string };

export function compareCommand(context: CliContext): Command {
  return new Command("compare")
    .description("比较两份通报 / compare two notices: versions of one, or successive ones of a subject")
    .argument("<old>", "旧文件或文件夹 / older file or folder")
    .argument("<new>", "新文件或文件夹 / newer file or folder")
    .addOption(
      new Option("--as <relation>", "两者关系，默认自动判断 / told from what they say by default").choices([
        "versions",
        "series",
      ]),
    )
    .option("--json", "JSON 输出；文件夹时每行一对 / JSON; one pair a line for folders")
    .option("--html <out>", "写成一个左右对照的网页 / write a side-by-side page")
    .addHelpText(
      "after",
      "\n例子 examples:\n  zhenggai compare old.txt new.txt\n  zhenggai compare 2019/ 2023/ --json\n  zhenggai compare a.txt b.txt --as series\n  zhenggai compare old.txt new.txt --html changes.html\n",
    )
    .action((before: string, after: string, options: CompareOptions) => {
      const folders = isFolder(resolve(context.folder, before)) && isFolder(resolve(context.folder, after));
      if (folders && options.html !== undefined)
        throw new Fault("E2001", { value: `--html ${options.html}`, why: "it writes one comparison; name two files" });
      const pairs = folders
        ? sameNames(before, after, context)
        : [{ file: after, before: resolve(context.folder, before), after: resolve(context.folder, after) }];
      for (const pair of pairs) compareOne(pair, folders, options, context);
    });
}

function compareOne(pair: Pair, several: boolean, options: CompareOptions, context: CliContext): void {
  try {
    const [before, after] = [readNoticeFile(pair.before, null), readNoticeFile(pair.after, null)];
    const changes = changesOf(before, after, options.as);
    if (options.html !== undefined) {
      const names = { before: basename(pair.before), after: basename(pair.after) };
      writePage(comparisonHtml({ before, after, names, changes }), options.html, context);
      if (options.json !== true) return;
    }
    if (options.json === true)
      return context.print(several ? JSON.stringify({ file: pair.file, changes }) : JSON.stringify(changes, null, 2));
    const heading = several ? `${pair.file}\n` : "";
    return context.print(`${heading}${renderChanges(changes, { colour: context.colour, width: context.width })}\n`);
  } catch (error) {
    if (!several) throw error;
    tellFileFault(pair.file, error, options.json === true, context);
  }
}

function changesOf(before: Notice, after: Notice, relation: Relation | undefined): Change[] {
  return (relation ?? relationOf(before, after)) === "versions"
    ? compareVersions(before, after)
    : compareSuccessive(before, after);
}

function sameNames(before: string, after: string, context: CliContext): Pair[] {
  const pathsOf = (folder: string): ReadonlyMap<string, string> =>
    new Map(inputFiles([folder], context.folder).map(({ path }) => [basename(path), path]));
  const [older, newer] = [pathsOf(before), pathsOf(after)];
  const pairs = [...newer].flatMap(([file, path]): Pair[] => {
    const other = older.get(file);
    return other === undefined ? [] : [{ file, before: other, after: path }];
  });
  if (pairs.length === 0)
    throw new Fault("E2006", { value: `${before} ${after}`, why: "no file stands in both folders" });
  narrateAlone(older, newer, before, context);
  narrateAlone(newer, older, after, context);
  return pairs;
}

/** Names the files of a folder that the other one lacks, so that nobody takes them for compared. */
function narrateAlone(
  own: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  folder: string,
  context: CliContext,
): void {
  const alone = [...own.keys()].filter((name) => !other.has(name));
  if (alone.length > 0) context.narrate(`未比较 not compared: ${alone.join(" ")}（只在 only in ${folder}）`);
}
