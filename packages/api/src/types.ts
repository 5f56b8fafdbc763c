import type { components } from "./schema.ts";

type Schemas = components["schemas"];

/** A user as it is on the wire. */
export type UserRecord = Schemas["User"];
/** A person found in a remote directory, with the ticket that makes a user of them. */
export type RemoteUserRecord = Schemas["UserWithTicket"];
/** What an update answers with: the editable fields only. */
export type EditableUserRecord = Schemas["EditableUser"];
/** What a user may do on the server: a `viewer` sees, a `publisher` also deploys, an `administrator` also manages people. */
export type UserRole = Schemas["UserRole"];
/** How an account counts: `locked`, `licensed` (it takes a seat), or `inactive` (neither). */
export type AccountStatus = Schemas["AccountStatus"];
/** A group as it is on the wire. */
export type GroupRecord = Schemas["Group"];
/** A content item as it is on the wire. */
export type ContentRecord = Schemas["Content"];
/** An API key as it is on the wire. The whole key is in it only when it was just created. */
export type ApiKeyRecord = Schemas["APIKey"];
/** Who may see or change a content item, as it is on the wire. */
export type PermissionRecord = Schemas["Permission"];
/** An archive that was uploaded for a content item, as it is on the wire. */
export type BundleRecord = Schemas["Bundle"];
/** The state of a task, such as a deployment, as it is on the wire. */
export type TaskRecord = Schemas["Task"];
/** A tag as it is on the wire. */
export type TagRecord = Schemas["Tag"];
/** A visit to content other than a Shiny application, as it is on the wire. */
export type ContentVisitRecord = Schemas["ContentVisitEntry"];
/** A session of a Shiny application, as it is on the wire. */
export type ShinyUsageRecord = Schemas["ShinyAppUsageEntry"];
/** A visit to content of any kind, as it is on the wire. */
export type ContentHitRecord = Schemas["ContentHitEntry"];
/** The body of every error that Connect answers with. */
export type ApiErrorBody = Schemas["APIError"];
