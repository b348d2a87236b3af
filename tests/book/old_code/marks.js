// What the page for old code marks, told to the tests: rules and scripts come in as JSON, lines go out.
import { places, rule, Script } from "../../../docs/assets/old-code/rules.js"

const { rules, there, scripts } = JSON.parse(await new Response(Deno.stdin.readable).text())
/** @type {Record<string, Record<string, number[]>>} */
const marks = {}
for (const [name, text] of Object.entries(scripts)) {
  const script = new Script(text)
  marks[name] = {}
  for (const one of rules) {
    const lines = places(script, rule(one), there).map(({ from }) => text.slice(0, from).split("\n").length)
    if (lines.length) marks[name][one] = lines
  }
}
console.log(JSON.stringify(marks))
