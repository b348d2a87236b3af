// Turns the Python files of a zip into byte code, in the Pyodide that will run it: compile.js PYODIDE IN OUT.
import { readFileSync, writeFileSync } from "node:fs"
import process from "node:process"
import { pathToFileURL } from "node:url"

const [folder, sources, compiled] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href)
const python = await loadPyodide({ indexURL: folder, env: { PYTHONHASHSEED: "0" } })
python.FS.writeFile("/compiler.py", readFileSync(new URL("compiler.py", import.meta.url)))
python.FS.writeFile("/in.zip", readFileSync(sources))
python.runPython(
  "import sys; sys.path.insert(0, '/'); import compiler; compiler.compile_all('/in.zip', '/out.zip')",
)
writeFileSync(compiled, python.FS.readFile("/out.zip"))
process.exit(0)
