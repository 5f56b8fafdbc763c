import { RegExpRouter } from "hono/router/reg-exp-router";
import { decodeParameter } from "./paths.ts";

/** The parameters in a path. */
export type PathParameters = Readonly<Record<string, string>>;

/** What a path leads to, with what it has in the places of its parameters. */
export interface RouteMatch<Route> {
  readonly route: Route;
  readonly parameters: PathParameters;
}

const NOTHING: PathParameters = Object.freeze({});

/** Finds routes by method and path. A path without parameters goes before one whose parameter could be the same text. */
export class RouteTable<Route> {
  /** The router refuses paths that could be taken for each other, such as `/users/remote` beside `/users/:guid`. */
  readonly #fixed = new Map<string, RouteMatch<Route>>();
  readonly #router = new RegExpRouter<{ readonly route: Route; readonly names: readonly string[] }>();

  /** @param path - with parameters as `:name`. */
  add(method: string, path: string, route: Route): void {
    const names = Array.from(path.matchAll(/:(\w+)/g), ([, name = ""]) => name);
    if (names.length > 0) this.#router.add(method, path, { route, names });
    else this.#fixed.set(`${method} ${path}`, { route, parameters: NOTHING });
  }

  find(method: string, path: string): RouteMatch<Route> | undefined {
    const fixed = this.#fixed.get(`${method} ${path}`);
    if (fixed !== undefined) return fixed;
    const [[first] = [], values = []] = this.#router.match(method, path);
    if (first === undefined) return undefined;
    const [{ route, names }, places] = first;
    const parameters: Record<string, string> = {};
    for (const name of names) {
      const place = places[name];
      parameters[name] = decodeParameter(typeof place === "number" ? (values[place] ?? "") : (place ?? ""));
    }
    return { route, parameters };
  }
}
