/** Folders below `src` of the published packages. */
const PUBLISHED = "^packages/(api|users|lifecycle|testing|cli)/src/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Files that need each other are one subject. Type imports count. An import() on call does not.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["dynamic-import"] } },
    },
    {
      name: "no-folder-cycles",
      comment: "Dependencies between folders point in one direction.",
      severity: "error",
      scope: "folder",
      from: { path: PUBLISHED },
      to: { circular: true, path: PUBLISHED },
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
      to: { path: "^packages/(users|lifecycle|testing|cli|checks)/" },
    },
    {
      name: "users-depends-on-api-only",
      severity: "error",
      from: { path: "^packages/users/src/" },
      to: { path: "^packages/(lifecycle|testing|cli|checks)/" },
    },
    {
      name: "lifecycle-depends-on-users-and-api-only",
      severity: "error",
      from: { path: "^packages/lifecycle/src/" },
      to: { path: "^packages/(testing|cli|checks)/" },
    },
    {
      name: "testing-imports-only-types-schema-and-operations-of-api",
      comment: "The fake must not share a mistake with the client.",
      severity: "error",
      from: { path: "^packages/testing/src/" },
      to: {
        path: "^packages/(users|lifecycle|cli|checks)/|^packages/api/src/(?!(schema|operations)\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "cli-does-not-ship-the-fake",
      severity: "error",
      from: { path: "^packages/cli/src/" },
      to: { path: "^packages/(testing|checks)/" },
    },
    {
      name: "api-users-and-lifecycle-run-in-a-browser",
      comment: "No Node built-in in code that a browser loads.",
      severity: "error",
      from: { path: "^packages/(api|users|lifecycle)/src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "fake-runs-in-a-browser",
      comment:
        "Only the port, its inspector and the program use Node built-ins. package.json replaces `#listen` in a browser.",
      severity: "error",
      from: {
        path: "^packages/testing/src/",
        pathNot: "^packages/testing/src/(http/node-[^/]+[.]ts$|inspector/|cli/)",
      },
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
