import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { AuditSection } from "./audit.tsx";
import { ClockSection, Now } from "./clock.tsx";
import { ContentSection } from "./content.tsx";
import type { ControlClient } from "./control-client.ts";
import { AnnounceContext } from "./elements.tsx";
import { FaultsSection } from "./faults.tsx";
import { GroupsSection } from "./groups.tsx";
import { LiveContext, useFollow, useLive, type Live } from "./live.ts";
import { PendingSection } from "./pending.tsx";
import { RequestsSection } from "./requests.tsx";
import { useLocation, type Location } from "./router.ts";
import { SnapshotSection } from "./snapshot.tsx";
import { UserSection } from "./user.tsx";
import { UsersSection } from "./users.tsx";

interface Section {
  readonly title: string;
  readonly show: (location: Location) => VNode;
  /** A number next to the title. */
  readonly count?: (live: Live) => number;
}

/** The sections in the order of the navigation, by their part of the address. A new section is one file and one line here. */
const SECTIONS: ReadonlyMap<string, Section> = new Map<string, Section>([
  [
    "users",
    {
      title: "Users",
      show: ({ id, query }) => (id === undefined ? <UsersSection query={query} /> : <UserSection key={id} guid={id} />),
      count: ({ overview }) => overview.users.total,
    },
  ],
  [
    "groups",
    {
      title: "Groups",
      show: ({ id, query }) => <GroupsSection key={id} guid={id} query={query} />,
      count: ({ overview }) => overview.groups,
    },
  ],
  [
    "content",
    {
      title: "Content",
      show: ({ id, query }) => <ContentSection key={id} guid={id} query={query} />,
      count: ({ overview }) => overview.content,
    },
  ],
  [
    "audit",
    {
      title: "Audit log",
      show: ({ query }) => <AuditSection query={query} />,
      count: ({ overview }) => overview.audit,
    },
  ],
  ["requests", { title: "Requests", show: () => <RequestsSection />, count: ({ requests }) => requests.length }],
  ["sign-ins", { title: "Sign-ins", show: () => <PendingSection />, count: ({ overview }) => overview.sign_ins }],
  ["faults", { title: "Faults", show: () => <FaultsSection />, count: ({ overview }) => overview.faults }],
  ["clock", { title: "Clock", show: () => <ClockSection /> }],
  ["snapshot", { title: "Snapshot", show: () => <SnapshotSection /> }],
]);

/** The whole page. */
export function App({ control, onRefused }: { control: ControlClient; onRefused: () => void }): VNode {
  const live = useFollow(control, onRefused);
  const location = useLocation();
  const [message, setMessage] = useState("");
  useSearchKey();
  useEffect(() => {
    if (message === "") return undefined;
    const timer = setTimeout(() => {
      setMessage("");
    }, 4_000);
    return () => {
      clearTimeout(timer);
    };
  }, [message]);
  const name = SECTIONS.has(location.section) ? location.section : "users";
  const section = SECTIONS.get(name);
  useEffect(() => {
    document.title = `${section?.title ?? ""} · fake-connect inspector`;
  }, [section]);
  if (live === undefined || section === undefined) {
    return (
      <main class="sign-in">
        <p class="muted">Connecting to the fake …</p>
      </main>
    );
  }
  return (
    <LiveContext.Provider value={live}>
      <AnnounceContext.Provider value={setMessage}>
        <a class="skip" href="#main" onClick={focusMain}>
          Skip to content
        </a>
        <div class="shell">
          <header>
            <p class="brand">
              <img src="icon.svg" alt="" width="28" height="28" />
              <span>
                fake-connect <small>inspector</small>
              </span>
            </p>
            <Navigation current={name} />
            <ServerFacts />
          </header>
          <main id="main" tabIndex={-1}>
            {!live.connected && (
              <p class="notice" role="alert">
                The fake does not respond. Start it again, and this page continues.
              </p>
            )}
            {section.show(location)}
          </main>
        </div>
        <div class="toast" role="status" aria-live="polite">
          {message !== "" && <span>{message}</span>}
        </div>
      </AnnounceContext.Provider>
    </LiveContext.Provider>
  );
}

/** The address is used for sections, so the skip link moves the focus itself. */
function focusMain(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function Navigation({ current }: { current: string }): VNode {
  const live = useLive();
  const sections = [...SECTIONS];
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // On a phone, the list scrolls sideways.
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  return (
    <nav aria-label="Sections">
      <ul ref={list}>
        {sections.map(([name, { title, count }]) => {
          const number = count?.(live) ?? 0;
          return (
            <li key={name}>
              <a href={`#/${name}`} aria-current={name === current ? "page" : undefined}>
                {title}
                {number > 0 && (
                  <span class={name === "faults" ? "count bad" : "count"}>{number.toLocaleString("en")}</span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function ServerFacts(): VNode {
  const { overview, connected } = useLive();
  const { version, provider, seed, users, licensed_users: license } = overview;
  return (
    <dl class="facts">
      <div>
        <dt>Connect</dt>
        <dd>{version}</dd>
      </div>
      <div>
        <dt>Sign-in</dt>
        <dd>{provider}</dd>
      </div>
      <div>
        <dt>Seed</dt>
        <dd>{seed}</dd>
      </div>
      <div>
        <dt>Licensed</dt>
        <dd>
          {users.licensed.toLocaleString("en")}
          {license !== null && ` of ${license.toLocaleString("en")}`}
        </dd>
      </div>
      <div>
        <dt>Clock</dt>
        <dd>
          <Now />
        </dd>
      </div>
      <div>
        <dt>State</dt>
        <dd>
          <span class={connected ? "dot good" : "dot bad"} /> {connected ? "live" : "not connected"}
        </dd>
      </div>
    </dl>
  );
}

/** The key `/` moves the focus to the search field, unless somebody is typing. */
function useSearchKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const typing = target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const field = document.querySelector<HTMLInputElement>("input.search");
      if (field === null) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
    };
  }, []);
}
