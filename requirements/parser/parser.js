// The parser of Python that `docs/assets/old-code/` reads scripts with: `make parser` bundles it.
export { parser } from "@lezer/python"
