import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { listOperations, type OpenApiDocument } from "./openapi-document.ts";

const { factory } = ts;

/** TypeScript types of every path, operation and schema. */
export async function generateSchema(document: OpenApiDocument): Promise<string> {
  const ast = await openapiTS(JSON.stringify(document), {
    // A default fills in what a caller leaves out, so it must not make the field required.
    defaultNonNullable: false,
  });
  const names = new Map(
    Object.entries(document.components.schemas).map(([schema, { "x-connect-type": name }]) => [schema, name ?? schema]),
  );
  const aliases: ts.Node[] = [];
  const rewritten = ast.map((node) => {
    if (!ts.isInterfaceDeclaration(node)) return node;
    const named = ts.visitEachChild(node, useNames(names), undefined);
    if (node.name.text === "operations") return addSummaries(named, document);
    return node.name.text === "components" ? moveSchemas(named, names, aliases) : named;
  });
  return withoutTags(astToString([...rewritten, ...aliases]));
}

/** Turns the tag of a description into the text of its comment: editors show the name of a tag. */
function withoutTags(code: string): string {
  return code.replace(/(\/\*\*(?:\n *\*)?) @description /g, "$1 ").replace(/^( *\*) @description /gm, "$1\n$1 ");
}

/** Returns a visitor that writes `UserRecord` instead of `components["schemas"]["User"]`. */
function useNames(names: ReadonlyMap<string, string>): (node: ts.Node) => ts.Node {
  return function visit(node) {
    const name =
      ts.isIndexedAccessTypeNode(node) && isSchemas(node.objectType) ? names.get(literal(node.indexType)) : "";
    return name ? factory.createTypeReferenceNode(name) : ts.visitEachChild(node, visit, undefined);
  };
}

function isSchemas(node: ts.Node): boolean {
  return (
    ts.isIndexedAccessTypeNode(node) && ts.isTypeReferenceNode(node.objectType) && literal(node.indexType) === "schemas"
  );
}

function literal(node: ts.Node): string {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : "";
}

/** Adds the summary of each operation to its type. Editors show it with a call: they print types, and no comments within them. */
function addSummaries(operations: ts.InterfaceDeclaration, document: OpenApiDocument): ts.Node {
  const summaries = new Map(
    listOperations(document).map(({ operation }) => [operation.operationId, operation.summary]),
  );
  return mapMembers(operations, ({ type }, id) => {
    if (type === undefined || !ts.isTypeLiteralNode(type)) throw new Error(`The type of ${id} is not an object.`);
    const summary = factory.createLiteralTypeNode(factory.createStringLiteral(summaries.get(id) ?? ""));
    const property = factory.createPropertySignature(undefined, "summary", undefined, summary);
    return factory.createTypeLiteralNode([property, ...type.members]);
  });
}

/**
 * Gives each schema a name of its own, which editors print instead of all its fields. An alias, because an interface is not
 * assignable to `Record<string, unknown>`.
 */
function moveSchemas(
  components: ts.InterfaceDeclaration,
  names: ReadonlyMap<string, string>,
  aliases: ts.Node[],
): ts.Node {
  return mapMembers(components, ({ type }, kind) => {
    if (kind !== "schemas" || type === undefined || !ts.isTypeLiteralNode(type)) return type;
    return mapMembers(type, (member, schema) => {
      const name = names.get(schema);
      if (name === undefined || member.type === undefined) throw new Error(`The schema ${schema} has no type.`);
      const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
      const alias = factory.createTypeAliasDeclaration(modifiers, name, undefined, member.type);
      aliases.push(ts.setSyntheticLeadingComments(alias, ts.getSyntheticLeadingComments(member)));
      return factory.createTypeReferenceNode(name);
    });
  });
}

type Members = ts.InterfaceDeclaration | ts.TypeLiteralNode;
type ToType = (member: ts.PropertySignature, name: string) => ts.TypeNode | undefined;

/** Replaces the types of an object's properties. */
function mapMembers<Node extends Members>(node: Node, toType: ToType): Node {
  return ts.visitEachChild(
    node,
    (member) => {
      if (!ts.isPropertySignature(member)) return member;
      const { modifiers, name, questionToken } = member;
      const type = toType(member, ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "");
      return factory.updatePropertySignature(member, modifiers, name, questionToken, type);
    },
    undefined,
  );
}
