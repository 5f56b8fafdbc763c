import type { ApiErrorBody } from "@connect-sdk/api";

/** A request that the server refuses. Operations throw it; clients receive Connect's error envelope. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: number;
  readonly status: number;

  /**
   * @param kind - a name or code of the error table.
   * @param detail - replaces the message of the table.
   * @param status - replaces the status of the table.
   */
  constructor(kind: ErrorName | number, detail?: string, status?: number) {
    const known = typeof kind === "string" ? errors[kind] : kindWithCode(kind);
    super(detail ?? known.text);
    this.code = known.code;
    this.status = status ?? known.status;
  }

  /** The error envelope, with its keys in the order that real servers use. */
  get body(): ApiErrorBody {
    return { code: this.code, error: this.message, payload: null };
  }
}

/** A request that the authorization server refuses. Its clients receive the envelope of OAuth, which is not Connect's. */
export class OAuthProblem extends Error {
  override readonly name = "OAuthProblem";
  readonly error: OAuthError;
  readonly status: number;

  constructor(error: OAuthError, description: string, status = error === "invalid_client" ? 401 : 400) {
    super(description);
    this.error = error;
    this.status = status;
  }

  get body(): { error: OAuthError; error_description: string } {
    return { error: this.error, error_description: this.message };
  }
}

/** The errors of OAuth 2.1, dynamic client registration and the device flow. */
export type OAuthError =
  | "access_denied"
  | "authorization_pending"
  | "expired_token"
  | "invalid_client"
  | "invalid_client_metadata"
  | "invalid_grant"
  | "invalid_redirect_uri"
  | "invalid_request"
  | "server_error"
  | "slow_down"
  | "temporarily_unavailable"
  | "unsupported_grant_type"
  | "unsupported_response_type";

interface ErrorKind {
  readonly code: number;
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 429 | 500;
  readonly text: string;
}

/**
 * The failures that the fake can return. Codes, names and statuses are Connect's. The messages are our own, because clients
 * can only rely on the code.
 */
