// Which places of a script a rule is about. A rule is an expression of Python: `keras.layers.Dense(init=...)` is
// each call of `Dense` with that argument, whatever the script calls `Dense`; `optimizer.lr` is each place that
// reads this part, and `optimizer.lr = ...` each that writes it.
import { EVERYTHING, ofKeras, Script } from "./origins.js"
import { children, expression, tree } from "./syntax.js"

/**
 * @typedef {import("./syntax.js").Call} Call
 * @typedef {import("./syntax.js").Expression} Expression
 * @typedef {import("./syntax.js").Span} Span
 */

/** What stands in a rule for each object of a kind: where such an object comes from. */
const MODEL =
  /^keras(?:\.\w+)*\.(?:Sequential|Model|load_model|clone_model|model_from_json|model_from_yaml|multi_gpu_model)\(\)$|^keras\.applications\.(?:\w+\.)?[A-Z]\w*\(\)$|^\*\.(?:Sequential|Model)\(\)$/
/** @type {Record<string, (origin: string, node: Expression) => boolean>} */
const KINDS = {
  model: (origin) => MODEL.test(origin) || /^\?/.test(origin),
  layer: (origin) =>
    !MODEL.test(origin) &&
    /^(?:keras\.layers(?:\.\w+)*|\*)\.[A-Z]\w*\(\)$|\.(?:layers\[\]|get_layer\(\))$/.test(origin),
  optimizer: (origin) => /^(?:keras\.optimizers|\*)\.\w+\(\)$|\.optimizer$/.test(origin),
  history: (origin) => /^(?:keras|\*|\?)/.test(origin),
  logs: (_, node) => node.kind === "name" && node.name === "logs",
  self: (_, node) => node.kind === "name" && node.name === "self",
}

/** What stands in a rule for each of its kind. */
const EACH = ["keras.layers.Layer", "keras.optimizers.Optimizer"]

/**
 * What an expression names: `keras.layers.Dense`, or `keras.backend.*` for `keras.backend[...]`, which is each of
 * them; "" where it names nothing.
 * @param {Expression} of
 * @returns {string}
 */
const named = (of) => {
  if (of.kind === "name") return of.name
  if (of.kind === "item" && of.key.kind === "any" && named(of.of)) return `${named(of.of)}.${EVERYTHING}`
  const before = of.kind === "member" ? named(of.of) : ""
  return of.kind === "member" && before ? `${before}.${of.name}` : ""
}

/** @param {string} path */
const within = (path, /** @type {string} */ place) => path === place || path.startsWith(`${place}.`)

/**
 * Whether two paths name one thing to call: layers have stood in many modules.
 * @param {string} path
 * @param {string} origin
 */
const same = (path, origin) => {
  const [, group, ...rest] = path.split(".")
  const name = rest.pop() ?? group
  const parts = origin.split(".")
  const called = (parts.pop() ?? "").replace(/^Convolution(?=[123]D$)/, "Conv")
  if (!EACH.includes(path) && called !== name) return false
  return parts[0] === EVERYTHING ||
    (parts[0] === "keras" && (parts.length === 1 || parts[1] === group || parts[1] === "engine"))
}

/**
 * Whether a value is such as a rule asks for.
 * @param {Script} script
 * @param {Expression} asked
 * @param {Expression} written
 * @returns {boolean}
 */
const fits = (script, asked, written) => {
  const value = script.value(written)
  if (asked.kind === "any") return true
  if (asked.kind === "name" && asked.name === "int") return value.kind !== "list" && value.kind !== "text"
  if (asked.kind === "name") return value.kind === "name" && value.name === asked.name
  if (asked.kind === "number") return value.kind === "number" && value.value === asked.value
  if (asked.kind === "text") {
    const pieces = asked.text.split("*").map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    return value.kind === "text" && new RegExp(`^${pieces.join("[^]*")}$`).test(value.text)
  }
  if (asked.kind !== "list" || value.kind !== "list") return false
  return asked.items.every((one) => value.items.some((item) => fits(script, one, item)))
}

/**
 * Where the arguments stand that a rule asks for; null where a call lacks one.
 * @param {Script} script
 * @param {Call} asked
 * @param {Call} call
 * @returns {Span[] | null}
 */
const givenAs = (script, asked, call) => {
  const places = call.given.filter(({ name }) => !name)
  const found = []
  for (const [index, { name, value }] of asked.given.entries()) {
    const given = name ? call.given.find((one) => one.name === name) : places[index]
    if (!given || !fits(script, value, given.value)) return null
    const written = value.kind === "text" ? script.value(given.value) : given.value
    if (written !== given.value) found.push(written)
    else if (name) found.push(given.at)
  }
  return found
}

