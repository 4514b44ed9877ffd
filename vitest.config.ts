import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/*.test.ts"],
    testTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["src/vault/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*.contract.ts", "**/*.fixture.ts"],
      reporter: ["text"],
      thresholds: { branches: 100 },
    },
  },
});
