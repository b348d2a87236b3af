# /// script
# [tool.proof]
# lanes = ["then"]
# ///
from importlib.metadata import metadata

versions = []
for line in metadata("keras").get_all("Classifier"):
    if "Language :: Python ::" in line:
        versions.append(line.split()[-1])
print("Python:", *versions)
