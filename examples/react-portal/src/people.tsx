import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { $api, callServer } from "./api.ts";

/** The list of people, a search field, and the preview of an offboarding. */
export function People(): ReactNode {
  const [search, setSearch] = useState("");
  const [leaver, setLeaver] = useState<string>();
  const client = useQueryClient();
  const { data, error } = $api.useQuery("get", "/v1/users", {
    params: { query: { prefix: search === "" ? undefined : search, page_size: 50 } },
  });
  const change = useMutation({
    mutationFn: (path: string) => callServer(path, "POST"),
    onSettled: () => client.invalidateQueries(),
  });

  return (
    <main>
      <h1>People</h1>
      <label>
        Search <input value={search} onChange={({ target }) => setSearch(target.value)} />
      </label>
      {error !== null && <p role="alert">{error.error}</p>}
      {change.error !== null && <p role="alert">{change.error.message}</p>}
      <ul>
        {data?.results.map(({ guid, username, locked }) => (
          <li key={guid}>
            {username}{" "}
            <button onClick={() => change.mutate(`/users/${guid}/${locked ? "unlock" : "lock"}`)}>
              {locked ? "Unlock" : "Lock"} {username}
            </button>{" "}
            <button onClick={() => setLeaver(guid)}>Offboard {username} …</button>
          </li>
        ))}
      </ul>
      {leaver !== undefined && <OffboardPreview guid={leaver} />}
    </main>
  );
}

interface Preview {
  readonly steps: readonly {
    readonly id: string;
    readonly action: string;
    readonly target: string;
    readonly reason: string;
  }[];
  readonly refusals: readonly string[];
}

function OffboardPreview({ guid }: { readonly guid: string }): ReactNode {
  const { data, error } = useQuery({
    queryKey: ["offboard", guid],
    queryFn: () => callServer<Preview>(`/users/${guid}/offboard?to=admin`),
    retry: false,
  });
  return (
    <section aria-label="What offboarding would do">
      {error !== null && <p role="alert">{error.message}</p>}
      {data?.refusals.map((reason) => (
        <p key={reason}>Refused: {reason}</p>
      ))}
      <ol>
        {data?.steps.map(({ id, action, target, reason }) => (
          <li key={id}>
            {action} {target}: {reason}
          </li>
        ))}
      </ol>
    </section>
  );
}
