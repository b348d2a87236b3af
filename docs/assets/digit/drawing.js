// Turns a drawing into a picture like those of MNIST.

/** A picture of MNIST is this wide and high; the digit in it fits into the box. */
export const SIDE = 28
const BOX = 20

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
