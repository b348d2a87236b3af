// Why a run ended early, as a reader is told.
import { make } from "../make.js"

/** @typedef {import("./python.js").Ran} Ran */

const WORDS = {
  zh: {
    limit: (/** @type {number} */ seconds) =>
      `运行了 ${seconds} 秒还没结束，所以停下了。是不是有一个不会结束的循环？`,
    cut: "输出太多，所以停下了。是不是在循环里 print？",
    memory: "内存不够：这段代码要的内存比网页能用的多。请把数据或层变小一些。",
    trains: "网页里的 Keras 用 NumPy 后端，它不能训练。请在自己的电脑上运行，或下载本页的",
    notebook: "Jupyter 笔记本",
    trainsEnd: "。",
    trainsAlone: "网页里的 Keras 用 NumPy 后端，它不能训练。请在自己的电脑上运行。",
  },
  en: {
    limit: (/** @type {number} */ seconds) =>
      `Stopped after ${seconds} seconds without an end. Is there a loop that never ends?`,
    cut: "Stopped: it printed too much. Is there a print in a loop?",
    memory:
      "Out of memory: this code asks for more than a page may have. Make the data or the layers smaller.",
    trains:
      "In the page, Keras has its NumPy backend, which cannot train. Run this on your computer, or take this page’s ",
    notebook: "notebook",
    trainsEnd: ".",
    trainsAlone: "In the page, Keras has its NumPy backend, which cannot train. Run this on your computer.",
  },
}
const words = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]

/** What says that the NumPy backend cannot train, and where it can be done. */
const cannotTrain = () => {
  const notebook = document.querySelector(".stamp a[download][href$='.ipynb']")
  if (!(notebook instanceof HTMLAnchorElement)) return [words.trainsAlone]
  return [
    words.trains,
    make("a", { href: notebook.href, download: "", textContent: words.notebook }),
    words.trainsEnd,
  ]
}

/**
 * What ended a run early, as a reader is told; nothing where that is plain.
 * @param {Ran} ran
 * @returns {(string | Node)[]}
 */
export const whyEnded = ({ error, seconds, cut, limited }) => {
  if (limited) return [words.limit(Math.round(seconds))]
  if (cut) return [words.cut]
  if (error?.type.endsWith("MemoryError")) return [words.memory]
  if (error?.type === "NotImplementedError" && /NumPy backend/i.test(error.message)) return cannotTrain()
  return []
}
