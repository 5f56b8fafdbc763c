/**
 * The fake server of a suite, in another process.
 *
 * @typedef {object} Server
 * @property {string} url
 * @property {string} apiKey - the key of its only administrator
 * @property {number} users - the number of users at the start
 * @property {(fault: Record<string, unknown>) => Promise<void>} fault - makes the next requests fail
 */

/** @typedef {Record<string, (server: Server) => Promise<void> | void>} Suite - tests by name */

export {};
