/** Ends this process when whoever started it closes its standard input, or is gone. */
export function endWithInput(): void {
  process.stdin.on("end", () => process.exit()).resume();
}
