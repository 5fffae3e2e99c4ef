import { randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { Fault } from "@zhenggai/notice";
import { z } from "zod";

export type FolderLock = { readonly release: () => void };

const ownerSchema = z.object({ pid: z.int().positive(), host: z.string(), startedAt: z.string().nullable() });

type Owner = z.infer<typeof ownerSchema>;

/**
 * Takes the folder for this process: E2007 where another one (or another opener in this one) has it. The lock of a process
 * that is gone is taken over. The file is linked into place whole, so no reader ever sees half of it.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "lock");
  const draft = join(folder, `lock.${randomUUID()}`);
  const owner: Owner = { pid: process.pid, host: hostname(), startedAt: processOf(process.pid)?.startedAt ?? null };
  writeFileSync(draft, JSON.stringify({ ...owner, token: randomUUID() }));
  try {
    if (!linkUnlessTaken(draft, path)) {
      removeStaleLock(path);
      if (!linkUnlessTaken(draft, path)) throw inUse(path, readLock(path));
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return { release: () => rmSync(path, { force: true }) };
}

function linkUnlessTaken(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves the lock aside rather than deleting it: if it turns out to be a new one, taken meanwhile, it is put back. */
function removeStaleLock(path: string): void {
  const seen = readLock(path);
  if (seen === null) return;
  if (isHeld(seen)) throw inUse(path, seen);
  const aside = `${path}.${randomUUID()}`;
  renameSync(path, aside);
  if (readLock(aside) !== seen) linkUnlessTaken(aside, path);
  rmSync(aside, { force: true });
}

function readLock(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function readOwner(lock: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(lock));
  } catch {
    return null;
  }
}

function isHeld(lock: string): boolean {
  const owner = readOwner(lock);
  if (owner === null) return false;
  // Processes of another machine or container can't be seen from here: better to refuse than to share.
  if (owner.host !== hostname()) return true;
  const running = processOf(owner.pid);
  if (running === null) return false;
  // A later process may have the same number; a container's first process always does.
  return running.startedAt === null || owner.startedAt === null || running.startedAt === owner.startedAt;
}

type RunningProcess = { readonly startedAt: string | null };

/** null where no such process runs; when it started is known on Linux only. */
function processOf(pid: number): RunningProcess | null {
  if (existsSync("/proc/self/stat")) return linuxProcess(pid);
  try {
    process.kill(pid, 0);
    return { startedAt: null };
  } catch (error) {
    const isAnothers = error instanceof Error && "code" in error && error.code === "EPERM";
    return isAnothers ? { startedAt: null } : null;
  }
}

function linuxProcess(pid: number): RunningProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields from the third on, counted after the command's name, which stands in parentheses and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const isDead = fields[0] === "Z" || fields[0] === "X";
    return isDead ? null : { startedAt: fields[19] ?? null };
  } catch {
    return null;
  }
}

function inUse(path: string, lock: string | null): Fault {
  const owner = lock === null ? null : readOwner(lock);
  const who = owner === null ? "another process" : `process ${owner.pid} on ${owner.host}`;
  return new Fault("E2007", { value: path, why: `${who} has it; if it is gone, delete the file ${path}` });
}
