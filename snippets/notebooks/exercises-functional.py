# /// script
# [tool.proof]
# trains = true
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：函数式模型
# description: 动手接线、改笔误、共享权重、拆开网络看中间层，再让几个输出各归各位；每题都有运行过的答案。
# finds: "练习、习题、答案、函数式模型、多输出练习"
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: functional models"
# description: Wire networks, mend a slip, share weights, look inside a hidden layer, keep several outputs apart. Each solution has run.
# finds: "exercises, solutions, functional models, workbook"
# ---

# %% [markdown] lang="zh"
# # 练习：函数式模型 { #exercises-functional }
#
# 做完这些练习，你能给网络接上分支和旁路，能从合计里看出接错的线，也能说清每个输出用的是哪份答案、哪个损失。
#
# 先自己想，再点开“答案”。下载的笔记本里，每个答案前面有一个空单元格，代码可以写在那里运行。
#
# 第一个单元格的最后一行，让 TensorFlow 的 Python 日志只留下错误。

# %% [markdown] lang="en"
# # Exercises: functional models { #exercises-functional }
#
# After these exercises you can wire branches and bypasses, spot a wrong connection by the total, and say which answers and which loss go with each output.
#
# Think first, then open “Solution”. In the notebook that you download, an empty cell stands before each solution: there you can write your code and run it.
#
# The last line of the first cell leaves nothing but errors in TensorFlow's Python log.

# %% id="setup"
import logging

import keras
import numpy as np
from keras.layers import Add, Concatenate, Dense
from keras.ops import convert_to_numpy

logging.getLogger("tensorflow").setLevel("ERROR")

# %% [markdown] lang="zh"
# ## 函数式 API { #functional }
#
# 出自[函数式 API：把网络写成函数](functional.md)。
#
# ### 拼接代替相加 { #concatenate }
#
# [branch.py](functional.md#branch) 用 `Add` 把两条路相加。换成 `Concatenate`，输出层会有多少个参数，合计是多少？先用纸笔算，再搭出来，用 `summary()` 核对。
#
# /// details | 提示
# `Add` 之后宽度不变。`Concatenate` 之后，每个样本有多少个数？
# ///

# %% [markdown] lang="en"
# ## The functional API { #functional }
#
# From [The functional API: networks written as functions](functional.md).
#
# ### Join instead of add { #concatenate }
#
# [branch.py](functional.md#branch) adds its two paths with `Add`. With `Concatenate` in its place, how many parameters does the output layer have, and what is the total? Work it out on paper, then build the model and check with `summary()`.
#
# /// details | Hint
# After `Add` the width is what it was. After `Concatenate`, how many numbers does each sample have?
# ///

# %% id="concatenate-solution" tags=["solution"]
pixels = keras.Input(shape=(784,), name="pixels")
first = Dense(64, activation="relu")(pixels)
second = Dense(64, activation="relu")(first)
beside = Concatenate()([first, second])
digit = Dense(10, activation="softmax")(beside)
joined = keras.Model(inputs=pixels, outputs=digit)
joined.summary()

# %% [markdown] lang="zh"
# /// details | 为什么
# 拼接之后，每个样本有 [64 + 64 = 128](#concatenate-solution "beside.shape[1]") 个数，所以输出层有 [128 × 10 + 10 = 1,290](#concatenate-solution "joined.layers[-1].count_params()") 个参数；相加时[只](#concatenate-solution "64 * 10 + 10 < joined.layers[-1].count_params()")有 [650](functional.md#branch-code "model.layers[-1].count_params()") 个。
#
# 合计 [50,240 + 4,160 + 1,290 = 55,690](#concatenate-solution "joined.count_params()")。`Concatenate` 自己和 `Add` 一样，参数是 [0](#concatenate-solution "joined.get_layer('concatenate').count_params()") 个；多出来的[都](#concatenate-solution "joined.layers[-1].count_params() - 650 == joined.count_params() - 55050")在后面那一层。
# ///
#
# ### 改对笔误 { #mend }
#
# [slip.py](functional.md#the-slip) 里写了 `inputs=x`。改对它，看合计变成多少。再想一想：怎样从两个合计看出少了哪几层？
#
# /// details | 提示
# 用同一张图搭出两个模型，一个照笔误写，一个写对。每一层的参数量也打印出来。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Joined, each sample has [64 + 64 = 128](#concatenate-solution "beside.shape[1]") numbers, so the output layer has [128 × 10 + 10 = 1,290](#concatenate-solution "joined.layers[-1].count_params()") parameters; with the sum it has [only](#concatenate-solution "64 * 10 + 10 < joined.layers[-1].count_params()") [650](functional.md#branch-code "model.layers[-1].count_params()").
#
# The total is [50,240 + 4,160 + 1,290 = 55,690](#concatenate-solution "joined.count_params()"). `Concatenate` itself has [0](#concatenate-solution "joined.get_layer('concatenate').count_params()") parameters, like `Add`; [all](#concatenate-solution "joined.layers[-1].count_params() - 650 == joined.count_params() - 55050") of the growth is in the layer after it.
# ///
#
# ### Mend the slip { #mend }
#
# In [slip.py](functional.md#the-slip) it says `inputs=x`. Mend it, and see what the total becomes. Then think: how can you tell from the two totals which layers were missing?
#
# /// details | Hint
# Build two models from the same graph, one with the slip and one without. Print the count of each layer as well.
# ///

