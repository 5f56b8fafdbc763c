import { expect, test } from "vitest";
import { readOptions } from "../src/options.ts";

test("without arguments every row is measured, and nothing is written", () => {
  expect(readOptions([])).toEqual({
    only: [],
    all: false,
    growth: false,
    million: false,
    peers: false,
    json: false,
    write: false,
  });
});

test("rows are chosen by name, however the script passes the arguments on", () => {
  expect(readOptions(["--", "--only", "create-fake", "--only", "cli-help", "--json"])).toMatchObject({
    only: ["create-fake", "cli-help"],
    json: true,
  });
});

test("a name that does not exist is refused with those that do", () => {
  expect(() => readOptions(["--only", "create-fakes"])).toThrow(/no create-fakes.+create-fake/);
});
