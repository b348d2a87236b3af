// Python's expressions and statements, as far as rules ask for them, out of the parser's tree.
import { parser } from "./parser.js"

/**
 * Where something stands in a script: the signs from `from` up to `to`.
 * @typedef {{ from: number, to: number }} Span
 * @typedef {Span & { kind: "name", name: string }} Name
 * @typedef {Span & { kind: "member", of: Expression, name: string, at: Span }} Member
 * @typedef {Span & { kind: "item", of: Expression, key: Expression }} Item
 * @typedef {{ name: string, value: Expression, at: Span }} Argument `name` is "" where it is given by its place
 * @typedef {Span & { kind: "call", of: Expression, given: Argument[], more: boolean }} Call
 * @typedef {Span & { kind: "text", text: string }} Text what is not known of it stands as `*`
 * @typedef {Span & { kind: "number", value: number }} Number_
 * @typedef {Span & { kind: "list", items: Expression[] }} List
 * @typedef {Span & { kind: "and" | "not", parts: Expression[] }} Logic
 * @typedef {Span & { kind: "any" | "other" }} Other
 * @typedef {Name | Member | Item | Call | Text | Number_ | List | Logic | Other} Expression
 *
 * What the parser makes, as far as it is used here.
 * @typedef {Span & {
 *   name: string,
 *   firstChild: Node | null,
 *   nextSibling: Node | null,
 *   parent: Node | null,
 * }} Node
 */

/** @param {Node} node */
export const children = (node) => {
  const found = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}

/** @param {string} script */
export const tree = (script) => /** @type {Node} */ (parser.parse(script).topNode)

const QUOTES = /^[a-z]*("""|'''|"|')([^]*?)\1$/i

/**
 * @param {Node} node
 * @param {string} script
 */
const text = (node, script) => {
  const written = script.slice(node.from, node.to)
  const inner = QUOTES.exec(written)?.[2] ?? ""
  return node.name === "FormatString" || written.startsWith("f") ? inner.replace(/\{[^{}]*\}/g, "*") : inner
}

/**
 * The text that joining two gives; none where neither is known to be text.
 * @param {Expression} left
 * @param {Expression} right
 */
const joined = (left, right) => {
  if (left.kind !== "text" && right.kind !== "text") return null
  return (left.kind === "text" ? left.text : "*") + (right.kind === "text" ? right.text : "*")
}

/**
 * The arguments of a call; `more` says whether there are some that cannot be seen (`*given`, `**given`).
 * @param {Node} list
 * @param {string} script
 */
const argumentsOf = (list, script) => {
  /** @type {Argument[]} */
  const given = []
  let more = false
  /** @type {Node[]} */
  let parts = []
  for (const part of children(list)) {
    if (part.name !== "," && part.name !== ")") {
      if (part.name !== "(" && part.name !== "Comment") parts.push(part)
      continue
    }
    const [first, sign, value] = parts
    if (first && (first.name === "*" || first.name === "**")) more = true
    else if (value && sign?.name === "AssignOp") {
      given.push({
        name: script.slice(first.from, first.to),
        value: expression(value, script),
        at: { from: first.from, to: value.to },
      })
    } else if (first) given.push({ name: "", value: expression(first, script), at: first })
    parts = []
  }
  return { given, more }
}

/** @typedef {(node: Node, script: string) => Expression} Reading */

/** @type {Reading} */
const name = (node, script) => ({
  kind: "name",
  name: script.slice(node.from, node.to),
  from: node.from,
  to: node.to,
})

/** @type {Reading} */
const binary = (node, script) => {
  const [left, sign, right] = children(node)
  const span = { from: node.from, to: node.to }
  if (!right) return { kind: "other", ...span }
  const parts = [expression(left, script), expression(right, script)]
  if (sign.name === "and") return { kind: "and", parts, ...span }
  const operator = script.slice(sign.from, sign.to)
  if (operator === "+") {
    const whole = joined(parts[0], parts[1])
    if (whole !== null) return { kind: "text", text: whole, ...span }
  }
  if (operator === "%" && parts[0].kind === "text") {
    return { kind: "text", text: parts[0].text.replace(/%[-\d.]*[a-z]/g, "*"), ...span }
  }
  return { kind: "other", ...span }
}

/** @type {Reading} */
const member = (node, script) => {
  const [of, sign, name] = children(node)
  const span = { from: node.from, to: node.to }
  if (sign?.name === "." && name) {
    const word = script.slice(name.from, name.to)
    return { kind: "member", of: expression(of, script), name: word, at: name, ...span }
  }
  return sign?.name === "[" && name
    ? { kind: "item", of: expression(of, script), key: expression(name, script), ...span }
    : { kind: "other", ...span }
}

/** @type {Reading} */
const list = (node, script) => {
  const items = children(node).filter(({ name }) => !/^[[\](),]$|^Comment$/.test(name))
  return {
    kind: "list",
    items: items.map((item) => expression(item, script)),
    from: node.from,
    to: node.to,
  }
}

/** @type {Record<string, Reading>} */
const READINGS = {
  VariableName: name,
  MemberExpression: member,
  CallExpression: (node, script) => {
    const [of, ...rest] = children(node)
    const given = rest.find(({ name }) => name === "ArgList")
    const read = given ? argumentsOf(given, script) : { given: [], more: true }
    return { kind: "call", of: expression(of, script), ...read, from: node.from, to: node.to }
  },
  String: (node, script) => ({ kind: "text", text: text(node, script), from: node.from, to: node.to }),
  ContinuedString: (node, script) => ({
    kind: "text",
    text: children(node).map((part) => text(part, script)).join(""),
    from: node.from,
    to: node.to,
  }),
  Boolean: name,
  Number: (node, script) => ({
    kind: "number",
    value: Number(script.slice(node.from, node.to)),
    from: node.from,
    to: node.to,
  }),
  ParenthesizedExpression: (node, script) => expression(children(node)[1], script),
  BinaryExpression: binary,
  UnaryExpression: (node, script) => {
    const [sign, of] = children(node)
    const span = { from: node.from, to: node.to }
    return sign.name === "not" && of
      ? { kind: "not", parts: [expression(of, script)], ...span }
      : { kind: "other", ...span }
  },
  ArrayExpression: list,
  TupleExpression: list,
  Ellipsis: (node) => ({ kind: "any", from: node.from, to: node.to }),
}
READINGS.FormatString = READINGS.String

/**
 * The expression that a node of the tree is.
 * @type {Reading}
 */
export const expression = (node, script) => {
  const read = node && READINGS[node.name]
  return read ? read(node, script) : { kind: "other", from: node?.from ?? 0, to: node?.to ?? 0 }
}
