// Keeps the reader's place, across languages, whose headings share their ids, and into tabs; fetches what
// can be tried; and tells screen readers what the theme leaves unsaid.
"use strict"

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[data-keep-place]")
  if (!(link instanceof HTMLAnchorElement)) return
  const passed = [...document.querySelectorAll("article [id]:is(h2, h3)")].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
  )
  link.hash = passed.length ? passed[passed.length - 1].id : ""
})

// The backend that a reader chooses stays chosen, on this page and the next. What is of the Keras of 2018
// opens where it is asked for, and nowhere else.
const TAB = "tab"
const store = /** @type {{__md_get(key: string): unknown, __md_set(key: string, value: unknown): void}} */ (
  /** @type {unknown} */ (globalThis)
)
let choosing = false
/** @param {HTMLInputElement} input */
const choose = (input) => {
  choosing = true
  input.click()
  choosing = false
}
/** @param {unknown} name */
const chooseAll = (name) => {
  for (const label of document.querySelectorAll(".tabbed-labels > label")) {
    const input = label instanceof HTMLLabelElement && label.control
    if (input instanceof HTMLInputElement && !input.checked && label.textContent?.trim() === name) {
      choose(input)
    }
  }
}
document.addEventListener("change", ({ target }) => {
  if (choosing || !(target instanceof HTMLInputElement) || !target.matches(".tabbed-set > input")) return
  const set = /** @type {Element} */ (target.parentElement)
  const place = [...set.querySelectorAll(":scope > input")].indexOf(target)
  if (set.querySelectorAll(":scope > .tabbed-content > .tabbed-block")[place]?.querySelector("[data-then]")) {
    return
  }
  const before = set.getBoundingClientRect().top
  const name = target.labels?.[0].textContent?.trim()
  store.__md_set(TAB, name)
  chooseAll(name)
  scrollBy({ top: set.getBoundingClientRect().top - before, behavior: "instant" })
})
try {
  chooseAll(store.__md_get(TAB))
} catch {
  // a reader may have forbidden sites to keep anything
}

// A proof may stand in a tab that is not open: open it, then go there.
const openTab = () => {
  const proof = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const block = proof?.closest(".tabbed-block")
  const place = [...(block?.parentElement?.children ?? [])].findIndex((child) => child === block)
  const input = block?.closest(".tabbed-set")?.querySelectorAll(":scope > input")[place]
  if (input instanceof HTMLInputElement && !input.checked) {
    choose(input)
    proof?.scrollIntoView()
  }
}
addEventListener("hashchange", openTab)
addEventListener("DOMContentLoaded", openTab)

// The proof of a number opens in a card, which comes with the first number that somebody points at or goes
// to. Without it, and with a key that opens links elsewhere, a claim leads to its code.
/** @param {Event} event */
const claimOf = ({ target }) =>
  target instanceof Element
    ? /** @type {HTMLAnchorElement | null} */ (target.closest("article a.claim"))
    : null
const card = () => import("./card.js")
if ("popover" in document.documentElement) {
  for (const claim of document.querySelectorAll("article a.claim")) {
    claim.ariaHasPopup = "dialog"
    claim.ariaDescription = claim.getAttribute("title")
    claim.removeAttribute("title")
  }
  for (const kind of ["pointerover", "pointerdown", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const claim = claimOf(event)
      if (!claim) return
      const mouse = event instanceof PointerEvent && event.type === "pointerover" &&
        event.pointerType === "mouse"
      card().then(({ point }) => mouse && point(claim), () => {})
    })
  }
  document.addEventListener("click", (event) => {
    const claim = claimOf(event)
    if (!claim || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    card().then(({ ask }) => ask(claim, event.detail > 0), () => location.assign(claim.href))
  })
  const arrived = () => {
    try {
      return location.hash.startsWith("#claim-") || sessionStorage.getItem("proof")
    } catch {
      return false // a reader may have forbidden sites to keep anything
    }
  }
  if (arrived()) card().then(({ arrive }) => arrive())
}

// What a reader can try comes when its place is a screen away: most of a page is read without it.
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue
      near.unobserve(target)
      target.toggleAttribute("data-awaited", /^#(?:calculator|draw)/.test(location.hash))
      import(`./${target.dataset.script}`)
        .catch(() => target.append(target.querySelector("noscript")?.textContent ?? ""))
        .finally(() => requestAnimationFrame(() => setTimeout(() => target.removeAttribute("data-awaited"))))
    }
  },
  { rootMargin: "100%" },
)
for (const place of document.querySelectorAll("[data-script]:not([data-asked])")) near.observe(place)

// What is large and stands at the top of a page comes when a reader asks for it.
for (const place of document.querySelectorAll("[data-asked]")) {
  if (!(place instanceof HTMLElement)) continue
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = document.documentElement.lang === "zh"
    ? "点这里，写一个数字"
    : "Press here, then draw a digit"
  button.addEventListener("click", async ({ detail }) => {
    await import(`./${place.dataset.script}`)
    place.removeAttribute("data-asked")
    if (!detail) place.querySelector("button")?.focus() // the one that was pressed is gone
  })
  place.replaceChildren(button)
}
// What may run in the page has a button that says so; all else comes when it is pressed.
for (const block of document.querySelectorAll("[data-live]")) {
  if (!(block instanceof HTMLElement)) continue
  const zh = document.documentElement.lang === "zh"
  const button = document.createElement("button")
  button.type = "button"
  button.className = "live__run"
  button.textContent = zh ? "运行" : "Run"
  button.addEventListener("click", async () => {
    button.ariaBusy = "true"
    try {
      const { opened } = await import("./live/block.js")
      await opened(block, button)
    } catch {
      button.textContent = zh ? "连不上本站，请刷新再试" : "No connection: reload, and try again"
      button.ariaBusy = null
    }
  }, { once: true })
  block.querySelector(".filename")?.append(button)
}

// A note on a line of code is read at once when it opens; when it closes, its mark has the focus again.
for (const note of document.querySelectorAll(".code-note")) {
  if (!(note instanceof HTMLElement)) continue
  note.addEventListener("toggle", () => {
    if (note.matches(":popover-open") && !note.contains(document.activeElement)) {
      note.focus({ preventScroll: true })
    }
  })
}

// The address of a model that somebody has put together leads to where it is counted.
if (location.hash.startsWith("#calculator=")) document.querySelector(".calculator")?.scrollIntoView()

// What is wider than its place is marked, and moves with the arrow keys, once it has the focus. The theme sees
// to the latter only where there is a mouse; without one, it does the contrary, in the same frame.
const wide = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const moves = target.scrollWidth > target.clientWidth
    target.toggleAttribute("data-wide", moves)
    requestAnimationFrame(() =>
      moves ? target.setAttribute("tabindex", "0") : target.removeAttribute("tabindex")
    )
  }
})
for (const part of document.querySelectorAll("article pre > code")) wide.observe(part)

// The theme puts the copy button of each block into a landmark of its own: too many to be told apart. And
// it puts each table into a place in which it moves.
new MutationObserver(() => {
  for (const part of document.querySelectorAll(".md-typeset__scrollwrap:not([data-moves])")) {
    part.setAttribute("data-moves", "")
    wide.observe(part)
  }
  for (const buttons of document.querySelectorAll("nav.md-code__nav:not([role])")) buttons.role = "none"
}).observe(/** @type {HTMLElement} */ (document.querySelector("article")), { childList: true, subtree: true })
