# --8<-- [start:read]
import json
from pathlib import Path
from statistics import median

import matplotlib.pyplot as plt

file = Path(__file__).with_name("measured.json")
measured = json.loads(file.read_text(encoding="utf-8"))
found = {int(n): who for n, who in measured["sizes"].items()}
fewest, most = min(found), max(found)


def times(name, size=fewest):
    return found[size][name]["scenarios"]


def seconds(name, scenario="cold", size=fewest):
    return median(times(name, size)[scenario]["seconds"])


def ratio(name, scenario="cold"):
    return seconds(name, scenario) / seconds("proof", scenario)


for part, value in measured["machine"].items():
    print(f"{part:16}{value}")
for name, version in measured["versions"].items():
    print(f"{name:16}{version}")
print(f"{'measured':16}{measured['finished'][:10]}")
print(f"{'commit':16}{measured['commit']}")
# --8<-- [end:read]

# --8<-- [start:table]
SCENARIOS = ["cold", "unchanged", "snippet", "page"]


def row(name, cells):
    line = "".join(f"{cell:>11}" for cell in cells)
    print(f"{name:17}{line.rstrip()}")


row("seconds", [*SCENARIOS, "rounds"])
for name in found[fewest]:
    known = times(name)
    told = {s: f"{seconds(name, s):.1f}" for s in known}
    told["rounds"] = len(known["cold"]["seconds"])
    row(name, [told.get(s, "") for s in [*SCENARIOS, "rounds"]])
# --8<-- [end:table]

# --8<-- [start:ratios]
row("times as long", SCENARIOS)
for name in found[fewest]:
    told = {s: f"{ratio(name, s):.2f}" for s in times(name)}
    row(name, [told.get(s, "") for s in SCENARIOS])
# --8<-- [end:ratios]


# --8<-- [start:memory]
def peak(name, size=fewest):
    return max(times(name, size)["cold"]["peak"])


row(f"MiB, {measured['memory']}", ["peak", "as alone"])
for name, one in found[fewest].items():
    alone = one["as_alone"]
    count = "" if alone is None else f"{alone} of {fewest}"
    row(name, [f"{peak(name):,}", count])
# --8<-- [end:memory]


# --8<-- [start:growth]
def per_snippet(name):
    more = seconds(name, "cold", most) - seconds(name)
    return more / (most - fewest)


row("seconds, cold", found)
for name in found[most]:
    y = [seconds(name, "cold", size) for size in found]
    row(name, [f"{s:.1f}" for s in y])
    plt.plot(list(found), y, marker="o", label=name)
plt.xlabel("snippets")
plt.ylabel("seconds, cold")
plt.legend(frameon=False)
plt.show()
# --8<-- [end:growth]

# --8<-- [start:edited]
row("seconds, edited", found)
for name in ["fork-server-2", "proof"]:
    y = [seconds(name, "snippet", size) for size in found]
    row(name, [f"{s:.1f}" for s in y])
# --8<-- [end:edited]

# --8<-- [start:missing]
missing = measured["left_out"]
row("minutes", found)
for name in missing[str(most)]:
    needed = [missing[str(size)].get(name) for size in found]
    row(name, [f"{s / 60:.0f}" if s else "" for s in needed])
# --8<-- [end:missing]

# --8<-- [start:saved]
row("seconds, saved", found)
for kind in ["paragraph", "snippet"]:
    waited = [saved[kind] for saved in measured["saved"].values()]
    row(kind, [f"{median(s):.1f}" for s in waited])
# --8<-- [end:saved]
