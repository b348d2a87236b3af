// A block of the page becomes one that a reader can change and run. Sections of a script share what the
// earlier ones leave behind: these run before, as the reader has them on this page.
import { make } from "../make.js"
import { bench, telling } from "./bench.js"
import { whyEnded } from "./ended.js"
import { recorded } from "./files.js"
import { run } from "./python.js"
import { Stopped, Trouble, words } from "./words.js"

/** @typedef {import("./bench.js").Bench} Bench */
/** @typedef {import("./files.js").Section} Section */

const WORDS = {
  zh: {
    here: "在这里：",
    hereEdited: "在这里（代码改过）：",
    alike: "，与上面一致",
  },
  en: {
    here: "Here: ",
    hereEdited: "Here, with the code changed: ",
    alike: ", the same as above",
  },
}
const said = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]

/** @type {Map<string, Bench>} the blocks that are open, by script and section */
const open = new Map()

/** @param {string} script @param {string} section */
const key = (script, section) => `${script}:${section}`

/** The code of a section as the reader has it. @param {string} script @param {Section} section */
const current = (script, section) => {
  const own = section.name && open.get(key(script, section.name))
  return own && own.changed ? own.value : section.code
}

/** @param {HTMLElement} block */
const known = (block) => ({ script: block.dataset.live ?? "", section: block.dataset.section ?? "" })

/** Open *block*, and run it, for a reader who has pressed *button*. @param {HTMLElement} block @param {HTMLButtonElement} button */
export const opened = async (block, button) => {
  const { script, section } = known(block)
  const code = block.querySelector("pre > code")?.textContent?.replace(/\n$/, "") ?? ""
  const around = async () => {
    const { sections, output, error, files } = await recorded(script)
    const place = sections.findIndex(({ name }) => section && name === section)
    const earlier = sections.slice(0, Math.max(0, place))
    return {
      before: earlier.map((one) => current(script, one)),
      files,
      changed: earlier.some((one) => open.get(key(script, one.name))?.changed),
      output: place === -1 ? output + (error ?? "") : sections[place].output,
    }
  }
  const made = await bench({ name: script, code, around }, button)
  open.set(key(script, section), made)
  block.classList.add("live-open")
  block.append(made.element)
  made.button.focus({ preventScroll: true })
  await made.run()
}

/** A value as a card shows it. @param {string} value */
const written = (value) => /^-?\d+$/.test(value) ? BigInt(value).toLocaleString("en-US") : value

/**
 * Evaluate *expression* in the run of the script of *block*, and say what it gives beside what the page says.
 * @param {HTMLElement} block
 * @param {string} expression
 * @param {string} before what it gave when it was recorded
 * @param {HTMLElement} answer
 */
export const tried = async (block, expression, before, answer) => {
  const { script } = known(block)
  const [status, count] = [make("span", { role: "status" }), make("span", { className: "live__count" })]
  answer.replaceChildren(status, " ", count)
  const tell = telling(status, count)
  tell.say(words.starting)
  try {
    const { code, sections, files } = await recorded(script)
    const own = open.get(key(script, ""))
    const parts = sections.some((one) => open.get(key(script, one.name))?.changed)
    const codes = own ? [own.value] : parts ? sections.map((one) => current(script, one)) : [code]
    const changed = own ? own.changed : parts
    const task = { name: script, code: codes[codes.length - 1], before: codes.slice(0, -1), files }
    const ran = await run(task, tell, expression)
    const why = whyEnded(ran)
    if (why.length) status.replaceChildren(...why)
    else if (!ran.value || ran.value.error) tell.say(ran.value?.error ?? ran.error?.text ?? "")
    else {
      const value = written(ran.value.value ?? "")
      tell.say("")
      status.append(
        changed ? said.hereEdited : said.here,
        make("code", { textContent: value }),
        value === before ? said.alike : "",
      )
    }
  } catch (error) {
    if (!(error instanceof Trouble || error instanceof Stopped)) throw error
    tell.say(error instanceof Trouble ? error.message : words.stopped)
  }
}
