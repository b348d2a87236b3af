# --8<-- [start:read]
import json
from pathlib import Path
from statistics import median

import matplotlib.pyplot as plt

file = Path(__file__).with_name("measured.json")
measured = json.loads(file.read_text(encoding="utf-8"))
sizes = {int(size): found for size, found in measured["sizes"].items()}
fewest, most = min(sizes), max(sizes)


def times(name, size=fewest):
    return sizes[size][name]["scenarios"]


def seconds(name, scenario="cold", size=fewest):
    return median(times(name, size)[scenario]["seconds"])


def peak(name, size=fewest):
    return max(times(name, size)["cold"]["peak"])


def ratio(name, scenario="cold", size=fewest):
    return seconds(name, scenario, size) / seconds("proof", scenario, size)


machine = measured["machine"]
print(f"{machine['processor']}, {machine['cores']} cores")
print(f"{machine['memory'] / 1024:.1f} GiB of memory, {machine['system']}")
for name, version in measured["versions"].items():
    print(f"{name:16}{version}")
print("measured:", measured["finished"][:10])
print("commit:", measured["commit"])
# --8<-- [end:read]

# --8<-- [start:table]
SCENARIOS = ["cold", "unchanged", "snippet", "page"]


def row(name, cells):
    print(f"{name:17}" + "".join(f"{cell:>11}" for cell in cells).rstrip())


row(f"{fewest} snippets", [*SCENARIOS, "rounds"])
for name in sizes[fewest]:
    found = times(name)
    cells = [f"{seconds(name, s):.1f} s" if s in found else "" for s in SCENARIOS]
    row(name, [*cells, len(found["cold"]["seconds"])])
# --8<-- [end:table]

# --8<-- [start:ratios]
row(f"{fewest} snippets", SCENARIOS)
for name in sizes[fewest]:
    found = times(name)
    row(name, [f"{ratio(name, s):.2f} ×" if s in found else "" for s in SCENARIOS])
# --8<-- [end:ratios]

# --8<-- [start:memory]
row(f"{fewest} snippets", [measured["memory"], "as alone"])
for name, found in sizes[fewest].items():
    alone = found["as_alone"]
    row(name, [f"{peak(name):,} MiB", "" if alone is None else f"{alone} of {fewest}"])
# --8<-- [end:memory]


# --8<-- [start:growth]
def per_snippet(name):
    more = seconds(name, "cold", most) - seconds(name)
    return more / (most - fewest)


plt.figure(figsize=(7, 4))
row("cold, of", sizes)
for name in sizes[most]:
    y = [seconds(name, "cold", size) for size in sizes]
    row(name, [f"{s:.1f} s" for s in y])
    plt.plot(list(sizes), y, marker="o", label=name)
plt.xlabel("snippets")
plt.ylabel("seconds, cold")
plt.legend(frameon=False)
plt.show()

row("one edited, of", sizes)
for name in ["fork-server-2", "proof"]:
    row(name, [f"{seconds(name, 'snippet', size):.1f} s" for size in sizes])

left_out = measured["left_out"]
row("left out of", sizes)
for name in left_out[str(most)]:
    needed = [left_out[str(size)].get(name) for size in sizes]
    row(name, [f"{s / 60:.0f} min" if s else "" for s in needed])
# --8<-- [end:growth]

# --8<-- [start:saved]
for size, saved in measured["saved"].items():
    for kind, waited in saved.items():
        print(f"{size:>4} snippets, a {kind} saved: {median(waited):5.1f} s")
# --8<-- [end:saved]
