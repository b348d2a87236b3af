# %% [raw] lang="zh"
# ---
# title: 练习：数参数
# description: 全连接、卷积、循环、注意力、整个网络、优化器：先用公式算，再让 Keras 数；每题都有运行过的答案。
# finds: 练习、习题、答案
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: counting"
# description: "Dense layers, convolutions, recurrent layers, attention, whole networks, optimizers: use the formula first, then let Keras count. Each solution has run."
# finds: exercises, solutions, workbook
# ---

# %% [markdown] lang="zh"
# # 练习：数参数 { #exercises-counting }
#
# 做完这些练习，你能把公式正着用，也能倒着用：从结构算出参数量，从参数量猜出结构。
#
# 每道题先用纸笔算，再点开“答案”。下载的笔记本里，每个答案前面有一个空单元格。先运行第一格。

# %% [markdown] lang="en"
# # Exercises: counting { #exercises-counting }
#
# After these exercises you can use the formulas forwards and backwards: work out a count from a structure, and find a structure from its count.
#
# Work out each task on paper first, then open the solution. In the notebook that you download, an empty cell stands before each solution. Run the first cell first.

# %% id="setup"
import keras
from keras import layers
from keras.layers import Dense


def count(layer, shape):
    layer.build(shape)
    return layer.count_params()


# %% [markdown] lang="zh"
# ## 数参数 { #counting }
#
# 出自[参数量怎么算](counting.md)。
#
# ### 先用纸笔 { #on-paper }
#
# 输入是 `keras.Input(shape=(784,))`，第一层 `Dense(512)`，第二层 `Dense(10)`。不运行，先算：每一层有多少参数，合计多少？再用 Keras 验证。
#
# /// details | 提示
# 参数量等于输入数乘以神经元数，再加神经元数。第二层的输入数，是第一层的神经元数。
# ///

# %% [markdown] lang="en"
# ## Counting parameters { #counting }
#
# From [Counting parameters](counting.md).
#
# ### On paper first { #on-paper }
#
# The input is `keras.Input(shape=(784,))`, the first layer `Dense(512)`, the second `Dense(10)`. Without running anything: how many parameters does each layer have, and what is the total? Then check it with Keras.
#
# /// details | Hint
# The count is inputs times units, plus units. The second layer has as many inputs as the first has units.
# ///

# %% id="on-paper-solution" tags=["solution"]
wider = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(512), Dense(10)],
)
print([layer.count_params() for layer in wider.layers])
wider.count_params()

# %% [markdown] lang="zh"
# /// details | 为什么
# 第一层：[784 × 512 + 512 = 401,920](#on-paper-solution "wider.layers[0].count_params()")。第二层：[512 × 10 + 10 = 5,130](#on-paper-solution "wider.layers[1].count_params()")。合计：[401,920 + 5,130 = 407,050](#on-paper-solution "wider.count_params()")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# First layer: [784 × 512 + 512 = 401,920](#on-paper-solution "wider.layers[0].count_params()"). Second layer: [512 × 10 + 10 = 5,130](#on-paper-solution "wider.layers[1].count_params()"). Total: [401,920 + 5,130 = 407,050](#on-paper-solution "wider.count_params()").
# ///

# %% [markdown] lang="zh"
# ### 冻结另一层 { #freeze-second }
#
# 在 `frozen.py` 里改成冻结第二层。`Trainable params` 和 `Non-trainable params` 各变成多少？
#
# 再冻结整个模型：把 `trainable = False` 写在模型上，而不是写在某一层上。
#
# /// details | 提示
# 冻结不改变合计，只改变一层的参数归到哪一行。
# ///

# %% [markdown] lang="en"
# ### Freeze the other layer { #freeze-second }
#
# In `frozen.py`, freeze the second layer instead. What do `Trainable params` and `Non-trainable params` become?
#
# Then freeze the whole model: set `trainable = False` on the model and not on one of its layers.
#
# /// details | Hint
# Freezing leaves the total as it is. It only decides in which line the parameters of a layer are counted.
# ///


# %% id="freeze-second-solution" tags=["solution"]
def split(model):
    return tuple(
        sum(keras.ops.convert_to_numpy(w).size for w in weights)
        for weights in (
            model.trainable_weights,
            model.non_trainable_weights,
        )
    )


frozen = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)],
)
frozen.layers[1].trainable = False
second_frozen = split(frozen)
frozen.trainable = False
all_frozen = split(frozen)
print(second_frozen, all_frozen, frozen.count_params())

# %% [markdown] lang="zh"
# /// details | 为什么
# 冻结第二层，可训练的是[第一](#freeze-second-solution "second_frozen[0] == [x.count_params() for x in frozen.layers][0]")层的 [25,120](#freeze-second-solution "second_frozen[0]") 个，不可训练的是第二层的 [330](#freeze-second-solution "second_frozen[1]") 个，与那一页的两个数正好对调。
#
# 冻结整个模型，可训练的剩 [0](#freeze-second-solution "all_frozen[0]") 个，[25,120 + 330 = 25,450](#freeze-second-solution "all_frozen[1]") 个全部不可训练。合计一直是 [25,450](#freeze-second-solution "frozen.count_params()")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# With the second layer frozen, the [first](#freeze-second-solution "second_frozen[0] == [x.count_params() for x in frozen.layers][0]") layer's [25,120](#freeze-second-solution "second_frozen[0]") can be trained, and the second layer's [330](#freeze-second-solution "second_frozen[1]") cannot: the two numbers of that page, in each other's place.
#
# With the whole model frozen, [0](#freeze-second-solution "all_frozen[0]") can be trained; the other [25,120 + 330 = 25,450](#freeze-second-solution "all_frozen[1]") cannot. The total is [25,450](#freeze-second-solution "frozen.count_params()") all the time.
# ///

