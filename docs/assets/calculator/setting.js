// The settings of a layer: which there are, how a reader's text is read as one, and how it is shown again.

/** @typedef {number | boolean | string | number[] | null} Value */
/** @typedef {{ name: string, kind: "whole" | "sizes" | "switch" | "choice", value: Value, begin?: Value, many?: number }} Setting */

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
export const whole = (name, value, begin = value) => ({ name, kind: "whole", value, begin })
/**
 * A number for each side, or one for all.
 * @param {string} name
 * @param {number} many
 * @param {Value} value
 * @param {Value} begin
 * @returns {Setting}
 */
export const sizes = (name, many, value, begin = value) => ({ name, kind: "sizes", value, begin, many })
/**
 * @param {string} name
 * @param {boolean} value
 * @returns {Setting}
 */
export const onOff = (name, value = true) => ({ name, kind: "switch", value })
export const bias = onOff("use_bias")
/** @type {Setting} */
export const padding = { name: "padding", kind: "choice", value: "valid" }

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
 * The shape of the input, without the batch.
 * @param {string} text
 */
export const inputShape = (text) => {
  const sizes = text.split(/[,，×x]/).map((part) => Number(part.trim() || "x"))
  const good = sizes.every((size) => Number.isInteger(size) && size > 0 && size <= MOST)
  if (!good || sizes.length > 4) throw new Refused("shape")
  return sizes
}
