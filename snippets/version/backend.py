# /// script
# [tool.proof.differs]
# now-openvino = "it prints the backend"
# now-jax = "it prints the backend"
# now-torch = "it prints the backend"
# ///
import keras

print(keras.config.backend())
print(keras.backend.backend())