# %% id="mend-solution" tags=["solution"]
inputs = keras.Input(shape=(784,))
x = Dense(64, activation="relu")(inputs)
x = Dense(64, activation="relu")(x)
y = Dense(10, activation="softmax")(x)

slip = keras.Model(inputs=x, outputs=y)
mended = keras.Model(inputs=inputs, outputs=y)
for model in (slip, mended):
    print(model.input_shape, model.count_params())
print([layer.count_params() for layer in mended.layers])
print(slip.layers[-1] is mended.layers[-1])

# %% [markdown] lang="zh"
# /// details | 为什么
# 改对之后是 [55,050](#mend-solution "mended.count_params()") 个，笔误[只](#mend-solution "slip.count_params() < mended.count_params()")有 [650](#mend-solution "slip.count_params()") 个。差额 [50,240 + 4,160 = 54,400](#mend-solution "mended.count_params() - slip.count_params()") 正好是两个隐藏层的参数量之和，少的就是它们。
#
# 两个模型的最后一层是同一个对象吗？[是](#mend-solution "slip.layers[-1] is mended.layers[-1]")。所以训练写错的那个，也会改动写对的那个。
# ///
#
# ### 一双眼睛，还是两双 { #two-readers }
#
# [shared.py](functional.md#shared) 里，左右两张图片用同一个 `reader` 去看。改成两边各用一个 `Dense`，合计会增加多少？
#
# 再做一个实验：把同一张图片同时交给左边和右边。共享时，拼好的张量的前半和后半相同吗？各用各的时呢？
#
# /// details | 提示
# 写一个函数，参数是左边的层和右边的层，返回模型。让模型把拼好的张量也作为输出，就能看到它。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Mended, it has [55,050](#mend-solution "mended.count_params()"), and with the slip [only](#mend-solution "slip.count_params() < mended.count_params()") [650](#mend-solution "slip.count_params()"). The difference, [50,240 + 4,160 = 54,400](#mend-solution "mended.count_params() - slip.count_params()"), is just what the two hidden layers have, so these were missing.
#
# Is the last layer of both models the same object? [Yes](#mend-solution "slip.layers[-1] is mended.layers[-1]"). So training the wrong one changes the right one, too.
# ///
#
# ### One pair of eyes, or two { #two-readers }
#
# In [shared.py](functional.md#shared), one `reader` looks at both the left and the right picture. Give each side a `Dense` of its own. By how much does the total grow?
#
# Then try this: give the same picture to the left and to the right. With a shared layer, is the first half of the joined tensor the same as the second? And with two?
#
# /// details | Hint
# Write a function that takes the layer for the left and the layer for the right, and returns the model. Make the joined tensor an output as well, and you can see it.
# ///


# %% id="two-readers-solution" tags=["solution"]
def comparer(left_reader, right_reader):
    left = keras.Input(shape=(784,))
    right = keras.Input(shape=(784,))
    read = [left_reader(left), right_reader(right)]
    both = Concatenate()(read)
    same = Dense(1, activation="sigmoid")(both)
    return keras.Model(inputs=[left, right], outputs=[both, same])


keras.utils.set_random_seed(0)
reader = Dense(64, activation="relu")
shared = comparer(reader, reader)
apart = comparer(
    Dense(64, activation="relu"),
    Dense(64, activation="relu"),
)

