// What layers count with: products and sums, as numbers and as they are written, and the shapes they take.
import { Refused } from "./setting.js"

/** @typedef {import("./setting.js").Value} Value */
/** @typedef {{ shape: number[], formula: string, trainable: number, fixed: number }} Counted */

/** @param {number} value */
export const written = (value) => value.toLocaleString("en-US")
/** @param {number[]} factors */
export const times = (...factors) => factors.map(written).join(" × ")
/** @param {number[]} factors */
export const product = (factors) => factors.reduce((all, one) => all * one, 1)
/** @param {string[]} terms */
export const plus = (...terms) => terms.filter((term) => term).join(" + ") || "0"
/** @param {number[]} shape */
export const last = (shape) => shape[shape.length - 1]
/**
 * @param {number[]} shape
 * @param {number} most
 * @param {number} least
 */
export const dimensions = (shape, most, least = most) => {
  if (shape.length < least) throw new Refused(most === least ? "dimensions" : "least", least + 1)
  if (shape.length > most) throw new Refused(most === least ? "dimensions" : "most", most + 1)
}
/**
 * The setting, once for each side.
 * @param {Value} value
 * @param {number} rank
 */
export const each = (value, rank) => Array.isArray(value) ? value : Array(rank).fill(value)
/**
 * @param {number[]} shape
 * @param {string} formula
 * @param {number} trainable
 * @returns {Counted}
 */
export const counted = (shape, formula, trainable, fixed = 0) => ({ shape, formula, trainable, fixed })
