import type { RuleSet } from "../rule.ts";
import { accessRules } from "./access.ts";
import { auditRules } from "./audit.ts";
import { contentRules } from "./content.ts";
import { deploymentRules, instrumentationRules, jobRules, tagRules, vanityRules } from "./deployment.ts";
import { groupRules } from "./groups.ts";
import { oauthRules } from "./oauth.ts";
import { signInRules } from "./sign-in.ts";
import { userRules } from "./users.ts";

/** Every rule that can be checked over HTTP. */
export const allRules: readonly RuleSet[] = [
  accessRules,
  userRules,
  groupRules,
  contentRules,
  deploymentRules,
  tagRules,
  vanityRules,
  jobRules,
  instrumentationRules,
  auditRules,
  oauthRules,
  signInRules,
];
