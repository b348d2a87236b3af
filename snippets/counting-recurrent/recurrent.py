# /// script
# [tool.proof]
# lanes = ["now", "then"]
# ///
import keras
from keras import layers

print(keras.__version__)
counts = {}
for name in ("SimpleRNN", "LSTM", "GRU"):
    layer = getattr(layers, name)(5)
    layer.build((None, 20, 4))
    weights = layer.get_weights()
    counts[name] = sum(array.size for array in weights)
    print(name, counts[name])

names = ("CuDNNLSTM", "CuDNNGRU")
cudnn = [name for name in names if hasattr(layers, name)]
print(cudnn)
