import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/**/*.test.ts",
            "services/**/*.test.ts",
            "tests/*.test.ts",
            "tests/changes/**/*.test.ts",
            "tests/simulator/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/*.real.test.ts"],
        },
      },
      {
        test: {
          name: "real",
          include: ["packages/**/*.real.test.ts", "tests/pipeline/**/*.test.ts", "tests/faults/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
