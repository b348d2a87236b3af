// What the calculator knows of Keras's layers: the settings of each, the shape that it makes of another, and
// how many parameters it has. Held against Keras on stacks drawn at random
// (tests/browser/tools/test_calculator.py).

/** @typedef {number | boolean | string | number[] | null} Value */
/** @typedef {{ name: string, kind: "whole" | "sizes" | "switch" | "choice", value: Value, begin?: Value, many?: number }} Setting */
/** @typedef {{ layer: string, chosen: Record<string, Value> }} Chosen */
/** @typedef {{ shape: number[], formula: string, trainable: number, fixed: number }} Counted */
/** @typedef {{ settings: Setting[], count: (shape: number[], chosen: Record<string, any>) => Counted }} Layer */

/** A shape or a setting that a layer does not take; `text` says why, `value` with which number. */
export class Refused extends Error {
  /**
   * @param {"dimensions" | "least" | "most" | "groups" | "small" | "both" | "number" | "unknown" | "shape"} text
   * @param {string | number} value
   */
  constructor(text, value = "") {
    super(`${text} ${value}`)
    this.text = text
    this.value = value
  }
}

const MOST = 1000000

/**
 * A whole number to choose: `value` is Keras's default, `begin` what a new layer has where there is none.
 * @param {string} name
 * @param {Value} value
 * @param {Value} begin
 * @returns {Setting}
 */
const whole = (name, value, begin = value) => ({ name, kind: "whole", value, begin })
/**
 * A number for each side, or one for all.
 * @param {string} name
 * @param {number} many
 * @param {Value} value
 * @param {Value} begin
 * @returns {Setting}
 */
const sizes = (name, many, value, begin = value) => ({ name, kind: "sizes", value, begin, many })
/**
 * @param {string} name
 * @param {boolean} value
 * @returns {Setting}
 */
const onOff = (name, value = true) => ({ name, kind: "switch", value })
const bias = onOff("use_bias")
/** @type {Setting} */
const padding = { name: "padding", kind: "choice", value: "valid" }

/** @param {number} value */
export const written = (value) => value.toLocaleString("en-US")
/** @param {number[]} shape */
export const shapeWritten = (shape) => `(None, ${shape.join(", ")})`
/** @param {number[]} factors */
const times = (...factors) => factors.map(written).join(" × ")
/** @param {number[]} factors */
const product = (factors) => factors.reduce((all, one) => all * one, 1)
/** @param {string[]} terms */
const plus = (...terms) => terms.filter((term) => term).join(" + ") || "0"
/** @param {number[]} shape */
const last = (shape) => shape[shape.length - 1]
/**
 * @param {number[]} shape
 * @param {number} most
 * @param {number} least
 */
const dimensions = (shape, most, least = most) => {
  if (shape.length < least) throw new Refused(most === least ? "dimensions" : "least", least + 1)
  if (shape.length > most) throw new Refused(most === least ? "dimensions" : "most", most + 1)
}
/**
 * The setting, once for each side.
 * @param {Value} value
 * @param {number} rank
 */
const each = (value, rank) => Array.isArray(value) ? value : Array(rank).fill(value)
/**
 * @param {number[]} shape
 * @param {string} formula
 * @param {number} trainable
 * @returns {Counted}
 */
const counted = (shape, formula, trainable, fixed = 0) => ({ shape, formula, trainable, fixed })

/**
 * The side of what a window makes: as on the page on convolution.
 * @param {number} size
 * @param {number} side
 * @param {number} strides
 * @param {number} dilation
 * @param {string} way
 */
const windowed = (size, side, strides, dilation, way) => {
  const made = way === "same"
    ? Math.floor((size - 1) / strides) + 1
    : Math.floor((size - dilation * (side - 1) - 1) / strides) + 1
  if (made < 1) throw new Refused("small", side)
  return made
}

/**
 * @param {number[]} shape
 * @param {number} rank
 * @param {Record<string, any>} chosen
 */
