// Opens the proof of a number where the number stands: the expression, its value, in what it held and when.
// From there a way leads to the code, where the lines that matter are marked, and one leads back.
import { make } from "./make.js"

const WORDS = {
  zh: {
    proof: "的证明",
    holds: "其中有这段原文：",
    held: "成立于",
    run: "运行于",
    see: "看代码",
    copy: "复制表达式",
    copied: "已复制",
    back: "回到句子：",
    tried: "试一试",
  },
  en: {
    proof: ": its proof",
    holds: "It contains these words: ",
    held: "Held in",
    run: "Run on",
    see: "See the code",
    copy: "Copy the expression",
    copied: "Copied",
    back: "Back to the sentence: ",
    tried: "Try it",
  },
}
const words = WORDS[document.documentElement.lang === "zh" ? "zh" : "en"]
/** After how long a card opens under a mouse, and closes behind it. */
const [SOON, LATER] = [300, 400]
/** Names that stand in many expressions, and lead nowhere in the code. */
const COMMON =
  /^(?:abs|all|and|any|bool|dict|else|False|float|for|if|in|int|is|lambda|len|list|max|min|None|not|or|range|round|set|sorted|str|sum|True|tuple|type|zip)$/
const KEPT = "proof"

/** @typedef {{from: string, place: number, text: string, hash: string, path: string, said: string, value: string}} Question */

const claims = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("article a.claim")])
const runs = (document.querySelector(".verified")?.getAttribute("data-runs") ?? "").split(";")
const code = make("code", { className: "card__code" })
const value = make("p", { className: "card__value" })
const held = make("p", { className: "card__held" })
const see = make("a", { textContent: words.see })
const copy = make("button", { type: "button" })
const tryIt = make("button", { type: "button", textContent: words.tried })
const answer = make("p", { className: "card__answer" })
const card = make(
  "div",
  { className: "card", popover: "auto", role: "dialog", tabIndex: -1 },
  code,
  value,
  held,
  make("p", { className: "card__ways" }, see, tryIt, copy),
  answer,
)
document.body.append(card)

/** @type {HTMLAnchorElement | undefined} whose proof the card holds */
let shown
/** Whether it was asked for, and does not close behind the mouse. */
let pinned = false
/** @type {HTMLAnchorElement | undefined} whose asked-for card the pointer is about to close */
let closing
let timer = 0

const open = () => card.matches(":popover-open")

/**
 * The expression of a claim, and what it gave; of a quotation, the words that it contains.
 * @param {HTMLAnchorElement} claim
 */
const parts = (claim) => {
  const proof = claim.ariaDescription ?? claim.title
  const [said, ...rest] = proof.split(" → ")
  const quoted = /^(“.*”) (?:出自|in) (.*)$/s.exec(proof)
  return quoted
    ? { said: quoted[2], value: "", quoted: quoted[1] }
    : { said, value: rest.join(" → "), quoted: "" }
}

/** The block of this page that a claim asks, if it may run here. @param {HTMLAnchorElement} claim */
const liveBlock = (claim) => {
  const there = claim.pathname === location.pathname
  const block = there && document.getElementById(decodeURIComponent(claim.hash.slice(1)))
  return block instanceof HTMLElement && block.dataset.live ? block : undefined
}

/** @param {HTMLAnchorElement} claim */
const fill = (claim) => {
  const { said, value: gave, quoted } = parts(claim)
  const [day = "", ...versions] = (runs[Number(claim.dataset.run ?? 0)] ?? "").split("|").reverse()
  const proven = day && !claim.matches(".absent, .untrue")
  card.ariaLabel = `${claim.textContent}${words.proof}`
  code.textContent = said
  value.replaceChildren(
    quoted ? `${words.holds}${quoted}` : "→ ",
    quoted ? "" : make("code", { textContent: gave }),
  )
  value.hidden = !gave && !quoted
  held.textContent = proven ? `${words.held} ${versions.reverse().join(" · ")}\n${words.run} ${day}` : ""
  held.hidden = !proven
  see.href = claim.href
  copy.textContent = words.copy
  copy.hidden = !proven
  tryIt.hidden = !proven || Boolean(quoted) || !liveBlock(claim)
  answer.replaceChildren()
}

