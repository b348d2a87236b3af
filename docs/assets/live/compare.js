// How what was printed here compares with the record of the page, line by line.

/** @typedef {{sign: " " | "-" | "+", line: string}} Line */

/** Beyond so many pairs of lines, only where the texts part is looked for. */
const MOST = 4_000_000

/** What differs from run to run and from machine to machine, as the records have it. */
const VOLATILE = /** @type {[RegExp, string][]} */ ([
  [/\b0x[0-9a-f]{4,16}\b/g, "0x..."],
  [/\b\d+s( -)? \d+(?:us|ms|s)\/(?=step|epoch)/g, "…s$1 …/"],
  [/[^\s:"']*\/(?:site-packages|live\.zip)\//g, ".../site-packages/"],
])

/** @param {string} text */
const settled = (text) => VOLATILE.reduce((now, [pattern, put]) => now.replace(pattern, put), text).trimEnd()

/**
 * The lines of both texts in one list: those of the record alone, those printed here alone, and those of both.
 * @param {string} record
 * @param {string} printed
 * @returns {Line[]}
 */
export const compared = (record, printed) => {
  const [old, now] = [record, printed].map((text) => settled(text).split("\n"))
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const [left, right] = [old.slice(start, old.length - end), now.slice(start, now.length - end)]
  /** @param {string[]} lines @param {Line["sign"]} sign @returns {Line[]} */
  const all = (lines, sign) => lines.map((line) => ({ sign, line }))
  return [
    ...all(old.slice(0, start), " "),
    ...middle(left, right, all),
    ...all(old.slice(old.length - end), " "),
  ]
}

/**
 * By the longest row of lines that both have.
 * @param {string[]} left
 * @param {string[]} right
 * @param {(lines: string[], sign: Line["sign"]) => Line[]} all
 * @returns {Line[]}
 */
const middle = (left, right, all) => {
  if (left.length * right.length > MOST) return [...all(left, "-"), ...all(right, "+")]
  const width = right.length + 1
  const longest = new Uint32Array((left.length + 1) * width)
  for (let a = left.length - 1; a >= 0; a--) {
    for (let b = right.length - 1; b >= 0; b--) {
      longest[a * width + b] = left[a] === right[b]
        ? longest[(a + 1) * width + b + 1] + 1
        : Math.max(longest[(a + 1) * width + b], longest[a * width + b + 1])
    }
  }
  /** @type {Line[]} */
  const lines = []
  let [a, b] = [0, 0]
  while (a < left.length || b < right.length) {
    if (a < left.length && b < right.length && left[a] === right[b]) {
      lines.push({ sign: " ", line: left[a++] })
      b++
    } else if (
      b === right.length || (a < left.length && longest[(a + 1) * width + b] >= longest[a * width + b + 1])
    ) {
      lines.push({ sign: "-", line: left[a++] })
    } else {
      lines.push({ sign: "+", line: right[b++] })
    }
  }
  return lines
}
