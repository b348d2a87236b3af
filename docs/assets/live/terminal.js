// What a terminal shows of what a program writes: a line that writes over itself as it ends, no colours, which
// are no text. The records are made the same way (`proof/common/text.py`).

/** An order that moves the cursor or erases; another is passed over, such as a colour. */
// deno-lint-ignore no-control-regex
const ORDER = /\x1b\[([0-9;?]*)([@-~])|\x1b\][^\x07]*(?:\x07|\x1b\\)|\x1b[^[\]]|[\b\r\n]/g

/** A terminal without an end: `write` to it, and read its `text`. */
export class Terminal {
  #lines = [""]
  #row = 0
  #column = 0
  /** The lines that were written over, at whose ends blanks are gone. @type {Set<number>} */
  #over = new Set()
  #returned = false
  /** What may be the beginning of an order. */
  #rest = ""

  /** @param {string} written */
  write(written) {
    const text = this.#rest + written
    // deno-lint-ignore no-control-regex
    const begun = /\x1b(?:\[[0-9;?]*|\][^\x07]*)?$/.exec(text)?.index ?? text.length
    this.#rest = text.slice(begun)
    let place = 0
    for (const match of text.slice(0, begun).matchAll(ORDER)) {
      this.#put(text.slice(place, match.index))
      this.#obey(match[0], match[2], Number.parseInt(match[1]))
      place = match.index + match[0].length
    }
    this.#put(text.slice(place, begun))
  }

  /** @param {string} text */
  #put(text) {
    if (!text) return
    if (this.#returned) this.#over.add(this.#row)
    this.#returned = false
    const line = this.#lines[this.#row].padEnd(this.#column)
    this.#lines[this.#row] = line.slice(0, this.#column) + text + line.slice(this.#column + text.length)
    this.#column += text.length
  }

  /**
   * @param {string} sign
   * @param {string | undefined} order
   * @param {number} count
   */
  #obey(sign, order, count) {
    const line = this.#lines[this.#row]
    if (sign === "\n") {
      this.#row++
      this.#column = 0
      this.#returned = false
      if (this.#row === this.#lines.length) this.#lines.push("")
      return
    }
    if (sign === "\r") {
      this.#column = 0
      this.#returned = true
      return
    }
    if (order === "m" || (!order && sign !== "\b")) return
    this.#over.add(this.#row)
    if (sign === "\b") this.#column = Math.max(0, this.#column - 1)
    else if (order === "A") this.#row = Math.max(0, this.#row - (count || 1))
    else if (order === "B") this.#row = Math.min(this.#lines.length - 1, this.#row + (count || 1))
    else if (order === "C") this.#column += count || 1
    else if (order === "D") this.#column = Math.max(0, this.#column - (count || 1))
    else if (order === "G") this.#column = Math.max(0, (count || 1) - 1)
    else if (order === "K" && !count) this.#lines[this.#row] = line.slice(0, this.#column)
    else if (order === "K" && count === 1) {
      this.#lines[this.#row] = " ".repeat(this.#column) + line.slice(this.#column)
    } else if (order === "K") this.#lines[this.#row] = ""
    else if (order === "J" && !count) {
      this.#lines = [...this.#lines.slice(0, this.#row), line.slice(0, this.#column)]
    } else if (order === "J") {
      this.#lines = [""]
      this.#row = this.#column = 0
    }
  }

  /** What is seen. */
  get text() {
    return this.#lines.map((line, row) => this.#over.has(row) ? line.trimEnd() : line).join("\n")
  }
}

/** What a terminal shows of *written*. @param {string} written */
export const onTerminal = (written) => {
  const terminal = new Terminal()
  terminal.write(written)
  return terminal.text
}