/** Where the browser cannot place the card at the number itself. */
const place = () => {
  if (!shown || CSS.supports("position-area: bottom")) return
  const number = shown.getBoundingClientRect()
  card.classList.add("card--placed")
  const { width, height } = card.getBoundingClientRect()
  const most = document.documentElement.clientWidth - width - 8
  const left = Math.max(8, Math.min(number.left + number.width / 2 - width / 2, most))
  const below = number.bottom + height + 8 < innerHeight || number.top < height + 8
  card.style.left = `${left + scrollX}px`
  card.style.top = `${(below ? number.bottom + 6 : number.top - height - 6) + scrollY}px`
}

/**
 * Open the card of a claim; to stay, and be read at once, if it is *asked* for.
 * @param {HTMLAnchorElement} claim
 * @param {boolean} asked
 */
const show = (claim, asked) => {
  clearTimeout(timer)
  if (open() && shown === claim && (pinned || !asked)) return
  if (open()) card.hidePopover()
  if (asked) claim.focus({ preventScroll: true })
  fill(claim)
  const within = claim.closest("[popover]") ?? document.body // a note stays open below the card of its number
  if (card.parentElement !== within) within.append(card)
  ;[shown, pinned] = [claim, asked]
  claim.ariaExpanded = "true"
  card.showPopover(/** @type {any} */ ({ source: claim }))
  card.scrollTop = 0
  place()
  if (asked) card.focus({ preventScroll: true })
}

/** A click on a claim, or Enter. @param {HTMLAnchorElement} claim @param {boolean} pressed */
export const ask = (claim, pressed) => {
  const closed = pressed && closing === claim
  closing = undefined
  if (!closed) show(claim, true)
}

/** A mouse comes to a claim. @param {HTMLAnchorElement} claim */
export const point = (claim) => {
  clearTimeout(timer)
  if (pinned && open()) return
  timer = setTimeout(() => claim.matches(":hover") && show(claim, false), SOON)
}

/** It goes. */
const leave = () => {
  clearTimeout(timer)
  if (!pinned) timer = setTimeout(() => open() && card.hidePopover(), LATER)
}

for (const claim of claims) claim.addEventListener("pointerleave", leave)
card.addEventListener("pointerleave", leave)
card.addEventListener("pointerenter", () => clearTimeout(timer))
card.addEventListener("pointerdown", () => pinned = true)
document.addEventListener("pointerdown", () => closing = pinned && open() ? shown : undefined, true)
card.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !card.contains(relatedTarget) && open()) card.hidePopover()
})
card.addEventListener("beforetoggle", (event) => {
  if (event.newState === "closed") shown?.removeAttribute("aria-expanded")
})
card.addEventListener("toggle", (event) => {
  if (event.newState === "open" || open() || !pinned) return
  pinned = false
  const here = document.activeElement
  if (!here || here === document.body || card.contains(here)) shown?.focus({ preventScroll: true })
})
tryIt.addEventListener("click", async () => {
  const block = shown && liveBlock(shown)
  if (!shown || !block) return
  const { said, value: before } = parts(shown)
  const { tried } = await import("./live/block.js")
  await tried(block, said, before, answer)
})
copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(code.textContent ?? "")
  copy.textContent = words.copied
})

/** @param {HTMLAnchorElement} claim @returns {Question} */
const question = (claim) => ({
  ...parts(claim),
  from: location.pathname,
  place: claims.indexOf(claim) + 1,
  text: claim.textContent ?? "",
  hash: claim.hash,
  path: claim.pathname,
})

see.addEventListener("click", (event) => {
  if (!shown || event.ctrlKey || event.metaKey || event.shiftKey) return
  const asked = question(shown)
  card.hidePopover()
  noteOf(shown)?.hidePopover()
  if (asked.path === location.pathname) {
    event.preventDefault()
    location.hash = asked.hash // at once: Firefox follows a link later, and then takes the focus away
    follow(asked)
  } else {
    sessionStorage.setItem(KEPT, JSON.stringify(asked))
  }
})