/**
 * Where an expression of the script is what a rule asks for; null where it is not.
 * @param {Script} script
 * @param {Expression} asked
 * @param {Expression} node
 * @returns {Span | null}
 */
const place = (script, asked, node) => {
  if (asked.kind !== node.kind) return null
  if (asked.kind === "member" && node.kind === "member") {
    if (asked.of.kind !== "name" || asked.name !== node.name) return null
    return KINDS[asked.of.name]?.(ofKeras(script.origin(node.of)), node.of) ? node.at : null
  }
  if (asked.kind === "item" && node.kind === "item") {
    if (!fits(script, asked.key, node.key)) return null
    const part = asked.of.kind === "member" ? `.${asked.of.name}` : ""
    return part && script.origin(node.of).endsWith(part) && !script.origin(node.of).startsWith("#")
      ? node.key
      : null
  }
  if (asked.kind !== "call" || node.kind !== "call") return null
  const path = named(asked.of)
  const at = node.of.kind === "member" ? node.of.at : node.of
  if (
    path.startsWith("keras.")
      ? !same(path, ofKeras(script.origin(node.of)))
      : !place(script, asked.of, node.of)
  ) {
    return null
  }
  const found = givenAs(script, asked, node)
  return found && (found[0] ?? at)
}

/**
 * The places in which a script names what a path names: where it is imported, and where it is used without.
 * @param {Script} script
 * @param {string} path
 * @param {(path: string) => boolean} except what the rule is not about
 * @returns {Span[]}
 */
const namings = (script, path, except) => {
  const every = path.endsWith(`.${EVERYTHING}`) && path.slice(0, -EVERYTHING.length - 1)
  const asked = (/** @type {string} */ origin) => {
    const own = ofKeras(origin)
    return (every ? own !== every && within(own, every) : within(own, path)) && !except(origin)
  }
  const found = script.imports.filter((one) => asked(one.path)).map(({ at }) => at)
  for (const node of script.expressions) {
    if (node.kind === "name") {
      const origin = script.origin(node)
      const starred = origin.startsWith(`${EVERYTHING}.`) ? script.everythingOf : []
      if (starred.some((module) => asked(origin.replace(EVERYTHING, module)))) found.push(node)
    } else if (node.kind === "member" && asked(script.origin(node)) && !asked(script.origin(node.of))) {
      found.push(node.at)
    }
  }
  return found
}

/**
 * The parts of `A and not B and not C`, which the parser reads as `A and not (B and not C)`.
 * @param {Expression} of
 * @returns {{ asked: Expression[], not: Expression[] }}
 */
const parts = (of) => {
  if (of.kind !== "and" && of.kind !== "not") return { asked: [of], not: [] }
  const found = of.parts.map(parts)
  const asked = found.flatMap((one) => one.asked)
  const not = found.flatMap((one) => one.not)
  return of.kind === "not" ? { asked: [], not: [...asked, ...not] } : { asked, not }
}

/**
 * A rule, ready to be asked.
 * @param {string} text
 */
export const rule = (text) => {
  const [statement] = children(tree(text))
  const { asked: [asked], not } = parts(expression(children(statement)[0], text))
  return { text, asked, not, assigned: statement.name === "AssignStatement" }
}

/**
 * Where a script has what a rule is about, in the order of the script.
 * @param {Script} script
 * @param {ReturnType<typeof rule>} rule
 * @param {string[]} there what TensorFlow's Keras still has, such as `tensorflow.keras.backend`
 * @returns {Span[]}
 */
export const places = (script, { asked, not, assigned }, there = []) => {
  const path = named(asked)
  if (path.startsWith("keras.")) {
    const others = not.map(named)
    return namings(
      script,
      path,
      (origin) =>
        others.some((other) => within(ofKeras(origin), other)) || there.some((one) => within(origin, one)),
    )
  }
  const elsewhere = not.filter((one) => one.kind !== asked.kind || named(of(one)) !== named(of(asked)))
  if (elsewhere.some((one) => script.expressions.some((node) => place(script, one, node)))) return []
  const found = []
  for (const node of script.expressions) {
    const at = assigned === script.assigned.has(node.to) && place(script, asked, node)
    if (at && !not.some((one) => place(script, one, node))) found.push(at)
  }
  return found
}

/** @param {Expression} asked */
const of = (asked) => "of" in asked ? asked.of : asked

export { Script }
