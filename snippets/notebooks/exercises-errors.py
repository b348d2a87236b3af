# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：报错
# description: 一段段会报错的代码，照报错说的改好；每题都有提示和运行过的答案。
# finds: 练习、习题、答案、报错练习、改错
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: errors"
# description: Code that fails, to be mended by what the message says; each with a hint and a solution that ran.
# finds: exercises, solutions, exercises on errors, mend the code
# ---

# %% [markdown] lang="zh"
# # 练习：报错 { #exercises-errors }
#
# 做完这些练习，你看到一条报错，就知道先看哪里，再改哪里。
#
# 多数题给出一段代码，它在题目后面的那一格里运行过，有的会报错，有的悄悄算错。自己改，写在笔记本的空单元格里，再点开“答案”。卡住了，先看提示。

# %% [markdown] lang="en"
# # Exercises: errors { #exercises-errors }
#
# After these exercises you know where to look in a message, and then where to change your code.
#
# Each task gives code that has run in the cell below it; some of it fails, some goes wrong without a word. Mend it yourself in the empty cell of the notebook, then open the solution. If you are stuck, the hint comes first.

# %% id="setup"
import difflib
import traceback
import warnings
import zipfile
from pathlib import Path

import keras
import numpy as np
from keras import layers, ops

# %% [markdown] lang="zh"
# ## 报错索引 { #errors }
#
# 出自[报错索引](errors.md)。
#
# ### 哪一行是你的 { #find-mine }
#
# 下面的 `frames` 是一条报错里的各行，有你的，也有 Keras 的。写一个函数，找出你的最后一行在哪个函数里。

# %% [markdown] lang="en"
# ## Index of errors { #errors }
#
# From the [index of errors](errors.md).
#
# ### Which line is yours { #find-mine }
#
# Below, `frames` holds the lines of a traceback; some are yours and some are Keras's. Write a function that tells in which function the last of yours is.


# %% id="find-mine-given"
def build_it():
    return keras.Sequential([keras.Input(shape=(4,)), "Dense"])


try:
    build_it()
except ValueError as caught:
    said = str(caught)
    frames = traceback.extract_tb(caught.__traceback__)
print(said)

# %% [markdown] lang="zh"
# /// details | 提示
# 每一项有 `filename`、`name` 和 `line`。Keras 的文件在 `site-packages` 里，Colab 上在 `dist-packages` 里。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# Each item has a `filename`, a `name` and a `line`. The files of Keras are in `site-packages`, on Colab in `dist-packages`.
# ///


# %% id="find-mine-solution" tags=["solution"]
def last_of_mine(frames):
    mine = [f for f in frames if "-packages" not in f.filename]
    return mine[-1].name


last_of_mine(frames)

# %% [markdown] lang="zh"
# /// details | 为什么
# 是 [build_it](#find-mine-solution "last_of_mine(frames)") 里的那一行：列表里放的是一个名字，不是层。报错的末尾 [Received: Dense](#find-mine-given "said") 说的也是它。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It is the line in [build_it](#find-mine-solution "last_of_mine(frames)"): the list holds a name where a layer should be. The end of the message, [Received: Dense](#find-mine-given "said"), says so, too.
# ///

# %% [markdown] lang="zh"
# ## 形状 { #errors-shapes }
#
# 出自[报错：形状](errors-shapes.md)。
#
# ### 图最小可以多小 { #smallest }
#
# 三个卷积层、三个池化层，交替排列。图小到多少就会报错？先用纸笔算，再让 Keras 一个一个地试。

# %% [markdown] lang="en"
# ## Shapes { #errors-shapes }
#
# From [errors about shapes](errors-shapes.md).
#
# ### How small may a picture be { #smallest }
#
# Three convolutions and three pooling layers take turns. From which size down does it fail? Work it out on paper, then have Keras try one size after another.


# %% id="smallest-given"
def three_times(size):
    return keras.Sequential(
        [
            keras.Input(shape=(size, size, 1)),
            layers.Conv2D(4, 3),
            layers.MaxPooling2D(),
            layers.Conv2D(4, 3),
            layers.MaxPooling2D(),
            layers.Conv2D(4, 3),
            layers.MaxPooling2D(),
        ]
    )


three_times(28).output_shape

# %% [markdown] lang="zh"
# /// details | 提示
# 从后往前算：最后一个池化层至少要两行。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# Go backwards: the last pooling layer needs two rows at least.
# ///

