// Lets the reader draw a digit, and shows what the network says of it, layer by layer. Nothing is fetched
// before it is needed: the weights with the first stroke, the samples with the first of them.
import { fitted, SIDE } from "./drawing.js"
import { make } from "../make.js"
import { answer, layersOf, SIZES } from "./network.js"

/** @typedef {import("./network.js").Layer} Layer */

const WORDS = {
  zh: {
    paper: "画板",
    clear: "清空",
    samples: "测试集里的图片",
    /** @param {number} digit */
    sample: (digit) => `测试集里的 ${digit}`,
    picture: "网络看到的图",
    hidden: "隐藏层",
    /** @param {number} lit @param {number} all */
    lit: (lit, all) => `隐藏层：${all} 个神经元亮了 ${lit} 个`,
    shares: "概率",
    start: "在上面写一个数字，或者选一张图。",
    loading: "正在载入权重……",
    /** @param {number} digit @param {string} share */
    answer: (digit, share) => `网络的回答是 ${digit}，概率 ${share}。`,
    failed: "没有载入成功。请检查网络，再写一笔或再选一次，就会重试。",
  },
  en: {
    paper: "Paper to draw on",
    clear: "Clear",
    samples: "Pictures of the test set",
    /** @param {number} digit */
    sample: (digit) => `A ${digit} of the test set`,
    picture: "What it sees",
    hidden: "Hidden layer",
    /** @param {number} lit @param {number} all */
    lit: (lit, all) => `Hidden layer: ${lit} of ${all} units light up`,
    shares: "Probabilities",
    start: "Draw a digit above, or choose a picture.",
    loading: "Loading the weights …",
    /** @param {number} digit @param {string} share */
    answer: (digit, share) => `The network answers ${digit}, with a probability of ${share}.`,
    failed: "Loading failed. Check your connection; the next stroke or choice tries again.",
  },
}
const words = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]
const [PIXELS, UNITS, DIGITS] = SIZES
/** How wide and high the paper is, a multiple of a picture's side, and how thick the pen. */
const PAPER = 12 * SIDE
const PEN = 26

/** @param {string} path */
const fetched = async (path) => {
  const response = await fetch(new URL(path, import.meta.url))
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response.arrayBuffer()
}

/**
 * What *load* gives, asked for once; after a failure, once more.
 * @template Loaded
 * @param {() => Promise<Loaded>} load
 */
const once = (load) => {
  /** @type {Promise<Loaded> | undefined} */
  let loading
  return () =>
    loading ??= load().catch((error) => {
      loading = undefined
      throw error
    })
}
const network = once(async () => layersOf(await fetched("../mnist/mnist.now.network.bin")))
const samples = once(async () => new Uint8Array(await fetched("../mnist/in_the_page.now.digits.bin")))

/** @param {HTMLCanvasElement} canvas */
const context = (
  canvas,
) => /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }))

/**
 * A picture in shades of black, pixel by pixel.
 * @param {ArrayLike<number>} shades from 0 to 1
 */
const imageOf = (shades) => {
  const image = new ImageData(SIDE, SIDE)
  for (let pixel = 0; pixel < shades.length; pixel++) {
    image.data[4 * pixel + 3] = Math.round(255 * shades[pixel])
  }
  return image
}

/** @param {number} share */
const written = (share) => `${(100 * share).toFixed(1)}%`

/**
 * A part of the whole, with its caption.
 * @param {string} name
 * @param {string} caption
 * @param {HTMLElement[]} children
 */
const part = (name, caption, ...children) =>
  make(
    "div",
    { className: `digit__part digit__part--${name}` },
    make("div", { className: "digit__caption", textContent: caption }),
    ...children,
  )

