from importlib.metadata import metadata, requires

about = metadata("keras")
print("needs Python", about["Requires-Python"])
print("installs", sorted(requires("keras")))
