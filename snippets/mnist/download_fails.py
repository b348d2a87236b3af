# /// script
# [tool.proof]
# fresh = true
# ///
import os

os.environ["KERAS_HOME"] = "keras-home"
os.environ["https_proxy"] = "http://127.0.0.1:9"

from keras.datasets import mnist

try:
    mnist.load_data()
except Exception as error:
    message, _, reason = str(error).partition(" -- ")
    print(f"{type(error).__name__}: {message} -- …")
