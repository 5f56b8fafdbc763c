import type { FakeState } from "../state/fake-state.ts";
import { answerEnvironment } from "./content-environment.ts";
import { answerGroupContent } from "./group-content.ts";
import { answerUnversionedMe } from "./other-routes.ts";
import { answerApplicationSettings, answerSchedulerSettings } from "./publishing-settings.ts";
import type { RequestRecord } from "./request-record.ts";
import type { WireReply } from "./wire-reply.ts";
import type { WireRequest } from "./wire-request.ts";

/** A route that is not in the document, though clients call it. */
export interface UndocumentedRoute {
  readonly methods: readonly string[];
  /** Below the API's base path. */
  readonly path: string;
  /** Guids in `path` are checked already, and in lower case. */
  readonly answer: (
    state: FakeState,
    request: WireRequest,
    path: Readonly<Record<string, string>>,
    record: RequestRecord,
  ) => WireReply | Promise<WireReply>;
}

/** All of them. */
export const undocumentedRoutes: readonly UndocumentedRoute[] = [
  { methods: ["GET"], path: "/me", answer: answerUnversionedMe },
  { methods: ["GET", "PATCH", "PUT"], path: "/v1/content/:guid/environment", answer: answerEnvironment },
  { methods: ["GET"], path: "/v1/experimental/groups/:guid/content", answer: answerGroupContent },
  { methods: ["GET"], path: "/server_settings/applications", answer: answerApplicationSettings },
  { methods: ["GET"], path: "/server_settings/scheduler", answer: answerSchedulerSettings },
  { methods: ["GET"], path: "/server_settings/scheduler/:mode", answer: answerSchedulerSettings },
];
