// What the names of a script stand for: `D` for `keras.layers.Dense` after `from keras.layers import Dense as D`,
// `model` for `keras.models.Sequential()` after `model = Sequential()`.
import { children, expression, tree } from "./syntax.js"

/**
 * @typedef {import("./syntax.js").Node} Node
 * @typedef {import("./syntax.js").Expression} Expression
 * @typedef {import("./syntax.js").Span} Span
 *
 * A name of an import: where it comes from, and where it stands.
 * @typedef {{ path: string, at: Span }} Imported
 * What a name is bound to, from a place in the script on.
 * @typedef {{ from: number, path?: string, value?: Expression, each?: boolean }} Binding
 */

/** How often one name may lead to the next. */
const DEEPEST = 20
/** Another way to the same Keras. */
const TENSORFLOW = /^tensorflow\.keras(?=\.|$)/
/** Where a name comes from that nothing binds, where everything of some modules is imported. */
export const EVERYTHING = "*"

/** @param {string} path */
export const ofKeras = (path) => path.replace(TENSORFLOW, "keras")

export class Script {
  /** @param {string} text */
  constructor(text) {
    this.text = text
    /** @type {Map<string, Binding[]>} */
    this.bindings = new Map()
    /** The names that are imported. @type {Imported[]} */
    this.imports = []
    /** The modules of which everything is imported. @type {string[]} */
    this.everythingOf = []
    /** What is called, asked for a part, or named. @type {Expression[]} */
    this.expressions = []
    /** Where parts stand that are assigned to, by their ends. @type {Set<number>} */
    this.assigned = new Set()
    this.read(tree(text))
  }

  /** @param {Node} node */
  read(node) {
    if (node.name === "ImportStatement") return this.readImport(node)
    if (node.name === "AssignStatement") this.readAssignment(node)
    if (node.name === "ForStatement") this.readLoop(node)
    if (node.name === "FunctionDefinition") this.readFunction(node)
    if (node.name === "ClassDefinition") this.readClass(node)
    if (/^(?:Call|Member)Expression$|^VariableName$/.test(node.name)) {
      this.expressions.push(expression(node, this.text))
    }
    for (const child of children(node)) this.read(child)
  }

  /**
   * @param {string} name
   * @param {Binding} binding
   */
  bind(name, binding) {
    const found = this.bindings.get(name)
    if (found) found.push(binding)
    else this.bindings.set(name, [binding])
  }

  /** @param {Node} node */
  word(node) {
    return this.text.slice(node.from, node.to)
  }

  /** @param {Node} node */
  readImport(node) {
    const parts = children(node).filter(({ name }) => !/^[()]$|^Comment$/.test(name))
    const from = parts[0].name === "from"
    const middle = parts.findIndex(({ name }) => name === "import")
    const place = from ? parts.slice(1, middle).map((part) => this.word(part)).join("") : ""
    /** @type {Node[]} */
    let words = []
    for (const part of [...parts.slice(middle + 1), null]) {
      if (part && part.name !== ",") {
        words.push(part)
        continue
      }
      if (!words.length) continue
      const as = words.findIndex(({ name }) => name === "as")
      const named = as < 0 ? words : words.slice(0, as)
      const own = named.map((word) => this.word(word)).join("")
      const path = from ? `${place}.${own}` : own
      const at = { from: named[0].from, to: named[named.length - 1].to }
      if (own === "*") this.everythingOf.push(place)
      this.imports.push({ path: own === "*" ? place : path, at })
      const end = words[words.length - 1]
      if (as >= 0) this.bind(this.word(end), { from: node.to, path })
      else if (own !== "*") {
        const first = own.split(".")[0]
        this.bind(first, { from: node.to, path: from ? path : first })
      }
      words = []
    }
  }

  /** @param {Node} node */
  readAssignment(node) {
    const parts = children(node)
    const last = parts.map(({ name }) => name).lastIndexOf("AssignOp")
    if (last < 0 || !parts[last + 1]) return
    const values = parts.slice(last + 1).filter(({ name }) => name !== ",")
    /** @type {Node[]} */
    let names = []
    for (const part of parts.slice(0, last + 1)) {
      if (part.name === "VariableName") names.push(part)
      if (part.name === "MemberExpression") this.assigned.add(part.to)
      if (part.name !== "AssignOp") continue
      for (const [index, name] of names.entries()) {
        const value = names.length === 1 && values.length === 1 ? values[0] : values[index]
        const binding = { from: node.to, value: value && expression(value, this.text) }
        this.bind(this.word(name), names.length > 1 && values.length === 1 ? { from: node.to } : binding)
      }
      names = []
    }
  }