# %% id="smallest-solution" tags=["solution"]
fits = {}
for size in range(28, 14, -1):
    try:
        three_times(size)
        fits[size] = True
    except ValueError as error:
        fits[size] = False
        last = str(error)
smallest = min(size for size, good in fits.items() if good)
through = three_times(smallest).layers
rows = (smallest, *(layer.output.shape[1] for layer in through))
print(rows)
smallest

# %% [markdown] lang="zh"
# /// details | 为什么
# [最小](#smallest-solution "smallest == min(size for size in fits if fits[size])")是 [22](#smallest-solution "smallest")，行数依次是 [(22, 20, 10, 8, 4, 2, 1)](#smallest-solution "rows")。从后往前算：池化乘二，卷积加二。给卷积写上 `padding="same"`，就不用加二了。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The [smallest](#smallest-solution "smallest == min(size for size in fits if fits[size])") is [22](#smallest-solution "smallest"), and the rows become [(22, 20, 10, 8, 4, 2, 1)](#smallest-solution "rows"). Going backwards, a pooling layer doubles, and a convolution adds two. With `padding="same"` for the convolutions there is no two to add.
# ///

# %% [markdown] lang="zh"
# ## 标签与损失 { #errors-labels }
#
# 出自[报错：标签与损失](errors-labels.md)。
#
# ### 不报错，却算错了 { #stretched }
#
# 预测与标签完全一样，均方误差应该是零。下面用 NumPy 手算，得到的却[不是](#stretched-given "wrong == 0")。为什么？改一处，让它是零。

# %% [markdown] lang="en"
# ## Labels and losses { #errors-labels }
#
# From [errors about labels and losses](errors-labels.md).
#
# ### No error, and a wrong number { #stretched }
#
# The outputs are equal to the labels, so the mean squared error should be zero. Computed by hand with NumPy, it [is not](#stretched-given "wrong == 0"). Why? Change one thing and make it zero.

# %% id="stretched-given"
row = np.array([1.0, 2.0, 3.0])
column = row.reshape(3, 1)
wrong = float(np.mean((row - column) ** 2))
round(wrong, 3)

# %% [markdown] lang="zh"
# /// details | 提示
# 打印 `row - column` 的形状。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# Print the shape of `row - column`.
# ///

# %% id="stretched-solution" tags=["solution"]
print((row - column).shape)
right = float(np.mean((row.reshape(3, 1) - column) ** 2))
right

# %% [markdown] lang="zh"
# /// details | 为什么
# 一行减一[列](#stretched-solution "1 == column.shape[1]")，两边都会扩展，得到的是 [(3, 3)](#stretched-solution "(row - column).shape")，每个标签都与每个输出相减。形状先变成一样，误差就是 [0](#stretched-solution "right")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# A row minus a [column](#stretched-solution "1 == column.shape[1]"): both are stretched, to [(3, 3)](#stretched-solution "(row - column).shape"), and each label is compared with each output. Give them one shape first, and the error is [0](#stretched-solution "right").
# ///

# %% [markdown] lang="zh"
# ## 名字与导入 { #errors-names }
#
# 出自[报错：名字与导入](errors-names.md)。
#
# ### 最像的名字 { #closest }
#
# 记得有一个层，名字大概是 `MaxPool2d`，又有一个像是 `BatchNormalisation`。让 Python 在 `keras.layers` 里找出最像的。

# %% [markdown] lang="en"
# ## Names and imports { #errors-names }
#
# From [errors about names and imports](errors-names.md).
#
# ### The closest name { #closest }
#
# You remember a layer by the name of `MaxPool2d`, and another like `BatchNormalisation`. Have Python find the closest names in `keras.layers`.

# %% id="closest-given"
remembered = ["MaxPool2d", "BatchNormalisation"]
[hasattr(layers, name) for name in remembered]

# %% [markdown] lang="zh"
# /// details | 提示
# `dir(layers)` 列出所有的名字，`difflib.get_close_matches` 挑出像的。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# `dir(layers)` lists all names, and `difflib.get_close_matches` picks those that are close.
# ///

# %% id="closest-solution" tags=["solution"]
closest = [
    difflib.get_close_matches(name, dir(layers), n=1)[0]
    for name in remembered
]
closest

