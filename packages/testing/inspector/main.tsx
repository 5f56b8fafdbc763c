import { render, type VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { App } from "./app.tsx";
import { createControlClient } from "./control-client.ts";
import { SignIn } from "./sign-in.tsx";

/** The key lasts as long as the tab, and survives a reload. */
const STORAGE_KEY = "fake-connect-inspector";

/** Takes the token out of the address, so that it is not in the history or on a screenshot. */
function takeToken(): string | undefined {
  const token = new URLSearchParams(window.location.hash.slice(1)).get("token");
  if (token === null) return sessionStorage.getItem(STORAGE_KEY) ?? undefined;
  sessionStorage.setItem(STORAGE_KEY, token);
  window.history.replaceState(null, "", "#/users");
  return token;
}

function Root(): VNode {
  const [key, setKey] = useState(takeToken);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const update = (): void => {
      if (window.location.hash.startsWith("#token=")) {
        setKey(takeToken());
        setRefused(false);
      }
    };
    window.addEventListener("hashchange", update);
    return () => {
      window.removeEventListener("hashchange", update);
    };
  }, []);
  const control = useMemo(() => (key === undefined ? undefined : createControlClient(document.baseURI, key)), [key]);
  if (control === undefined || refused) {
    return (
      <SignIn
        refused={refused}
        onKey={(entered) => {
          sessionStorage.setItem(STORAGE_KEY, entered);
          setKey(entered);
          setRefused(false);
        }}
      />
    );
  }
  return (
    <App
      control={control}
      onRefused={() => {
        sessionStorage.removeItem(STORAGE_KEY);
        setKey(undefined);
        setRefused(true);
      }}
    />
  );
}

const root = document.getElementById("app");
if (root !== null) render(<Root />, root);