picture = np.random.default_rng(0).random((1, 784))
halves_agree = []
for model in (shared, apart):
    seen, _ = model.predict([picture, picture], verbose=0)
    halves_agree.append(np.array_equal(seen[:, :64], seen[:, 64:]))
    print(model.count_params(), halves_agree[-1])

# %% [markdown] lang="zh"
# /// details | 为什么
# 合计从 [50,369](#two-readers-solution "shared.count_params()") 变成 [100,609](#two-readers-solution "apart.count_params()")，增加的 [784 × 64 + 64 = 50,240](#two-readers-solution "apart.count_params() - shared.count_params()") 就是第二个 `Dense` 的参数量。[最后](#two-readers-solution "shared.layers[-1].count_params() == [x.count_params() for x in apart.layers][-1]")一层没有变。
#
# 共享时，两半[相同](#two-readers-solution "halves_agree[0]")；各用各的，两半[不同](#two-readers-solution "halves_agree[1]")，因为两份权重的初值是分别随机取的。同一张图片，在后一个模型里一开始就成了两样东西。
#
# 共享时，两个输入连到同一层：
#
# ![两个输入连到同一个 Dense 层，它的输出拼接之后进入最后一层](#two-readers-solution "diagram(shared)")
#
# 各用各的：
#
# ![两个输入各有一个 Dense 层，输出拼接之后进入最后一层](#two-readers-solution "diagram(apart)")
# ///
#
# ### 看看隐藏层里有什么 { #xor }
#
# “异或”问的是：两个数里是不是恰好有一个是 `1`。搭一个网络来回答它：输入两个数，隐藏层 `Dense(2, activation="relu")`，输出层 `Dense(1)`。
#
# 不要训练，用 `set_weights` 自己填权重：做过[亲手写权重](exercises-models.ipynb#xor)那道题，就用那里的权重。不然，让隐藏层的第一个神经元数出有几个 `1`，让第二个只在两个数都是 `1` 的时候才不为零。输出层的权重该填什么？
#
# 填好以后，像[取出中间层的输出](functional.md#inside)那样，看 [4](#xor-solution "len(bits)") 种输入在隐藏层里变成了什么。
#
# /// details | 提示
# 两个神经元的权重都可以是 `1`，只有偏置不同。`relu` 把负数变成零，所以偏置是 `-1` 的那个，要两个数都是 `1` 才不为零。输出层从第一个里减去第二个的若干倍。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The total goes from [50,369](#two-readers-solution "shared.count_params()") to [100,609](#two-readers-solution "apart.count_params()"). What is added, [784 × 64 + 64 = 50,240](#two-readers-solution "apart.count_params() - shared.count_params()"), is the count of the second `Dense`. The [last](#two-readers-solution "shared.layers[-1].count_params() == [x.count_params() for x in apart.layers][-1]") layer is as it was.
#
# With the shared layer the two halves are the [same](#two-readers-solution "halves_agree[0]"); with two layers they are [different](#two-readers-solution "halves_agree[1]"), because the two sets of weights are drawn at random, each on its own. To the second model, one picture is two different things from the start.
#
# Shared, both inputs lead to one layer:
#
# ![Two inputs lead to one Dense layer, whose outputs are joined and enter the last layer](#two-readers-solution "diagram(shared)")
#
# Apart:
#
# ![Each of two inputs leads to a Dense layer of its own; the outputs are joined and enter the last layer](#two-readers-solution "diagram(apart)")
# ///
#
# ### See what a hidden layer holds { #xor }
#
# “Exclusive or” asks whether exactly one of two numbers is `1`. Build a network that answers: two numbers as its input, a hidden layer `Dense(2, activation="relu")`, and an output layer `Dense(1)`.
#
# Do not train it; fill in the weights yourself, with `set_weights`. If you did the exercise [weights by hand](exercises-models.ipynb#xor), take the weights from there. Otherwise, let the first hidden unit count how many are `1`, and let the second be other than zero only if both are `1`. What weights does the output layer need?
#
# Then do as under [getting the output of a hidden layer](functional.md#inside), and see what the [four](#xor-solution "len(bits)") inputs have become in the hidden layer.
#
# /// details | Hint
# The weights of both units can be `1`, with only the bias different. `relu` turns what is negative into zero, so the unit whose bias is `-1` is other than zero only if both numbers are `1`. The output layer subtracts a multiple of the second from the first.
# ///

