import type { WireHandler } from "./wire-handler.ts";

/** Holds back every answer, as a slow network would. */
export function delayed(answer: WireHandler, milliseconds: number): WireHandler {
  return async (request) => {
    const [reply] = await Promise.all([answer(request), sleep(milliseconds)]);
    return reply;
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
