import type { OpenApiDocument } from "./openapi-document.ts";

/** Closed sets of the document that programs want to list or check at run time, by the name they are exported under. */
const LISTS = {
  USER_ROLES: "UserRole",
  ACCOUNT_STATUSES: "AccountStatus",
} as const;

/** The values of the document's closed sets as constant arrays. */
export function generateEnums(document: OpenApiDocument): string {
  return Object.entries(LISTS)
    .map(([name, schema]) => {
      const values = document.components.schemas[schema]?.enum;
      if (values === undefined) throw new Error(`openapi/connect.yaml: ${schema} is not an enum`);
      return `/** Every \`${schema}\`, in the order of the document. */\nexport const ${name} = ${JSON.stringify(values)} as const;\n`;
    })
    .join("\n");
}
