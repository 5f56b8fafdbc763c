import type { WireReply } from "../http/wire-reply.ts";
import type { WireRequest } from "../http/wire-request.ts";

/** Answers a request. Rejects when the connection is to break instead. */
export type WireHandler = (request: WireRequest) => Promise<WireReply>;
