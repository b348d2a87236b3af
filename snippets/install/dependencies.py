from importlib.metadata import metadata, requires

from packaging.requirements import Requirement


def needs(package):
    names = set()
    for line in map(Requirement, requires(package) or []):
        if not line.marker or line.marker.evaluate({"extra": ""}):
            names.add(line.name)
    return names


asked = needs("keras")
brought, waiting = set(), asked
while waiting:
    brought |= waiting
    waiting = set().union(*map(needs, waiting)) - brought

about = metadata("keras")
print("needs Python", about["Requires-Python"])
print("asks for:", *sorted(asked))
print("and they:", *sorted(brought - asked))
