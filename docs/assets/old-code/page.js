// Marks in a script that a reader pastes what fails today or means something else. The rules are the rows of the
// page's own tables; nothing that is pasted leaves the page.
import { make } from "../make.js"

/**
 * @typedef {typeof import("./rules.js")} Rules
 * @typedef {"fails" | "means" | "warns"} Kind
 * @typedef {{ kind: Kind, said: Element, today: Element, more: Element, rules: ReturnType<Rules["rule"]>[] }} Row
 */

const WORDS = {
  zh: {
    paste: "把脚本粘贴到这里",
    example: "放一段例子",
    clear: "清空",
    empty: "还没有代码。",
    fetching: "正在取读语法的程序……",
    failed: "没有取到读语法的程序；连上网络后再改动一下代码。",
    none: "没有认出会出错的写法。这不等于没有：本页只认得下面几张表里的。",
    found: (/** @type {number} */ lines, /** @type {number} */ all) => `共 ${all} 行，标出 ${lines} 行。`,
    today: "今天写：",
    more: "详见：",
    kinds: { fails: "报错", means: "意思变了", warns: "只警告" },
    code: "标出来的脚本",
  },
  en: {
    paste: "Paste your script here",
    example: "Put in an example",
    clear: "Clear",
    empty: "No code yet.",
    fetching: "Fetching what reads the syntax …",
    failed: "What reads the syntax could not be fetched; change the code again when the network is there.",
    none:
      "Nothing was recognized that fails. That is no promise: the page knows what is in the tables below.",
    found: (/** @type {number} */ lines, /** @type {number} */ all) =>
      `${lines} of ${all} ${all === 1 ? "line" : "lines"} marked.`,
    today: "Today: ",
    more: "More: ",
    kinds: { fails: "Fails", means: "Means something else", warns: "Warns" },
    code: "The script with its marks",
  },
}
const words = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]
const EXAMPLE = [
  "from keras.models import Sequential",
  "from keras.layers.core import Dense, Dropout",
  "from keras.layers import Convolution2D, Flatten",
  "from keras.optimizers import SGD",
  "from keras.utils import np_utils",
  "from keras import backend as K",
  "",
  "model = Sequential()",
  "model.add(Convolution2D(32, 3, 3, border_mode='same',",
  "                        input_shape=(28, 28, 1)))",
  "model.add(Flatten())",
  "model.add(Dropout(p=0.5))",
  "model.add(Dense(10, init='uniform', activation='softmax'))",
  "model.compile(loss='categorical_crossentropy',",
  "              optimizer=SGD(lr=0.1, decay=1e-6),",
  "              metrics=['accuracy'])",
  "history = model.fit(x_train, np_utils.to_categorical(y_train),",
  "                    nb_epoch=5, verbose=0)",
  "print(history.history['acc'], K.get_value(model.optimizer.lr))",
  "classes = model.predict_classes(x_test)",
  "model.save_weights('weights.h5')",
].join("\n")
/** How long somebody pauses before what was typed is read, in milliseconds. */
const PAUSE = 300

/** @param {string} id */
const under = (id) => {
  /** @type {HTMLTableRowElement[]} */
  const found = []
  for (let at = document.getElementById(id)?.nextElementSibling; at && !/^H[23]$/.test(at.tagName);) {
    for (const row of at.querySelectorAll("tbody tr")) {
      if (row instanceof HTMLTableRowElement) found.push(row)
    }
    at = at.nextElementSibling
  }
  return found
}

/** @param {Element} cell */
const codes = (cell) => [...cell.querySelectorAll("code")].map((code) => code.textContent ?? "")

/**
 * The rows of the tables, with their rules.
 * @param {Rules} rules
 * @returns {Row[]}
 */
const read = ({ rule }) =>
  /** @type {Kind[]} */ (["fails", "means", "warns"]).flatMap((kind) =>
    under(kind).map(({ cells: [old, said, today, more] }) => ({
      kind,
      said,
      today,
      more,
      rules: codes(old).map(rule),
    }))
  )

/**
 * What a cell holds, once more; an id stands once on a page.
 * @param {Element} cell
 */
const copied = (cell) => {
  const copy = /** @type {Element} */ (cell.cloneNode(true))
  for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id")
  return [...copy.childNodes]
}

/** @param {Row} row */
const note = ({ kind, said, today, more }) => {
  const parts = [make("strong", { textContent: words.kinds[kind] }), " ", ...copied(said)]
  if (today.querySelector("code")) parts.push(make("br"), words.today, ...copied(today))
  parts.push(make("br"), words.more, ...copied(more))
  return make("div", { className: `old-code__note old-code__note--${kind}` }, ...parts)
}

/**
 * The script, each line with the notes on it.
 * @param {string} script
 * @param {Map<number, Row[]>} marks
 */
const listing = (script, marks) => {
  const list = make("ol", { className: "old-code__lines", ariaLabel: words.code })
  for (const [index, text] of script.split("\n").entries()) {
    const rows = marks.get(index + 1) ?? []
    const line = make("code", { textContent: text || " " })
    const item = make("li", {}, line, ...rows.map(note))
    if (rows.length) item.className = "old-code__marked"
    list.append(item)
  }
  return list
}

/** @param {HTMLElement} place */
const start = (place) => {
  const script = make("textarea", {
    rows: 12,
    spellcheck: false,
    autocomplete: "off",
    placeholder: "from keras.layers.core import Dense",
  })
  script.setAttribute("autocapitalize", "off")
  const example = make("button", { type: "button", textContent: words.example })
  const clear = make("button", { type: "button", textContent: words.clear })
  const said = make("p", { ariaLive: "polite", textContent: words.empty })
  const shown = make("div", {})
  /** @type {{ rules: Rules, rows: Row[], there: string[] } | undefined} */
  let known

  const mark = async () => {
    const text = script.value.replace(/\r\n?/g, "\n").replace(/\s+$/, "")
    if (!text) {
      said.textContent = words.empty
      shown.replaceChildren()
      return
    }
    if (!known) {
      said.textContent = words.fetching
      try {
        const rules = await import("./rules.js")
        known = { rules, rows: read(rules), there: under("tensorflow").flatMap((row) => codes(row.cells[0])) }
      } catch {
        said.textContent = words.failed
        return
      }
    }
    const { Script, places } = known.rules
    const pasted = new Script(text)
    /** @type {Map<number, Row[]>} */
    const marks = new Map()
    for (const row of known.rows) {
      for (const at of row.rules.flatMap((rule) => places(pasted, rule, known?.there))) {
        const line = text.slice(0, at.from).split("\n").length
        const rows = marks.get(line) ?? []
        if (!rows.includes(row)) marks.set(line, [...rows, row])
      }
    }
    const all = text.split("\n").length
    said.textContent = marks.size ? words.found(marks.size, all) : words.none
    shown.replaceChildren(listing(text, marks))
  }

  let waiting = 0
  script.addEventListener("input", () => {
    clearTimeout(waiting)
    waiting = setTimeout(mark, PAUSE)
  })
  example.addEventListener("click", () => {
    script.value = EXAMPLE
    mark()
  })
  clear.addEventListener("click", () => {
    script.value = ""
    mark()
    script.focus()
  })
  place.replaceChildren(
    make("label", {}, make("span", { textContent: words.paste }), script),
    make("p", { className: "old-code__buttons" }, example, clear),
    said,
    shown,
  )
}

for (const place of document.querySelectorAll(".old-code")) {
  if (place instanceof HTMLElement) start(place)
}
