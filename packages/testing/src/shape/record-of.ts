import { closest } from "./closest.ts";
import { refuse, ShapeError, type Shape } from "./shape.ts";

/** The record that a table of shapes describes; only the fields of `Required` are always there. */
export type RecordOf<Fields, Required extends keyof Fields> = { [Name in Required]: Shaped<Fields[Name]> } & {
  [Name in Exclude<keyof Fields, Required>]?: Shaped<Fields[Name]>;
};

type Shaped<S> = S extends Shape<infer T> ? T : never;

/** An object with these fields and no others: a field that is spelt wrongly is not passed over. */
export function recordOf<Fields extends Record<string, Shape<unknown>>, Required extends keyof Fields & string = never>(
  fields: Fields,
  required: readonly Required[] = [],
): Shape<RecordOf<Fields, Required>> {
  const shapes = new Map<string, Shape<unknown>>(Object.entries(fields));
  const isRecord = (value: object): value is RecordOf<Fields, Required> => required.every((name) => name in value);

  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(value, path, "an object");
    const checked = Object.fromEntries(
      Object.entries(value).map(([name, field]: [string, unknown]) => {
        const shape = shapes.get(name) ?? refuseField(name, path, [...shapes.keys()]);
        return [name, shape(field, join(path, name))];
      }),
    );
    if (isRecord(checked)) return checked;
    const missing = required.find((name) => !(name in checked));
    throw new ShapeError(`${join(path, String(missing))} is missing`);
  };
}

function refuseField(name: string, path: string, known: readonly string[]): never {
  const meant = closest(name, known);
  const hint = meant === undefined ? `; allowed: ${known.join(", ")}` : `; did you mean ${meant}?`;
  throw new ShapeError(`${join(path, name)} is not known${hint}`);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
