from keras.layers import Conv2D

for groups in (1, 2, 4, 8):
    layer = Conv2D(16, 3, groups=groups)
    layer.build((None, 28, 28, 8))
    shape = tuple(layer.kernel.shape)
    print(groups, shape, f"{layer.count_params():,}")

refused = []
for filters, groups in ((16, 3), (15, 3)):
    try:
        layer = Conv2D(filters, 3, groups=groups)
        layer.build((None, 28, 28, 8))
    except ValueError as error:
        refused.append(str(error))
        print(refused[-1].partition(". ")[0])
