# /// script
# [tool.proof]
# lanes = ["now", "then"]
# ///
import keras
from keras import optimizers

print(keras.__version__)
rates = {}
names = """
SGD RMSprop Adam Adagrad Adadelta Adamax Nadam
"""
for name in names.split():
    settings = getattr(optimizers, name)().get_config()
    rate = settings.get("lr", settings.get("learning_rate"))
    rates[name] = round(float(rate), 6)
    print(f"{name:9}{rates[name]}")
