# /// script
# [tool.proof]
# lanes = ["now"]
# ///
import hashlib
from pathlib import Path

import keras
import numpy as np

file = Path(__file__).with_name("across.keras")
model = keras.saving.load_model(file)

weights = b"".join(w.tobytes() for w in model.get_weights())
predicted = model.predict(np.eye(4), verbose=0)
print("weights:", hashlib.sha256(weights).hexdigest()[:16])
print(predicted.round(1))
