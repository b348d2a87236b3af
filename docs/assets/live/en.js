// What *Run* says to a reader, in English.

export default {
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
    `The code is changed; ${count} ${count === 1 ? "line differs" : "lines differ"} from this page’s record.`,
  difference: "Line by line",
  legend: "− on record  + printed here",
  failed: (/** @type {string} */ type, /** @type {number | null} */ line) =>
    line ? `${type} in line ${line}` : type,
  stopped: "Stopped.",
  /** @type {Record<import("./words.js").Kind, string>} */
  troubles: {
    network: "The download broke off: this site cannot be reached. See to the network, then press Run again.",
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
}
