import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { NumberedRequest, Overview } from "../src/inspector/changes.ts";
import { ControlError, type ControlClient } from "./control-client.ts";

/** The fake as it is now. */
export interface Live {
  readonly control: ControlClient;
  readonly overview: Overview;
  /** Differs after each change of the fake. */
  readonly revision: string;
  /** Differs after each change of the state or the clock, but not with requests and the hits of faults. */
  readonly stateRevision: string;
  /** The newest requests, oldest first. */
  readonly requests: readonly NumberedRequest[];
  /** Difference between the fake's clock, if it runs, and this browser's, in milliseconds. */
  readonly clockOffset: number;
  /** Whether the fake responds. */
  readonly connected: boolean;
}

/** Requests that the page keeps. */
export const KEPT_REQUESTS = 2_000;

const RETRY_DELAY = 1_500;

/** Follows the fake. Undefined until it has responded. */
export function useFollow(control: ControlClient, onRefused: () => void): Live | undefined {
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    const stop = new AbortController();
    void follow(control, stop.signal, setLive, onRefused);
    return () => {
      stop.abort();
    };
  }, [control]);
  return live;
}

type SetLive = (update: (before: Live | undefined) => Live | undefined) => void;

async function follow(control: ControlClient, stop: AbortSignal, set: SetLive, onRefused: () => void): Promise<void> {
  let revision: string | undefined;
  let after = 0;
  const stopped = (): boolean => stop.aborted;
  while (!stopped()) {
    try {
      const query = { revision, after, limit: KEPT_REQUESTS };
      const changes = await control("GET /changes", { query, signal: stop });
      // A server that was started anew counts from 1 again.
      if (changes.newest < after) {
        after = 0;
        revision = undefined;
        set((before) => before && { ...before, requests: [] });
        continue;
      }
      ({ revision, newest: after } = changes);
      const { overview, oldest } = changes;
      const clockOffset = Date.parse(overview.now) - Date.now();
      set((before) => {
        const kept = before?.requests.filter(({ number }) => number >= oldest) ?? [];
        const requests = [...kept, ...changes.requests].slice(-KEPT_REQUESTS);
        return {
          control,
          overview,
          revision: changes.revision,
          stateRevision: changes.state_revision,
          requests,
          clockOffset,
          connected: true,
        };
      });
    } catch (error) {
      if (stopped()) return;
      if (error instanceof ControlError && error.status === 401) {
        onRefused();
        return;
      }
      set((before) => before && { ...before, connected: false });
      // Shows a server that restarts, and lets the user press reload less often.
      revision = undefined;
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY));
    }
  }
}

export const LiveContext = createContext<Live | undefined>(undefined);

/** Returns the fake as it is now. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === undefined) throw new Error("There is no fake above this component.");
  return live;
}

/** A value that is loaded. While a newer one loads, the last one stays. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: string | undefined;
}

/** Loads a value, again whenever the state of the fake or `dependency` changes. */
export function useLoaded<T>(
  dependency: string,
  load: (control: ControlClient, signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  const { control, stateRevision } = useLive();
  const [loaded, setLoaded] = useState<Loaded<T> & { of: string }>({ value: undefined, error: undefined, of: "" });
  useEffect(() => {
    const stop = new AbortController();
    load(control, stop.signal)
      .then((value) => {
        if (!stop.signal.aborted) setLoaded({ value, error: undefined, of: dependency });
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setLoaded({ value: undefined, error: messageOf(error), of: dependency });
      });
    return () => {
      stop.abort();
    };
  }, [control, stateRevision, dependency]);
  return loaded;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
