// The link to the other language leads to the same place on the same page: headings share their ids.
"use strict"
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-keep-place]")
  if (!link) return
  const passed = [...document.querySelectorAll("article [id]:is(h2, h3)")].filter(
    (heading) => heading.getBoundingClientRect().top < window.innerHeight / 3,
  )
  link.hash = passed.length ? passed[passed.length - 1].id : ""
})
