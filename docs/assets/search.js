// Fetches the search when a reader first opens it, or comes from it. Stands before the theme's bundle,
// which would fetch it with every page: its index alone outweighs a page.
"use strict"
{
  // The theme closes the search a moment after a page with a `#` is there, under whoever has begun to type.
  // Then Enter would send the form, which the policy of the page forbids: it goes to the first result.
  document.forms.namedItem("search")?.addEventListener("submit", (event) => {
    event.preventDefault()
    document.querySelector(/** @type {"a"} */ (".md-search-result__link"))?.click()
  })

  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"))
  /** @type {Promise<unknown>} */
  const opened = new Promise((resolve) => {
    if (toggle.checked || new URLSearchParams(location.search).has("h")) resolve(true)
    toggle.addEventListener("change", resolve, { once: true })
  })
  /** @param {any} message */
  const same = (message) => message
  const asked = opened.then(() => import("./asked.js")).catch(() => ({ sent: same, found: same }))

  // The index: the theme asks for nothing else in this way.
  const send = XMLHttpRequest.prototype.send
  /** @param {XMLHttpRequestBodyInit | Document | null} [body] */
  XMLHttpRequest.prototype.send = function (body) {
    opened.then(() => send.call(this, body))
  }

  const Started = Worker
  globalThis.Worker = /** @type {any} */ (
    class extends EventTarget {
      /** @param {string | URL} address */
      constructor(address) {
        super()
        // That of the page's Python, which is no search (`live/python.js`).
        if (String(address).startsWith("blob:")) return /** @type {any} */ (new Started(address))
        /** @type {Promise<Worker>} */
        this.started = opened.then(() => {
          const worker = new Started(address)
          worker.addEventListener("message", ({ data }) => {
            asked.then(({ found }) => this.dispatchEvent(new MessageEvent("message", { data: found(data) })))
          })
          return worker
        })
      }

      /** @param {unknown} message */
      postMessage(message) {
        Promise.all([this.started, asked]).then(([worker, { sent }]) => worker.postMessage(sent(message)))
      }
    }
  )
}
