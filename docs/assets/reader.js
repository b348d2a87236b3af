// Keeps the reader's place, across languages, whose headings share their ids, and into tabs; and tells
// screen readers what the theme leaves unsaid.
"use strict"

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-keep-place]")
  if (!link) return
  const passed = [...document.querySelectorAll("article [id]:is(h2, h3)")].filter(
    (heading) => heading.getBoundingClientRect().top < window.innerHeight / 3,
  )
  link.hash = passed.length ? passed[passed.length - 1].id : ""
})

// A proof may stand in a tab that is not open: open it, then go there.
const openTab = () => {
  const proof = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const block = proof?.closest(".tabbed-block")
  if (!block) return
  const place = [...block.parentElement.children].indexOf(block)
  const input = block.closest(".tabbed-set").querySelectorAll(":scope > input")[place]
  if (input && !input.checked) {
    input.click()
    proof.scrollIntoView()
  }
}
window.addEventListener("hashchange", openTab)
window.addEventListener("DOMContentLoaded", openTab)

// The theme puts the copy button of each block into a landmark of its own: too many to be told apart.
new MutationObserver(() => {
  for (const buttons of document.querySelectorAll("nav.md-code__nav:not([role])")) buttons.role = "none"
}).observe(document.querySelector("article"), { childList: true, subtree: true })