const sides = (shape, rank, chosen) => {
  const [kernel, strides] = [each(chosen.kernel_size, rank), each(chosen.strides, rank)]
  const dilation = each(chosen.dilation_rate ?? 1, rank)
  if (strides.some((one) => one > 1) && dilation.some((one) => one > 1)) throw new Refused("both")
  return kernel.map((side, place) =>
    windowed(shape[place], side, strides[place], dilation[place], chosen.padding)
  )
}

/**
 * @param {number} rank
 * @param {boolean} grouped
 * @returns {Layer}
 */
const convolution = (rank, grouped = true) => ({
  settings: [
    whole("filters", null, 32),
    sizes("kernel_size", rank, null, 3),
    sizes("strides", rank, 1),
    padding,
    ...(grouped ? [sizes("dilation_rate", rank, 1), whole("groups", 1)] : []),
    bias,
  ],
  count: (shape, chosen) => {
    dimensions(shape, rank + 1)
    const { filters, groups = 1, use_bias } = chosen
    const channels = last(shape)
    if (channels % groups) throw new Refused("groups", channels)
    if (filters % groups) throw new Refused("groups", filters)
    const factors = [...each(chosen.kernel_size, rank), channels / groups, filters]
    return counted(
      [...sides(shape, rank, chosen), filters],
      plus(times(...factors), use_bias ? written(filters) : ""),
      product(factors) + (use_bias ? filters : 0),
    )
  },
})

/**
 * @param {number} rank
 * @returns {Layer}
 */
const transposed = (rank) => ({
  settings: convolution(rank, false).settings,
  count: (shape, chosen) => {
    dimensions(shape, rank + 1)
    const { filters, use_bias } = chosen
    const [kernel, strides] = [each(chosen.kernel_size, rank), each(chosen.strides, rank)]
    const factors = [...kernel, filters, last(shape)]
    const made = kernel.map((side, place) =>
      shape[place] * strides[place] + (chosen.padding === "same" ? 0 : Math.max(side - strides[place], 0))
    )
    return counted(
      [...made, filters],
      plus(times(...factors), use_bias ? written(filters) : ""),
      product(factors) + (use_bias ? filters : 0),
    )
  },
})

/**
 * @param {number} rank
 * @returns {Layer}
 */
const depthwise = (rank) => ({
  settings: [
    sizes("kernel_size", rank, null, 3),
    whole("strides", 1),
    padding,
    whole("depth_multiplier", 1),
    bias,
  ],
  count: (shape, chosen) => {
    dimensions(shape, rank + 1)
    const made = last(shape) * chosen.depth_multiplier
    const factors = [...each(chosen.kernel_size, rank), last(shape), chosen.depth_multiplier]
    return counted(
      [...sides(shape, rank, chosen), made],
      plus(times(...factors), chosen.use_bias ? times(last(shape), chosen.depth_multiplier) : ""),
      product(factors) + (chosen.use_bias ? made : 0),
    )
  },
})

/**
 * @param {number} rank
 * @returns {Layer}
 */
const separable = (rank) => ({
  settings: [whole("filters", null, 32), ...depthwise(rank).settings],
  count: (shape, chosen) => {
    dimensions(shape, rank + 1)
    const { filters, depth_multiplier, use_bias } = chosen
    const deep = [...each(chosen.kernel_size, rank), last(shape), depth_multiplier]
    const point = [last(shape), depth_multiplier, filters]
    return counted(
      [...sides(shape, rank, chosen), filters],
      plus(times(...deep), times(...point), use_bias ? written(filters) : ""),
      product(deep) + product(point) + (use_bias ? filters : 0),
    )
  },
})

/**
 * @param {number} rank
 * @returns {Layer}
 */
const pooling = (rank, usual = true) => ({
  settings: [sizes("pool_size", rank, usual ? 2 : null, 2), sizes("strides", rank, null), padding],
  count: (shape, chosen) => {
    dimensions(shape, rank + 1)
    const kernel_size = chosen.pool_size
    const window = { ...chosen, kernel_size, strides: chosen.strides ?? kernel_size }
    return counted([...sides(shape, rank, window), last(shape)], "0", 0)
  },
})

