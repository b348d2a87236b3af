// What `make editor` bundles as docs/assets/live/vendor/prism-code-editor.js: the parts of it that are in use.
/*! prism-code-editor 5.4.0, MIT: see prism-code-editor.LICENSE.txt */
export { createEditor } from "npm:prism-code-editor@5.4.0"
export {
  addEditorHotkey,
  indentSelectedLines,
  insertLineAndIndent,
} from "npm:prism-code-editor@5.4.0/commands"
import "npm:prism-code-editor@5.4.0/prism/languages/python"
import "npm:prism-code-editor@5.4.0/languages/python"
export { default as layout } from "npm:prism-code-editor@5.4.0/layout.css" with { type: "text" }
