// The network that `snippets/mnist/mnist.py` trained, and what turns a drawing into a picture like those
// that it learnt from. Its answers are compared with Keras's own (tests/browser/test_digit.py).

/** @typedef {{kernel: Float32Array, bias: Float32Array}} Layer */

/** A picture of MNIST is this wide and high; the digit in it fits into the box. */
export const SIDE = 28
const BOX = 20
export const SIZES = [SIDE * SIDE, 32, 10]

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

/**
 * A drawing as MNIST's pictures were made: scaled into the box, in shades of grey, its centre of mass in the
 * middle. Nothing, if nothing is drawn.
 * @param {ArrayLike<number>} ink from 0 to 255, row by row
 * @param {number} side how wide and high the drawing is
 */
export const fitted = (ink, side) => {
  let [left, right, top, bottom] = [side, 0, side, 0]
  let [mass, across, down] = [0, 0, 0]
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const drawn = ink[y * side + x]
      if (!drawn) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
      mass += drawn
      across += drawn * (x + 0.5)
      down += drawn * (y + 0.5)
    }
  }
  if (!mass) return null
  const step = Math.max(right - left, bottom - top) / BOX
  const [width, height] = [Math.ceil((right - left) / step), Math.ceil((bottom - top) / step)]
  /**
   * Where the digit starts, so that its centre of mass lies in the middle, and none of it outside.
   * @param {number} centre
   * @param {number} edge
   * @param {number} size
   */
  const shift = (centre, edge, size) =>
    Math.min(Math.max(Math.round((SIDE + 1) / 2 - (centre / mass - edge) / step), 0), SIDE - size)
  const [column, row] = [shift(across, left, width), shift(down, top, height)]
  const picture = new Float32Array(SIDE * SIDE)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = mean(ink, side, left + x * step, top + y * step, step)
      picture[(row + y) * SIDE + column + x] = shade / 255
    }
  }
  return picture
}

/**
 * The mean ink of a square of the drawing, whose sides may cut through its pixels.
 * @param {ArrayLike<number>} ink
 * @param {number} side
 * @param {number} left
 * @param {number} top
 * @param {number} width
 */
const mean = (ink, side, left, top, width) => {
  const [right, bottom] = [left + width, top + width]
  let sum = 0
  for (let y = Math.floor(top); y < Math.min(bottom, side); y++) {
    const height = Math.min(bottom, y + 1) - Math.max(top, y)
    for (let x = Math.floor(left); x < Math.min(right, side); x++) {
      sum += ink[y * side + x] * height * (Math.min(right, x + 1) - Math.max(left, x))
    }
  }
  return sum / (width * width)
}
