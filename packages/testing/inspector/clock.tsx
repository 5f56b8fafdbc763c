import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ClockPreview } from "../src/inspector/clock.ts";
import {
  Badge,
  Empty,
  Field,
  formatTime,
  Heading,
  Link,
  Notice,
  Time,
  toneOfStatus,
  useAnnounce,
} from "./elements.tsx";
import { messageOf, useLive, useLoaded } from "./live.ts";

const STEPS = [
  [{ hours: 1 }, "1 hour"],
  [{ days: 1 }, "1 day"],
  [{ days: 30 }, "30 days"],
  [{ days: 366 }, "366 days"],
] as const;

/** Shows and moves the clock, and who changes status when it moves. */
export function ClockSection(): VNode {
  const { control, overview } = useLive();
  const announce = useAnnounce();
  const [days, setDays] = useState("30");
  const [error, setError] = useState<string>();
  const advance = async (duration: Readonly<Record<string, number>>): Promise<void> => {
    try {
      const { now } = await control("POST /clock", { body: { advance: duration } });
      setError(undefined);
      announce(`The clock shows ${formatTime(now)}.`);
    } catch (failure) {
      setError(messageOf(failure));
    }
  };
  return (
    <>
      <Heading>Clock</Heading>
      <section class="card" aria-labelledby="now-heading">
        <h2 id="now-heading">Time (UTC)</h2>
        <p class="clock">
          <Now />
        </p>
        <p class="hint">
          {overview.running
            ? "The clock runs with the clock of the machine. Moving it changes the difference."
            : "The clock stands still until it is moved."}{" "}
          Users that were not active for {overview.user_activity_days} days are inactive and do not count against the
          license.
        </p>
        {error !== undefined && <Notice>{error}</Notice>}
        <div class="actions">
          {STEPS.map(([duration, text]) => (
            <button key={text} type="button" onClick={() => void advance(duration)}>
              Advance {text}
            </button>
          ))}
        </div>
      </section>
      <section class="card" aria-labelledby="preview-heading">
        <h2 id="preview-heading">Look ahead</h2>
        <form
          class="fields inline"
          onSubmit={(event) => {
            event.preventDefault();
            void advance({ days: Number(days) });
          }}
        >
          <Field label="Days" hint="Negative to look back.">
            {(ids) => (
              <input
                {...ids}
                type="number"
                step="any"
                value={days}
                onInput={(event) => {
                  setDays(event.currentTarget.value);
                }}
              />
            )}
          </Field>
          <div class="actions">
            <button type="submit" class="primary">
              Advance
            </button>
          </div>
        </form>
        <Preview days={Number(days)} />
      </section>
    </>
  );
}

function Preview({ days }: { days: number }): VNode {
  const { value, error } = useLoaded(String(days), (control, signal) =>
    control("POST /clock/preview", { body: { advance: { days: Number.isFinite(days) ? days : 0 } }, signal }),
  );
  if (error !== undefined) return <Notice>{error}</Notice>;
  if (value === undefined) return <p class="muted">Loading …</p>;
  return <StatusChanges preview={value} />;
}

function StatusChanges({ preview: { then, total, users, keys } }: { preview: ClockPreview }): VNode {
  return (
    <>
      <p role="status">
        At <Time value={then} />,{" "}
        <strong>{total === 1 ? "1 user changes status" : `${total.toLocaleString("en")} users change status`}</strong>
        {keys.length > 0 &&
          ` and ${keys.length === 1 ? "1 API key expires" : `${String(keys.length)} API keys expire`}`}
        .
      </p>
      {total === 0 ? (
        <Empty>Nobody becomes inactive or active.</Empty>
      ) : (
        <ul class="list">
          {users.map(({ guid, username, name, active_time, from, to }) => (
            <li key={guid}>
              <span>
                <Link to={`users/${guid}`}>{name === "" ? username : name}</Link>
                <span class="sub">
                  last active <Time value={active_time} />
                </span>
              </span>
              <span class="badges">
                <Badge tone={toneOfStatus(from)}>{from}</Badge>
                <span aria-hidden="true">→</span>
                <span class="visually-hidden">becomes</span>
                <Badge tone={toneOfStatus(to)}>{to}</Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
      {users.length < total && <p class="hint">The first {users.length} users are shown.</p>}
    </>
  );
}

/** The time of the fake's clock, which ticks if the clock runs. */
export function Now(): VNode {
  const { overview, clockOffset } = useLive();
  const { running } = overview;
  const [, tick] = useState(0);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => {
      tick((count) => count + 1);
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, [running]);
  const now = running ? new Date(Date.now() + clockOffset).toISOString() : overview.now;
  return <time dateTime={now}>{formatTime(now)}</time>;
}