# %% [markdown] lang="zh"
# ### 第一层减半 { #halve }
#
# `deep.py` 的三层各有 [128](#halve-solution "full.layers[0].units") 个、[64](#halve-solution "full.layers[1].units") 个和 [10](#halve-solution "full.layers[2].units") 个神经元。把第一层的神经元减半，合计也正好减半吗？差多少，差在哪里？
#
# /// details | 提示
# 逐层比较：哪些数减半了，哪些没有？
# ///

# %% [markdown] lang="en"
# ### Half the first layer { #halve }
#
# The three layers of `deep.py` have [128](#halve-solution "full.layers[0].units"), [64](#halve-solution "full.layers[1].units") and [10](#halve-solution "full.layers[2].units") units. Halve the units of the first layer. Is the total exactly half of what it was? If not, by how much does it differ, and where?
#
# /// details | Hint
# Compare layer by layer: which numbers have become half of what they were, and which have not?
# ///


# %% id="halve-solution" tags=["solution"]
def deep(first):
    return keras.Sequential(
        [
            keras.Input(shape=(784,)),
            Dense(first, activation="relu"),
            Dense(64, activation="relu"),
            Dense(10, activation="softmax"),
        ]
    )


full, halved = deep(128), deep(128 // 2)
for model in (full, halved):
    counts = [layer.count_params() for layer in model.layers]
    print(counts, sum(counts))
halved.count_params() - full.count_params() / 2

# %% [markdown] lang="zh"
# /// details | 为什么
# 合计从 [109,386](#halve-solution "full.count_params()") 变成 [55,050](#halve-solution "halved.count_params()")，比一半多 [357](#halve-solution "halved.count_params() - full.count_params() / 2") 个。
#
# [第一](#halve-solution "full.layers[0].count_params() == [2 * x.count_params() for x in halved.layers][0]")层正好减半。第二层的权重减半，它的 [64](#halve-solution "halved.layers[1].bias.shape[0]") 个偏置[没有](#halve-solution "halved.layers[1].bias.shape != full.layers[1].bias.shape")减。第三层的 [650](#halve-solution "halved.layers[2].count_params()") 个参数一个也没有减。没有减的这些数，一半就是多出来的：[(64 + 650) ÷ 2 = 357](#halve-solution "halved.count_params() - full.count_params() / 2")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The total goes from [109,386](#halve-solution "full.count_params()") to [55,050](#halve-solution "halved.count_params()"), which is [357](#halve-solution "halved.count_params() - full.count_params() / 2") more than half of it.
#
# The [first](#halve-solution "full.layers[0].count_params() == [2 * x.count_params() for x in halved.layers][0]") layer is exactly half of what it was. In the second, the weights are halved, but its [64](#halve-solution "halved.layers[1].bias.shape[0]") biases [are not](#halve-solution "halved.layers[1].bias.shape != full.layers[1].bias.shape"). In the third, none of the [650](#halve-solution "halved.layers[2].count_params()") parameters is gone. The excess is one half of what was not halved: [(64 + 650) ÷ 2 = 357](#halve-solution "halved.count_params() - full.count_params() / 2").
# ///

# %% [markdown] lang="zh"
# ### 从参数量倒推 { #dense-backwards }
#
# 表里有一行全连接层，只看得清参数量是 `330`。它可能有多少个输入、多少个神经元？共有几种可能？如果还看得清 `Output Shape` 是 [(None, 10)](counting.md#dense-code "model.output_shape")，又剩几种？
#
# /// details | 提示
# 参数量等于神经元数乘以“输入数加一”，所以神经元数能整除参数量。
# ///

# %% [markdown] lang="en"
# ### From the count back { #dense-backwards }
#
# In a table there is a row of a dense layer, and all that can be read is its parameter count, `330`. How many inputs and units may it have? How many answers are there? And how many are left if you can also read that its `Output Shape` is [(None, 10)](counting.md#dense-code "model.output_shape")?
#
# /// details | Hint
# The count is the units times “the inputs plus one”, so the units divide the count.
# ///

# %% id="dense-backwards-solution" tags=["solution"]
stated = 330
answers = []
for units in range(1, stated + 1):
    sources = stated // units - 1
    if stated % units == 0 and sources > 0:
        layer = Dense(units)
        layer.build((None, sources))
        answers.append((sources, units, layer.count_params()))
for answer in answers:
    print(*answer)
left = [answer for answer in answers if answer[1] == 10]
print(left)

# %% [markdown] lang="zh"
# /// details | 为什么
# 每一行是输入数、神经元数和 Keras 数出来的参数量。共有 [15](#dense-backwards-solution "len(answers)") 种可能，参数量都是 [330](#dense-backwards-solution "answers[0][2] if len({answer[2] for answer in answers}) == 1 else -1")：只凭这一个数，确定不了是怎样的一层。
#
# 知道了 `Output Shape`，就知道神经元数，只剩 [1](#dense-backwards-solution "len(left)") 种：[330 ÷ 10 − 1 = 32](#dense-backwards-solution "left[0][0]") 个输入。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Each line holds the inputs, the units, and Keras's count. There are [15](#dense-backwards-solution "len(answers)") answers, with a count of [330](#dense-backwards-solution "answers[0][2] if len({answer[2] for answer in answers}) == 1 else -1") each: this number alone does not tell you what the layer is like.
#
# With `Output Shape` you know the units, and [1](#dense-backwards-solution "len(left)") answer is left: [330 ÷ 10 − 1 = 32](#dense-backwards-solution "left[0][0]") inputs.
# ///

# %% [markdown] lang="zh"
# ### 内存有限，层能有多宽 { #dense-budget }
#
# 一块小开发板留给权重的内存是 `2**20` 个字节，每个参数是一个 [float32](#dense-budget-solution "keras.config.floatx()") 数。输入是 `keras.Input(shape=(784,))`，输出层是 `Dense(10)`。
#
# 中间只有一层时，它最多有多少个神经元？中间是两层一样宽的时，每层最多多少？先列出式子，再用 Keras 检查：再宽一点，就放不下了。
#
# /// details | 提示
# 设宽度是 `h`。第一层有 `(784 + 1) * h` 个参数。后面各层的输入数和神经元数，哪些是 `h`？
# ///

# %% [markdown] lang="en"
# ### How wide within a budget { #dense-budget }
#
# A small microcontroller board has `2**20` bytes of memory for weights, and each parameter is a [float32](#dense-budget-solution "keras.config.floatx()") number. The input is `keras.Input(shape=(784,))`, the output layer is `Dense(10)`.
#
# With one layer between them, how many units can it have at most? With two of equal width, how many can each have? Write down the formula first, then check with Keras that anything wider does not fit.
#
# /// details | Hint
# Let the width be `h`. The first layer has `(784 + 1) * h` parameters. In the layers that follow, which numbers of inputs and units are `h`?
# ///

# %% id="dense-budget-solution" tags=["solution"]
budget = 2**20


def formula(h, depth):
    one_layer = (784 + 1) * h + (h + 1) * 10
    return one_layer + (depth - 1) * (h + 1) * h


def measured(h, depth):
    network = keras.Sequential([keras.Input(shape=(784,))])
    for _ in range(depth):
        network.add(Dense(h, activation="relu"))
    network.add(Dense(10))
    return sum(array.nbytes for array in network.get_weights())


widths, checked = {}, {}
for depth in (1, 2):
    h = 1
    while 4 * formula(h + 1, depth) <= budget:
        h += 1
    widths[depth] = h
    checked[depth] = (measured(h, depth), measured(h + 1, depth))
    print(depth, h, checked[depth])

# %% [markdown] lang="zh"
# /// details | 为什么
# 内存有 [1,024 × 1,024 = 1,048,576](#dense-budget-solution "budget") 个字节，能放 [1,048,576 ÷ 4 = 262,144](#dense-budget-solution "budget // 4") 个参数。
#
# - 中间一层，最多 [329](#dense-budget-solution "widths[1]") 个神经元，占 [1,046,260](#dense-budget-solution "checked[1][0]") 个字节；再多一个，就要 [1,049,440](#dense-budget-solution "checked[1][1]") 个。
# - 中间两层，每层最多 [250](#dense-budget-solution "widths[2]") 个，占 [1,046,040](#dense-budget-solution "checked[2][0]") 个字节；再多一个，就要 [1,051,228](#dense-budget-solution "checked[2][1]") 个。
#
# 多一层，每层只窄了 [329 − 250 = 79](#dense-budget-solution "widths[1] - widths[2]") 个神经元：占地方的是与图片相连的第一层，它在两层的网络里仍占 [75.0%](#dense-budget-solution "4 * (784 + 1) * widths[2] / checked[2][0]")。
#
# ///

# %% [markdown] lang="en"
# /// details | Why
# The memory holds [1,024 × 1,024 = 1,048,576](#dense-budget-solution "budget") bytes, which is room for [1,048,576 ÷ 4 = 262,144](#dense-budget-solution "budget // 4") parameters.
#
# - With one layer in between, it can have [329](#dense-budget-solution "widths[1]") units and takes [1,046,260](#dense-budget-solution "checked[1][0]") bytes; with one unit more it would take [1,049,440](#dense-budget-solution "checked[1][1]").
# - With two, each can have [250](#dense-budget-solution "widths[2]"), and they take [1,046,040](#dense-budget-solution "checked[2][0]") bytes; with one unit more in each it would be [1,051,228](#dense-budget-solution "checked[2][1]").
#
# With one more layer, each is only [329 − 250 = 79](#dense-budget-solution "widths[1] - widths[2]") units narrower: what takes the room is the first layer, the one that is connected to the picture. With two layers it still makes up [75.0%](#dense-budget-solution "4 * (784 + 1) * widths[2] / checked[2][0]").
#
# ///

# %% [markdown] lang="zh"
# ## 卷积层 { #convolution }
#
# 这一部分出自[卷积层](counting-convolution.md)。
#
# ### 两个小窗口 { #two-windows }
#
# 输入有 `64` 个通道。用一个窗口边长为 `5` 的 `Conv2D(64, 5)`，还是两个边长为三的 `Conv2D(64, 3)` 接连用？参数量差多少？
#
# /// details | 提示
# 第二个小窗口的输入通道数，是第一个的卷积核个数。
# ///

# %% [markdown] lang="en"
# ## Convolutions { #convolution }
#
# This part belongs to the page on [convolutions](counting-convolution.md).
#
# ### Two small windows { #two-windows }
#
# The input has `64` channels. Use one window of side `5`, `Conv2D(64, 5)`, or two of side three, `Conv2D(64, 3)` twice? By how much do their counts differ?
#
# /// details | Hint
# The second small window gets as many channels as the first has filters.
# ///

# %% id="two-windows-solution" tags=["solution"]
large = count(layers.Conv2D(64, 5), (None, 32, 32, 64))
first = count(layers.Conv2D(64, 3), (None, 32, 32, 64))
second = count(layers.Conv2D(64, 3), (None, 30, 30, 64))
print(large, first + second)

# %% [markdown] lang="zh"
# /// details | 为什么
# 大窗口：[5 × 5 × 64 × 64 + 64 = 102,464](#two-windows-solution "large")。两个小窗口：[2 × (3 × 3 × 64 × 64 + 64) = 73,856](#two-windows-solution "first + second")，少 [28,608](#two-windows-solution "large - first - second") 个，是前者的 [72.1%](#two-windows-solution "(first + second) / large")。
# ///
#
# ### 倒着算 { #backwards }
#
# 下面这一层只露出参数量、输入和输出的形状。它的窗口是正方形，步幅是一，没有填充。先从参数量算出 `kernel_size`，再用输出的形状核对。
#
# /// details | 提示
# 输出的最后一个数是卷积核的个数。参数量减去偏置，再除以输入通道数和卷积核个数，剩下的就是 `window`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The large window has [5 × 5 × 64 × 64 + 64 = 102,464](#two-windows-solution "large"). The two small ones have [2 × (3 × 3 × 64 × 64 + 64) = 73,856](#two-windows-solution "first + second"), which is [28,608](#two-windows-solution "large - first - second") fewer, or [72.1%](#two-windows-solution "(first + second) / large") of it.
# ///
#
# ### Backwards { #backwards }
#
# Of this layer you see only the parameter count and the shapes of input and output. Its window is a square, its stride is one, and nothing is padded. Find `kernel_size` from the count, then check it with the output.
#
# /// details | Hint
# The last number of the output is the number of filters. Take the biases away from the count and divide by the channels of the input and by the filters. What is left is `window`.
# ///

# %% id="backwards-given"
inputs = (None, 40, 40, 3)
outputs = (None, 34, 34, 24)
parameters = 3552

# %% id="backwards-solution" tags=["solution"]
filters = outputs[-1]
window = (parameters - filters) // (inputs[-1] * filters)
side = round(window**0.5)
height = inputs[1] - side + 1
print(side, height)

found = layers.Conv2D(filters, side)
print(count(found, inputs) == parameters)
print(found.compute_output_shape(inputs) == outputs)

# %% [markdown] lang="zh"
# /// details | 为什么
# [(3,552 − 24) ÷ (3 × 24) = 49](#backwards-solution "window")，边长是 [7](#backwards-solution "side")。核对：[40 − 7 + 1 = 34](#backwards-solution "height")，正是输出的边长。
# ///
#
# ### 编码再解码 { #autoencoder }
#
# 一个网络先把图片压小，再放大回来：两个 `Conv2D`，卷积核 `16` 个和 `8` 个；两个 `Conv2DTranspose`，卷积核 `16` 个和 `1` 个。窗口的边长都是三，步幅都是二，都用 `padding="same"`。输入是 `(28, 28, 1)`。不运行，先写出各层的输出形状和参数量。
#
# /// details | 提示
# 转置卷积的偏置，是输出的通道数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# [(3,552 − 24) ÷ (3 × 24) = 49](#backwards-solution "window"), so the side is [7](#backwards-solution "side"). The check: [40 − 7 + 1 = 34](#backwards-solution "height"), which is the side of the output.
# ///
#
# ### Encode and decode { #autoencoder }
#
# A network makes pictures smaller and then larger again: two layers of `Conv2D` with `16` filters and `8`, then two of `Conv2DTranspose` with `16` filters and `1`. All windows have a side of three, all strides are two, and all use `padding="same"`. The input is `(28, 28, 1)`. On paper first: the output shape and the count of each layer.
#
# /// details | Hint
# A transposed convolution has as many biases as channels come out.
# ///

# %% id="autoencoder-solution" tags=["solution"]
half = {"strides": 2, "padding": "same"}
network = keras.Sequential(
    [
        keras.Input(shape=(28, 28, 1)),
        layers.Conv2D(16, 3, **half),
        layers.Conv2D(8, 3, **half),
        layers.Conv2DTranspose(16, 3, **half),
        layers.Conv2DTranspose(1, 3, **half),
    ]
)
coded = [layer.count_params() for layer in network.layers]
for layer in network.layers:
    print(tuple(layer.output.shape), layer.count_params())

# %% [markdown] lang="zh"
# /// details | 为什么
# 依次是 [9 × 1 × 16 + 16 = 160](#autoencoder-solution "coded[0]")、[9 × 16 × 8 + 8 = 1,160](#autoencoder-solution "coded[1]")、[9 × 8 × 16 + 16 = 1,168](#autoencoder-solution "coded[2]")、[9 × 16 × 1 + 1 = 145](#autoencoder-solution "coded[3]")。中间两层的权重一样多，差的 [8](#autoencoder-solution "coded[2] - coded[1]") 个是偏置。
# ///
#
# ## 循环层 { #recurrent }
#
# 这一部分出自[嵌入与循环层](counting-recurrent.md)。
#
# ### 几个神经元 { #how-many-units }
#
# 一个 `LSTM`，每一步有 `128` 个输入，参数量是 `49408`。它有多少个神经元？
#
# /// details | 提示
# 从一个神经元开始试，直到公式算出这个数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# They have [9 × 1 × 16 + 16 = 160](#autoencoder-solution "coded[0]"), [9 × 16 × 8 + 8 = 1,160](#autoencoder-solution "coded[1]"), [9 × 8 × 16 + 16 = 1,168](#autoencoder-solution "coded[2]") and [9 × 16 × 1 + 1 = 145](#autoencoder-solution "coded[3]") parameters. The two in the middle have as many weights; the difference of [8](#autoencoder-solution "coded[2] - coded[1]") is in the biases.
# ///
#
# ## Recurrent layers { #recurrent }
#
# This part belongs to the page on [embedding and recurrent layers](counting-recurrent.md).
#
# ### How many units { #how-many-units }
#
# An `LSTM` has `128` inputs at each step and `49408` parameters. How many units does it have?
#
# /// details | Hint
# Start with one unit, and go up until the formula gives that number.
# ///

# %% id="how-many-units-solution" tags=["solution"]
units = 1
while 4 * units * (128 + units + 1) < 49408:
    units += 1
print(units, count(layers.LSTM(units), (None, 20, 128)))

# %% [markdown] lang="zh"
# /// details | 为什么
# [4 × 64 × (128 + 64 + 1) = 49,408](#how-many-units-solution "count(layers.LSTM(units), (None, 20, 128))")，所以是 [64](#how-many-units-solution "units") 个。
# ///
#
# ### 同样的预算 { #budget }
#
# 每一步有 `32` 个输入，参数量不超过 `25000`。`SimpleRNN`、`GRU`、`LSTM` 各最多能有多少个神经元？
#
# /// details | 提示
# 把公式写成函数，逐个增大神经元数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# [4 × 64 × (128 + 64 + 1) = 49,408](#how-many-units-solution "count(layers.LSTM(units), (None, 20, 128))"), so there are [64](#how-many-units-solution "units").
# ///
#
# ### The same budget { #budget }
#
# There are `32` inputs at each step, and at most `25000` parameters. How many units can a `SimpleRNN`, a `GRU` and an `LSTM` have?
#
# /// details | Hint
# Write the formulas as functions, and go up unit by unit.
# ///

# %% id="budget-solution" tags=["solution"]
widest = {}
for kind in (layers.SimpleRNN, layers.GRU, layers.LSTM):
    times = {"SimpleRNN": 1, "GRU": 3, "LSTM": 4}[kind.__name__]
    biases = 2 if kind is layers.GRU else 1
    u = 1
    while times * (u + 1) * (32 + (u + 1) + biases) <= 25000:
        u += 1
    widest[kind.__name__] = u
    print(kind.__name__, u, count(kind(u), (None, 20, 32)))

# %% [markdown] lang="zh"
# /// details | 为什么
# `SimpleRNN` 最多 [142](#budget-solution "widest['SimpleRNN']") 个，`GRU` 最多 [75](#budget-solution "widest['GRU']") 个，`LSTM` 最多 [64](#budget-solution "widest['LSTM']") 个。参数量差不多与神经元数的平方成正比，所以公式前面乘以 `4` 的 `LSTM`，宽度大约是 `SimpleRNN` 的一半；公式里还有一部分，只与神经元数本身成正比，实际是 [45.1%](#budget-solution "widest['LSTM'] / widest['SimpleRNN']")。
# ///
#
# ### 词的个数 { #vocabulary }
#
# [LSTM 分类器](counting-whole.md#text)的嵌入层占了合计的 [92.8%](counting-whole.md#text-code "counts[0] / model.count_params()")。词只留 `1000` 个，它占多少？
#
# /// details | 提示
# 只有嵌入层的参数量会变。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `SimpleRNN` can have [142](#budget-solution "widest['SimpleRNN']"), `GRU` [75](#budget-solution "widest['GRU']") and `LSTM` [64](#budget-solution "widest['LSTM']"). The count grows about as the square of the units, so `LSTM`, whose formula has the factor `4`, is about half as wide as `SimpleRNN`; part of the formula grows only as the units do, and in fact it is [45.1%](#budget-solution "widest['LSTM'] / widest['SimpleRNN']").
# ///
#
# ### The vocabulary { #vocabulary }
#
# In the [LSTM classifier](counting-whole.md#text), [92.8%](counting-whole.md#text-code "counts[0] / model.count_params()") of the total is in the embedding. Keep only `1000` words. What is its share now?
#
# /// details | Hint
# Only the count of the embedding changes.
# ///

# %% id="vocabulary-solution" tags=["solution"]
rest = count(layers.LSTM(64), (None, 200, 32))
rest += count(layers.Dense(1), (None, 64))
table = count(layers.Embedding(1000, 32), (None, 200))
print(table, rest, f"{table / (table + rest):.1%}")

# %% [markdown] lang="zh"
# /// details | 为什么
# 嵌入层[只](#vocabulary-solution "table < 10_000 * 32")剩 [1,000 × 32 = 32,000](#vocabulary-solution "table") 个，其余 [24,832 + 65 = 24,897](#vocabulary-solution "rest") 个没有变，它占 [56.2%](#vocabulary-solution "table / (table + rest)")。
# ///
#
# ## 归一化与注意力 { #attention }
#
# 这一部分出自[归一化与注意力](counting-attention.md)。
#
# ### 省下偏置 { #no-bias }
#
# `Conv2D(64, 3)` 后面接 `BatchNormalization`。把卷积的偏置关掉，能省多少个参数？为什么可以关？
#
# /// details | 提示
# 输入有 `64` 个通道。给一个通道的所有数加上同一个数，减去平均值以后还剩什么？
# ///

# %% [markdown] lang="en"
# /// details | Why
# The embedding has [only](#vocabulary-solution "table < 10_000 * 32") [1,000 × 32 = 32,000](#vocabulary-solution "table") left, and the other [24,832 + 65 = 24,897](#vocabulary-solution "rest") are as before, so its share is [56.2%](#vocabulary-solution "table / (table + rest)").
# ///
#
# ## Normalization and attention { #attention }
#
# This part belongs to the page on [normalization and attention](counting-attention.md).
#
# ### Save the biases { #no-bias }
#
# Behind `Conv2D(64, 3)` comes `BatchNormalization`. How many parameters do you save if the convolution has no bias? And why does it not need one?
#
# /// details | Hint
# The input has `64` channels. Add one number to all numbers of a channel, and subtract their mean: what is left of it?
# ///

# %% id="no-bias-solution" tags=["solution"]
biased = layers.Conv2D(64, 3)
plain = layers.Conv2D(64, 3, use_bias=False)
saved = count(biased, (None, 32, 32, 64))
saved -= count(plain, (None, 32, 32, 64))
print(saved, plain.count_params())

numbers = keras.ops.convert_to_tensor([[1.0], [2.0], [6.0]])
normalize = layers.BatchNormalization()
to_numpy = keras.ops.convert_to_numpy
without = to_numpy(normalize(numbers, training=True))
shifted = to_numpy(normalize(numbers + 100, training=True))
gap = float(abs(shifted - without).max())
print(gap < 0.001)

# %% [markdown] lang="zh"
# /// details | 为什么
# 省下 [64](#no-bias-solution "saved") 个，一个卷积核一个。偏置给一个通道的所有数加上同一个数，训练时 `BatchNormalization` 又把它连同平均值一起减掉：每个数都加 `100`，输出的差别[不到 0.001](#no-bias-solution "gap < 0.001")。需要加的数，由 `beta` 来学。这样省下的[只](#no-bias-solution "saved < plain.count_params()")占 [0.2%](#no-bias-solution "saved / biased.count_params()")，省得不多，但不用付出任何代价。
# ///
#
# ### 更多的头 { #more-heads }
#
# 一个 `MultiHeadAttention` 有 `8` 个头，`key_dim` 也是 `8`，用在每个词 `64` 个数的句子上，有 `16640` 个参数。改成 `16` 个头，参数量不变，`key_dim` 是多少？
#
# /// details | 提示
# 公式里，两个数只以乘积出现。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It saves [64](#no-bias-solution "saved"), one for each filter. A bias adds one number to all numbers of a channel, and in training `BatchNormalization` subtracts it again with the mean: with `100` added to each number, the output differs by [less than 0.001](#no-bias-solution "gap < 0.001"). What should be added is learned in `beta`. These parameters are [only](#no-bias-solution "saved < plain.count_params()") [0.2%](#no-bias-solution "saved / biased.count_params()") of the layer: a small gain, but it costs nothing.
# ///
#
# ### More heads { #more-heads }
#
# On sentences with `64` numbers for each word, a `MultiHeadAttention` with `8` heads and a `key_dim` of `8` has `16640` parameters. With `16` heads and the same count, what is `key_dim`?
#
# /// details | Hint
# The formula has only the product of the two.
# ///

# %% id="more-heads-solution" tags=["solution"]
sentence = keras.Input(shape=(20, 64))
counts = []
for heads, size in ((8, 8), (16, 4)):
    layer = layers.MultiHeadAttention(heads, size)
    layer(sentence, sentence)
    counts.append(layer.count_params())
    print(heads, size, counts[-1])

# %% [markdown] lang="zh"
# /// details | 为什么
# [8 × 8 ÷ 16 = 4](#more-heads-solution "size")，参数量还是 [16,640](#more-heads-solution "counts[-1]")。
# ///
#
# ### 只有不可训练的 { #only-frozen }
#
# `summary()` 里的一层有 `9` 个参数，全都不可训练，没有人冻结过它。它可能是什么层？输入有几个数？
#
# /// details | 提示
# 看[公式表](counting-attention.md#formulas)，哪一层的可训练参数是零，不可训练的不是零？
# ///

# %% [markdown] lang="en"
# /// details | Why
# [8 × 8 ÷ 16 = 4](#more-heads-solution "size"), and the count is [16,640](#more-heads-solution "counts[-1]") as before.
# ///
#
# ### Nothing to train { #only-frozen }
#
# A layer in `summary()` has `9` parameters, none of them trainable, and nobody has frozen it. Which layer may it be, and how many numbers does it get?
#
# /// details | Hint
# In the [table of formulas](counting-attention.md#formulas), which layer has zero trainable parameters, and more than zero others?
# ///

# %% id="only-frozen-solution" tags=["solution"]
layer = layers.Normalization()
print(count(layer, (None, 4)), len(layer.trainable_weights))

# %% [markdown] lang="zh"
# /// details | 为什么
# `Normalization`：[2 × 4 + 1 = 9](#only-frozen-solution "layer.count_params()")，输入有 `4` 个数。可训练的数组有 [0](#only-frozen-solution "len(layer.trainable_weights)") 个。
# ///
#
# ## 整个网络 { #whole }
#
# 这一部分出自[整个网络](counting-whole.md)。
#
# ### 不展平的 LeNet { #pooled-lenet }
#
# 把 [LeNet](counting-whole.md#lenet) 的 `Flatten` 换成 `GlobalAveragePooling2D`，它给每个通道留一个平均值。合计变成多少？
#
# /// details | 提示
# 第二个池化之后有 `16` 个通道。只有第一个 `Dense` 的输入数变了。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `Normalization`, with `4` numbers: [2 × 4 + 1 = 9](#only-frozen-solution "layer.count_params()"). It has [0](#only-frozen-solution "len(layer.trainable_weights)") arrays to train.
# ///
#
# ## Whole networks { #whole }
#
# This part belongs to the page on [whole networks](counting-whole.md).
#
# ### LeNet, not flattened { #pooled-lenet }
#
# In [LeNet](counting-whole.md#lenet), put `GlobalAveragePooling2D` in the place of `Flatten`. It leaves one mean for each channel. What is the total?
#
# /// details | Hint
# After the second pooling there are `16` channels. Only the first `Dense` gets another number of inputs.
# ///

# %% id="pooled-lenet-solution" tags=["solution"]
lenet = keras.Sequential(
    [
        keras.Input(shape=(28, 28, 1)),
        layers.Conv2D(6, 5, padding="same"),
        layers.AveragePooling2D(2),
        layers.Conv2D(16, 5),
        layers.AveragePooling2D(2),
        layers.GlobalAveragePooling2D(),
        layers.Dense(120),
        layers.Dense(84),
        layers.Dense(10),
    ]
)
dense = lenet.layers[5].count_params()
print(dense, lenet.count_params())

# %% [markdown] lang="zh"
# /// details | 为什么
# [第一](#pooled-lenet-solution "2040 == [x.count_params() for x in lenet.layers[5:]][0]")个全连接层只剩 [16 × 120 + 120 = 2,040](#pooled-lenet-solution "dense") 个，合计是 [156 + 2,416 + 2,040 + 10,164 + 850 = 15,626](#pooled-lenet-solution "lenet.count_params()")。
# ///
#
# ### 通道不变的残差块 { #plain-residual }
#
# 残差块的通道数不变，近路上就不必有卷积。通道是 `64` 个，两个 `Conv2D(64, 3)` 都没有偏置，各接一个 `BatchNormalization`。合计多少？其中多少不可训练？
#
# /// details | 提示
# `Add` 没有参数，所以不必把近路搭出来，也能算。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The [first](#pooled-lenet-solution "2040 == [x.count_params() for x in lenet.layers[5:]][0]") dense layer now has [16 × 120 + 120 = 2,040](#pooled-lenet-solution "dense"), and the total is [156 + 2,416 + 2,040 + 10,164 + 850 = 15,626](#pooled-lenet-solution "lenet.count_params()").
# ///
#
# ### A residual block that keeps its channels { #plain-residual }
#
# If a residual block keeps its channels, there need be no convolution on the shortcut. There are `64` channels, two `Conv2D(64, 3)` without biases, and a `BatchNormalization` behind each. What is the total, and how much of it is not trainable?
#
# /// details | Hint
# `Add` has no parameters, so you can count without the shortcut.
# ///

# %% id="plain-residual-solution" tags=["solution"]
start = keras.Input(shape=(32, 32, 64))
x = start
for _ in range(2):
    x = layers.Conv2D(64, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
block = keras.Model(start, layers.Add()([x, start]))
fixed = [weight.shape[0] for weight in block.non_trainable_weights]
print(block.count_params(), sum(fixed))

# %% [markdown] lang="zh"
# /// details | 为什么
# [2 × 3 × 3 × 64 × 64 + 2 × 4 × 64 = 74,240](#plain-residual-solution "block.count_params()")，其中 [2 × 2 × 64 = 256](#plain-residual-solution "sum(fixed)") 个[不](#plain-residual-solution "sum(fixed) == 0")可训练。
# ///
#
# ### 共享，但是大小不同 { #shared-size }
#
# [共享的层](counting-whole.md#shared)已经用在一个有 `784` 个数的输入上。再用在一个有 `100` 个数的输入上，会怎样？
#
# /// details | 提示
# `kernel` 的行数在第一次使用时就定了。
# ///

# %% [markdown] lang="en"
# /// details | Why
# [2 × 3 × 3 × 64 × 64 + 2 × 4 × 64 = 74,240](#plain-residual-solution "block.count_params()"), of which [2 × 2 × 64 = 256](#plain-residual-solution "sum(fixed)") are [not](#plain-residual-solution "sum(fixed) == 0") trainable.
# ///
#
# ### Shared, but of another size { #shared-size }
#
# The [shared layer](counting-whole.md#shared) has been used on an input of `784` numbers. What happens if you use it on one of `100`?
#
# /// details | Hint
# The rows of the `kernel` were settled at the first use.
# ///

# %% id="shared-size-solution" tags=["solution", "raises-exception"]
encode = layers.Dense(32)
encode(keras.Input(shape=(784,)))
encode(keras.Input(shape=(100,)))

# %% [markdown] lang="zh"
# /// details | 为什么
# 报错。这一层只收[最后](#shared-size-solution "-1 == [*encode.input_spec.axes][-1]")一维是 [784](#shared-size-solution "encode.kernel.shape[0]") 的输入：[expected axis -1 of input shape to have value 784](#shared-size-solution "str(errors['shared-size-solution'])")。
# ///
#
# ## 优化器与内存 { #memory }
#
# 这一部分出自[优化器与内存](counting-memory.md)。
#
# ### 三倍再加二 { #three-times }
#
# 训练以后，`summary()` 的合计是网络参数量的三倍再加二。按默认设置，用的可能是下面哪些优化器？
#
# /// details | 提示
# 合计里有网络自己的参数，所以优化器记的数是两倍再加二。
# ///

# %% [markdown] lang="en"
# /// details | Why
# An error. The layer takes only inputs whose [last](#shared-size-solution "-1 == [*encode.input_spec.axes][-1]") dimension is [784](#shared-size-solution "encode.kernel.shape[0]"): [expected axis -1 of input shape to have value 784](#shared-size-solution "str(errors['shared-size-solution'])").
# ///
#
# ## Optimizers and memory { #memory }
#
# This part belongs to the page on [optimizers and memory](counting-memory.md).
#
# ### Three times, plus two { #three-times }
#
# After training, the total of `summary()` is three times the parameters of the network, plus two. Which of these optimizers may it have had, with their usual settings?
#
# /// details | Hint
# The network's own parameters are in the total, so the optimizer keeps twice as many numbers, plus two.
# ///

# %% id="three-times-given"
names = ["SGD", "RMSprop", "Adagrad", "Adam", "AdamW", "Nadam"]
names += ["Adadelta", "Adamax", "Ftrl", "Lion", "Adafactor"]
small = keras.Sequential([keras.Input(shape=(8,)), layers.Dense(4)])


def kept_by(optimizer, model):
    optimizer.build(model.trainable_variables)
    return sum(int(keras.ops.size(v)) for v in optimizer.variables)


small.count_params()

# %% id="three-times-solution" tags=["solution"]
n = small.count_params()
fitting = [
    name
    for name in names
    if kept_by(getattr(keras.optimizers, name)(), small)
    == 2 * n + 2
]
print(fitting)

# %% [markdown] lang="zh"
# /// details | 为什么
# 有 [5](#three-times-solution "len(fitting)") 个。`Nadam` 只差一个，它记的数是两倍再加三。
# ///
#
# ### 冻结以后的 Adam { #frozen-adam }
#
# 下面的网络冻结第一层以后，`Adam` 要记多少个数？
#
# /// details | 提示
# 优化器只管可训练的参数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# There are [5](#three-times-solution "len(fitting)"). `Nadam` is off by one, for it keeps twice as many plus three.
# ///
#
# ### Adam and a frozen layer { #frozen-adam }
#
# With the first layer of this network frozen, how many numbers does `Adam` keep?
#
# /// details | Hint
# An optimizer sees only what is trainable.
# ///

# %% id="frozen-adam-given"
digits = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        layers.Dense(32),
        layers.Dense(10),
    ]
)
digits.layers[0].trainable = False

