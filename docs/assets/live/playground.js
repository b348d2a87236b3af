// A place for code of the reader's own. It begins with what a block of the page shows, or with the code that
// its address holds, which nothing runs before the reader says so.
import { make } from "../make.js"
import { bench } from "./bench.js"
import { words } from "./words.js"

const MARK = "#code="
/** The longest code that an address holds, in characters. */
const LONGEST = 8000

/** @param {BodyInit} body @param {CompressionStream | DecompressionStream} way */
const through = async (body, way) => {
  const stream = /** @type {ReadableStream} */ (new Response(body).body).pipeThrough(way)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** @param {string} code */
const packed = async (code) => {
  const bytes = await through(code, new CompressionStream("deflate-raw"))
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")
}

/** @param {string} text */
const unpacked = async (text) => {
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
  const bytes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
  return new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")))
}

/** The blocks of the page that may run, each under the heading that stands above it. */
const beginnings = () =>
  [...document.querySelectorAll("article [data-live]")].map((block) => {
    let above = /** @type {Element | null} */ (block)
    while (above && !above.matches("h2, h3")) above = above.previousElementSibling
    return {
      script: block instanceof HTMLElement ? block.dataset.live ?? "" : "",
      title: above?.firstChild?.textContent?.trim() ?? "",
      code: block.querySelector("pre > code")?.textContent?.replace(/\n$/, "") ?? "",
    }
  })

/** @param {HTMLElement} place */
const start = async (place) => {
  const from = beginnings()
  if (!from.length) {
    place.textContent = words.without
    return
  }
  const note = make("p", { className: "live__note", role: "status" })
  let code = from[0].code
  let title = from[0].title
  if (location.hash.startsWith(MARK)) {
    try {
      code = await unpacked(location.hash.slice(MARK.length))
      title = words.sharedCode
    } catch {
      note.textContent = words.wrongLink
    }
  }
  const choose = make("select", {})
  const choices = title === words.sharedCode ? [{ title, code, script: "" }, ...from] : from
  choices.push({ title: words.empty, code: "", script: "" })
  choose.append(...choices.map((one) => make("option", { textContent: one.title })))

  const around = async () => {
    const same = from.find((one) => one.code === made.value)
    const record = same && await (await import("./files.js")).recorded(same.script)
    const output = record ? record.output + (record.error ?? "") : null
    return { before: [], files: record?.files ?? {}, changed: false, output }
  }
  /** What stands behind the address for the code as it is now: ready before anybody copies it. */
  let hash = ""
  const keep = async () => {
    const { value } = made
    const long = value.length > LONGEST
    note.textContent = long ? words.long : ""
    share.disabled = true
    const now = long ? "" : MARK + await packed(value)
    if (value !== made.value) return
    hash = now
    share.disabled = long
    const own = !from.some((one) => one.code === value)
    history.replaceState(history.state, "", location.pathname + location.search + (own ? hash : ""))
  }
  const made = await bench({
    name: "playground",
    label: words.playground,
    code,
    around,
    changed: () => keep(),
  })
  const share = make("button", { type: "button", textContent: words.share })
  share.addEventListener("click", async () => {
    const address = location.origin + location.pathname + hash
    try {
      await navigator.clipboard.writeText(address)
      note.textContent = words.shared
    } catch {
      note.textContent = address // where the page may not write it, the reader can copy it
    }
  })
  choose.addEventListener("change", () => {
    made.begin(choices[choose.selectedIndex].code)
  })
  place.replaceChildren(
    make("p", { className: "live__choices" }, make("label", {}, `${words.start} `, choose), " ", share),
    note,
    made.element,
  )
  if (!note.textContent) await keep()
}

for (const place of document.querySelectorAll(".playground")) start(/** @type {HTMLElement} */ (place))
