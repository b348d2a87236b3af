// Python and Keras for this page, in a worker. What runs there may ask for nothing, for a worker of the kind
// `blob:` has the policy of its page.
import { file, forget, manifest, once, opened } from "./files.js"
import { Stopped, Trouble } from "./words.js"
import { work } from "./worker.js"

/** @typedef {{type: string, message: string, line: number | null, text: string}} Failure */
/** @typedef {{error: Failure | null, seconds: number, cut: boolean, limited: boolean}} Ran */
/** @typedef {{value: string | null, error: string | null}} Value */
/** @typedef {{name: string, code: string, before: string[], files: Record<string, string>}} Script */
/**
 * What is heard while somebody waits: how many bytes of which part have come, that Python starts, what it prints.
 * @typedef {object} Heard
 * @property {(part: "python" | "keras", done: number, all: number) => void} loading
 * @property {() => void} starting
 * @property {() => void} running
 * @property {(stream: string, text: string) => void} printed
 */

/** The most seconds that a script may take. */
const SECONDS = 20
/** How long a worker may stay silent behind that, and how long the start may take. */
const [GRACE, START] = [4000, 90_000]
/** The most memory that Python may have. */
const MOST = 2 ** 30

/** @type {Set<Heard>} who waits for Python to come */
const waiting = new Set()

/** All that a worker is made of: the scripts, the compiled Python, the packed files. */
const pieces = once(async () => {
  const { version, info, files } = await manifest()
  const come = { python: 0, keras: 0 }
  const all = { python: files.loader.bytes + files.asm.bytes + files.wasm.bytes, keras: files.packed.bytes }
  /** @param {"python" | "keras"} part @param {import("./files.js").Part} one */
  const get = (part, one) =>
    file(version, one.path, (bytes) => {
      come[part] += bytes
      const behind = come.python < all.python ? "python" : "keras"
      for (const { loading } of waiting) loading(behind, come[behind], all[behind])
    })
  const [loader, asm, module, packed] = await Promise.all([
    get("python", files.loader).then(opened).then((answer) => answer.blob()),
    get("python", files.asm).then(opened).then((answer) => answer.blob()),
    get("python", files.wasm).then(opened).then(async (answer) =>
      WebAssembly.compile(await answer.arrayBuffer())
    ),
    get("keras", files.packed),
  ])
  return { info, module, packed, scripts: [loader, "\n", asm, "\n"] }
})

/** See that this browser can, before anything is fetched. */
const able = () => {
  if (!("DecompressionStream" in globalThis && "Worker" in globalThis && "TransformStream" in globalThis)) {
    throw new Trouble("old")
  }
  if (!("WebAssembly" in globalThis)) throw new Trouble("refused")
  try {
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)) // the smallest that there is
  } catch {
    throw new Trouble("refused")
  }
}

/** @typedef {{worker: Worker, ask: (task: object, answer: string, patience: number, heard?: Heard, handed?: Transferable[]) => Promise<any>, end: (why: Error) => void}} Python */

/** @type {Promise<Python> | undefined} */
let started
/** @type {Python | undefined} the worker that is there, started or not */
let alive

/** A worker in which Python and Keras are there. @returns {Promise<Python>} */
const start = async () => {
  try {
    able()
    return await begun(await pieces())
  } catch (error) {
    alive = started = undefined
    if (error instanceof Stopped) throw error
    if (error instanceof Trouble && !["hangs", "ended"].includes(error.kind)) throw error
    pieces.forget()
    await forget()
    throw error instanceof Trouble ? error : new Trouble("network")
  }
}

