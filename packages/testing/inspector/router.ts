import { useEffect, useState } from "preact/hooks";

/** Where the page is: `#/users/GUID?role=viewer`. */
export interface Location {
  readonly section: string;
  readonly id: string | undefined;
  readonly query: URLSearchParams;
}

export function useLocation(): Location {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const update = (): void => {
      setHash(window.location.hash);
    };
    window.addEventListener("hashchange", update);
    return () => {
      window.removeEventListener("hashchange", update);
    };
  }, []);
  return readHash(hash);
}

function readHash(hash: string): Location {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [section = "", id] = path.split("/");
  return { section, id: id === undefined ? undefined : decodeURIComponent(id), query: new URLSearchParams(query) };
}

/** Changes parameters of the address without a new entry in the history. Empty values are removed. */
export function setQuery(changes: Readonly<Record<string, string>>): void {
  const { section, query } = readHash(window.location.hash);
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  const search = query.toString();
  window.history.replaceState(null, "", `#/${section}${search === "" ? "" : `?${search}`}`);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}
