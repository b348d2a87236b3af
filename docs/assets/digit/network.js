// The network of `snippets/mnist/mnist.py` in the page: what it says of a picture, from the weights that the
// script left. Its answers are compared with Keras's own (tests/browser/tools/test_digit.py).

/** @typedef {{kernel: Float32Array, bias: Float32Array}} Layer */

/** How many numbers go in, how many units the hidden layer has, and how many come out. */
export const SIZES = [784, 32, 10]

/**
 * The layers, from the bytes of their numbers: the kernel and the biases of each.
 * @param {ArrayBuffer} bytes
 * @returns {Layer[]}
 */
export const layersOf = (bytes) => {
  const view = new DataView(bytes)
  let start = 0
  /** @param {number} count */
  const next = (count) =>
    Float32Array.from({ length: count }, () => view.getFloat32((start += 4) - 4, /* little-endian */ true))
  const layers = SIZES.slice(1).map((units, place) => ({
    kernel: next(SIZES[place] * units),
    bias: next(units),
  }))
  if (start !== bytes.byteLength) throw new RangeError("there are more numbers than the network has weights")
  return layers
}

/**
 * The weighted sums of a layer.
 * @param {Layer} layer
 * @param {ArrayLike<number>} inputs
 */
const sums = ({ kernel, bias }, inputs) =>
  Array.from(bias, (sum, unit) => {
    for (let place = 0; place < inputs.length; place++) {
      sum += inputs[place] * kernel[place * bias.length + unit]
    }
    return sum
  })

/**
 * What the network says of a picture: how strongly each unit of the hidden layer answers, and the share of
 * each digit.
 * @param {Layer[]} layers
 * @param {ArrayLike<number>} picture
 */
export const answer = ([first, second], picture) => {
  const hidden = sums(first, picture).map((sum) => Math.max(sum, 0))
  const scores = sums(second, hidden)
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return { hidden, shares: powers.map((power) => power / total) }
}
