/** Plans and applies bulk changes on a Connect server. Each file holds one plan or one report. */
export {
  type AccessReview,
  accessReview,
  type AccessReviewOptions,
  type AccessReviewRow,
  planAccessReview,
  type ReviewDecision,
} from "./access-review.ts";
export type { ApplyOptions, PlanResult } from "./apply.ts";
export {
  type AuditEvent,
  auditEvents,
  type AuditOptions,
  type MonthOfUse,
  type SeatUse,
  seatUse,
  type SeatUseOptions,
} from "./audit.ts";
export type { ContentAssignment } from "./content-map.ts";
export type { DesiredUser } from "./desired-users.ts";
export type { Cap } from "./caps.ts";
export { type DuplicateReason, type Duplicates, findDuplicates } from "./duplicates.ts";
export { PlanRefusedError, type Refusal, StalePlanError } from "./errors.ts";
export type { LockOrder } from "./accounts.ts";
export { type ImportOptions, planImport } from "./import.ts";
export { type LockManyOptions, type LockRow, planLock } from "./lock.ts";
export { type OffboardOptions, planOffboard, planTransfer, type TransferOptions } from "./offboard.ts";
export { findOrphans, type Orphan } from "./orphans.ts";
export { isLowerRole, type Person } from "./people.ts";
export type { ContentRole } from "./permissions.ts";
export { type MergeOptions, type MergeSettings, planMerge } from "./merge.ts";
export type { MergePair } from "./pairs.ts";
export { Plan, type PlanDefinition, type SaveOptions } from "./plan.ts";
export { loadPlan, type LoadPlanOptions } from "./saved-plan.ts";
export type { AccountReads } from "./verify-accounts.ts";
export { type Membership, planRoles, type RolesOptions } from "./roles.ts";
export {
  PlanStep,
  type ExpectedAccount,
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
export type { MadeChange, UndoneField } from "./repeated.ts";
export { planUndo, type UndoOptions } from "./undo.ts";
export type { AccountFields, ImportRow, InvalidDecision } from "./account-changes.ts";
export {
  Accounts,
  asWanted,
  findExisting,
  readAccounts,
  resolveUsers,
  type ReadOptions,
  type ShownProgress,
  type WantedAccount,
} from "./find-users.ts";
export { foldUsername } from "./look-alikes.ts";
export { createAccount } from "./new-accounts.ts";
