// What the calculator knows of Keras's layers: the settings of each, the shape that it makes of another, and
// how many parameters it has. Held against Keras on stacks drawn at random
// (tests/browser/tools/test_calculator.py).
import { counted, dimensions, last, plus, product, times, written } from "./counted.js"
import { bias, onOff, Refused, whole } from "./setting.js"
import { convolution, depthwise, overall, pooling, separable, transposed } from "./windows.js"

/** @typedef {import("./setting.js").Value} Value */
/** @typedef {import("./setting.js").Setting} Setting */
/** @typedef {import("./counted.js").Counted} Counted */
/** @typedef {{ layer: string, chosen: Record<string, Value> }} Chosen */
/** @typedef {{ settings: Setting[], count: (shape: number[], chosen: Record<string, any>) => Counted }} Layer */

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
