/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one subject. What is loaded only when it is called does not count.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    {
      name: "no-relative-path-into-another-package",
      comment: "Import another package by its name.",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypes: ["local"] },
    },
    {
      name: "api-depends-on-no-other-package",
      severity: "error",
      from: { path: "^packages/api/" },
      to: { path: "^packages/(users|testing|cli)/" },
    },
    {
      name: "users-depends-on-api-only",
      severity: "error",
      from: { path: "^packages/users/src/" },
      to: { path: "^packages/(testing|cli)/" },
    },
    {
      name: "testing-knows-only-types-and-the-operation-table-of-api",
      severity: "error",
      from: { path: "^packages/testing/src/" },
      to: {
        path: "^packages/(users|cli)/|^packages/api/src/(?!(schema|operations)\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "cli-does-not-ship-the-fake",
      severity: "error",
      from: { path: "^packages/cli/src/" },
      to: { path: "^packages/testing/" },
    },
    {
      name: "api-and-users-run-in-a-browser",
      comment: "No Node built-in in what a browser loads.",
      severity: "error",
      from: { path: "^packages/(api|users)/src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "src-does-not-import-tests",
      severity: "error",
      from: { path: "^packages/[^/]+/src/" },
      to: { path: "^packages/[^/]+/test/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    includeOnly: "^packages/|^node:",
    exclude: { path: "/dist/|/node_modules/" },
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      conditionNames: ["@connect-sdk/source", "import", "types", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".js", ".mjs", ".json"],
    },
  },
};