# %% id="xor-solution" tags=["solution"]
pair = keras.Input(shape=(2,))
hidden = Dense(2, activation="relu")(pair)
answer = Dense(1)(hidden)
xor = keras.Model(inputs=pair, outputs=answer)

ones, bias = np.ones((2, 2)), np.array([0.0, -1.0])
xor.layers[1].set_weights([ones, bias])
column = np.array([[1.0], [-2.0]])
xor.layers[2].set_weights([column, np.zeros(1)])

inside = keras.Model(inputs=pair, outputs=hidden)
bits = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
held = convert_to_numpy(inside(bits))
told = convert_to_numpy(xor(bits)).ravel()
print(held)
print(told)

# %% [markdown] lang="zh"
# /// details | 为什么
# 输入有 [4](#xor-solution "len(bits)") 种，到了隐藏层[只](#xor-solution "len({*map(tuple, held.tolist())}) < len(bits)")剩 [3](#xor-solution "len({tuple(row) for row in held.tolist()})") 种：“只有左边”和“只有右边”成了同一行。该分在一起的，隐藏层已经放到了一起。
#
# 两个数都是 `1` 的时候，隐藏层是 [(2.0, 1.0)](#xor-solution "tuple(held[3].tolist())")，输出是 [2 − 2 × 1 = 0](#xor-solution "float(told[3])")；只有一个是 `1` 的时候，输出是 [1 − 2 × 0 = 1](#xor-solution "float(told[1])")。
# ///
#
# ### 从“什么也不做”开始的网络 { #residual }
#
# [残差连接](functional.md#branch)让一条路绕过一层。写一个函数 `block(x)`：经过两个与 `x` 一样宽的 `Dense`，第一个用 `relu`，第二个不用激活函数，再与 `x` 相加。把它叠上若干次，宽度取 `64`。
#
# 先算：叠 `10` 块有多少个参数？再想：如果每一块里第二个 `Dense` 的权重从零开始（`kernel_initializer="zeros"`），整个网络对输入做了什么？训练一轮之后呢？去掉旁路，又会怎样？
#
# /// details | 提示
# 函数式 API 里，网络的一段就是一个普通的 Python 函数：接收一个符号张量，返回一个符号张量。`x.shape[-1]` 是它的宽度。
# ///

# %% [markdown] lang="en"
# /// details | Why
# There are [4](#xor-solution "len(bits)") inputs, and in the hidden layer [only](#xor-solution "len({*map(tuple, held.tolist())}) < len(bits)") [3](#xor-solution "len({tuple(row) for row in held.tolist()})") are left: “only the left” and “only the right” have become one row. What belongs together, the hidden layer has already put together.
#
# Where both are `1`, the hidden layer holds [(2.0, 1.0)](#xor-solution "tuple(held[3].tolist())"), and the output is [2 − 2 × 1 = 0](#xor-solution "float(told[3])"); where only one is `1`, the output is [1 − 2 × 0 = 1](#xor-solution "float(told[1])").
# ///
#
# ### A network that starts by doing nothing { #residual }
#
# In a [residual connection](functional.md#branch), one path goes around a layer. Write a function `block(x)`: it goes through two `Dense` layers as wide as `x`, the first with `relu`, the second with no activation, and adds the result to `x`. Stack it several times, at a width of `64`.
#
# First work it out: how many parameters do `10` blocks have? Then think: if the weights of the second `Dense` of each block start at zero (`kernel_initializer="zeros"`), what does the whole network do to its input? And after one epoch of training? And what if you remove the bypass?
#
# /// details | Hint
# With the functional API, a part of a network is an ordinary Python function: it takes a symbolic tensor and returns another. `x.shape[-1]` is its width.
# ///


# %% id="residual-solution" tags=["solution"]
def through(x):
    width = x.shape[-1]
    seen = Dense(width, activation="relu")(x)
    return Dense(width, kernel_initializer="zeros")(seen)


def block(x):
    return Add()([x, through(x)])


def tower(blocks, part):
    start = keras.Input(shape=(64,))
    x = start
    for _ in range(blocks):
        x = part(x)
    return keras.Model(inputs=start, outputs=x)


round_it, through_it = tower(10, block), tower(10, through)
print(round_it.count_params(), through_it.count_params())