/**
 * @param {number} rank
 * @returns {Layer}
 */
const overall = (rank) => ({
  settings: [],
  count: (shape) => {
    dimensions(shape, rank + 1)
    return counted([last(shape)], "0", 0)
  },
})

/**
 * @param {number} gates
 * @param {boolean} twice
 * @returns {Layer}
 */
const recurrent = (gates, twice = false) => ({
  settings: [
    whole("units", null, 64),
    onOff("return_sequences", false),
    onOff("Bidirectional", false),
    ...(twice ? [onOff("reset_after")] : []),
    bias,
  ],
  count: (shape, chosen) => {
    dimensions(shape, 2)
    const { units, use_bias, reset_after } = chosen
    const [inputs, number] = [last(shape), written(units)]
    const sum = `(${written(inputs)} + ${number}${use_bias && !twice ? " + 1" : ""})`
    const front = gates > 1 ? `${gates} × ${number}` : number
    const biases = use_bias && twice ? times(gates, units, ...(reset_after ? [2] : [])) : ""
    const one = gates * units * (inputs + units) + (use_bias ? gates * units * (reset_after ? 2 : 1) : 0)
    const formula = plus(`${front} × ${sum}`, biases)
    const both = chosen.Bidirectional
    const made = both ? 2 * units : units
    return counted(
      chosen.return_sequences ? [shape[0], made] : [made],
      both ? `2 × ${biases ? `(${formula})` : formula}` : formula,
      both ? 2 * one : one,
    )
  },
})

/** @type {Layer} */
const dense = {
  settings: [whole("units", null, 10), bias],
  count: (shape, { units, use_bias }) =>
    counted(
      [...shape.slice(0, -1), units],
      plus(times(last(shape), units), use_bias ? written(units) : ""),
      last(shape) * units + (use_bias ? units : 0),
    ),
}

/**
 * What counts as Dense does, on shapes of so many dimensions.
 * @param {number} most
 * @param {number} least
 * @returns {Layer}
 */
const denseOn = (most, least) => ({
  settings: dense.settings,
  count: (shape, chosen) => {
    dimensions(shape, most, least)
    return dense.count(shape, chosen)
  },
})

/**
 * @param {Setting[]} settings
 * @returns {Layer}
 */
const normalization = (...settings) => ({
  settings: [...settings, onOff("center"), onOff("scale")],
  count: (shape, { center, scale, groups = 1 }) => {
    const channels = last(shape)
    if (channels % groups) throw new Refused("groups", channels)
    const sets = Number(center) + Number(scale)
    return counted(shape, sets ? times(sets, channels) : "0", sets * channels)
  },
})

/** @type {Layer} */
const batch = {
  settings: [onOff("center"), onOff("scale")],
  count: (shape, chosen) => {
    const { formula, trainable } = normalization().count(shape, chosen)
    const fixed = times(2, last(shape))
    return counted(shape, plus(trainable ? formula : "", fixed), trainable, 2 * last(shape))
  },
}

/** @type {Layer} */
const attention = {
  settings: [whole("num_heads", null, 8), whole("key_dim", null, 64), whole("value_dim", null), bias],
  count: (shape, { num_heads, key_dim, value_dim, use_bias }) => {
    dimensions(shape, 9, 2)
    const [features, one] = [last(shape), Number(use_bias)]
    const value = value_dim ?? key_dim
    const sum = use_bias ? `(${written(features)} + 1)` : written(features)
    const back = times(num_heads, value)
    return counted(
      shape,
      plus(
        `2 × ${times(num_heads, key_dim)} × ${sum}`,
        `${back} × ${sum}`,
        `${use_bias ? `(${back} + 1)` : back} × ${written(features)}`,
      ),
      num_heads * (2 * key_dim + value) * (features + one) + (num_heads * value + one) * features,
    )
  },
}

