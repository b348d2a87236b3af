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

print(f"{fewest} snippets" + "".join(f"{name:>11}" for name in SCENARIOS))
for name in sizes[fewest]:
    found = times(name)
    print(f"{name:18}", end="")
    for scenario in SCENARIOS:
        known = scenario in found
        print(f"{seconds(name, scenario):9.1f} s" if known else " " * 11, end="")
    print()
# --8<-- [end:table]

# --8<-- [start:ratios]
for name in sizes[fewest]:
    found = times(name)
    print(f"{name:18}", end="")
    for scenario in SCENARIOS:
        known = scenario in found and scenario in times("proof")
        print(f"{ratio(name, scenario):9.2f} ×" if known else " " * 11, end="")
    print()
# --8<-- [end:ratios]

# --8<-- [start:memory]
print(f"added up: {measured['memory']} of all processes")
for name, found in sizes[fewest].items():
    alone = found["as_alone"]
    print(f"{name:18}{peak(name):7,} MiB", end="")
    print("" if alone is None else f"{alone:6} of {fewest} as alone")
# --8<-- [end:memory]

# --8<-- [start:growth]
def per_snippet(name):
    more = seconds(name, "cold", most) - seconds(name)
    return more / (most - fewest)


grown = [name for name in sizes[most] if name in sizes[fewest]]
for name in grown:
    x = [size for size in sizes if name in sizes[size]]
    y = [seconds(name, "cold", size) for size in x]
    print(f"{name:18}", *(f"{size:6}: {s:6.1f} s" for size, s in zip(x, y)))
    plt.plot(x, y, marker="o", label=name)
for size, left_out in measured["left_out"].items():
    for name, needed in left_out.items():
        print(f"left out at {size}: {name}, up to {needed / 60:.0f} min")
plt.xlabel("snippets")
plt.ylabel("seconds, cold")
plt.legend(frameon=False)
plt.show()
# --8<-- [end:growth]

# --8<-- [start:saved]
for size, saved in measured["saved"].items():
    for kind, waited in saved.items():
        print(f"{size:>4} snippets, a {kind} saved: {median(waited):5.1f} s")
# --8<-- [end:saved]
