/** Plans what changes many things at once on a Connect server, and applies it. Each file holds one plan or one report. */
export type { ApplyOptions, PlanResult } from "./apply.ts";
export type { DesiredUser } from "./desired-users.ts";
export type { Cap } from "./caps.ts";
export { PlanRefusedError, type Refusal } from "./errors.ts";
export type { LockOrder } from "./accounts.ts";
export { type OffboardOptions, planOffboard, planTransfer, type TransferOptions } from "./offboard.ts";
export type { Person } from "./people.ts";
export type { ContentRole } from "./permissions.ts";
export { type MergeOptions, type MergePair, type MergeSettings, planMerge } from "./merge.ts";
export { Plan, type PlanDefinition } from "./plan.ts";
export { type Membership, planRoles, type RolesOptions } from "./roles.ts";
export {
  PlanStep,
  type FieldChange,
  type RowProblem,
  type StepDetails,
  type StepExecution,
  type StepOutcome,
  type StepState,
  type StepStatus,
  type StepTarget,
  type StepValue,
  type StepWork,
  type WorkResult,
} from "./step.ts";
export type { SyncScope } from "./scope.ts";
export { planSync, type SyncOptions } from "./sync.ts";
export type { AccountFields, ImportRow, InvalidDecision } from "./account-changes.ts";
export { findExisting, readAccounts, resolveUsers, type ReadOptions } from "./find-users.ts";
export { planImport, type ImportOptions } from "./import.ts";
export { planLock, type LockOptions, type LockRow } from "./lock.ts";
export { foldUsername } from "./look-alikes.ts";
export { isLowerRole } from "./people.ts";
export { createAccount } from "./new-accounts.ts";
