from keras.layers import Dense

agreed = []
print(f"{'inputs':>8}{'units':>8}{'formula':>12}{'Keras':>12}")
for inputs in (1, 32, 784):
    for units in (1, 10, 512):
        formula = inputs * units + units
        layer = Dense(units)
        layer.build((None, inputs))
        counted = layer.count_params()
        agreed.append(formula == counted)
        print(f"{inputs:8,}{units:8,}{formula:12,}{counted:12,}")

print("all equal:", all(agreed))
