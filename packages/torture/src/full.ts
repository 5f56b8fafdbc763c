/** Whether everything is to be tried, and not only as much as fits into `npm test`. */
export const isFull = process.env["TORTURE"] === "full";