/**
 * The places of the lines of a block in which any of *names* or *value* stands.
 * @param {string} text
 * @param {string[]} names
 * @param {string} value
 */
const lines = (text, names, value) => {
  const escaped = (/** @type {string} */ word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
  const forms = /\d/.test(value) && value.length > 1 ? [value, value.replace(/(?<=\d),(?=\d{3})/g, "")] : []
  const wanted = [...names.map((name) => `(?<![\\w.])${name}(?!\\w)`)]
  wanted.push(...forms.map((form) => `(?<![\\w.,])${escaped(form)}(?!\\w|[.,]\\d)`))
  const found = wanted.length ? new RegExp(wanted.join("|")) : /(?!)/
  return text.split("\n").flatMap((line, place) => found.test(line) ? [place] : [])
}

/** @type {Element[]} what was added to the code that somebody asked for */
let added = []

/** Mark in the code what a claim asked, and offer the way back. @param {Question} asked */
const follow = (asked) => {
  for (const old of added) old.remove()
  added = []
  const target = document.getElementById(decodeURIComponent(asked.hash.slice(1)))
  const block = target?.closest(".highlight") ?? target?.querySelector(".highlight")
  if (!target || !block) return
  reveal(block)
  const bare = asked.said.replace(/(["'])(?:\\.|(?!\1).)*\1/g, "")
  const names = [...bare.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)].map(([name]) => name)
  const telling = [...new Set(names)].filter((name) => !COMMON.test(name))
  // Notes on the lines stand between a block and what it printed.
  for (
    let part = /** @type {Element | null} */ (block);
    part?.matches(".highlight, .notes");
    part = part.nextElementSibling
  ) {
    const shownCode = part.querySelector("pre > code")
    if (!shownCode) continue
    for (const line of lines(shownCode.textContent ?? "", part === block ? telling : [], asked.value)) {
      const mark = make("i", { className: "asked", ariaHidden: "true" })
      mark.style.setProperty("--line", `${line}`)
      shownCode.before(mark)
      added.push(mark)
    }
  }
  const back = make(
    "a",
    { className: "back", href: `${asked.from}#claim-${asked.place}` },
    "↩ ",
    words.back,
    asked.text,
  )
  back.addEventListener("click", (event) => {
    if (asked.from !== location.pathname) return
    event.preventDefault()
    for (const old of added) old.remove()
    go(asked.place)
  })
  const title = block.querySelector(".filename")
  if (title) title.append(back)
  else block.prepend(back)
  added.push(back)
  block.scrollIntoView()
  back.focus({ preventScroll: true })
}

/** The note on a line of code in which a claim stands. @param {HTMLElement} claim */
const noteOf = (claim) => /** @type {HTMLElement | null} */ (claim.closest(".code-note"))

/** Open whatever hides a part of the page. @param {Element} part */
const reveal = (part) => {
  for (
    let folded = part.closest("details");
    folded;
    folded = folded.parentElement?.closest("details") ?? null
  ) {
    folded.open = true
  }
}

/** Go to a claim, the first being one. @param {number} place */
const go = (place) => {
  const claim = claims[place - 1]
  if (!claim) return
  reveal(claim)
  const note = noteOf(claim)
  if (note && !note.matches(":popover-open")) {
    const mark = document.querySelector(`[popovertarget="${note.id}"]`)
    mark?.scrollIntoView({ block: "center" })
    note.showPopover(/** @type {any} */ ({ source: mark }))
  }
  claim.scrollIntoView({ block: "center" })
  claim.focus({ preventScroll: true })
}

/** See what a reader came for: the code of a claim on another page, or a claim on this one. */
export const arrive = () => {
  const back = /^#claim-(\d+)$/.exec(location.hash)
  if (back) go(Number(back[1]))
  const kept = sessionStorage.getItem(KEPT)
  if (!kept) return
  sessionStorage.removeItem(KEPT)
  /** @type {Question} */
  const asked = JSON.parse(kept)
  if (asked.path === location.pathname && asked.hash === location.hash) follow(asked)
}