rng = np.random.default_rng(0)
sample = rng.random((5, 64), dtype="float32")
kept = convert_to_numpy(round_it(sample))
lost = convert_to_numpy(through_it(sample))
print(np.array_equal(kept, sample), float(abs(lost).max()))

round_it.compile(optimizer="sgd", loss="mse")
round_it.fit(sample, 1 - sample, verbose=0)
learned = convert_to_numpy(round_it(sample))
print(np.array_equal(learned, sample))

# %% [markdown] lang="zh"
# /// details | 为什么
# 每一块有 [2 × (64 × 64 + 64) = 8,320](#residual-solution "round_it.layers[1].count_params() + round_it.layers[2].count_params()") 个参数，合计 [10 × 8,320 = 83,200](#residual-solution "round_it.count_params()")。旁路不添参数，去掉它还是 [83,200](#residual-solution "through_it.count_params()")。
#
# 权重是零，偏置也从零开始，第二个 `Dense` 给出的就是零，加上 `x` 还是 `x`：输出与输入[相同](#residual-solution "np.array_equal(kept, sample)")。没有旁路，输入就丢了，输出的绝对值[最大](#residual-solution "0.0 == max(abs(lost).ravel().tolist())")是 [0](#residual-solution "float(abs(lost).max())")。
#
# 有旁路的网络从“原样传下去”开始，训练一轮之后，输出与输入就[不同](#residual-solution "np.array_equal(learned, sample)")了。
# ///
#
# ## 几个输入，几个输出 { #outputs }
#
# 出自[几个输入，几个输出](outputs.md)。后面大多数题用那一页的模型，先运行下面的单元格。数据是随机的，只看形状、名字和连线，不看准确率。

# %% [markdown] lang="en"
# /// details | Why
# Each block has [2 × (64 × 64 + 64) = 8,320](#residual-solution "round_it.layers[1].count_params() + round_it.layers[2].count_params()") parameters, in all [10 × 8,320 = 83,200](#residual-solution "round_it.count_params()"). The bypass adds none: without it there are still [83,200](#residual-solution "through_it.count_params()").
#
# With weights of zero, the second `Dense` gives zero, and that plus `x` is `x`: output and input are the [same](#residual-solution "np.array_equal(kept, sample)"). Without the bypass the input is lost; the [largest](#residual-solution "0.0 == max(abs(lost).ravel().tolist())") absolute value in the output is [0](#residual-solution "float(abs(lost).max())").
#
# The network with the bypass starts by passing its input on as it is. After one epoch of training, output and input are [different](#residual-solution "np.array_equal(learned, sample)").
# ///
#
# ## Several inputs, several outputs { #outputs }
#
# From [Several inputs, several outputs](outputs.md). Most of the exercises below use the model of that page; run this cell first. The data are random: look at shapes, names and connections, not at accuracy.


# %% id="pen-model"
def pen_model():
    pixels = keras.Input(shape=(784,), name="pixels")
    pen = keras.Input(shape=(4,), name="pen")
    seen = Dense(64, activation="relu", name="seen")(pixels)
    joined = Concatenate(name="joined")([seen, pen])
    main = Dense(10, activation="softmax", name="main")(joined)
    aux = Dense(1, name="aux")(joined)
    return keras.Model(inputs=[pixels, pen], outputs=[main, aux])


LOSS = {"main": "sparse_categorical_crossentropy", "aux": "mse"}

rng = np.random.default_rng(0)
data = {
    "pixels": rng.random((256, 784)),
    "pen": rng.random((256, 4)),
}
digits = rng.integers(0, 10, size=256)
slants = rng.random((256, 1))
pen_model().output_names

# %% [markdown] lang="zh"
# ### 对调两个权重 { #swap-weights }
#
# [total.py](outputs.md#total) 里，`main` 的损失是 [10](outputs.md#total-code "plain['main_loss']")，`aux` 的是 [5](outputs.md#total-code "plain['aux_loss']")。把权重 `[1.0, 0.2]` 对调成 `[0.2, 1.0]`，总损失是多少？先口算。
#
# 再找一组权重，让两个输出在总损失里各占一半。
#
# /// details | 提示
# 总损失是“权重乘损失”之和。要让两项相等，损失小的那一个，权重应是另一个的几倍？
# ///

