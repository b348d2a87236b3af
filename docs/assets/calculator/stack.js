// A stack of layers: what each makes of the one before it, the stack in an address, and as a script.
import { begun, LAYERS } from "./layers.js"
import { read, Refused, shown } from "./setting.js"

/** @typedef {import("./setting.js").Value} Value */
/** @typedef {import("./counted.js").Counted} Counted */
/** @typedef {import("./layers.js").Chosen} Chosen */

/** @param {number[]} shape */
export const shapeWritten = (shape) => `(None, ${shape.join(", ")})`

/**
 * The model as it stands in an address: its input, then its layers, with the settings that are no defaults.
 * @param {string} input
 * @param {Chosen[]} stack
 */
export const packed = (input, stack) =>
  [
    input.replace(/\s/g, ""),
    ...stack.map(({ layer, chosen }) => {
      const given = LAYERS[layer].settings
        .filter(({ name, value }) => shown(chosen[name]) !== shown(value))
        .map(({ name }) => `${name}=${shown(chosen[name]).replaceAll(",", "x")}`)
      return [layer, ...given].join(",")
    }),
  ].join("/")

/**
 * @param {string} text
 * @returns {{ input: string, stack: Chosen[] }}
 */
export const unpacked = (text) => {
  const [input, ...layers] = text.split("/")
  const stack = layers.map((part) => {
    const [layer, ...given] = part.split(",")
    const made = begun(layer)
    for (const one of given) {
      const [name, value = ""] = one.split("=")
      const setting = LAYERS[layer].settings.find((known) => known.name === name)
      if (!setting) throw new Refused("unknown", name)
      made.chosen[name] = read(setting, value.replaceAll("x", ","))
    }
    return made
  })
  return { input, stack }
}

/**
 * What each layer makes of what comes before it, as far as the first that refuses it.
 * @param {number[]} shape
 * @param {Chosen[]} stack
 * @returns {{ rows: Counted[], refused: Refused | null }}
 */
export const calculated = (shape, stack) => {
  /** @type {Counted[]} */
  const rows = []
  for (const { layer, chosen } of stack) {
    try {
      const row = LAYERS[layer].count(shape, chosen)
      rows.push(row)
      shape = row.shape
    } catch (error) {
      if (error instanceof Refused) return { rows, refused: error }
      throw error
    }
  }
  return { rows, refused: null }
}

/** @param {Value} value */
const python = (value) =>
  value === true
    ? "True"
    : value === false
    ? "False"
    : Array.isArray(value)
    ? `(${value.join(", ")})`
    : typeof value === "string"
    ? `"${value}"`
    : `${value}`

/**
 * The model as a script that builds it.
 * @param {number[]} shape
 * @param {Chosen[]} stack
 */
export const code = (shape, stack) => {
  const lines = stack.map(({ layer, chosen }) => {
    const settings = LAYERS[layer].settings.filter(({ name }) => name !== "Bidirectional")
    const given = settings
      .filter(({ name, value }) =>
        value === null ? chosen[name] !== null : shown(chosen[name]) !== shown(value)
      )
      .map(({ name, value, begin }) =>
        value === null && begin != null ? python(chosen[name]) : `${name}=${python(chosen[name])}`
      )
    let call = `layers.${layer}(${given.join(", ")})`
    if (layer === "Dropout") call = "layers.Dropout(0.5)"
    if (layer === "TimeDistributed") call = `layers.TimeDistributed(layers.Dense(${given.join(", ")}))`
    if (layer === "EinsumDense") {
      const axes = chosen.use_bias ? ', bias_axes="y"' : ""
      call = `layers.EinsumDense("...x,xy->...y", ${chosen.units}${axes})`
    }
    if (chosen.Bidirectional) call = `layers.Bidirectional(${call})`
    return `x = ${call}(${layer === "MultiHeadAttention" ? "x, x" : "x"})`
  })
  return [
    "import keras",
    "from keras import layers",
    "",
    `inputs = keras.Input((${shape.join(", ")}${shape.length > 1 ? "" : ","}))`,
    "x = inputs",
    ...lines,
    "model = keras.Model(inputs, x)",
    "model.summary()",
    "",
  ].join("\n")
}
