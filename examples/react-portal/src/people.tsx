import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { $api, callServer } from "./api.ts";

/** The list of people, a search field, and the preview of an offboarding. */
export function People(): ReactNode {
  const [search, setSearch] = useState("");
  const [leaver, setLeaver] = useState<string>();
  const client = useQueryClient();
  const { data, error, isPending } = $api.useQuery(
    "get",
    "/v1/users",
    { params: { query: { prefix: search === "" ? undefined : search, page_size: 50 } } },
    { placeholderData: keepPreviousData },
  );
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
      {error !== null && <p role="alert">{messageOf(error)}</p>}
      {isPending && <p>Loading …</p>}
      {data?.total === 0 && <p>Nobody is called like that.</p>}
      {change.error !== null && <p role="alert">{change.error.message}</p>}
      <ul>
        {data?.results.map(({ guid, username, locked }) => (
          <li key={guid}>
            {username}{" "}
            <button
              disabled={change.isPending}
              onClick={() => change.mutate(`/users/${guid}/${locked ? "unlock" : "lock"}`)}
            >
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
  const [successor, setSuccessor] = useState("");
  const { data, error } = useQuery({
    queryKey: ["offboard", guid, successor],
    queryFn: () => callServer<Preview>(`/users/${guid}/offboard?${new URLSearchParams({ to: successor })}`),
    enabled: successor !== "",
    retry: false,
  });
  return (
    <section aria-label="What offboarding would do">
      <label>
        Hand over to <input value={successor} onChange={({ target }) => setSuccessor(target.value)} />
      </label>
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

/** Connect's errors have their text in `error`; those of the connection are exceptions. */
function messageOf(error: { readonly error?: string } | Error): string {
  return "message" in error ? error.message : (error.error ?? "The list cannot be read.");
}
