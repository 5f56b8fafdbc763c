import { jsonReply, type WireReply } from "../http/wire-reply.ts";

/** Why a control request is refused. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: 400 | 401 | 404;

  constructor(status: 400 | 401 | 404, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }

  /** Connect's envelope, so that clients of Connect can show it. */
  toReply(): WireReply {
    return jsonReply(this.status, { code: CODES[this.status], error: this.message, payload: null });
  }
}

/** The codes that Connect has for the same kinds of refusal. */
const CODES = { 400: 25, 401: 24, 404: 2 } as const;
