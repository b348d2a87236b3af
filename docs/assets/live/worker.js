// What the worker does: Python and Keras in it, from what the page hands over. It asks for nothing itself.

/**
 * The worker's own script, written out behind Pyodide's two: it may use nothing that stands around it here.
 * What the page asks:
 * `{kind: "start", module, packed, info, most}`, once: answered by `{kind: "ready"}`;
 * `{kind: "run", name, code, before, files, seconds, signal}`: by `{kind: "printed", pieces}`, then `{kind: "ran"}`;
 * `{kind: "evaluate", expression, seconds}`: by `{kind: "evaluated"}`.
 * Whatever goes wrong is `{kind: "failed", text, refused}`.
 */
export const work = () => {
  const here = /** @type {any} */ (globalThis)
  const INDEX = "https://python.invalid/"
  const FLUSH = 50
  const PAGE = 65536
  const INTERRUPT = 2
  /** @type {{end: number, reached: boolean, signal: Int32Array | null}} */
  const limit = { end: Infinity, reached: false, signal: null }
  /** @type {any} */
  let python
  /** @type {any} */
  let runner

  /** Where Python looks for a signal now and then: the time that is up, or the page, where both share memory. */
  const signals = {
    get 0() {
      if (limit.signal && Atomics.exchange(limit.signal, 0, 0)) return INTERRUPT
      if (performance.now() < limit.end) return 0
      limit.end = Infinity
      limit.reached = true
      return INTERRUPT
    },
    set 0(_) {
      // it has been heard
    },
  }

  /** The files within a packed one: where each begins and how long it is stands before them. @param {ArrayBuffer} packed */
  const unpacked = (packed) => {
    const size = new DataView(packed).getUint32(0, true)
    /** @type {Record<string, [number, number]>} */
    const index = JSON.parse(new TextDecoder().decode(new Uint8Array(packed, 4, size)))
    return new Map(
      Object.entries(index).map((
        [name, [start, length]],
      ) => [name, new Uint8Array(packed, 4 + size + start, length)]),
    )
  }

  /** Have Python's memory end somewhere, which is then a MemoryError. @param {number} most in bytes */
  const bounded = (most) => {
    const grow = WebAssembly.Memory.prototype.grow
    WebAssembly.Memory.prototype.grow = function (/** @type {number} */ pages) {
      if (this.buffer.byteLength + pages * PAGE > most) throw new RangeError("the page's Python has a bound")
      return grow.call(this, pages)
    }
  }

  /** @param {{module: WebAssembly.Module, packed: ArrayBuffer, info: object, most: number}} task */
  const start = async ({ module, packed, info, most }) => {
    bounded(most)
    const files = unpacked(packed)
    const handed = /** @type {Record<string, () => BodyInit>} */ ({
      "pyodide.asm.wasm": () => "",
      "pyodide-lock.json": () => JSON.stringify({ info, packages: {} }),
      "std.zip": () => /** @type {Uint8Array<ArrayBuffer>} */ (files.get("std.zip")),
    })
    here.fetch = (/** @type {string | URL | Request} */ asked) => {
      const name = String(asked instanceof Request ? asked.url : asked).replace(INDEX, "")
      return name in handed
        ? Promise.resolve(new Response(handed[name]()))
        : Promise.reject(new TypeError("Python in this page has no network"))
    }
    WebAssembly.instantiateStreaming = async (_, imports) => ({
      module,
      instance: await WebAssembly.instantiate(module, imports),
    })
    python = await here.loadPyodide({
      indexURL: INDEX,
      stdLibURL: `${INDEX}std.zip`,
      env: { HOME: "/home/pyodide", KERAS_BACKEND: "numpy", PYTHONHASHSEED: "0" },
    })
    for (const [path, content] of files) {
      if (!path.startsWith("/")) continue
      python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")))
      python.FS.writeFile(path, content, { canOwn: true })
    }
    python.pyimport("importlib").invalidate_caches()
    runner = python.pyimport("page") // which imports Keras
    python.setInterruptBuffer(signals)
    postMessage({ kind: "ready" })
  }

  /** @param {number} seconds @param {() => string} call */
  const within = (seconds, call) => {
    limit.reached = false
    limit.end = performance.now() + seconds * 1000
    try {
      return JSON.parse(call())
    } finally {
      limit.end = Infinity
    }
  }

  /** @param {{name: string, code: string, before: string[], files: object, seconds: number, signal: Int32Array | null}} task */
  const run = ({ name, code, before, files, seconds, signal }) => {
    /** @type {[string, string][]} */
    let pieces = []
    let last = 0
    const flush = () => {
      if (pieces.length) postMessage({ kind: "printed", pieces })
      pieces = []
      last = performance.now()
    }
    const write = (/** @type {string} */ stream, /** @type {string} */ text) => {
      const piece = pieces.at(-1)
      if (piece?.[0] === stream) piece[1] += text
      else pieces.push([stream, text])
      if (performance.now() - last > FLUSH) flush()
    }
    limit.signal = signal
    const answer = within(
      seconds,
      () => runner.run(name, code, python.toPy(before), python.toPy(files), write),
    )
    limit.signal = null
    flush()
    postMessage({ kind: "ran", answer, limited: limit.reached })
  }

  here.onmessage = async (/** @type {MessageEvent<any>} */ { data }) => {
    try {
      if (data.kind === "start") await start(data)
      else if (data.kind === "run") run(data)
      else {
        const answer = within(data.seconds, () => runner.evaluate(data.expression))
        postMessage({ kind: "evaluated", answer, limited: limit.reached })
      }
    } catch (error) {
      const refused = error instanceof WebAssembly.CompileError
      postMessage({ kind: "failed", text: String(error), refused })
    }
  }
}
