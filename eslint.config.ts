import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** In `npm test`: one program with the sources of all packages, and tests without types. `.ci/run` lints them with types, too. */
const isFast = process.env["CHECKS"] === "fast";
const program = isFast
  ? { project: "tsconfig.eslint.json", tsconfigRootDir: import.meta.dirname }
  : { projectService: true };

export default defineConfig(
  {
    // `consumers` holds programs outside of this repository, with compilers of their own and without ESLint.
    ignores: [
      "**/dist/",
      // Two lines each, which start the built program.
      "packages/*/bin/",
      "**/reports/",
      "**/generated/",
      "**/node_modules/",
      "**/*.md",
      "packages/checks/consumers/",
    ],
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: program },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      // Deprecated to make it stand out. For a server on this computer there is no other option.
      "@typescript-eslint/no-deprecated": [
        "error",
        { allow: [{ from: "package", package: "oauth4webapi", name: "allowInsecureRequests" }] },
      ],
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
      // Short test callbacks read better without a block body.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  isFast
    ? [
        {
          // They take longest and rarely find something. `.ci/run` has them.
          rules: {
            "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
            "@typescript-eslint/no-unsafe-enum-assignment": "off",
          },
        },
        {
          files: ["**/test/**", "**/chromium/**", "packages/testing/examples/**"],
          ...tseslint.configs.disableTypeChecked,
        },
      ]
    : [],
  {
    files: ["**/*.mjs"],
    rules: {
      // Scripts that run before anything is installed are JavaScript, where the result of JSON.parse has no type.
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
