// What *Run* says to a reader, in the language of the page.

/** @typedef {"network" | "missing" | "old" | "refused" | "hangs" | "memory" | "ended"} Kind why Python did not come, or went */

const WORDS = {
  zh: {
    run: "运行",
    stop: "停止",
    reset: "还原",
    code: (/** @type {string} */ name) => `${name} 的代码，可以改`,
    output: "在这里的输出",
    nothing: "（没有输出）",
    loading: (/** @type {string} */ part) => `正在下载 ${part}…`,
    count: (/** @type {string} */ done, /** @type {string} */ all) => `${done} / ${all} MB`,
    parts: { python: "Python", keras: "Keras 和 NumPy" },
    starting: "正在启动 Python 和 Keras…",
    running: "正在运行…",
    done: (/** @type {string} */ seconds) => `用时 ${seconds} 秒。`,
    same: "与本页的记录一致。",
    sameEdited: "代码改过，输出仍与本页的记录一致。",
    differs: (/** @type {number} */ count) => `有 ${count} 行与本页的记录不同。`,
    differsEdited: (/** @type {number} */ count) => `代码改过，有 ${count} 行与本页的记录不同。`,
    difference: "逐行对比",
    legend: "− 本页的记录　+ 在这里的输出",
    failed: (/** @type {string} */ type, /** @type {number | null} */ line) =>
      line ? `第 ${line} 行：${type}` : type,
    stopped: "已停止。",
    /** @type {Record<Kind, string>} */
    troubles: {
      network: "下载中断：连不上本站。检查网络以后，再点一次“运行”。",
      missing: "这份网站没有带上运行 Python 所需的文件。",
      old: "这个浏览器太旧，不能在网页里运行 Python。请换用 2023 年 3 月以后的版本。",
      refused: "这个浏览器不允许网页运行 WebAssembly，所以 Python 启动不了。",
      hangs: "Python 启动了很久没有反应，所以停下了。请再点一次“运行”。",
      memory: "内存不够，Python 退出了。请关掉一些标签页，或把数据变小，再点一次“运行”。",
      ended: "Python 意外退出了。请再点一次“运行”。",
    },
    start: "从这里开始",
    empty: "空白",
    share: "复制链接",
    shared: "已复制",
    long: "代码太长，没有放进网址。",
    playground: "在这里写 Keras 代码",
    sharedCode: "链接里的代码",
    wrongLink: "链接里的代码读不出来。",
    without: "这份网站没有带上运行 Python 所需的文件，所以这里没有“运行”按钮。",
  },
  en: {
    run: "Run",
    stop: "Stop",
    reset: "Reset",
    code: (/** @type {string} */ name) => `Code of ${name}, which you can change`,
    output: "Printed here",
    nothing: "(it printed nothing)",
    loading: (/** @type {string} */ part) => `Downloading ${part} …`,
    count: (/** @type {string} */ done, /** @type {string} */ all) => `${done} of ${all} MB`,
    parts: { python: "Python", keras: "Keras and NumPy" },
    starting: "Starting Python and Keras …",
    running: "Running …",
    done: (/** @type {string} */ seconds) => `Took ${seconds} s.`,
    same: "Same as this page’s record.",
    sameEdited: "The code is changed; the output is still the same as this page’s record.",
    differs: (/** @type {number} */ count) =>
      `${count} ${count === 1 ? "line differs" : "lines differ"} from this page’s record.`,
    differsEdited: (/** @type {number} */ count) =>
      `The code is changed; ${count} ${
        count === 1 ? "line differs" : "lines differ"
      } from this page’s record.`,
    difference: "Line by line",
    legend: "− on record  + printed here",
    failed: (/** @type {string} */ type, /** @type {number | null} */ line) =>
      line ? `${type} in line ${line}` : type,
    stopped: "Stopped.",
    /** @type {Record<Kind, string>} */
    troubles: {
      network:
        "The download broke off: this site cannot be reached. See to the network, then press Run again.",
      missing: "This copy of the site comes without the files that run Python.",
      old: "This browser is too old to run Python in a page. One from after March 2023 can.",
      refused: "This browser does not let pages run WebAssembly, so Python cannot start.",
      hangs: "Python did not answer for a long time, and was stopped. Press Run again.",
      memory:
        "Python ran out of memory and is gone. Close some tabs or make the data smaller, then press Run again.",
      ended: "Python ended unexpectedly. Press Run again.",
    },
    start: "Start from",
    empty: "Nothing",
    share: "Copy the link",
    shared: "Copied",
    long: "The code is too long for the address.",
    playground: "Write Keras code here",
    sharedCode: "the code of the link",
    wrongLink: "The code of the link cannot be read.",
    without: "This copy of the site comes without the files that run Python, so there is no Run button.",
  },
}

export const words = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]

/** Why Python did not come, or went; `message` says it. */
export class Trouble extends Error {
  /** @param {Kind} kind */
  constructor(kind) {
    super(words.troubles[kind])
    this.kind = kind
  }
}

/** That somebody ended a run, or left it for another. */
export class Stopped extends Error {}
