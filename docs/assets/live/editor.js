// An editor for Python, small enough to come with a click. Tab leaves it, as it leaves every field; Ctrl+] and
// Ctrl+[ move lines in and out.
// @ts-types="./vendor/prism-code-editor.d.ts"
import {
  addEditorHotkey,
  createEditor,
  indentSelectedLines,
  insertLineAndIndent,
  layout,
} from "./vendor/prism-code-editor.js"

/** @typedef {{value: string, element: HTMLElement, focus: () => void, mark: (line: number | null) => void}} Editor */

const sheet = new CSSStyleSheet()
sheet.replaceSync(layout)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

/**
 * @param {string} value
 * @param {string} label
 * @param {() => void} run for Ctrl+Enter
 * @param {() => void} changed
 * @returns {Editor}
 */
export const edited = (value, label, run, changed) => {
  /** @type {Element | undefined} */
  let wrong
  const mark = (/** @type {number | null} */ line) => {
    wrong?.classList.remove("live__wrong")
    wrong = line ? editor.lines[line] : undefined
    wrong?.classList.add("live__wrong")
  }
  const editor = createEditor(null, { language: "python", tabSize: 4, value })
  editor.textarea.ariaLabel = label
  editor.on("update", () => {
    mark(null)
    changed()
  })
  const keys = /** @type {[string, () => boolean | void][]} */ ([
    ["Mod+Enter", () => (run(), true)],
    ["Enter", () => insertLineAndIndent(editor)],
    ["Mod+]", () => indentSelectedLines(editor)],
    ["Mod+[", () => indentSelectedLines(editor, true)],
  ])
  for (const [key, act] of keys) addEditorHotkey(editor, key, act)
  return {
    get value() {
      return editor.value
    },
    set value(text) {
      editor.setOptions({ value: text })
    },
    element: editor.container,
    focus: () => editor.textarea.focus({ preventScroll: true }),
    mark,
  }
}
