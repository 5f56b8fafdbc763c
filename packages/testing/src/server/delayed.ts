import type { FetchHandler } from "./request-listener.ts";

/** Holds back every answer, as a slow network would. */
export function delayed(answer: FetchHandler, milliseconds: number): FetchHandler {
  return async (request) => {
    const [response] = await Promise.all([answer(request), sleep(milliseconds)]);
    return response;
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