# %% [markdown] lang="en"
# ### Swap two weights { #swap-weights }
#
# In [total.py](outputs.md#total) the loss of `main` is [10](outputs.md#total-code "plain['main_loss']") and that of `aux` is [5](outputs.md#total-code "plain['aux_loss']"). Swap the weights, so that `[1.0, 0.2]` becomes `[0.2, 1.0]`. What is the total? Work it out in your head first.
#
# Then find weights with which each output makes up one half of the total.
#
# /// details | Hint
# The total is the sum of each weight times its loss. For the two products to be equal, how many times as large as the other weight must the weight of the smaller loss be?
# ///

# %% id="swap-weights-solution" tags=["solution"]
numbers = keras.Input(shape=(3,))
zero = {"kernel_initializer": "zeros"}
heads = [
    Dense(1, name="main", **zero)(numbers),
    Dense(1, name="aux", **zero)(numbers),
]
zeros = keras.Model(inputs=numbers, outputs=heads)
truth = [np.array([[2.0], [4.0]]), np.array([[2.0], [8.0]])]


def total(loss_weights):
    zeros.compile(loss=["mse", "mae"], loss_weights=loss_weights)
    scores = zeros.evaluate(
        np.ones((2, 3)),
        truth,
        verbose=0,
        return_dict=True,
    )
    return round(scores["loss"], 4)


as_before, swapped = total([1.0, 0.2]), total([0.2, 1.0])
halves = total([1.0, 2.0])
as_before, swapped, halves

# %% [markdown] lang="zh"
# /// details | 为什么
# 原来是 [1 × 10 + 0.2 × 5 = 11](#swap-weights-solution "as_before")，对调之后是 [0.2 × 10 + 1 × 5 = 7](#swap-weights-solution "swapped")。
#
# `aux` 的损失只有 `main` 的一半，权重就要是两倍：`[1.0, 2.0]` 的总损失是 [1 × 10 + 2 × 5 = 20](#swap-weights-solution "halves")，两项各占一半。
# ///
#
# ### 用列表给答案 { #answers-in-a-list }
#
# [by_name.py](outputs.md#by-name) 里，答案是一个字典。换成列表，按 `outputs` 的顺序写，还能训练吗，损失一样吗？
#
# 再把列表里的两个答案写反。会报错吗？
#
# /// details | 提示
# 用 `evaluate` 和 `return_dict=True` 比较各个损失。模型不变，只换答案的写法。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Before, the total is [1 × 10 + 0.2 × 5 = 11](#swap-weights-solution "as_before"); swapped, it is [0.2 × 10 + 1 × 5 = 7](#swap-weights-solution "swapped").
#
# The loss of `aux` is half that of `main`, so its weight has to be twice as large: with `[1.0, 2.0]` the total is [1 × 10 + 2 × 5 = 20](#swap-weights-solution "halves"), and each output makes up one half.
# ///
#
# ### Answers in a list { #answers-in-a-list }
#
# In [by_name.py](outputs.md#by-name) the answers are a dictionary. Make them a list, in the order of `outputs`. Does it still train, and are the losses the same?
#
# Then swap the two answers in the list. Is there an error?
#
# /// details | Hint
# Compare the losses with `evaluate` and `return_dict=True`: the same model each time, with the answers written in another way.
# ///

# %% id="answers-in-a-list-solution" tags=["solution"]
keras.utils.set_random_seed(0)
pens = pen_model()
pens.compile(optimizer="sgd", loss=LOSS)


def losses(answers):
    return pens.evaluate(data, answers, verbose=0, return_dict=True)


named = losses({"aux": slants, "main": digits})
listed = losses([digits, slants])
turned = losses([slants, digits])
agree = all(abs(named[key] - listed[key]) < 1e-4 for key in named)
print(agree)
print(turned["aux_loss"] > 5 * named["aux_loss"])
trained = pens.fit(data, [slants, digits], verbose=0).history
print(list(trained))