const errors = {
  InternalFailure: { code: 1, status: 500, text: "Something went wrong inside the server." },
  BadRequest: { code: 2, status: 404, text: "There is no such endpoint, or it does not support this method." },
  InvalidId: { code: 3, status: 400, text: "This is not a valid GUID." },
  ObjectDoesNotExist: { code: 4, status: 404, text: "There is no such object." },
  InvalidApplicationName: {
    code: 5,
    status: 400,
    text: "A content name has letters, digits, dots, dashes and underscores.",
  },
  InadequatePassword: { code: 6, status: 400, text: "The password is too weak. It needs at least 6 characters." },
  InvalidUserName: { code: 7, status: 400, text: "This username is too long or has characters that are not allowed." },
  DuplicateUserName: { code: 8, status: 409, text: "This username is taken. Usernames are case-sensitive." },
  InvalidUser: { code: 9, status: 404, text: "There is no such user." },
  ParameterMissing: { code: 12, status: 400, text: "A required value is missing." },
  InvalidRange: { code: 13, status: 400, text: "A number is out of range." },
  InvalidGroupName: { code: 14, status: 400, text: "A group name must have 1 to 4096 characters." },
  DuplicateGroupName: { code: 15, status: 409, text: "This group name is taken." },
  DuplicateGroupEntry: { code: 16, status: 409, text: "The user is already in the group." },
  RemoveNothing: { code: 17, status: 404, text: "There is nothing to remove." },
  NoViewPermission: { code: 19, status: 403, text: "You are not allowed to see this item." },
  NoRemovePermission: { code: 20, status: 403, text: "You are not allowed to remove this item." },
  NoUpdatePermission: { code: 21, status: 403, text: "You are not allowed to change this item." },
  PermissionDenied: { code: 22, status: 403, text: "You are not allowed to do this." },
  InvalidRoleAssignment: { code: 23, status: 403, text: "You are not allowed to assign this role." },
  AuthRequired: { code: 24, status: 401, text: "A credential is required." },
  InvalidParameter: { code: 25, status: 400, text: "A value is not valid." },
  DuplicateName: { code: 26, status: 409, text: "The owner has another item of this name." },
  InvalidLogin: { code: 30, status: 401, text: "This credential is not valid." },
  BundleMissing: { code: 28, status: 404, text: "This content has no bundle to deploy." },
  InvalidCollaborator: { code: 33, status: 403, text: "Only publishers and administrators can be collaborators." },
  InvalidCollaboratorOwner: { code: 34, status: 400, text: "The owner of the item already has access." },
  NoUsernameChange: { code: 36, status: 400, text: "This username is set by the sign-in provider." },
  InitialUserGeneratePassword: { code: 41, status: 400, text: "The first user needs a password." },
  ImmutableUserField: { code: 46, status: 400, text: "This field is set by the sign-in provider." },
  NoLockPermission: { code: 49, status: 403, text: "You are not allowed to lock or unlock this user." },
  UserLocked: { code: 50, status: 403, text: "This user is locked." },
  VanityPathInUse: { code: 51, status: 409, text: "Other content has this path, or one above or below it." },
  ProhibitedVanityPath: { code: 52, status: 400, text: "This path is not allowed." },
  SoleAdminDemotion: { code: 61, status: 400, text: "The last administrator cannot be demoted." },
  InvalidKeyName: { code: 62, status: 400, text: "The name of an API key must not be blank." },
  UserLicenseExceeded: { code: 64, status: 400, text: "The license does not cover another user." },
  DeleteActiveBundle: { code: 75, status: 400, text: "The active bundle cannot be deleted." },
  DuplicateUserKey: { code: 76, status: 400, text: "Another user has this unique id." },
  NoLongTagName: { code: 77, status: 400, text: "A tag name must not have more than 255 characters." },
  NoEmptyTagName: { code: 78, status: 400, text: "A tag needs a name." },
  NoCategoryAppAssignment: { code: 79, status: 400, text: "Categories cannot be added to content." },
  NoDuplicateTagNames: { code: 81, status: 400, text: "Another tag below the same parent has this name." },
  BundleIdAppIdMismatch: { code: 82, status: 400, text: "The bundle belongs to other content." },
  CannotParseRequestBody: { code: 87, status: 400, text: "The request has no readable body." },
  InvalidRelationship: { code: 88, status: 400, text: "A tag cannot be below itself." },
  ProhibitedAuthType: { code: 95, status: 403, text: "The sign-in provider manages this." },
  ProhibitedUsername: { code: 107, status: 400, text: "This username is reserved." },
  InvalidAuthRole: { code: 112, status: 400, text: "This is not a role." },
  InvalidUserStatus: { code: 115, status: 400, text: "This is not an account status." },
  UnknownAccessType: { code: 117, status: 400, text: "This is not an access type." },
  PullOnPushAuth: { code: 119, status: 400, text: "This server has no directory. Create the record with POST." },
  PushOnPullAuth: {
    code: 120,
    status: 400,
    text: "This server has a directory. Create the record with PUT and a ticket.",
  },
  InvalidJson: { code: 121, status: 400, text: "The body is not a JSON object." },
  InvalidContentLength: { code: 125, status: 400, text: "The body must not be empty." },
  InvalidTempTicket: { code: 127, status: 400, text: "This ticket is not valid or has already been used." },
  UserBlankEmail: { code: 128, status: 400, text: "The e-mail address must not be blank." },
  UserBlankProviderKey: { code: 129, status: 400, text: "The unique id of the user must not be blank." },
  DuplicateGroupKey: { code: 131, status: 400, text: "Another group has this unique id." },
  InvalidAuthProvider: { code: 132, status: 400, text: "This server's sign-in provider has no directory to search." },
  InvalidTimeFormat: { code: 136, status: 400, text: "A time must be in the format of RFC 3339." },
  TaskDoesNotExist: { code: 141, status: 404, text: "There is no such task." },
  InvalidPrincipalType: { code: 152, status: 400, text: "A principal is a user or a group." },
  InvalidGroup: { code: 153, status: 404, text: "There is no such group." },
  DuplicateUserPermission: { code: 154, status: 409, text: "The user already has access." },
  DuplicateGroupPermission: { code: 155, status: 409, text: "The group already has access." },
  InvalidOwner: { code: 156, status: 403, text: "Only publishers and administrators can own content." },
  InvalidParentTag: { code: 157, status: 400, text: "There is no such parent tag." },
  InvalidTag: { code: 158, status: 400, text: "There is no such tag." },
  InvalidInclude: { code: 161, status: 400, text: "This cannot be included." },
  InactiveJob: { code: 163, status: 409, text: "Only an active job can be ended." },
  ProhibitedBootstrap: { code: 165, status: 403, text: "This server already has users." },
  InvalidJWT: { code: 166, status: 401, text: "The bootstrap token is not valid." },
  // Real server: statuses of codes from 196 on are not published. Assumed to match similar codes.
  InvalidOAuthIntegrationGUID: { code: 207, status: 400, text: "There is no such integration." },
  InvalidOAuthIntegrations: { code: 208, status: 400, text: "The content can use one integration only." },
  InvalidOAuthAssociationAssignment: { code: 209, status: 400, text: "You are not allowed to use this integration." },
  OAuthCredentialNoAssociations: { code: 212, status: 400, text: "The content does not use an integration." },
  OAuthCredentialGrantType: { code: 213, status: 400, text: "The grant_type is not that of a token exchange." },
  OAuthCredentialSubjectTokenType: { code: 214, status: 400, text: "This subject_token_type is unknown." },
  OAuthCredentialSubjectToken: { code: 215, status: 400, text: "The visitor's session token is not valid." },
  OAuthAccessTokenRefreshFailure: { code: 219, status: 400, text: "The credential has expired and cannot be renewed." },
  OAuthSessionNotFound: { code: 220, status: 400, text: "The visitor has not signed in to the service yet." },
  OAuthIntegrationsNotLicensed: { code: 221, status: 402, text: "The license does not include OAuth integrations." },
  LockedContentBundle: { code: 222, status: 409, text: "This content is locked. Unlock it before you deploy to it." },
  InvalidOAuthIntegrationName: { code: 225, status: 400, text: "This name of an integration is not allowed." },
  InvalidOAuthIntegrationDescription: { code: 226, status: 400, text: "This description is not allowed." },
  OAuthTemplateNotFound: { code: 227, status: 400, text: "There is no such template." },
  OAuthTemplateConfig: { code: 228, status: 400, text: "The template does not allow this setting." },
  InvalidKeyRole: { code: 234, status: 400, text: "A key cannot have a higher role than its user." },
  OAuthInvalidContentSessionToken: { code: 236, status: 400, text: "The session token of the content is not valid." },
  OAuthServiceAccountTestInvalidAuthType: {
    code: 240,
    status: 400,
    text: "Only integrations for service accounts can be checked.",
  },
  OAuthCredentialRequestedTokenType: { code: 242, status: 400, text: "This requested_token_type is unknown." },
  OAuthCredentialsInvalidSubjectRequestedCombination: {
    code: 249,
    status: 400,
    text: "This requested_token_type cannot be had for this subject_token_type.",
  },
  OAuthCredentialsNoSupportedHandler: { code: 250, status: 400, text: "This server does not support this exchange." },
  OAuthCredentialInvalidSubjectTokenTypeForAuthType: {
    code: 252,
    status: 400,
    text: "The integration does not give credentials for this subject_token_type.",
  },
  OAuthCredentialsInvalidAudience: { code: 256, status: 400, text: "The content does not use this integration." },
  OAuthCredentialsInvalidAssociationCount: {
    code: 257,
    status: 400,
    text: "Several integrations match. Name one as audience.",
  },
  InvalidOAuthIntegrationsDuplicates: { code: 258, status: 400, text: "An integration is named twice." },
  DuplicateGroupGid: { code: 263, status: 409, text: "Another group has this gid." },
  InvalidEmailFormat: { code: 264, status: 400, text: "This is not an e-mail address." },
  InvalidFirstName: { code: 268, status: 400, text: "This first name is not allowed." },
  InvalidLastName: { code: 269, status: 400, text: "This last name is not allowed." },
  BundleFileNotFound: { code: 278, status: 404, text: "The archive of this bundle is no longer there." },
  RateLimitExceeded: { code: 277, status: 429, text: "Too many requests." },
} as const satisfies Record<string, ErrorKind>;

/** The name of a failure, as Connect's documentation spells it. */
export type ErrorName = keyof typeof errors;

/** The failures that the fake can return, by the names that Connect's documentation gives them. */
export const errorTable: Readonly<Record<string, ErrorKind>> = errors;

function kindWithCode(code: number): ErrorKind {
  const kind = Object.values(errors).find((candidate) => candidate.code === code);
  if (kind === undefined) throw new TypeError(`The error table has no code ${code}.`);
  return kind;
}
