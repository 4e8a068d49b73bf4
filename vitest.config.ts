import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/{browser,long}/**"],
          setupFiles: ["tests/fixtures/seed.ts"],
          environment: "node",
          // Vitest would leave one of two cores idle.
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "long",
          include: ["tests/long/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/browser/serve.ts"],
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 900_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/browser/serve.ts"],
          // One Chromium at a time: WebGL in software leaves no core for a second one.
          fileParallelism: false,
          // A page that is starved of both cores for half a minute is tried once more, and told of; what is at fault fails twice.
          retry: 1,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
