import type { SourceDefinition } from "@zhenggai/sources";
import type { SourcesStore } from "@zhenggai/store";

/** Writes the sources' names and schedules into the store; whether one is paused is ops' decision and stays. */
export async function registerSources(
  sources: ReadonlyMap<string, SourceDefinition>,
  store: Pick<SourcesStore, "register">,
  at: string,
): Promise<void> {
  for (const { id, name, schedule } of sources.values())
    await store.register({ _id: id, name, schedule, updatedAt: at });
}