# %% id="frozen-adam-solution" tags=["solution"]
kept = kept_by(keras.optimizers.Adam(), digits)
kept

# %% [markdown] lang="zh"
# /// details | 为什么
# 可训练的只剩第二层的 [32 × 10 + 10 = 330](#frozen-adam-solution "digits.layers[1].count_params()") 个，所以是 [2 × 330 + 2 = 662](#frozen-adam-solution "kept") 个。
# ///
#
# ### 显卡放得下多少 { #card }
#
# 一张显卡有 `8 * 2**30` 个字节的显存。用 `Adam` 训练，每个数 `4` 个字节，只算权重、梯度和优化器，最多放得下多少个参数？
#
# /// details | 提示
# 每个参数要多少字节，见[训练要多少内存](counting-memory.md#training)。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Only the second layer can still be trained, with [32 × 10 + 10 = 330](#frozen-adam-solution "digits.layers[1].count_params()") parameters, so there are [2 × 330 + 2 = 662](#frozen-adam-solution "kept").
# ///
#
# ### What fits on a card { #card }
#
# A graphics card has `8 * 2**30` bytes of memory. If you train with `Adam` and `4` bytes for each number, and count only weights, gradients and optimizer, how many parameters fit on it?
#
# /// details | Hint
# How many bytes each parameter takes is on the page about [the memory of training](counting-memory.md#training).
# ///

# %% id="card-solution" tags=["solution"]
fits = 8 * 2**30 // (4 * (1 + 1 + 2))
print(f"{fits:,}")

# %% [markdown] lang="zh"
# /// details | 为什么
# [8 × 1,024 × 1,024 × 1,024 ÷ 16 = 536,870,912](#card-solution "fits") 个。每一层的输出也要占显存，这里没有算。
#
# ///
#
# 下一页：[练习：搭模型](exercises-models.ipynb)。

# %% [markdown] lang="en"
# /// details | Why
# [8 × 1,024 × 1,024 × 1,024 ÷ 16 = 536,870,912](#card-solution "fits"). What the layers put out takes memory as well, and is not counted here.
#
# ///
#
# Next page: [exercises on building models](exercises-models.ipynb).
