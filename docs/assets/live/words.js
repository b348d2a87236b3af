// What *Run* says to a reader, in the language of the page.

/** @typedef {"network" | "missing" | "old" | "refused" | "hangs" | "memory" | "ended"} Kind why Python did not come, or went */

const { default: chosen } = document.documentElement.lang === "zh"
  ? await import("./zh.js")
  : await import("./en.js")

export const words = chosen

/** Why Python did not come, or went; `message` says it. */
export class Trouble extends Error {
  /** @param {Kind} kind */
  constructor(kind) {
    super(words.troubles[kind])
    this.kind = kind
  }
}

/** That somebody ended a run, or left it for another. */
export class Stopped extends Error {}