# %% [markdown] lang="zh"
# /// details | 为什么
# 能训练：列表的顺序与 `outputs` 一致时，各个损失都与字典的[相同](#answers-in-a-list-solution "agree")。字典里键的先后无所谓，这里 `aux` 就写在前面。
#
# 写反了也不报错，`fit()` 照样记下 [3](#answers-in-a-list-solution "len(trained)") 个损失。只是 `aux` 在猜数字、`main` 在猜倾斜，`aux_loss` 变成原来的 [5 倍以上](#answers-in-a-list-solution "turned['aux_loss'] / named['aux_loss'] > 5")。这里的形状恰好都说得通，所以没有任何提示。
# ///
#
# ### 第三个输出 { #third-output }
#
# 给这个模型加第三个输出 `width`，估计笔画的粗细：一个 `Dense(1)`，从 `seen` 出发。先算它有多少个参数，再看 `Connected to` 那一列。
#
# 然后证明：笔的数据影响 `main`，却影响不到 `width`。
#
# /// details | 提示
# 不必重写模型。`get_layer("seen").output` 就是那个中间张量，从它接出去，再建一个新的 `Model`：输入照旧，输出是旧的几个加上新的这个。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It trains: with the list in the order of `outputs`, the losses are all the [same](#answers-in-a-list-solution "agree") as with the dictionary. The order of keys in a dictionary does not matter; here `aux` comes first.
#
# Swapped answers raise no error either, and `fit()` records its [3](#answers-in-a-list-solution "len(trained)") losses. But now `aux` guesses digits and `main` guesses slants, and `aux_loss` is [more than 5](#answers-in-a-list-solution "turned['aux_loss'] / named['aux_loss'] > 5") times what it was. The shapes happen to make sense here, so nothing tells you.
# ///
#
# ### A third output { #third-output }
#
# Give the model a third output, `width`, which estimates how broad the strokes are: a `Dense(1)` that starts from `seen`. Work out its parameter count first, then look at the column `Connected to`.
#
# Then show that the pen's numbers reach `main`, but do not reach `width`.
#
# /// details | Hint
# There is no need to write the model again. `get_layer("seen").output` is the tensor in the middle: go on from it, then make a new `Model` of the old inputs, and of the old outputs and the new one.
# ///

# %% id="third-output-solution" tags=["solution"]
keras.utils.set_random_seed(0)
old = pen_model()
width = Dense(1, name="width")(old.get_layer("seen").output)
three = keras.Model(old.inputs, [*old.outputs, width])
three.summary()

moved = {**data, "pen": data["pen"] + 1}
before, after = three(data), three(moved)
reached = {}
for place, name in enumerate(three.output_names):
    gap = convert_to_numpy(after[place] - before[place])
    reached[name] = bool(abs(gap).max() > 0)
reached

# %% [markdown] lang="zh"
# /// details | 为什么
# `width` 有 [64 × 1 + 1 = 65](#third-output-solution "three.get_layer('width').count_params()") 个参数，合计 [50,999 + 65 = 51,064](#third-output-solution "three.count_params()")。它的来源只有 `seen`，没有 `joined`。
#
# 笔的每个数都加 `1` 之后，`main` 和 `aux` 变了，`width` [没有](#third-output-solution "reached['width']")变：笔的数据走不到它那里。
#
# ![pixels 进入 seen；seen 一路与 pen 合并，再到 main 和 aux，一路直接到 width](#third-output-solution "diagram(three)")
# ///
#
# ### 关掉一个输出 { #switch-off }
#
# 在 `loss_weights` 里把 `aux` 写成 `0.0`，训练一轮。哪些层的权重会变，哪些不变？反过来，把 `main` 写成 `0.0` 呢？`aux_loss` 还会不会出现在记录里？
#
# /// details | 提示
# 训练前把每一层的 `get_weights()` 复制下来，训练后逐层比较。`seen` 在两条路的上游。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `width` has [64 × 1 + 1 = 65](#third-output-solution "three.get_layer('width').count_params()") parameters, and the total is [50,999 + 65 = 51,064](#third-output-solution "three.count_params()"). It is connected to `seen` alone, and not to `joined`.
#
# With `1` added to each of the pen's numbers, `main` and `aux` change, and `width` [does not](#third-output-solution "reached['width']"): the pen's numbers have no way to it.
#
# ![pixels enter seen; from there one path is joined with pen and leads to main and aux, another leads straight to width](#third-output-solution "diagram(three)")
# ///
#
# ### Switch an output off { #switch-off }
#
# In `loss_weights`, set `aux` to `0.0`, and train for one epoch. The weights of which layers change, and of which do not? And the other way round, with `main` at `0.0`? Is `aux_loss` still recorded?
#
# /// details | Hint
# Before training, copy the `get_weights()` of each layer, and compare layer by layer afterwards. `seen` is upstream of both.
# ///


# %% id="switch-off-solution" tags=["solution"]
def weights_of(layer):
    return np.concatenate([w.ravel() for w in layer.get_weights()])


