// Assertions that work on all runtimes, even in a page.

/** @param {unknown} actual @param {unknown} expected @param {string} what */
export function equal(actual, expected, what) {
  const [left, right] = [show(actual), show(expected)];
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`);
}

/** @param {unknown} condition @param {string} what */
export function ok(condition, what) {
  if (!condition) throw new Error(`expected: ${what}`);
}

/**
 * Awaits a rejection and returns the error.
 *
 * @param {Promise<unknown>} promise
 * @param {string} name - the name of the error
 * @returns {Promise<Error & { status?: unknown, operationId?: unknown }>}
 */
export async function rejects(promise, name) {
  let value;
  try {
    value = await promise;
  } catch (error) {
    if (!(error instanceof Error))
      throw new Error(`${show(error)} was thrown, which is not an Error`, { cause: error });
    if (error.name !== name) throw new Error(`${error.name} (${error.message}) instead of ${name}`, { cause: error });
    return error;
  }
  throw new Error(`${show(value)} instead of ${name}`);
}

/** @param {unknown} value */
function show(value) {
  return value === undefined ? "undefined" : JSON.stringify(value);
}
