import keras
from keras import layers

words = keras.Input(shape=(20, 64))
x = layers.LayerNormalization()(words)
x = layers.MultiHeadAttention(num_heads=8, key_dim=8)(x, x)
middle = layers.Add()([words, x])
x = layers.LayerNormalization()(middle)
x = layers.Dense(256, activation="gelu")(x)
x = layers.Dense(64)(x)
outputs = layers.Add()([middle, x])
model = keras.Model(words, outputs)

formulas = {
    "two normalizations": 2 * 2 * 64,
    "attention": 4 * 64 * (64 + 1),
    "first dense layer": 64 * 256 + 256,
    "second dense layer": 256 * 64 + 64,
}
for name, formula in formulas.items():
    print(f"{name:20}{formula:7,}")
print(f"{sum(formulas.values()):,}", f"{model.count_params():,}")
