import { operations, type OperationDescription } from "@connect-sdk/api/operations";
import { expect, it } from "vitest";
import { ApiProblem } from "../../src/errors.ts";
import { fieldFacts } from "../../src/generated/body-validators.ts";

const descriptions: readonly OperationDescription[] = Object.values(operations);

it("knows every error code that the document has for operations, parameters and fields", () => {
  const codes = [
    ...descriptions.map(({ deniedCode }) => deniedCode),
    ...descriptions.flatMap(({ queryParameters }) =>
      Object.values(queryParameters).map(({ invalidCode }) => invalidCode),
    ),
    ...Object.values(fieldFacts).flatMap((fields) => Object.values(fields).map(({ invalidCode }) => invalidCode)),
  ].filter((code) => code !== undefined);
  expect(new Set(codes).size).toBeGreaterThan(8);
  for (const code of codes) expect(new ApiProblem(code).code).toBe(code);
});

it("rejects an unknown code", () => {
  expect(() => new ApiProblem(99_999)).toThrow("The error table has no code 99999.");
});