/** @type {Record<string, Record<string, Layer>>} */
export const KINDS = {
  dense: {
    Dense: dense,
    Flatten: { settings: [], count: (shape) => counted([product(shape)], "0", 0) },
    Dropout: { settings: [], count: (shape) => counted(shape, "0", 0) },
    PReLU: { settings: [], count: (shape) => counted(shape, times(...shape), product(shape)) },
    EinsumDense: denseOn(2, 1),
  },
  convolution: {
    Conv1D: convolution(1),
    Conv2D: convolution(2),
    Conv3D: convolution(3),
    Conv1DTranspose: transposed(1),
    Conv2DTranspose: transposed(2),
    Conv3DTranspose: transposed(3),
    DepthwiseConv1D: depthwise(1),
    DepthwiseConv2D: depthwise(2),
    SeparableConv1D: separable(1),
    SeparableConv2D: separable(2),
  },
  pooling: {
    MaxPooling1D: pooling(1),
    MaxPooling2D: pooling(2),
    MaxPooling3D: pooling(3),
    AveragePooling1D: pooling(1, false),
    AveragePooling2D: pooling(2, false),
    AveragePooling3D: pooling(3, false),
    GlobalMaxPooling1D: overall(1),
    GlobalMaxPooling2D: overall(2),
    GlobalAveragePooling1D: overall(1),
    GlobalAveragePooling2D: overall(2),
  },
  recurrent: {
    Embedding: {
      settings: [whole("input_dim", null, 10000), whole("output_dim", null, 16)],
      count: (shape, { input_dim, output_dim }) =>
        counted([...shape, output_dim], times(input_dim, output_dim), input_dim * output_dim),
    },
    SimpleRNN: recurrent(1),
    LSTM: recurrent(4),
    GRU: recurrent(3, true),
    TimeDistributed: denseOn(9, 2),
  },
  attention: {
    BatchNormalization: batch,
    LayerNormalization: normalization(),
    GroupNormalization: normalization(whole("groups", 32)),
    RMSNormalization: {
      settings: [],
      count: (shape) => counted(shape, written(last(shape)), last(shape)),
    },
    Normalization: {
      settings: [],
      count: (shape) => counted(shape, `${times(2, last(shape))} + 1`, 0, 2 * last(shape) + 1),
    },
    MultiHeadAttention: attention,
  },
}

/** @type {Record<string, Layer>} */
export const LAYERS = Object.assign({}, ...Object.values(KINDS))

/**
 * A new layer, as it begins.
 * @param {string} layer
 * @returns {Chosen}
 */
export const begun = (layer) => {
  if (!Object.hasOwn(LAYERS, layer)) throw new Refused("unknown", layer)
  const settings = LAYERS[layer].settings
  return {
    layer,
    chosen: Object.fromEntries(settings.map(({ name, value, begin }) => [name, value ?? begin ?? null])),
  }
}

/**
 * What stands in a field, as a value of the setting.
 * @param {Setting} setting
 * @param {string} text
 * @returns {Value}
 */
export const read = ({ kind, value, begin, many = 1 }, text) => {
  if (kind === "switch") return text === "1"
  if (kind === "choice") return text === "same" ? "same" : "valid"
  if (!text.trim() && value === null && begin == null) return null
  const numbers = text.split(",").map((part) => Number(part.trim() || "x"))
  if (numbers.some((number) => !Number.isInteger(number) || number < 1 || number > MOST)) {
    throw new Refused("number")
  }
  if (numbers.length === 1) return numbers[0]
  if (kind !== "sizes" || numbers.length !== many) throw new Refused("number")
  return numbers
}

/**
 * @param {Value} value
 */
export const shown = (value) =>
  value === null ? "" : value === true ? "1" : value === false ? "0" : `${value}`

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
 * The shape of the input, without the batch.
 * @param {string} text
 */
export const inputShape = (text) => {
  const sizes = text.split(/[,，×x]/).map((part) => Number(part.trim() || "x"))
  const good = sizes.every((size) => Number.isInteger(size) && size > 0 && size <= MOST)
  if (!good || sizes.length > 4) throw new Refused("shape")
  return sizes
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