# %% [markdown] lang="zh"
# /// details | 为什么
# 是 [MaxPool2D](#closest-solution "closest[0]") 和 [BatchNormalization](#closest-solution "closest[1]")。大小写要对，拼写也要用美式的。
# ///

# %% [markdown] lang="en"
# /// details | Why
# They are [MaxPool2D](#closest-solution "closest[0]") and [BatchNormalization](#closest-solution "closest[1]"). Capitals have to be right, and the spelling American.
# ///

# %% [markdown] lang="zh"
# ## 保存与加载 { #errors-saving }
#
# 出自[报错：保存与加载](errors-saving.md)。
#
# ### 文件坏在哪里 { #broken-file }
#
# 下面两个文件都取不回来，报的都是 `File not found`。不用 Keras，查出每一个坏在哪里。

# %% [markdown] lang="en"
# ## Saving and loading { #errors-saving }
#
# From [errors about saving and loading](errors-saving.md).
#
# ### What is wrong with the file { #broken-file }
#
# Neither of these two files loads, and both give `File not found`. Find out what is wrong with each, without Keras.

# %% id="broken-file-given"
keras.Sequential([keras.Input(shape=(4,)), layers.Dense(3)]).save(
    "whole.keras"
)
half = Path("whole.keras").read_bytes()
Path("half.keras").write_bytes(half[: len(half) // 2])
answers = []
for name in ("half.keras", "hole.keras"):
    try:
        keras.saving.load_model(name)
    except ValueError as error:
        answers.append(str(error)[:14])
answers

# %% [markdown] lang="zh"
# /// details | 提示
# `zipfile.is_zipfile` 说一个文件是不是压缩包。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# `zipfile.is_zipfile` tells whether a file is an archive.
# ///

# %% id="broken-file-solution" tags=["solution"]
for name in ("whole.keras", "half.keras", "hole.keras"):
    print(name, Path(name).exists(), zipfile.is_zipfile(name))

# %% [markdown] lang="zh"
# /// details | 为什么
# `half.keras` 在，却[不是](#broken-file-solution "zipfile.is_zipfile('half.keras')")完整的压缩包，要重新下载；`hole.keras` 的名字写错了，根本没有这个文件。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `half.keras` is there, but it [is not](#broken-file-solution "zipfile.is_zipfile('half.keras')") a whole archive: download it again. The name `hole.keras` is misspelt, and there is no such file.
# ///

# %% [markdown] lang="zh"
# ## 参数、指标、回调 { #errors-arguments }
#
# 出自[报错：参数、指标、回调](errors-arguments.md)。
#
# ### 学习率一直不变 { #rate-stays }
#
# 下面的回调每轮之后把学习率减半，不报错，学习率却没有变。改好它。

# %% [markdown] lang="en"
# ## Arguments, metrics, callbacks { #errors-arguments }
#
# From [errors about arguments, metrics and callbacks](errors-arguments.md).
#
# ### The rate that stays { #rate-stays }
#
# This callback is to halve the learning rate after every epoch. It raises no error, and the rate stays. Mend it.


# %% id="rate-stays-given"
class Halve(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(epoch, sorted(logs))
        self.model.optimizer.lr = 0.5 ** (epoch + 1)


def rate_after(callback):
    model = keras.Sequential(
        [keras.Input(shape=(2,)), layers.Dense(1)]
    )
    model.compile(keras.optimizers.SGD(1.0), "mse")
    model.fit(
        np.zeros((4, 2)),
        np.zeros(4),
        epochs=3,
        callbacks=[callback],
        verbose=0,
    )
    return float(model.optimizer.learning_rate)


rate_after(Halve())

# %% [markdown] lang="zh"
# /// details | 提示
# 今天这个属性叫什么？
# ///

# %% [markdown] lang="en"
# /// details | Hint
# What is the name of the attribute today?
# ///


# %% id="rate-stays-solution" tags=["solution"]
class HalveToday(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(epoch, sorted(logs))
        self.model.optimizer.learning_rate = 0.5 ** (epoch + 1)


rate_after(HalveToday())

# %% [markdown] lang="zh"
# /// details | 为什么
# 给 `lr` 赋值，只是给对象添了一个没有人看的属性。改成 `learning_rate`，三轮以后是 [0.125](#rate-stays-solution "rate_after(HalveToday())")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Assigning to `lr` gives the object an attribute that nobody reads. With `learning_rate` it is [0.125](#rate-stays-solution "rate_after(HalveToday())") after three epochs.
# ///

# %% [markdown] lang="zh"
# ## 没有建好，没有连上 { #errors-connected }
#
# 出自[报错：没有建好，没有调用，没有连上](errors-connected.md)。
#
# ### 四行代码，四处错 { #parentheses }
#
# 每一行都有一处括号或逗号写错了。只看报错，把它们改好。

# %% [markdown] lang="en"
# ## Not built, not connected { #errors-connected }
#
# From [errors about models](errors-connected.md).
#
# ### Four lines, four mistakes { #parentheses }
#
# Each line has one mistake in its parentheses or commas. Mend them by the messages alone.

# %% id="parentheses-given"
entry = keras.Input(shape=(4,))
wrong_lines = {
    "flatten": lambda: keras.Sequential([entry, layers.Flatten]),
    "hidden": lambda: layers.Dense(8, entry),
    "output": lambda: keras.Model(entry, layers.Dense(3)),
    "shape": lambda: keras.Input(shape=(4)),
}
for name, line in wrong_lines.items():
    try:
        line()
    except ValueError as error:
        print(name + ":", str(error)[:52])

# %% [markdown] lang="zh"
# /// details | 提示
# 层要先造出来，再用第二对括号调用；一个数的元组要带逗号。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# A layer is made first, then called with a second pair of parentheses; a tuple of one number has a comma.
# ///

# %% id="parentheses-solution" tags=["solution"]
right_lines = {
    "flatten": lambda: keras.Sequential([entry, layers.Flatten()]),
    "hidden": lambda: layers.Dense(8)(entry),
    "output": lambda: keras.Model(entry, layers.Dense(3)(entry)),
    "shape": lambda: keras.Input(shape=(4,)),
}
len([line() for line in right_lines.values()])

# %% [markdown] lang="zh"
# /// details | 为什么
# [4](#parentheses-solution "len(right_lines)") 行都不再报错。
# ///

# %% [markdown] lang="en"
# /// details | Why
# None of the [4](#parentheses-solution "len(right_lines)") lines fails any more.
# ///

# %% [markdown] lang="zh"
# ## 自己写的层 { #errors-layers }
#
# 出自[报错：自己写的层和模型](errors-layers.md)。
#
# ### 一次只报一处 { #one-at-a-time }
#
# 这一层有三处错，一次只报一处。一处一处改好。

# %% [markdown] lang="en"
# ## Layers of your own { #errors-layers }
#
# From [errors about layers and models of your own](errors-layers.md).
#
# ### One message at a time { #one-at-a-time }
#
# This layer has three mistakes, and shows one message at a time. Mend one after another.


# %% id="one-at-a-time-given" tags=["raises-exception"]
class Shift(layers.Layer):
    def __init__(self, factor):
        self.factor = factor

    def build(self, input_shape):
        self.shift = self.add_weight("shift", (input_shape[-1],))

    def forward(self, inputs):
        return ops.add(self.factor * inputs, self.shift)


Shift(2.0)(keras.Input(shape=(4,)))

# %% [markdown] lang="zh"
# /// details | 提示
# 先是 `super().__init__()`，再是 `add_weight` 的参数，最后是方法的名字。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# First `super().__init__()`, then the arguments of `add_weight`, last the name of a method.
# ///


# %% id="one-at-a-time-solution" tags=["solution"]
class Shifted(layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def build(self, input_shape):
        self.shift = self.add_weight(
            shape=(input_shape[-1],), name="shift"
        )

    def call(self, inputs):
        return ops.add(self.factor * inputs, self.shift)


shifted = Shifted(2.0)
print(shifted(keras.Input(shape=(4,))).shape)
shifted.count_params()

# %% [markdown] lang="zh"
# /// details | 为什么
# 有 [4](#one-at-a-time-solution "shifted.count_params()") 个参数，一[列](#one-at-a-time-solution "4 == shifted(keras.Input(shape=(4,))).shape[1]")一个。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It has [4](#one-at-a-time-solution "shifted.count_params()") parameters, one for each [column](#one-at-a-time-solution "4 == shifted(keras.Input(shape=(4,))).shape[1]").
# ///

# %% [markdown] lang="zh"
# ## 数据与后端 { #errors-data }
#
# 出自[报错：数据与后端](errors-data.md)。
#
# ### Embedding 查不到的数 { #out-of-table }
#
# 在 `fit()` 之前，查出数据里哪些数是 `Embedding` 查不到的，它们在哪一行。

# %% [markdown] lang="en"
# ## Data and backends { #errors-data }
#
# From [errors about data and backends](errors-data.md).
#
# ### Numbers that an Embedding cannot look up { #out-of-table }
#
# Before `fit()`, find which numbers of the data an `Embedding` cannot look up, and in which rows they are.

# %% id="out-of-table-given"
table = layers.Embedding(input_dim=10, output_dim=2)
words = np.array([[3, 9, 0], [2, 10, 5], [7, -1, 4]])
words.shape

# %% [markdown] lang="zh"
# /// details | 提示
# 能查的是从零到 `input_dim` 减一。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# It can look up zero to `input_dim` minus one.
# ///

# %% id="out-of-table-solution" tags=["solution"]
outside = (words < 0) | (words >= table.input_dim)
print("numbers:", words[outside], " rows:", np.where(outside)[0])
print(tuple(table(words[~outside.any(axis=1)]).shape))

# %% [markdown] lang="zh"
# /// details | 为什么
# 有 [2](#out-of-table-solution "int(outside.sum())") 个查不到：一个太大，一个是负数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It cannot look up [2](#out-of-table-solution "int(outside.sum())") of them: one is too large, one is negative.
# ///

# %% [markdown] lang="zh"
# ## GPU 与设备 { #errors-gpu }
#
# 出自[报错：GPU 与设备](errors-gpu.md)。
#
# ### 有 GPU 就用，没有就用 CPU { #gpu-or-cpu }
#
# 写一个函数，有 GPU 就返回[第一](#gpu-or-cpu-solution "elsewhere == ['gpu:0', 'gpu:1'][0]")个的名字，没有就返回 `cpu:0`，这样在哪台机器上 `keras.device` 都不报错。
#
# /// details | 提示
# `keras.distribution.list_devices()` 列出名字。列表可能是空的，所以别用 `[0]`。
# ///

# %% [markdown] lang="en"
# ## GPUs and devices { #errors-gpu }
#
# From [errors about GPUs and devices](errors-gpu.md).
#
# ### The GPU if there is one, else the CPU { #gpu-or-cpu }
#
# Write a function that returns the name of the [first](#gpu-or-cpu-solution "elsewhere == ['gpu:0', 'gpu:1'][0]") GPU if there is one, and else `cpu:0`, so that `keras.device` raises no error on any machine.
#
# /// details | Hint
# `keras.distribution.list_devices()` lists the names. A list may be empty, so do without `[0]`.
# ///


# %% id="gpu-or-cpu-solution" tags=["solution"]
def best_of(names):
    gpus = [name for name in names if name.startswith("gpu")]
    return next(iter(gpus), "cpu:0")


here = best_of(keras.distribution.list_devices())
elsewhere = best_of(["cpu:0", "gpu:0", "gpu:1"])
print(here, elsewhere)
with keras.device(here):
    print(ops.ones(2).device)

# %% [markdown] lang="zh"
# /// details | 为什么
# 这里没有 GPU，得到 [cpu:0](#gpu-or-cpu-solution "here")；给它一张有 GPU 的列表，得到 [gpu:0](#gpu-or-cpu-solution "elsewhere")。函数只看名字，所以没有 GPU 也能试它。PyTorch 后端[没有这个列表](errors-gpu.md#list-devices)，要用 `torch.cuda.is_available()`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# There is no GPU here, so it gives [cpu:0](#gpu-or-cpu-solution "here"); for a list that has GPUs, it gives [gpu:0](#gpu-or-cpu-solution "elsewhere"). The function looks at names alone, so it can be tried without a GPU. The PyTorch backend [has no such list](errors-gpu.md#list-devices); ask `torch.cuda.is_available()` there.
# ///

# %% [markdown] lang="zh"
# ## 粘贴旧代码 { #old-code }
#
# 出自[粘贴旧代码](old-code.md)。
#
# ### 改好标出来的行 { #mend-marked }
#
# 把下面引号里的脚本粘贴到[那一页](old-code.md)，照标出来的改，直到它能运行。
#
# /// details | 提示
# 一处一处用 `replace` 换，再用 `attempt` 运行。
# ///

# %% [markdown] lang="en"
# ## Paste your old code { #old-code }
#
# From [Paste your old code](old-code.md).
#
# ### Mend what is marked { #mend-marked }
#
# Paste the script between the quotation marks into [that page](old-code.md), and mend what is marked until it runs.
#
# /// details | Hint
# Exchange one piece after another with `replace`, and run it with `attempt`.
# ///


# %% id="marked-script"
def attempt(code):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(code, {})
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return "ran"


PASTE = """
import numpy as np
from keras.layers.core import Dense, Dropout
from keras.models import Sequential
from keras.optimizers import SGD
from keras.utils import np_utils

x = np.ones((12, 4))
y = np_utils.to_categorical(np.arange(12) % 3)
model = Sequential()
model.add(Dense(output_dim=8, input_dim=4))
model.add(Dropout(p=0.5))
model.add(Dense(3, init="uniform", activation="softmax"))
model.compile(
    loss="categorical_crossentropy",
    optimizer=SGD(lr=0.1),
    metrics=["accuracy"],
)
log = model.fit(x, y, nb_epoch=2, verbose=0).history
print(len(log["acc"]), model.predict_classes(x).shape)
"""

# %% id="mend-marked-solution" tags=["solution"]
marked = {
    "keras.layers.core": "keras.layers",
    "import np_utils": "import to_categorical",
    "np_utils.to_": "to_",
    "output_dim=": "units=",
    "p=0.5": "rate=0.5",
    "init=": "kernel_initializer=",
    "lr=": "learning_rate=",
    "nb_epoch=": "epochs=",
    '"acc"': '"accuracy"',
    "model.predict_classes(x)": (
        "model.predict(x, verbose=0).argmax(axis=1)"
    ),
}
mended = PASTE
for piece, written in marked.items():
    mended = mended.replace(piece, written)
answers = attempt(PASTE), attempt(mended)
print(*answers, sep="\n")

# %% [markdown] lang="zh"
# /// details | 为什么
# 换了 [10](#mend-marked-solution "len(marked)") 处，就能运行了（[ran](#mend-marked-solution "answers[1]")）。没换之前，运行一次只看得到第一处：[No module named 'keras.layers.core'](#mend-marked-solution "answers[0]")。粘贴的好处是一次看全。
# ///
#
# ### 什么都没标，却会报错 { #unmarked }
#
# 反过来：写几行[今天](#unmarked-solution "keras.__version__ if 'Error' in unmarked else ''")会报错、那一页却什么都不标的代码。
#
# /// details | 提示
# 那一页只读写出来的代码，不运行它。
# ///

# %% [markdown] lang="en"
# /// details | Why
# With [10](#mend-marked-solution "len(marked)") pieces exchanged it runs ([ran](#mend-marked-solution "answers[1]")). Before, a run shows nothing but the first: [No module named 'keras.layers.core'](#mend-marked-solution "answers[0]"). Pasting shows them all at once.
# ///
#
# ### Nothing is marked, and it fails { #unmarked }
#
# The other way round: write some lines that fail [today](#unmarked-solution "keras.__version__ if 'Error' in unmarked else ''") and in which that page marks nothing.
#
# /// details | Hint
# That page reads what is written, and does not run it.
# ///

# %% id="unmarked-solution" tags=["solution"]
hidden = """
import keras

model = keras.Sequential()
name = "_".join(["predict", "classes"])
getattr(model, name)
"""
unmarked = attempt(hidden)
print(unmarked)

# %% [markdown] lang="zh"
# /// details | 为什么
# 名字 `predict_classes` 到运行时才拼出来（[has no attribute 'predict_classes'](#unmarked-solution "unmarked")），写出来的代码里[没有](#unmarked-solution "'_'.join(['predict', 'classes']) in hidden")它。同样，从配置文件里读来的名字和参数，那一页也看不到。所以标出来的都改完以后，还要运行一遍。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The name `predict_classes` is put together while the script runs ([has no attribute 'predict_classes'](#unmarked-solution "unmarked")); it is [not](#unmarked-solution "'_'.join(['predict', 'classes']) in hidden") in what is written. Names and arguments read from a settings file are hidden from that page in the same way. So mend what is marked, then run the script all the same.
# ///

# %% [markdown] lang="zh"
# 下一页：[Keras 变了什么](changes.md)。

# %% [markdown] lang="en"
# Next page: [what Keras changed](changes.md).
