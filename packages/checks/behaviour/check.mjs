// Assertions that also work where there is no `node:assert`: in Bun, in Deno and in a page.

/** @param {unknown} actual @param {unknown} expected @param {string} what */
export function equal(actual, expected, what) {
  const [left, right] = [show(actual), show(expected)];
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`);
}

/** @param {unknown} condition @param {string} what */
export function ok(condition, what) {
  if (!condition) throw new Error(`not so: ${what}`);
}

/**
 * Awaits an error and hands it on.
 *
 * @param {Promise<unknown>} promise
 * @param {string} name - of the error's class
 * @returns {Promise<Error & { status?: unknown, operationId?: unknown }>}
 */
export async function rejects(promise, name) {
  let value;
  try {
    value = await promise;
  } catch (error) {
    if (!(error instanceof Error)) throw new Error(`${show(error)} was thrown, which is no error`, { cause: error });
    if (error.name !== name) throw new Error(`${error.name} (${error.message}) instead of ${name}`, { cause: error });
    return error;
  }
  throw new Error(`no ${name}, but ${show(value)}`);
}

/** @param {unknown} value */
function show(value) {
  return value === undefined ? "undefined" : JSON.stringify(value);
}
