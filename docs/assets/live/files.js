// The files that Python in a page is made of, and the scripts that pages show: all from this site, and kept by
// the browser.
import { Trouble } from "./words.js"

/** @typedef {{name: string, code: string, output: string}} Section */
/**
 * A script with its record, in all its parts; those with a name are shown on a page by themselves.
 * @typedef {{name: string, code: string, sections: Section[], output: string, error: string | null, files: Record<string, string>}} Recorded
 */
/** @typedef {{path: string, bytes: number}} Part */
/** @typedef {{version: string, keras: string, info: object, files: Record<"loader" | "asm" | "wasm" | "packed", Part>}} Manifest */

const BASE = new URL("../../live/", import.meta.url)
/** How long a download may stand still. */
const STALLED = 30_000
const KEPT = `live ${BASE.pathname} `
const MAGIC = [0x1f, 0x8b]

/** Where the browser keeps files of an edition, if it does. @param {string} version */
const shelf = async (version) => {
  try {
    return await caches.open(KEPT + version)
  } catch {
    return null // an address without TLS, or a reader who forbids sites to keep anything
  }
}

/**
 * An answer of this site, read to its end.
 * @param {URL} address
 * @param {RequestInit} how
 * @param {(bytes: number) => void} heard
 */
const fetched = async (address, how, heard = () => {}) => {
  const control = new AbortController()
  let timer = 0
  const patience = () => {
    clearTimeout(timer)
    timer = setTimeout(() => control.abort(), STALLED)
  }
  patience()
  try {
    const answer = await fetch(address, { ...how, signal: control.signal })
    if (!answer.ok || !answer.body) throw new Trouble(answer.status === 404 ? "missing" : "network")
    const counted = new TransformStream({
      transform(/** @type {Uint8Array} */ piece, out) {
        patience()
        heard(piece.byteLength)
        out.enqueue(piece)
      },
    })
    return await new Response(answer.body.pipeThrough(counted)).blob()
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble("network")
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A file of an edition, as the browser kept it, or else from the site.
 * @param {string} version
 * @param {string} path
 * @param {(bytes: number) => void} heard
 */
export const file = async (version, path, heard = () => {}) => {
  const address = new URL(path, BASE)
  const kept = await shelf(version)
  const known = await kept?.match(address)
  if (known) {
    const blob = await known.blob()
    heard(blob.size)
    return blob
  }
  const blob = await fetched(address, {}, heard)
  await kept?.put(address, new Response(blob)).catch(() => {}) // there may be no room
  return blob
}

/** A file without its compression, which a host may have taken off already. @param {Blob} blob */
export const opened = async (blob) => {
  const start = new Uint8Array(await blob.slice(0, 2).arrayBuffer())
  const zipped = MAGIC.every((byte, place) => start[place] === byte)
  return new Response(zipped ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob.stream())
}

/**
 * What is done once, and again only where it failed.
 * @template Done
 * @template {any[]} With
 * @param {(...given: With) => Promise<Done>} act
 */
export const once = (act) => {
  /** @type {Promise<Done> | undefined} */
  let doing
  const all = (/** @type {With} */ ...given) =>
    doing ??= act(...given).catch((error) => {
      doing = undefined
      throw error
    })
  return Object.assign(all, { forget: () => doing = undefined })
}

/**
 * What may be another the next time: asked anew, and what is known of it where there is no network.
 * @param {URL} address
 * @param {(found: any) => string | Promise<string>} version that of the edition in which it is kept
 */
const renewed = async (address, version) => {
  let found
  try {
    found = await fetched(address, { cache: "no-cache" })
  } catch (error) {
    const known = await globalThis.caches?.match(address).catch(() => undefined)
    if (!known) throw error
    found = await known.blob()
  }
  const read = JSON.parse(await found.text())
  const kept = await shelf(await version(read))
  await kept?.put(address, new Response(found)).catch(() => {})
  return read
}

/** What there is to fetch. Files of another edition go. */
export const manifest = once(async () => {
  /** @type {Manifest} */
  const read = await renewed(new URL("manifest.json", BASE), ({ version }) => version)
  for (const name of await globalThis.caches?.keys().catch(() => []) ?? []) {
    if (name.startsWith(KEPT) && name !== KEPT + read.version) caches.delete(name)
  }
  return read
})

/** @type {Map<string, () => Promise<Recorded>>} */
const records = new Map()
/** A script of this site with its record. @param {string} name such as `sequential/from_list` */
export const recorded = (name) => {
  if (!records.has(name)) {
    const address = new URL(`snippets/${name}.json`, BASE)
    const read = () => renewed(address, async () => (await manifest()).version)
    records.set(name, once(read))
  }
  return /** @type {() => Promise<Recorded>} */ (records.get(name))()
}

/** Forget what is kept: it may be none of ours, as of a network that answers for all others. */
export const forget = async () => {
  for (const name of await globalThis.caches?.keys().catch(() => []) ?? []) {
    if (name.startsWith(KEPT)) await caches.delete(name)
  }
}
