// The layers that move a window over what comes in: convolutions and pooling.
import { counted, dimensions, each, last, plus, product, times, written } from "./counted.js"
import { bias, padding, Refused, sizes, whole } from "./setting.js"

/** @typedef {import("./layers.js").Layer} Layer */

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
export const convolution = (rank, grouped = true) => ({
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
export const transposed = (rank) => ({
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
export const depthwise = (rank) => ({
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
export const separable = (rank) => ({
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
export const pooling = (rank, usual = true) => ({
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
export const overall = (rank) => ({
  settings: [],
  count: (shape) => {
    dimensions(shape, rank + 1)
    return counted([last(shape)], "0", 0)
  },
})