  /** @param {Node} node */
  readLoop(node) {
    const [, name, , over] = children(node)
    if (name?.name !== "VariableName" || !over) return
    this.bind(this.word(name), { from: node.from, value: expression(over, this.text), each: true })
  }

  /** @param {Node} node */
  readFunction(node) {
    const [, name] = children(node)
    const given = children(node).find((part) => part.name === "ParamList")
    for (const part of given ? children(given) : []) {
      if (part.name === "VariableName") this.bind(this.word(part), { from: part.from })
    }
    const returned = this.returned(node)
    if (name) this.bind(this.word(name), { from: node.from, value: returned })
  }

  /**
   * A class of one's own is what it is made of.
   * @param {Node} node
   */
  readClass(node) {
    const [, name, bases] = children(node)
    const base = bases?.name === "ArgList" && children(bases)[1]
    const origin = base ? this.origin(expression(base, this.text)) : ""
    this.bind(this.word(name), {
      from: node.from,
      path: /^keras\b|^tensorflow\b/.test(origin) ? origin : "#",
    })
  }

  /**
   * What a function gives back, in its last line that does.
   * @param {Node} node
   * @returns {Expression | undefined}
   */
  returned(node) {
    let found
    for (const child of children(node)) {
      if (child.name === "ReturnStatement" && children(child)[1]) {
        const value = expression(children(child)[1], this.text)
        found = {
          kind: /** @type {const} */ ("call"),
          of: value,
          given: [],
          more: true,
          from: -1,
          to: value.to,
        }
      } else if (child.name !== "FunctionDefinition") found = this.returned(child) ?? found
    }
    return found
  }

  /**
   * The latest binding of a name above a place; inside functions, what stands below may have run before.
   * @param {string} name
   * @param {number} before
   */
  bound(name, before) {
    const all = this.bindings.get(name) ?? []
    return all.filter((binding) => binding.from <= before).pop() ?? all[0]
  }

  /**
   * Where the value of an expression comes from, as a path with `()` for a call and `[]` for a part:
   * `keras.models.Sequential().fit()`. It begins with `?` where that is not known, and is `#` for what is
   * written in the script itself, such as a text.
   * @param {Expression} of
   * @returns {string}
   */
  origin(of, depth = 0) {
    if (depth > DEEPEST) return "?"
    if (of.kind === "name") return this.originOfName(of.name, of.from, depth)
    if (of.kind === "member") {
      const origin = this.origin(of.of, depth + 1)
      return origin === "#()" ? "?" : `${origin}.${of.name}` // what an object of one's own holds, is not known
    }
    if (of.kind === "item") return `${this.origin(of.of, depth + 1)}[]`
    if (of.kind !== "call") return /^(?:text|number|list)$/.test(of.kind) ? "#" : "?"
    const origin = this.origin(of.of, depth + 1)
    if (origin.startsWith("=")) return origin.slice(1)
    // A layer or a model that is called gives a tensor, of which no more is known.
    return origin.endsWith(")") ? "?" : `${origin}()`
  }

  /**
   * @param {string} name
   * @param {number} before
   * @param {number} depth
   */
  originOfName(name, before, depth) {
    const binding = this.bound(name, before)
    if (!binding) return this.everythingOf.length ? `${EVERYTHING}.${name}` : "?"
    if (binding.path !== undefined) return binding.path
    if (!binding.value) return "?"
    const { value } = binding
    // The function of that name: what it gives back, once it is called.
    if (value.kind === "call" && value.from < 0) return `=${this.origin(value.of, depth + 1)}`
    const origin = this.origin(value, depth + 1)
    return binding.each ? `${origin}[]` : origin
  }

  /**
   * The value of an expression where it is written in the script: names that stand for one are followed.
   * @param {Expression} of
   * @returns {Expression}
   */
  value(of, depth = 0) {
    if (depth > DEEPEST) return of
    if (of.kind === "name") {
      const binding = this.bound(of.name, of.from)
      return binding?.value && !binding.each ? this.value(binding.value, depth + 1) : of
    }
    if (of.kind === "item" && of.key.kind === "number") {
      const whole = this.value(of.of, depth + 1)
      if (whole.kind === "list") return this.value(whole.items[of.key.value] ?? of, depth + 1)
    }
    return of
  }
}
