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

// A proof may stand in a tab that is not open: open it, then go there.
const openTab = () => {
  const proof = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const block = proof?.closest(".tabbed-block")
  const place = [...(block?.parentElement?.children ?? [])].findIndex((child) => child === block)
  const input = block?.closest(".tabbed-set")?.querySelectorAll(":scope > input")[place]
  if (input instanceof HTMLInputElement && !input.checked) {
    input.click()
    proof?.scrollIntoView()
  }
}
addEventListener("hashchange", openTab)
addEventListener("DOMContentLoaded", openTab)

// What a reader can try comes when its place is a screen away: most of a page is read without it.
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue
      near.unobserve(target)
      import(`./${target.dataset.script}`)
    }
  },
  { rootMargin: "100%" },
)
for (const place of document.querySelectorAll("[data-script]")) near.observe(place)

// The theme puts the copy button of each block into a landmark of its own: too many to be told apart.
new MutationObserver(() => {
  for (const buttons of document.querySelectorAll("nav.md-code__nav:not([role])")) buttons.role = "none"
}).observe(/** @type {HTMLElement} */ (document.querySelector("article")), { childList: true, subtree: true })
