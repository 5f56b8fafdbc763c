import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    // `consumers` holds programs of strangers, who have their own compilers and no ESLint.
    ignores: [
      "**/dist/",
      // Two lines each: they start the built program.
      "packages/*/bin/",
      "**/reports/",
      "**/generated/",
      "**/node_modules/",
      "**/*.md",
      "packages/acceptance/consumers/",
    ],
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(\\.\\./)+(api|users|testing|cli)/|packages/",
              message: "Import another package by its name: a relative path would bundle a second copy of it.",
            },
          ],
        },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["**/test/**", "**/*.test.ts", "**/*.test-d.ts"],
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "off",
      // vitest's `expect(fn).rejects` and fast-check predicates read better without ceremony.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["**/*.mjs"],
    rules: {
      // These run before anything is installed, so they are JavaScript, where JSON.parse cannot be given a type.
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/restrict-plus-operands": "off",
    },
  },
);
