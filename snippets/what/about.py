from importlib.metadata import metadata

about = metadata("keras")
print("summary:", about["Summary"])
print("Python: ", about["Requires-Python"])
