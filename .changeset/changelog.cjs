/**
 * Turns changesets into the lines of a changelog: the text as it was written, without commit hashes. That our own
 * packages moved along is not said, since they always do (docs/decisions).
 */
module.exports = {
  async getReleaseLine(changeset) {
    const [first, ...rest] = changeset.summary.trim().split("\n");
    return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
  },
  async getDependencyReleaseLine() {
    return "";
  },
};
