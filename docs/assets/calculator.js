// Counts the parameters of a chain of Dense layers while the reader chooses their sizes. Every answer on
// a grid is compared with Keras's own (tests/browser/tools/test_calculator.py).
import { make } from "./make.js"

const WORDS = {
  zh: {
    inputs: "输入数",
    units: (/** @type {number} */ place) => `第 ${place} 层神经元数`,
    bias: "有偏置",
    more: "加一层",
    fewer: "减一层",
    heads: ["层", "公式", "参数量"],
    layer: (/** @type {number} */ place) => `第 ${place} 层`,
    total: "合计",
    invalid: "请填正整数，最大 1,000,000。",
  },
  en: {
    inputs: "Inputs",
    units: (/** @type {number} */ place) => `Units of layer ${place}`,
    bias: "With biases",
    more: "Add a layer",
    fewer: "Remove a layer",
    heads: ["Layer", "Formula", "Parameters"],
    layer: (/** @type {number} */ place) => `Layer ${place}`,
    total: "Total",
    invalid: "Whole numbers, please, from 1 to 1,000,000.",
  },
}
const words = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]
const MOST_LAYERS = 6
const MOST = 1000000

/**
 * How many parameters each layer of the chain has: inputs × units, and a bias for each unit.
 * @param {number} inputs
 * @param {number[]} units
 * @param {boolean} bias
 */
const parameters = (inputs, units, bias) =>
  units.map((here, place) => (place ? units[place - 1] : inputs) * here + (bias ? here : 0))

/** @param {number} value */
const written = (value) => value.toLocaleString("en-US")

/**
 * A number to choose, with its label.
 * @param {string} name
 * @param {string} value
 */
const field = (name, value) => {
  const input = make("input", { type: "number", min: "1", max: `${MOST}`, step: "1", required: true, value })
  return make("label", {}, make("span", { textContent: name }), input)
}

/** @param {HTMLElement} place */
const start = (place) => {
  const { inputs = "", units = "" } = place.dataset
  const sizes = make("div", { className: "calculator__sizes" }, field(words.inputs, inputs))
  const bias = make("input", { type: "checkbox", checked: true })
  const more = make("button", { type: "button", textContent: words.more })
  const fewer = make("button", { type: "button", textContent: words.fewer })
  const answer = make("div", { className: "calculator__answer", ariaLive: "polite" })

  /** @param {string} value */
  const add = (value) => sizes.append(field(words.units(sizes.children.length), value))

  const show = () => {
    more.disabled = sizes.children.length > MOST_LAYERS
    fewer.disabled = sizes.children.length < 3
    const fields = [...sizes.querySelectorAll("input")]
    if (fields.some((input) => !input.validity.valid)) {
      answer.replaceChildren(make("p", { textContent: words.invalid }))
      return
    }
    const chosen = fields.map((input) => input.valueAsNumber)
    const counts = parameters(chosen[0], chosen.slice(1), bias.checked)
    const total = counts.reduce((sum, count) => sum + count, 0)
    const rows = counts.map((count, layer) => {
      const [inputs, units] = [written(chosen[layer]), written(chosen[layer + 1])]
      const formula = `${inputs} × ${units}${bias.checked ? ` + ${units}` : ""}`
      return row("td", words.layer(layer + 1), formula, written(count))
    })
    const sum = counts.length > 1 ? counts.map(written).join(" + ") : ""
    answer.replaceChildren(
      make(
        "table",
        { className: "calculator__table" },
        make("thead", {}, row("th", ...words.heads)),
        make("tbody", {}, ...rows),
        make("tfoot", {}, row("td", words.total, sum, written(total))),
      ),
    )
  }

  /**
   * @param {"td" | "th"} kind
   * @param {string[]} cells
   */
  const row = (kind, ...cells) => make("tr", {}, ...cells.map((text) => make(kind, { textContent: text })))

  for (const size of units.split(" ")) add(size)
  more.addEventListener("click", () => {
    add("10")
    show()
  })
  fewer.addEventListener("click", () => {
    sizes.lastElementChild?.remove()
    show()
  })
  place.addEventListener("input", show)
  place.append(
    sizes,
    make(
      "div",
      { className: "calculator__choices" },
      make("label", {}, bias, ` ${words.bias}`),
      more,
      fewer,
    ),
    answer,
  )
  show()
}

for (const place of document.querySelectorAll(".calculator")) start(/** @type {HTMLElement} */ (place))
