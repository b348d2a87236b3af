import keras

text = keras.__version__
major, minor = (int(part) for part in text.split(".")[:2])

print("Keras 3 or later:", major >= 3)
print("newer than 3.9, compared as text:   ", text > "3.9")
print(
    "newer than 3.9, compared as numbers:", (major, minor) > (3, 9)
)
