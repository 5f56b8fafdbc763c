/**
 * The fake server that a suite runs against, in another process.
 *
 * @typedef {object} Server
 * @property {string} url
 * @property {string} apiKey - of its only administrator
 * @property {number} users - how many users it had at the start
 * @property {(fault: Record<string, unknown>) => Promise<void>} fault - lets the next requests fail
 */

/** @typedef {Record<string, (server: Server) => Promise<void> | void>} Suite - tests by what they show */

export {};
