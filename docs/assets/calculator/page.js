// Counts the parameters of a network while the reader chooses its layers. What it says is compared with
// Keras's own answers (tests/browser/tools/test_calculator.py).
import { make } from "../make.js"
import { written } from "./counted.js"
import { begun, KINDS, LAYERS } from "./layers.js"
import { inputShape, read, Refused, shown } from "./setting.js"
import { calculated, code, packed, shapeWritten, unpacked } from "./stack.js"
import { words } from "./words.js"

const MARK = "#calculator="
const MOST_LAYERS = 40

/** @param {Refused} refused */
const said = ({ text, value }) => words.wrong[text](typeof value === "number" ? written(value) : value)

/**
 * @param {"td" | "th"} kind
 * @param {string[]} cells
 */
const row = (kind, ...cells) => make("tr", {}, ...cells.map((text) => make(kind, { textContent: text })))

/** @param {string} address */
const keep = (address) => {
  try {
    history.replaceState(history.state, "", address)
  } catch {
    // A browser may refuse so many changes of the address; the next one will be there.
  }
}

/** @param {HTMLElement} place */
const start = (place) => {
  const asked = location.hash.startsWith(MARK) ? decodeURIComponent(location.hash.slice(MARK.length)) : ""
  const own = place.dataset.model ?? ""
  /** @type {ReturnType<typeof unpacked>} */
  let model
  let note = ""
  try {
    model = unpacked(asked || own)
    if (model.stack.length > MOST_LAYERS) model.stack.length = MOST_LAYERS
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    note = said(error)
    model = unpacked(own)
  }
  const { stack } = model

  const input = make("input", {
    type: "text",
    value: model.input.split(/[,x]/).join(", "),
    autocomplete: "off",
    required: true,
  })
  const list = make("ol", { className: "calculator__layers" })
  const choose = make("select", {})
  for (const [kind, layers] of Object.entries(KINDS)) {
    const label = words.kinds[/** @type {keyof typeof words.kinds} */ (kind)]
    const options = Object.keys(layers).map((layer) => make("option", { textContent: layer }))
    choose.append(make("optgroup", { label }, ...options))
  }
  const more = make("button", { type: "button", textContent: words.add })
  const answer = make("div", { className: "calculator__answer", ariaLive: "polite" })
  const copy = make("button", { type: "button", textContent: words.copy })
  const check = make("button", { type: "button", textContent: words.check })
  check.hidden = !document.querySelector("[data-live]") // Keras is there where blocks of the page may run
  const checked = make("p", { className: "calculator__checked" })
  /** @type {{layer: string, count: number}[]} what each layer counts */
  let counts = []
  const script = make("code", {})

  /**
   * A field for a setting of a layer. What cannot be read leaves the layer as it was, and is marked.
   * @param {typeof stack[number]} one
   * @param {import("./setting.js").Setting} setting
   */
  const field = (one, setting) => {
    const { name, kind, value, begin } = setting
    const now = one.chosen[name]
    if (kind === "switch") {
      const box = make("input", { type: "checkbox", checked: now === true })
      box.addEventListener("change", () => {
        one.chosen[name] = box.checked
        show()
      })
      return make("label", {}, box, ` ${name}`)
    }
    if (kind === "choice") {
      const ways = ["valid", "same"].map((way) => make("option", { textContent: way, selected: way === now }))
      const choice = make("select", {}, ...ways)
      choice.addEventListener("change", () => {
        one.chosen[name] = read(setting, choice.value)
        show()
      })
      return make("label", {}, make("span", { textContent: name }), choice)
    }
    const text = make("input", {
      type: "text",
      inputMode: "decimal",
      autocomplete: "off",
      value: shown(now),
      required: value !== null || begin != null,
    })
    text.addEventListener("input", () => {
      try {
        one.chosen[name] = read(setting, text.value.replaceAll("，", ","))
        text.setCustomValidity("")
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        text.setCustomValidity(said(error))
      }
      show()
    })
    return make("label", {}, make("span", { textContent: name }), text)
  }

  /**
   * @param {string} sign
   * @param {string} name
   * @param {boolean} disabled
   * @param {() => void} act
   */
  const button = (sign, name, disabled, act) => {
    const made = make("button", { type: "button", textContent: sign, title: name, ariaLabel: name, disabled })
    made.addEventListener("click", act)
    return made
  }

  /**
   * The layers, each with its settings; `focus` is the place of the one that the reader is at.
   * @param {number} focus
   */
  const lay = (focus = -1) => {
    list.replaceChildren(...stack.map((one, place) => {
      const { settings } = LAYERS[one.layer]
      const [plain, rest] = [
        settings.filter(({ value, begin }) => value === null && begin != null),
        settings.filter(({ value, begin }) => value !== null || begin == null),
      ]
      /** @param {number} to */
      const move = (to) => () => {
        stack.splice(to, 0, ...stack.splice(place, 1))
        lay(to)
        show()
      }
      const changed = rest.some(({ name, value }) => shown(one.chosen[name]) !== shown(value))
      const details = make(
        "details",
        { open: changed },
        make("summary", { textContent: words.settings }),
        make("div", { className: "calculator__sizes" }, ...rest.map((setting) => field(one, setting))),
      )
      return make(
        "li",
        {},
        make(
          "div",
          { className: "calculator__layer" },
          make("code", { textContent: one.layer }),
          ...plain.map((setting) => field(one, setting)),
          make(
            "span",
            { className: "calculator__moves" },
            button("↑", words.up(one.layer), place === 0, move(place - 1)),
            button("↓", words.down(one.layer), place === stack.length - 1, move(place + 1)),
            button("×", words.remove(one.layer), stack.length === 1, () => {
              stack.splice(place, 1)
              lay(Math.min(place, stack.length - 1))
              show()
            }),
          ),
        ),
        ...(rest.length ? [details] : []),
      )
    }))
    const chosen = list.children[focus]?.querySelector("button:not(:disabled)")
    if (chosen instanceof HTMLElement) chosen.focus()
  }

  /** @param {boolean} remember */
  const show = (remember = true) => {
    more.disabled = stack.length >= MOST_LAYERS
    copy.textContent = words.copy
    checked.replaceChildren()
    const invalid = [...list.querySelectorAll("input")].find((one) => !one.validity.valid)
    try {
      if (invalid) throw new Refused("number")
      const shape = inputShape(input.value)
      input.setCustomValidity("")
      if (remember) keep(MARK + packed(input.value, stack))
      const { rows, refused } = calculated(shape, stack)
      const sums = rows.reduce((sum, one) => [sum[0] + one.trainable, sum[1] + one.fixed], [0, 0])
      const table = rows.map((one, place) =>
        row(
          "td",
          stack[place].layer,
          one.formula,
          shapeWritten(one.shape),
          written(one.trainable + one.fixed),
        )
      )
      counts = rows.map((one, place) => ({
        layer: stack[place].layer,
        count: one.trainable + one.fixed,
      }))
      const parts = sums[1] ? words.parts(written(sums[0]), written(sums[1])) : ""
      answer.replaceChildren(
        make(
          "table",
          { className: "calculator__table" },
          make("thead", {}, row("th", ...words.heads)),
          make("tbody", {}, ...table),
          ...(refused
            ? []
            : [make("tfoot", {}, row("td", words.total, parts, "", written(sums[0] + sums[1])))]),
        ),
      )
      if (refused) {
        answer.append(make("p", { textContent: `${stack[rows.length].layer}: ${said(refused)}` }))
      }
      script.textContent = refused ? "" : code(shape, stack)
      copy.disabled = check.disabled = Boolean(refused)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.text === "shape") input.setCustomValidity(said(error))
      script.textContent = ""
      copy.disabled = check.disabled = true
      answer.replaceChildren(make("p", { textContent: said(error) }))
    }
  }

  more.addEventListener("click", () => {
    stack.push(begun(choose.value))
    lay()
    show()
    const first = list.lastElementChild?.querySelector("input, button:not(:disabled)")
    if (first instanceof HTMLElement) first.focus()
  })
  input.addEventListener("input", () => show())
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(script.textContent ?? "")
      copy.textContent = words.copied
    } catch {
      getSelection()?.selectAllChildren(script) // where the page may not write it, the reader can copy it
    }
  })
  check.addEventListener("click", async () => {
    const { checked: ask } = await import("../live/check.js")
    await ask(script.textContent ?? "", counts, checked)
  })
  place.append(
    make("label", {}, make("span", { textContent: words.input }), input),
    list,
    make(
      "div",
      { className: "calculator__choices" },
      make("label", {}, `${words.choose} `, choose),
      more,
      copy,
      check,
    ),
    answer,
    checked,
    make(
      "details",
      { className: "calculator__code" },
      make("summary", { textContent: words.code }),
      make("pre", { tabIndex: 0 }, script),
    ),
  )
  lay()
  show(false)
  if (note) answer.prepend(make("p", { textContent: note }))
}

for (const place of document.querySelectorAll(".calculator")) start(/** @type {HTMLElement} */ (place))