/** @param {Awaited<ReturnType<typeof pieces>>} made */
const begun = async ({ info, module, packed, scripts }) => {
  for (const { starting } of waiting) starting()
  const script = new Blob([...scripts, `(${work})()`], { type: "text/javascript" })
  const address = URL.createObjectURL(script)
  const python = talking(new Worker(address))
  alive = python
  try {
    const bytes = await (await opened(packed)).arrayBuffer()
    await python.ask({ kind: "start", module, packed: bytes, info, most: MOST }, "ready", START, undefined, [
      bytes,
    ])
    return python
  } catch (error) {
    python.end(new Stopped())
    throw error
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Questions to *worker*, one at a time. @param {Worker} worker @returns {Python} */
const talking = (worker) => {
  /** @type {{answer: string, heard?: Heard, resolve: (found: any) => void, reject: (why: Error) => void} | undefined} */
  let asked
  let timer = 0
  /** @type {Error | undefined} */
  let over
  const end = (/** @type {Error} */ why) => {
    over ??= why
    clearTimeout(timer)
    worker.terminate()
    if (alive?.worker === worker) alive = started = undefined
    asked?.reject(why)
    asked = undefined
  }
  worker.addEventListener("error", (event) => {
    event.preventDefault()
    end(new Trouble(/memory/i.test(event.message) ? "memory" : "ended"))
  })
  worker.addEventListener("message", ({ data }) => {
    if (data.kind === "printed") {
      for (const [stream, text] of data.pieces) asked?.heard?.printed(stream, text)
    } else if (data.kind === "failed") {
      const full = /memory|out of bounds|allocation/i.test(data.text)
      end(new Trouble(data.refused ? "refused" : full ? "memory" : "ended"))
    } else if (data.kind === asked?.answer) {
      clearTimeout(timer)
      asked?.resolve(data)
      asked = undefined
    }
  })
  return {
    worker,
    end,
    ask: (task, answer, patience, heard, handed = []) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over)
        asked = { answer, heard, resolve, reject }
        timer = setTimeout(() => end(new Trouble("hangs")), patience)
        worker.postMessage(task, handed)
      }),
  }
}

/** @type {(() => void) | undefined} ends the run that is on its way */
let ending
/** Settled once the worker has nothing to answer. @type {Promise<unknown>} */
let busy = Promise.resolve()
/** What the page and the worker share, where the host lets them: a word that Python looks at while it runs. */
const signal = globalThis.crossOriginIsolated ? new Int32Array(new SharedArrayBuffer(4)) : null

/** End what runs, if anything does: Python is asked to, where it can be, and else has to. */
export const stop = () => ending?.()

/**
 * Run *script*, and evaluate *expression* among its names, if there is one. What ran before is ended.
 * @param {Script} script
 * @param {Heard} heard
 * @param {string} [expression]
 * @returns {Promise<Ran & {value?: Value}>}
 * @throws {Trouble | Stopped}
 */
export const run = (script, heard, expression) => {
  stop()
  /** @type {Python | undefined} */
  let mine
  return new Promise((resolve, reject) => {
    const end = () => {
      ending = undefined
      reject(new Stopped())
      if (!mine) return
      const python = mine
      if (!signal) return python.end(new Stopped())
      Atomics.store(signal, 0, 1)
      const late = setTimeout(() => python.end(new Stopped()), 1000)
      busy.finally(() => clearTimeout(late))
    }
    ending = end
    const turn = async () => {
      waiting.add(heard)
      await busy
      started ??= start()
      const python = await started
      if (ending !== end) throw new Stopped()
      mine = python
      heard.running()
      const answer = answered(python, script, heard, expression)
      busy = answer.catch(() => {})
      return await answer
    }
    turn().then(resolve, reject).finally(() => {
      waiting.delete(heard)
      if (ending === end) ending = undefined
    })
  })
}

/**
 * @param {Python} python
 * @param {Script} script
 * @param {Heard} heard
 * @param {string | undefined} expression
 * @returns {Promise<Ran & {value?: Value}>}
 */
const answered = async (python, script, heard, expression) => {
  const patience = SECONDS * 1000 + GRACE
  let ran
  try {
    const { answer, limited } = await python.ask(
      { kind: "run", ...script, seconds: SECONDS, signal },
      "ran",
      patience,
      heard,
    )
    ran = { ...answer, limited }
  } catch (error) {
    if (!(error instanceof Trouble && error.kind === "hangs")) throw error
    return { error: null, seconds: SECONDS, cut: false, limited: true } // it heard no signal
  }
  if (expression === undefined || ran.error || ran.cut || ran.limited) return ran
  const { answer } = await python.ask(
    { kind: "evaluate", expression, seconds: SECONDS },
    "evaluated",
    patience,
  )
  return { ...ran, value: answer }
}

// Leaving the page ends what runs in it; a page that is kept for the way back holds no memory for it.
addEventListener("pagehide", () => {
  stop()
  alive?.end(new Stopped())
})
