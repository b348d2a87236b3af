import keras
from keras.layers import LSTM, Dense, Embedding

model = keras.Sequential(
    [
        keras.Input(shape=(200,), dtype="int32"),
        Embedding(10_000, 32),
        LSTM(64),
        Dense(1, activation="sigmoid"),
    ]
)
formulas = [10_000 * 32, 4 * 64 * (32 + 64 + 1), 64 * 1 + 1]
counts = [layer.count_params() for layer in model.layers]
for formula, count in zip(formulas, counts):
    print(f"{formula:8,}{count:8,}")
print(f"{sum(formulas):,}", f"{model.count_params():,}")
