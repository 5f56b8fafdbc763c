import type { ApiErrorBody } from "@connect-sdk/api";

/** Thrown by whatever refuses a request; becomes an answer with Connect's error envelope. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly kind: ErrorName;
  readonly code: number;
  readonly status: number;

  /** `detail` replaces the general words of the table. */
  constructor(kind: ErrorName, detail?: string) {
    const { code, status, text } = errorTable[kind];
    super(detail ?? text);
    this.kind = kind;
    this.code = code;
    this.status = status;
  }

  /** The envelope, with its keys in the order in which real servers write them. */
  get body(): ApiErrorBody {
    return { code: this.code, error: this.message, payload: null };
  }
}

interface ErrorKind {
  readonly code: number;
  readonly status: 400 | 401 | 403 | 404 | 409 | 429 | 500;
  readonly text: string;
}

/**
 * The failures that the fake can answer with. Numbers, names and statuses are Connect's; the words are ours, because only
 * the code is a promise.
 */
export const errorTable = {
  InternalFailure: { code: 1, status: 500, text: "Something went wrong inside the server." },
  BadRequest: { code: 2, status: 404, text: "There is no such endpoint, or it does not know this method." },
  InvalidId: { code: 3, status: 400, text: "This is not a valid GUID." },
  ObjectDoesNotExist: { code: 4, status: 404, text: "There is no such object." },
  InvalidApplicationName: {
    code: 5,
    status: 400,
    text: "A content name has letters, digits, dots, dashes and underscores.",
  },
  InadequatePassword: { code: 6, status: 400, text: "The password is too weak; it needs at least 6 characters." },
  InvalidUserName: { code: 7, status: 400, text: "This username has characters or a length that are not permitted." },
  DuplicateUserName: { code: 8, status: 409, text: "This username is taken. Upper and lower case matter." },
  InvalidUser: { code: 9, status: 404, text: "There is no such user." },
  ParameterMissing: { code: 12, status: 400, text: "Something that is required is missing." },
  InvalidRange: { code: 13, status: 400, text: "A number is outside of the permitted range." },
  InvalidGroupName: { code: 14, status: 400, text: "A group name must have 1 to 4096 characters." },
  DuplicateGroupName: { code: 15, status: 409, text: "This group name is taken." },
  DuplicateGroupEntry: { code: 16, status: 409, text: "The user is in the group already." },
  RemoveNothing: { code: 17, status: 404, text: "There is nothing to remove." },
  NoViewPermission: { code: 19, status: 403, text: "You are not allowed to see this item." },
  NoRemovePermission: { code: 20, status: 403, text: "You are not allowed to remove this item." },
  NoUpdatePermission: { code: 21, status: 403, text: "You are not allowed to change this item." },
  PermissionDenied: { code: 22, status: 403, text: "You are not allowed to do this." },
  InvalidRoleAssignment: { code: 23, status: 403, text: "You are not allowed to give this role." },
  AuthRequired: { code: 24, status: 401, text: "A credential is needed." },
  InvalidParameter: { code: 25, status: 400, text: "A value is not valid." },
  DuplicateName: { code: 26, status: 409, text: "The owner has another item of this name." },
  InvalidLogin: { code: 30, status: 401, text: "This credential is not valid." },
  InvalidCollaborator: { code: 33, status: 403, text: "Only someone who may publish can be a collaborator." },
  InvalidCollaboratorOwner: { code: 34, status: 400, text: "The owner of the item has access already." },
  NoUsernameChange: { code: 36, status: 400, text: "This username is set by the sign-in provider." },
  InitialUserGeneratePassword: { code: 41, status: 400, text: "The first user must come with a password." },
  ImmutableUserField: { code: 46, status: 400, text: "This field is set by the sign-in provider." },
  NoLockPermission: { code: 49, status: 403, text: "You are not allowed to lock or unlock this user." },
  UserLocked: { code: 50, status: 403, text: "This user is locked." },
  SoleAdminDemotion: { code: 61, status: 400, text: "The only administrator must remain one." },
  InvalidKeyName: { code: 62, status: 400, text: "The name of an API key must not be blank." },
  UserLicenseExceeded: { code: 64, status: 400, text: "The licence does not cover another user." },
  DuplicateUserKey: { code: 76, status: 400, text: "Another user has this unique id." },
  CannotParseRequestBody: { code: 87, status: 400, text: "The request has no readable body." },
  ProhibitedUsername: { code: 107, status: 400, text: "This username is reserved." },
  InvalidAuthRole: { code: 112, status: 400, text: "This is not a role." },
  InvalidUserStatus: { code: 115, status: 400, text: "This is not an account status." },
  UnknownAccessType: { code: 117, status: 400, text: "This is not an access type." },
  PullOnPushAuth: { code: 119, status: 400, text: "This server has no directory; create the record with POST." },
  PushOnPullAuth: {
    code: 120,
    status: 400,
    text: "This server has a directory; create the record with PUT and a ticket.",
  },
  InvalidJson: { code: 121, status: 400, text: "The body is not a JSON object." },
  InvalidTempTicket: { code: 127, status: 400, text: "This ticket is not valid, or was used before." },
  UserBlankEmail: { code: 128, status: 400, text: "The e-mail address must not be blank." },
  UserBlankProviderKey: { code: 129, status: 400, text: "The unique id of the user must not be blank." },
  DuplicateGroupKey: { code: 131, status: 400, text: "Another group has this unique id." },
  InvalidAuthProvider: { code: 132, status: 400, text: "This server's sign-in provider has no directory to search." },
  InvalidPrincipalType: { code: 152, status: 400, text: "A principal is a user or a group." },
  InvalidGroup: { code: 153, status: 404, text: "There is no such group." },
  DuplicateUserPermission: { code: 154, status: 409, text: "The user has access already." },
  DuplicateGroupPermission: { code: 155, status: 409, text: "The group has access already." },
  InvalidOwner: { code: 156, status: 403, text: "Only someone who may publish can own content." },
  InvalidInclude: { code: 161, status: 400, text: "This is not something that can be included." },
  ProhibitedBootstrap: { code: 165, status: 403, text: "This server has users already." },
  InvalidJWT: { code: 166, status: 401, text: "The bootstrap token is not valid." },
  // Real server: statuses of the codes from 196 on are not published, assumed to be those of their neighbours.
  InvalidKeyRole: { code: 234, status: 400, text: "A key cannot have a higher role than its user." },
  DuplicateGroupGid: { code: 263, status: 409, text: "Another group has this gid." },
  InvalidEmailFormat: { code: 264, status: 400, text: "This is not an e-mail address." },
  InvalidFirstName: { code: 268, status: 400, text: "This first name is not permitted." },
  InvalidLastName: { code: 269, status: 400, text: "This last name is not permitted." },
  RateLimitExceeded: { code: 277, status: 429, text: "Too many requests." },
} as const satisfies Record<string, ErrorKind>;

/** The name of a failure, as Connect's documentation spells it. */
export type ErrorName = keyof typeof errorTable;
