import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared", import.meta.url));

export type SeedTexts = Readonly<Record<"000" | "001" | "002" | "003" | "004", string>>;

/** Texts of the five real seeds; null, said loudly, where the folder is not beside the checkout. CI must have it. */
export function readSeeds(): SeedTexts | null {
  const path = join(folder, "seeds");
  if (existsSync(path)) {
    const read = (number: string): string => {
      const name = readdirSync(path).find((file) => file.startsWith(`${number}_`));
      if (name === undefined) throw new Error(`../shared/seeds lacks ${number}`);
      return readFileSync(join(path, name), "utf8");
    };
    return { "000": read("000"), "001": read("001"), "002": read("002"), "003": read("003"), "004": read("004") };
  }
  if (process.env["CI"] !== undefined) throw new Error("CI must have ../shared/seeds");
  process.stderr.write("跳过：没有 ../shared/seeds / skipped: no ../shared/seeds beside the checkout\n");
  return null;
}

/** Folder with the seeds, for commands that read files. */
export const seedsFolder = join(folder, "seeds");
