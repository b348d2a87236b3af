// Asks Keras for the counts that the calculator has worked out.
import { telling } from "./bench.js"
import { whyEnded } from "./ended.js"
import { manifest } from "./files.js"
import { run } from "./python.js"
import { make } from "../make.js"
import { Stopped, Trouble, words } from "./words.js"

const WORDS = {
  zh: {
    agrees: (/** @type {string} */ version, /** @type {string} */ total) =>
      `Keras ${version} 数出来也是 ${total}，每一层都相同。`,
    disagrees: (/** @type {string} */ layer, /** @type {string} */ count) =>
      `Keras 数出来不同：${layer} 是 ${count}。`,
  },
  en: {
    agrees: (/** @type {string} */ version, /** @type {string} */ total) =>
      `Keras ${version} counts ${total}, too, and the same for each layer.`,
    disagrees: (/** @type {string} */ layer, /** @type {string} */ count) =>
      `Keras counts otherwise: ${layer} has ${count}.`,
  },
}
const said = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]

/** What each layer behind the input counts. */
const COUNTS = "[layer.count_params() for layer in model.layers[1:]]"

/** @param {number} count */
const written = (count) => count.toLocaleString("en-US")

/**
 * Build the model of *code* with Keras, and say in *answer* whether its layers count what *rows* say.
 * @param {string} code
 * @param {{layer: string, count: number}[]} rows
 * @param {HTMLElement} answer
 */
export const checked = async (code, rows, answer) => {
  const [status, count] = [make("span", { role: "status" }), make("span", { className: "live__count" })]
  answer.replaceChildren(status, " ", count)
  const tell = telling(status, count)
  tell.say(words.starting)
  try {
    const { keras } = await manifest()
    const ran = await run({ name: "calculator/model", code, before: [], files: {} }, tell, COUNTS)
    const why = whyEnded(ran)
    const wrong = ran.error ?? ran.value?.error
    if (why.length) status.replaceChildren(...why)
    else if (wrong || !ran.value?.value) tell.say(typeof wrong === "string" ? wrong : wrong?.text ?? "")
    else {
      /** @type {number[]} */
      const counts = JSON.parse(ran.value.value)
      const other = rows.findIndex((row, place) => row.count !== counts[place])
      const total = rows.reduce((sum, row) => sum + row.count, 0)
      tell.say(
        other === -1 && counts.length === rows.length
          ? said.agrees(keras, written(total))
          : said.disagrees(rows[other]?.layer ?? "", written(counts[other] ?? 0)),
      )
    }
  } catch (error) {
    if (!(error instanceof Trouble || error instanceof Stopped)) throw error
    tell.say(error instanceof Trouble ? error.message : words.stopped)
  }
}
