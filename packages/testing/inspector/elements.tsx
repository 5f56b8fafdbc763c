/** Elements that several sections use. */
import { createContext, type ComponentChildren, type VNode } from "preact";
import { useContext, useEffect, useId, useRef, useState } from "preact/hooks";

/** A link to a section or a record of the page. */
export function Link({
  to,
  children,
  className,
}: {
  to: string;
  children: ComponentChildren;
  className?: string;
}): VNode {
  return (
    <a href={`#/${to}`} class={className}>
      {children}
    </a>
  );
}

export type Tone = "neutral" | "good" | "warn" | "bad" | "info";

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ComponentChildren }): VNode {
  return <span class={`badge ${tone}`}>{children}</span>;
}

export function toneOfStatus(status: string): Tone {
  return status === "licensed" ? "good" : status === "locked" ? "bad" : "warn";
}

/** Whether a section was shown before. The first one is not announced, because nothing was chosen yet. */
let opened = false;

/** The heading of a section. It receives the focus when the section opens, so that screen readers announce it. */
export function Heading({ children, aside }: { children: ComponentChildren; aside?: ComponentChildren }): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) heading.current?.focus();
    opened = true;
  }, []);
  return (
    <div class="heading">
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {aside !== undefined && <div class="actions">{aside}</div>}
    </div>
  );
}

export function Notice({ children }: { children: ComponentChildren }): VNode {
  return (
    <p class="notice" role="alert">
      {children}
    </p>
  );
}

export function Empty({ children }: { children: ComponentChildren }): VNode {
  return <p class="empty">{children}</p>;
}

/** A labelled control. The label is above it. */
export function Field({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string;
  children: (ids: FieldIds) => VNode;
}): VNode {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, ...(hint !== undefined && { "aria-describedby": hintId }) })}
      {hint !== undefined && (
        <small id={hintId} class="hint">
          {hint}
        </small>
      )}
    </div>
  );
}

interface FieldIds {
  id: string;
  "aria-describedby"?: string;
}

/** A field to search in. The key `/` moves the focus to it. */
export function SearchField({
  label,
  value,
  onInput,
}: {
  label: string;
  value: string;
  onInput: (value: string) => void;
}): VNode {
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          type="search"
          class="search"
          value={value}
          autocomplete="off"
          spellcheck={false}
          aria-keyshortcuts="/"
          onInput={(event) => {
            onInput(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}

export function Select({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
}): VNode {
  return (
    <Field label={label}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Buttons to the previous and next page, and a field for the number of the page. */
export function Pager({
  page,
  size,
  total,
  onPage,
}: {
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
}): VNode {
  const pages = Math.max(1, Math.ceil(total / size));
  const go = (wanted: number): void => {
    if (Number.isInteger(wanted)) onPage(Math.min(pages, Math.max(1, wanted)));
  };
  return (
    <nav class="pager" aria-label="Pages">
      <button
        type="button"
        disabled={page <= 1}
        onClick={() => {
          go(page - 1);
        }}
      >
        Previous
      </button>
      <label>
        Page{" "}
        <input
          type="number"
          min={1}
          max={pages}
          value={page}
          onChange={(event) => {
            go(event.currentTarget.valueAsNumber);
          }}
        />{" "}
        of {pages.toLocaleString("en")}
      </label>
      <button
        type="button"
        disabled={page >= pages}
        onClick={() => {
          go(page + 1);
        }}
      >
        Next
      </button>
    </nav>
  );
}

export function Time({ value }: { value: string | null | undefined }): VNode {
  if (typeof value !== "string") return <span class="muted">never</span>;
  return <time dateTime={value}>{formatTime(value)}</time>;
}

/** Writes a timestamp in UTC, as in the records, but easier to read. */
export function formatTime(value: string): string {
  return value.slice(0, 19).replace("T", " ");
}

/** A modal dialog. The browser keeps the focus inside, closes it with Escape, and returns the focus. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div class="heading">
        <h2 id={id}>{title}</h2>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** Shows code, and copies it. */
export function CodeDialog({ title, code, onClose }: { title: string; code: string; onClose: () => void }): VNode {
  return (
    <Dialog title={title} onClose={onClose}>
      <Code label={title}>{code}</Code>
      <div class="actions">
        <CopyButton text={code} className="primary" />
      </div>
    </Dialog>
  );
}

/** Code that scrolls, also with the keyboard. */
export function Code({ label, children }: { label: string; children: string }): VNode {
  return (
    <pre tabIndex={0} role="region" aria-label={label}>
      <code>{children}</code>
    </pre>
  );
}

export function CopyButton({
  text,
  className,
  label = "Copy",
}: {
  text: string;
  className?: string;
  label?: string;
}): VNode {
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => {
      setCopied(false);
    }, 2_000);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce("Copied to the clipboard.");
    } catch {
      announce("The browser does not allow copying. Select the text instead.");
    }
  };
  return (
    <button type="button" class={className} onClick={() => void copy()}>
      {copied ? "Copied" : label}
    </button>
  );
}

export const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Returns a function that shows a message for a few seconds, and has screen readers speak it. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext);
}
