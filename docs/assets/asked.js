// Turns what readers type into what the index of the search has: unspaced, traditional, by another name, with
// a slip, or a pasted message; and puts first where a message stands as it was pasted.

/** @typedef {{location: string, title: string, text: string, tags?: string[]}} Entry */
/** @typedef {{location: string}[][]} Groups */

/** @type {{base: string}} */
const { base } = JSON.parse(document.getElementById("__config")?.textContent ?? "{}")
/** @type {{also: Record<string, string>, menu: string[], traditional: string}} */
const words = await (await fetch(`${base}/search/words.json`)).json()
const simple = new Map(words.traditional.match(/../gu)?.map(([old, now]) => [old, now]))
const terms = [...Object.keys(words.also), ...Object.values(words.also)].sort((a, b) => b.length - a.length)
const names = new RegExp(terms.map((term) => /^\w/.test(term) ? `\\b${term}\\b` : term).join("|"), "giu")
const HAN = "\\p{sc=Han}"
const SEAM = new RegExp(`(?<=${HAN})(?=[\\w(])|(?<=[\\w)])(?=${HAN})`, "gu")
const OUTSIDE = new RegExp(`(?<!\\d)[.,]|[.,](?!\\d)|[^\\w.,${HAN}]+`, "gu")
/** What is said around a question, and asks nothing. */
const AROUND =
  /是什么意思|什么意思|是什么|什么是|怎么用|怎么看|怎样|如何|区别|的|和|与|\b(?:how (?:do i|to)|what (?:is|does)|vs|versus|the|an?|of|and)\b/giu
/** So many words in a row tell one message from another. */
const ROW = 3

/** @type {Entry[]} */
let entries = []
/** @type {Map<string, number>} how often each Latin word stands in the index */
const known = new Map()
/** @type {Map<string, string> | undefined} the words of each entry, one after the other */
let running
let typed = ""

/** @param {string} text */
const plain = (text) => text.replace(/<[^>]*>|&#?\w+;/g, " ").replaceAll("\u200b", "")

/** @param {string} text the words of a text, parted by single spaces */
const row = (text) => plain(text).toLowerCase().replace(new RegExp(`[^\\w${HAN}]+`, "gu"), " ").trim()

/** Whether one slip makes one word of the other. @param {string} a @param {string} b */
const near = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [left, right] = [a.slice(start), b.slice(start)]
  return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
}

/** A Latin word as the index has it. @param {string} word */
const spelt = (word) => {
  const small = word.toLowerCase()
  if (!/^[a-z_]{5,}$/.test(small) || known.has(small)) return word
  const found = [...known].filter(([other]) => other.startsWith(small) || near(small, other))
  if (found.some(([other]) => other.startsWith(small))) return word
  return found.sort((a, b) => b[1] - a[1])[0]?.[0] ?? word
}

/** @param {string} query */
const asked = (query) => {
  const simplified = query.normalize("NFKC").replace(/./gu, (sign) => simple.get(sign) ?? sign)
  const named = simplified.replace(names, (word) => {
    const term = words.also[word.toLowerCase()]
    return !term || known.has(word.toLowerCase()) ? word : term
  })
  const bare = named.replace(AROUND, " ")
  const telling = row(bare) && !begun(named) ? bare : named
  const dotted = /^\s*[a-z_]\w*(?:\.[a-z_]\w*)+\b/i.exec(telling)?.[0].split(".").pop() ?? ""
  const parted = telling.replace(SEAM, " ").replace(OUTSIDE, " ").trim().split(/\s+/)
  if (parted.length < 5 && known.has(dotted.toLowerCase())) return dotted
  return parted.filter((word) => parted.length < ROW || word.length > 1 || /[^a-z]/i.test(word)).map(spelt)
    .join(" ")
}

/** The title of a page without its spaces. @param {string} text */
const close = (text) => row(text).replaceAll(" ", "")

/** Which page has a title that begins like a query. @param {string} query */
const begun = (query) => {
  const [asked, said] = [close(query), row(query).split(" ")]
  return entries.find(({ location, title }) =>
    !location.includes("#") &&
    (new RegExp(HAN, "u").test(asked) ? close(title).startsWith(asked) : alike(said, title))
  )
}

/** Whether a title begins with words like *said*. @param {string[]} said @param {string} title */
const alike = (said, title) => {
  const words = row(title).split(" ")
  return said.every((word, place) => words[place]?.startsWith(word) && words[place].length < word.length + 4)
}

/** What the search is sent, with the index or what is typed made ready. @param {any} message */
export const sent = (message) => {
  if (message.type === 0) {
    entries = message.data.docs
    for (const { title, text } of entries) {
      for (const [word] of plain(`${title} ${text}`).toLowerCase().matchAll(/[a-z_]{2,}/g)) {
        known.set(word, (known.get(word) ?? 0) + 1)
      }
    }
  }
  if (message.type !== 2) return message
  typed = message.data
  return { ...message, data: asked(typed) }
}

/** The groups of results, those first whose *rank* is higher. @param {any} message @param {(group: any[]) => number} rank */
const ranked = (message, rank) => {
  /** @type {Groups} */
  const groups = message.data.items
  const items = groups.map((group) => ({ group, place: rank(group) })).sort((a, b) => b.place - a.place)
  return { ...message, data: { ...message.data, items: items.map(({ group }) => group) } }
}

/**
 * What the search found. First come the pages on which most of a pasted message stands; or else those that say
 * that they are found by what was typed, those whose title begins with it, in the order of the menu, and those
 * with a heading that has each word of it.
 * @param {any} message
 */
export const found = (message) => {
  if (message.type !== 3) return message
  const said = row(typed).split(" ")
  running ??= new Map(entries.map(({ location, title, text }) => [location, ` ${row(`${title} ${text}`)} `]))
  const rows = said.slice(ROW - 1).map((_, place) => ` ${said.slice(place, place + ROW).join(" ")} `)
  /** @param {{location: string}} entry */
  const count = ({ location }) => {
    const text = running?.get(location) ?? ""
    return rows.filter((words) => text.includes(words)).length
  }
  const most = rows.length ? Math.max(0, ...entries.map(count)) : 0
  if (most && 2 * most >= rows.length && /[:'"(){}[\]]/.test(typed)) {
    for (const group of message.data.items) {
      group.sort((/** @type {Entry} */ a, /** @type {Entry} */ b) => count(b) - count(a))
    }
    return ranked(message, (group) => Math.max(...group.map(count)))
  }
  const wanted = row(asked(typed))
  const each = wanted.split(" ")
  const known = new Map(entries.map((entry) => [entry.location, { ...entry, title: row(entry.title) }]))
  return ranked(message, (group) => {
    const page = known.get(group[0].location.split("#")[0])
    const named = page?.tags?.some((tag) => row(tag) === wanted) ? 4 : 0
    const begins = page && (close(page.title).startsWith(close(typed)) || alike(each, page.title))
    if (begins) return named + 3 - words.menu.indexOf(page.location) / words.menu.length
    if (named) return named
    const heads = group.map(({ location }) => known.get(location)?.title ?? "")
    return Number(each.length > 1 && heads.some((title) => each.every((word) => title.includes(word))))
  })
}
