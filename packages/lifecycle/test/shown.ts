import type { FakeConnect } from "@connect-sdk/testing";
import type { Plan, PlanStep } from "@connect-sdk/lifecycle";

/** Returns what a plan tells a reviewer, as text: a line for each step. Guids are replaced by names. */
export function shown(plan: Plan, fake: FakeConnect): string {
  const { kind, subject, requests, refusals, notes, steps } = plan;
  const text = [
    `${kind}: ${subject}, ${requests} requests`,
    ...refusals.map(({ guard, reason, fix }) => `refused by ${guard}: ${reason} | fix ${fix}`),
    ...notes.map((note) => `note: ${note}`),
    ...steps.map(line),
  ].join("\n");
  return namesOf(fake).reduce((result, [guid, name]) => result.replaceAll(guid, `<${name}>`), text);
}

function line({ id, state, action, target, from, to, reason, changes = [], fix, ...rest }: PlanStep): string {
  const values = from === undefined && to === undefined ? [] : [`${String(from)} → ${String(to)}`];
  const fields = changes.map((change) => `${change.field} ${String(change.from)} → ${String(change.to)}`);
  const { note, needs = [], risks = [], problem, line: number, isDivided } = rest;
  return [
    `${state} ${action} of ${target.kind} ${target.name}: ${reason}`,
    ...values,
    ...fields,
    ...(note === undefined ? [] : [`note ${note}`]),
    ...(fix === undefined ? [] : [`fix ${fix}`]),
    ...risks.map((risk) => `risk ${risk}`),
    ...(number === undefined ? [] : [`line ${number}`]),
    ...(problem === undefined ? [] : [`problem ${problem.kind ?? ""} ${problem.field ?? ""} ${problem.column ?? ""}`]),
    ...needs.map((need) => `needs ${need}`),
    ...(isDivided === true ? ["divided"] : []),
    id,
  ].join(" | ");
}

function namesOf(fake: FakeConnect): [guid: string, name: string][] {
  const { users, groups, content } = fake;
  const { oauthSessions } = fake.snapshot();
  return [
    ...users.map(({ guid, username }): [string, string] => [guid, username]),
    ...[...groups, ...content].map(({ guid, name }): [string, string] => [guid, name]),
    ...(oauthSessions ?? []).map(({ guid }): [string, string] => [guid, "session"]),
  ];
}