def trained_with(loss_weights):
    keras.utils.set_random_seed(0)
    model = pen_model()
    model.compile(
        optimizer="sgd",
        loss=LOSS,
        loss_weights=loss_weights,
    )
    learning = [layer for layer in model.layers if layer.weights]
    before = [weights_of(layer) for layer in learning]
    answers = {"main": digits, "aux": slants}
    history = model.fit(data, answers, verbose=0).history
    changed = {}
    for layer, old_weights in zip(learning, before):
        same = np.array_equal(weights_of(layer), old_weights)
        changed[layer.name] = not same
    return changed, list(history)


no_aux, recorded = trained_with({"main": 1.0, "aux": 0.0})
no_main, _ = trained_with({"main": 0.0, "aux": 1.0})
print(no_aux)
print(no_main)
print(recorded)

# %% [markdown] lang="zh"
# /// details | 为什么
# 在 `loss_weights` 里权重是零的那个输出，自己的层没有变；另一个输出的层变了，`seen` 也变了。没有关掉的那个输出，仍在教 `seen`。
#
# 记录里还有 `aux_loss` 吗？[有](#switch-off-solution "'aux_loss' in recorded")。分项列出的是没有乘过权重的损失，所以关掉一个输出之后，还能看着它。
# ///
#
# ### 输出也写成字典 { #named-outputs }
#
# `Model` 的 `outputs` 也可以是字典，键由你来起。把 `main` 叫作 `digit`，`aux` 叫作 `slant`，训练，再用 `predict()`。损失的字典该用哪套名字：你起的键，还是层的名字？
#
# /// details | 提示
# 两套名字都试一遍，用 `try` 接住报错。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The layer of the output whose weight in `loss_weights` is zero stays as it was; that of the other output changes, and so does `seen`. `seen` learns from the output that is still on.
#
# Is `aux_loss` still recorded? [Yes](#switch-off-solution "'aux_loss' in recorded"). Each output's own loss is reported before it is multiplied, so you can go on watching an output that is off.
# ///
#
# ### Outputs in a dictionary, too { #named-outputs }
#
# The `outputs` of `Model` can be a dictionary, with keys of your own. Use the key `digit` for `main` and `slant` for `aux`, train, then call `predict()`. Which names does the dictionary of losses take: your keys, or the names of the layers?
#
# /// details | Hint
# Try both, and catch the error with `try`.
# ///

# %% id="named-outputs-solution" tags=["solution"]
plain = pen_model()
main, aux = plain.outputs
keyed = keras.Model(plain.inputs, {"digit": main, "slant": aux})


def try_fit(digit_name, slant_name):
    keyed.compile(
        optimizer="sgd",
        loss={
            digit_name: "sparse_categorical_crossentropy",
            slant_name: "mse",
        },
    )
    answers = {"digit": digits, "slant": slants}
    try:
        return list(keyed.fit(data, answers, verbose=0).history)
    except KeyError as error:
        return error.args[0]


your_keys = try_fit("digit", "slant")
layer_names = try_fit("main", "aux")
print(your_keys)
print(layer_names)
predicted = keyed.predict(data, verbose=0)
for key, value in predicted.items():
    print(key, value.shape)

# %% [markdown] lang="zh"
# /// details | 为什么
# 要用你起的键：记下的是 [`digit_loss`](#named-outputs-solution "your_keys[0]") 和 [`slant_loss`](#named-outputs-solution "your_keys[2]")。用层的名字会报错，说这个名字 [can't be found in either the model's output](#named-outputs-solution "layer_names")。
#
# `predict()` 返回的也是字典，键相同，于是不用记次序：`predicted["slant"]` 的形状是 [(256, 1)](#named-outputs-solution "predicted['slant'].shape")。
# ///
#
# 下一页：[训练是怎么回事](training.md)。

# %% [markdown] lang="en"
# /// details | Why
# Your keys: [`digit_loss`](#named-outputs-solution "your_keys[0]") and [`slant_loss`](#named-outputs-solution "your_keys[2]") are what is recorded. The names of the layers raise an error, which says that the name [can't be found in either the model's output](#named-outputs-solution "layer_names").
#
# `predict()` returns a dictionary with the same keys, so there is no order to remember: the shape of `predicted["slant"]` is [(256, 1)](#named-outputs-solution "predicted['slant'].shape").
# ///
#
# Next page: [what training is](training.md).