/** @param {HTMLElement} place */
const start = (place) => {
  const paper = make("canvas", { width: PAPER, height: PAPER, role: "img", ariaLabel: words.paper })
  const seen = make("canvas", { width: SIDE, height: SIDE, role: "img", ariaLabel: words.picture })
  const units = Array.from({ length: UNITS }, () => make("i"))
  const hidden = make("div", { className: "digit__hidden", role: "img" }, ...units)
  const bars = Array.from({ length: DIGITS }, () => make("span", { className: "digit__bar" }))
  const numbers = bars.map(() => make("span"))
  const rows = bars.map((bar, digit) =>
    make("li", {}, make("b", { textContent: `${digit}` }), bar, numbers[digit])
  )
  const shares = make("ol", { ariaLabel: words.shares }, ...rows)
  const clear = make("button", { type: "button", textContent: words.clear })
  const status = make("p", { className: "digit__status", role: "status" })
  const choices = make("div", { className: "digit__samples", role: "group", ariaLabel: words.samples })
  const [sheet, view] = [context(paper), context(seen)]
  sheet.lineWidth = PEN
  sheet.lineCap = sheet.lineJoin = "round"

  /** The picture that the network is shown: of a sample, or else of what is drawn. */
  let sample = /** @type {Float32Array | null} */ (null)
  const picture = () => {
    if (sample) return sample
    const { data } = sheet.getImageData(0, 0, PAPER, PAPER)
    return fitted(Uint8Array.from({ length: PAPER * PAPER }, (_, pixel) => data[4 * pixel + 3]), PAPER)
  }

  /** @param {string} text */
  const say = (text) => {
    if (status.textContent !== text) status.textContent = text
  }

  /**
   * Show how strongly each unit of the hidden layer answers, and the share of each digit.
   * @param {number[]} strengths
   * @param {number[]} parts
   */
  const light = (strengths, parts) => {
    const [strongest, largest] = [Math.max(...strengths), Math.max(...parts)]
    hidden.ariaLabel = words.lit(strengths.filter(Boolean).length, UNITS)
    units.forEach((unit, place) => {
      unit.style.setProperty("--strength", `${strengths[place] / (strongest || 1)}`)
    })
    parts.forEach((share, digit) => {
      rows[digit].className = share && share === largest ? "digit__best" : ""
      bars[digit].style.setProperty("--share", `${share}`)
      numbers[digit].textContent = written(share)
    })
  }

  const blank = () => {
    view.clearRect(0, 0, SIDE, SIDE)
    light(Array(UNITS).fill(0), Array(DIGITS).fill(0))
    say(words.start)
  }

  /** @type {Layer[] | undefined} */
  let layers
  const load = async () => {
    const loading = setTimeout(say, 300, words.loading)
    try {
      layers = await network()
    } catch {
      say(words.failed)
    } finally {
      clearTimeout(loading)
    }
  }

  /**
   * Show what the network, once it is there, says of the picture; and, when the pen is *lifted*, say it.
   * @param {boolean} lifted
   */
  const show = (lifted) => {
    if (!layers) return
    const now = picture()
    if (!now) {
      say(words.start)
      return
    }
    view.putImageData(imageOf(now), 0, 0)
    const { hidden, shares } = answer(layers, now)
    light(hidden, shares)
    const best = shares.indexOf(Math.max(...shares))
    if (lifted) say(words.answer(best, written(shares[best])))
  }

  const wipe = () => {
    sample = null
    sheet.clearRect(0, 0, PAPER, PAPER)
  }

  let pen = -1
  let frame = 0
  let [x, y] = [0, 0]
  /** @param {PointerEvent} event */
  const at = (event) => {
    const box = paper.getBoundingClientRect()
    return [
      ((event.clientX - box.left) * PAPER) / box.width,
      ((event.clientY - box.top) * PAPER) / box.height,
    ]
  }
  /** @param {PointerEvent} event */
  const draw = (event) => {
    sheet.beginPath()
    sheet.moveTo(x, y)
    ;[x, y] = at(event)
    sheet.lineTo(x, y)
    sheet.stroke()
  }
  paper.addEventListener("pointerdown", (event) => {
    if (pen !== -1 || event.button) return
    if (sample) wipe()
    pen = event.pointerId
    paper.setPointerCapture(pen)
    ;[x, y] = at(event)
    draw(event)
    load()
  })
  paper.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pen) return
    event.getCoalescedEvents().forEach(draw)
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => show(false))
  })
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
    paper.addEventListener(end, async (event) => {
      if (event.pointerId !== pen) return
      pen = -1
      cancelAnimationFrame(frame)
      await load()
      show(true)
    })
  }
  clear.addEventListener("click", () => {
    wipe()
    blank()
  })

  /** @param {number} digit */
  const choose = async (digit) => {
    let pixels
    try {
      pixels = await samples()
    } catch {
      say(words.failed)
      return
    }
    wipe()
    sample = Float32Array.from(pixels.subarray(digit * PIXELS, (digit + 1) * PIXELS), (shade) => shade / 255)
    view.putImageData(imageOf(sample), 0, 0)
    sheet.imageSmoothingEnabled = false
    sheet.drawImage(seen, 0, 0, PAPER, PAPER)
    await load()
    show(true)
  }
  for (let digit = 0; digit < DIGITS; digit++) {
    const button = make("button", { type: "button", textContent: `${digit}`, ariaLabel: words.sample(digit) })
    button.addEventListener("click", () => choose(digit))
    choices.append(button)
  }

  blank()
  place.replaceChildren(
    part("paper", words.paper, make("div", { className: "digit__paper" }, paper), clear, status),
    make(
      "div",
      { className: "digit__layers" },
      part("picture", words.picture, make("div", { className: "digit__paper" }, seen)),
      part("hidden", words.hidden, hidden),
    ),
    part("shares", words.shares, shares),
    part("samples", words.samples, choices),
  )
}

for (const place of document.querySelectorAll(".digit")) start(/** @type {HTMLElement} */ (place))
