# /// script
# [tool.proof]
# lanes = ["then"]
# ///
import base64
import hashlib
from importlib.metadata import files

scripts = [file for file in files("keras") if file.suffix == ".py"]
changed = 0
for script in scripts:
    digest = hashlib.sha256(script.read_binary()).digest()
    text = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    changed += text != script.hash.value

print("scripts:", len(scripts))
print("changed:", changed)
