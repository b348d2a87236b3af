// Runs scripts in the packed Python, one after the other as a page does: run_packed.js PYODIDE PACKED JOBS OUT.
import { readFileSync, writeFileSync } from "node:fs"
import process from "node:process"
import { pathToFileURL } from "node:url"
import { gunzipSync } from "node:zlib"

const [folder, packed, jobs, out] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href)

const whole = gunzipSync(readFileSync(packed))
const length = whole.readUInt32LE(0)
/** @type {Record<string, [number, number]>} */
const index = JSON.parse(whole.toString("utf8", 4, 4 + length))
const held = (/** @type {string} */ name) => {
  const [at, size] = index[name]
  return new Uint8Array(whole.subarray(4 + length + at, 4 + length + at + size))
}

const library = `${out}.std.zip`
writeFileSync(library, held("std.zip"))
const env = { HOME: "/home/pyodide", KERAS_BACKEND: "numpy", PYTHONHASHSEED: "0" }
const python = await loadPyodide({ indexURL: folder, stdLibURL: library, env })
for (const name of Object.keys(index)) {
  if (name.startsWith("/")) {
    python.FS.mkdirTree(name.slice(0, name.lastIndexOf("/")))
    python.FS.writeFile(name, held(name))
  }
}
const page = python.pyimport("page")
const results = []
for (const { name, code, before, files, expression } of JSON.parse(readFileSync(jobs, "utf8"))) {
  const printed = { stdout: "", stderr: "" }
  const write = (/** @type {"stdout" | "stderr"} */ stream, /** @type {string} */ text) => {
    printed[stream] += text
  }
  const answer = page.run(name, code, python.toPy(before), python.toPy(files), write)
  const value = expression ? JSON.parse(page.evaluate(expression)) : null
  results.push({ ...JSON.parse(answer), ...printed, value })
}
writeFileSync(out, JSON.stringify(results))
process.exit(0)
