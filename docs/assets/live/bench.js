// Code that a reader can change and run, and what it prints: of a block of the page, or of the reader's own.
import { make } from "../make.js"
import { edited } from "./editor.js"
import { Stopped, Trouble, words } from "./words.js"

/** @typedef {{before: string[], files: Record<string, string>, changed: boolean, output: string | null}} Around */
/**
 * A piece of code: what it is called, how it reads, and what is around it: what runs before, the files beside it,
 * whether a reader has changed what runs before, and what it printed when it was recorded, if it was.
 * `changed` is called at each change.
 * @typedef {{name: string, label?: string, code: string, around: () => Promise<Around>, changed?: () => void}} Piece
 */
/**
 * `value` is the code as the reader has it; to `begin` with other code is to go back to that from then on.
 * @typedef {object} Bench
 * @property {HTMLElement} element
 * @property {HTMLButtonElement} button
 * @property {() => Promise<void>} run
 * @property {(code: string) => void} begin
 * @property {string} value
 * @property {boolean} changed
 */

/** What a run needs, which an editor that nobody has run does without. */
const brought = () =>
  Promise.all([import("./python.js"), import("./terminal.js"), import("./compare.js"), import("./ended.js")])
    .catch(() => {
      throw new Trouble("network")
    })

const MB = 1e6

/** @param {number} bytes */
const inMB = (bytes) => (bytes / MB).toFixed(1)

const styled = new Promise((done) => {
  const link = make("link", { rel: "stylesheet", href: new URL("./live.css", import.meta.url).href })
  link.addEventListener("load", done)
  link.addEventListener("error", done)
  document.head.append(link)
})

/**
 * Where it is said how far Python has come: each stage once, to those who listen; the bytes to those who see.
 * @param {HTMLElement} status
 * @param {HTMLElement} count
 * @param {HTMLProgressElement} [progress]
 */
export const telling = (status, count, progress) => {
  const say = (/** @type {string} */ text) => {
    if (status.textContent !== text) status.textContent = text
    count.textContent = ""
    if (progress) progress.hidden = true
  }
  return {
    say,
    /** @param {"python" | "keras"} part @param {number} done @param {number} all */
    loading: (part, done, all) => {
      say(words.loading(words.parts[part]))
      count.textContent = words.count(inMB(Math.min(done, all)), inMB(all))
      if (progress) Object.assign(progress, { hidden: false, max: all, value: done })
    },
    starting: () => say(words.starting),
    running: () => say(words.running),
    printed: () => {},
  }
}

/**
 * @param {Piece} piece
 * @param {HTMLButtonElement} [given] the button that a reader has pressed to get here
 */
export const bench = async ({ name, label, code, around, changed }, given) => {
  await styled
  const button = given ?? make("button", { type: "button", className: "live__run", textContent: words.run })
  const end = make("button", { type: "button", textContent: words.stop, hidden: true })
  const reset = make("button", { type: "button", textContent: words.reset, hidden: true })
  const status = make("span", { role: "status" })
  const count = make("span", { className: "live__count" })
  const progress = make("progress", { hidden: true, ariaLabel: words.starting })
  const screen = make("code", { tabIndex: 0 })
  const title = make("span", { className: "filename", textContent: words.output })
  const paper = make("pre", { role: "log", ariaLabel: words.output }, screen)
  const verdict = make("p", { className: "live__verdict", role: "status" })
  const difference = make("details", { hidden: true })
  const printed = make(
    "div",
    { className: "live__output", hidden: true },
    make("div", { className: "language-text highlight" }, title, paper),
    verdict,
    difference,
  )
  const editor = edited(code, label ?? words.code(name), () => start(), () => {
    reset.hidden = editor.value === code
    changed?.()
  })
  const tell = telling(status, count, progress)
  const element = make(
    "div",
    { className: "live" },
    editor.element,
    make("div", { className: "live__bar" }, button, end, reset, make("p", {}, status, " ", count), progress),
    printed,
  )
  let turn = 0

  /** @param {import("./compare.js").Line[]} lines @param {boolean} own whether the code is the reader's */
  const compare = (lines, own) => {
    const count = Math.max(...["-", "+"].map((sign) => lines.filter((line) => line.sign === sign).length))
    if (!count) {
      verdict.textContent = own ? words.sameEdited : words.same
      verdict.classList.add("live__same")
      return
    }
    verdict.textContent = own ? words.differsEdited(count) : words.differs(count)
    const rows = lines.filter(({ sign }) => sign !== " ").map(({ sign, line }) =>
      make("span", {
        className: sign === "-" ? "live__old" : "live__new",
        textContent: `${sign === "-" ? "−" : sign} ${line}\n`,
      })
    )
    difference.replaceChildren(
      make("summary", { textContent: words.difference }),
      make("p", { textContent: words.legend }),
      make(
        "div",
        { className: "language-text highlight" },
        make("pre", {}, make("code", { tabIndex: 0 }, ...rows)),
      ),
    )
    difference.hidden = false
  }

  const start = async () => {
    const mine = ++turn
    printed.hidden = true
    screen.textContent = verdict.textContent = ""
    verdict.classList.remove("live__same")
    difference.hidden = true
    editor.mark(null)
    button.ariaDisabled = "true"
    end.hidden = false
    element.ariaBusy = "true"
    tell.say(words.starting)
    try {
      const [{ run }, { onTerminal, Terminal }, { compared }, { whyEnded }] = await brought()
      const [terminal, out] = [new Terminal(), /** @type {string[]} */ ([])]
      let frame = 0
      const show = () => {
        screen.textContent = terminal.text
        printed.hidden = false
      }
      const heard = {
        ...tell,
        printed: (/** @type {string} */ stream, /** @type {string} */ text) => {
          if (stream === "stdout") out.push(text)
          terminal.write(text)
          frame ||= requestAnimationFrame(() => {
            frame = 0
            if (mine === turn) show()
          })
        },
      }
      const behind = await around()
      if (mine !== turn) return
      const ran = await run({ name, code: editor.value, before: behind.before, files: behind.files }, heard)
      if (mine !== turn) return
      const { error } = ran
      if (error && !ran.limited) {
        terminal.write(error.text)
        editor.mark(error.line)
      }
      if (!terminal.text) terminal.write(words.nothing)
      show()
      const why = whyEnded(ran)
      tell.say(
        why.length ? "" : error ? words.failed(error.type, error.line) : words.done(ran.seconds.toFixed(2)),
      )
      if (why.length) status.replaceChildren(...why)
      if (behind.output === null || ran.cut || ran.limited) return
      const said = out.join("") + (error ? `${error.type}: ${error.message}` : "")
      compare(compared(behind.output, onTerminal(said)), behind.changed || editor.value !== code)
    } catch (error) {
      if (mine !== turn) return
      if (!(error instanceof Trouble || error instanceof Stopped)) throw error
      tell.say(error instanceof Trouble ? error.message : words.stopped)
    } finally {
      if (mine === turn) {
        button.ariaDisabled = element.ariaBusy = null
        if (document.activeElement === end) button.focus()
        end.hidden = true
        element.scrollIntoView({ block: "nearest" })
      }
    }
  }

  end.addEventListener("click", () => {
    brought().then(([{ stop }]) => stop())
    button.focus()
  })
  reset.addEventListener("click", () => {
    editor.value = code
    editor.focus()
  })
  button.addEventListener("click", () => button.ariaDisabled || start())
  return {
    element,
    button,
    run: start,
    get value() {
      return editor.value
    },
    begin: (/** @type {string} */ other) => {
      code = other
      editor.value = other
    },
    get changed() {
      return editor.value !== code
    },
  }
}
