from keras import layers


def conv(window, channels, filters, groups=1, use_bias=True):
    return (
        window * channels // groups * filters + use_bias * filters
    )


def transpose(window, channels, filters, use_bias=True):
    return window * channels * filters + use_bias * filters


def depthwise(window, channels, depth_multiplier=1, use_bias=True):
    return (window + use_bias) * channels * depth_multiplier


def separable(
    window, channels, filters, depth_multiplier=1, use_bias=True
):
    depth = window * channels * depth_multiplier
    point = (channels * depth_multiplier + use_bias) * filters
    return depth + point


line = (None, 28, 8)
picture = (None, 28, 28, 8)
film = (None, 9, 28, 28, 8)
rows = [
    (conv(5, 8, 16), layers.Conv1D(16, 5), line),
    (conv(9, 8, 16), layers.Conv2D(16, 3), picture),
    (conv(9, 8, 16, 4), layers.Conv2D(16, 3, groups=4), picture),
    (conv(27, 8, 16), layers.Conv3D(16, 3), film),
    (transpose(5, 8, 16), layers.Conv1DTranspose(16, 5), line),
    (transpose(9, 8, 16), layers.Conv2DTranspose(16, 3), picture),
    (transpose(27, 8, 16), layers.Conv3DTranspose(16, 3), film),
    (depthwise(5, 8), layers.DepthwiseConv1D(5), line),
    (depthwise(9, 8), layers.DepthwiseConv2D(3), picture),
    (separable(5, 8, 16), layers.SeparableConv1D(16, 5), line),
    (separable(9, 8, 16), layers.SeparableConv2D(16, 3), picture),
]
agreed = []
for formula, layer, shape in rows:
    layer.build(shape)
    counted = layer.count_params()
    agreed.append(formula == counted)
    print(f"{type(layer).__name__:17}{formula:7,}{counted:7,}")
