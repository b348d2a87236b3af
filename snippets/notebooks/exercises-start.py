# /// script
# [tool.proof]
# data = ["mnist"]
# lanes = ["now-tensorflow"]
# seconds = 240
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：起步
# description: 做完这些练习，你能预先算出第一个模型的参数量，分清后端没装和名字写错这两种报错，正确地比较版本。
# finds: "练习、习题、答案、练习册"
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: getting started"
# description: After these exercises you can work out the parameters of a first model, tell a missing backend from a misspelt one, and compare versions correctly.
# finds: "exercises, solutions, workbook"
# ---

# %% [markdown] lang="zh"
# # 练习：起步 { #exercises }
#
# 做完这些练习，你能预先算出第一个模型有多少参数，分清后端没装和名字写错这两种报错，也能在代码里正确地比较版本。
#
# 每道题都先自己想，在笔记本的空单元格里写代码运行，再点开“答案”对照。没有思路，就点开“提示”。答案都运行过，下面的输出就是它们打印的。
#
# 第一个单元格给后面的题用。`fresh()` 另开一个 Python：位置参数当作命令行参数传过去，关键字参数设成那里的环境变量。它返回那个 Python 打印的内容；如果什么也没有打印，就返回报错的最后一行。
#
# Jupyter 会设置 `FORCE_COLOR`，它会让 `summary()` 的表带上颜色代码，所以要去掉。

# %% [markdown] lang="en"
# # Exercises: getting started { #exercises }
#
# After these exercises you can work out in advance how many parameters a first model has, tell a missing backend from a misspelt one by the error, and compare versions correctly in code.
#
# Think first, write your code in the empty cell of the notebook and run it, then open the solution and compare. If you are stuck, open the hint. The solutions have all been run, and the output below them is what they printed.
#
# The first cell serves the others. `fresh()` starts another Python with the command-line arguments that it is given; keyword arguments become environment variables there. It returns what that Python printed, or, if nothing was printed, the last line of the error.
#
# Jupyter sets `FORCE_COLOR`, which would put colour codes into the table of `summary()`, so it is taken out.

# %% id="setup"
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import keras
import numpy as np
from keras import layers


def fresh(*arguments, **variables):
    environment = {**os.environ, "PYTHONUTF8": "1", **variables}
    environment.pop("FORCE_COLOR", None)
    run = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    error = run.stderr.strip().rpartition("\n")[2]
    return run.stdout.strip() or error


fresh("-c", "print('hello')"), fresh("-c", "1 / 0")

# %% [markdown] lang="zh"
# ## 第一个模型 { #home }
#
# 出自[首页](index.md#first)。
#
# ### 存成文件运行 { #in-a-file }
#
# 把首页的代码存成文件，用 `fresh()` 运行两遍。两遍打印的表一样吗？
#
# /// details | 提示
# `Path("first_model.py").write_text(code, encoding="utf-8")` 把一段文字写进文件，`fresh("first_model.py")` 运行这个文件。
# ///

# %% [markdown] lang="en"
# ## A first model { #home }
#
# From the [front page](index.md#first).
#
# ### Run it as a file { #in-a-file }
#
# Save the code of the front page to a file, and run it twice with `fresh()`. Are the two tables the same?
#
# /// details | Hint
# `Path("first_model.py").write_text(code, encoding="utf-8")` writes a text to a file, and `fresh("first_model.py")` runs that file.
# ///

# %% id="in-a-file-solution" tags=["solution"]
code = """
import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.summary()
"""
Path("first_model.py").write_text(code, encoding="utf-8")
table = fresh("first_model.py")
again = fresh("first_model.py")
print(table)
print(table == again)

# %% [markdown] lang="zh"
# /// details | 为什么
# 两张表[一样](#in-a-file-solution "table == again")，合计也和首页上的相同：[Total params: 25,450](#in-a-file-solution "table")。权重的初始值是随机的，但表里是名字、形状、个数和内存，没有权重的值。
# ///
#
# ### 在同一个 Python 里再搭一遍 { #build-again }
#
# 下一个单元格把首页的模型写成函数，隐藏层有多少个神经元由你定。

# %% [markdown] lang="en"
# /// details | Why
# The two tables are the [same](#in-a-file-solution "table == again"), and their total is that of the front page: [Total params: 25,450](#in-a-file-solution "table"). Weights start out random, but the table holds names, shapes, counts and memory, and none of the weights' values.
# ///
#
# ### Build it again in the same Python { #build-again }
#
# The next cell turns the model of the front page into a function, so that you can choose how many units the hidden layer has.


# %% id="build"
def build(units=32):
    return keras.Sequential(
        [
            keras.Input(shape=(784,)),
            layers.Dense(units, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )


# %% [markdown] lang="zh"
# 在这份笔记本里搭两次，看看层的名字。两次一样吗？怎样让名字从头数起？
#
# /// details | 提示
# 层的名字是 `layer.name`。`keras.utils` 里有一个函数，能让 Keras 忘掉已经用过的名字。
# ///

# %% [markdown] lang="en"
# Build it twice in this notebook and look at the names of the layers. Are they the same both times? How do you make the names count from the start?
#
# /// details | Hint
# The name of a layer is `layer.name`. There is a function in `keras.utils` that has Keras forget the names it has used.
# ///

# %% id="build-again-solution" tags=["solution"]
first = [layer.name for layer in build().layers]
second = [layer.name for layer in build().layers]
keras.utils.clear_session()
third = [layer.name for layer in build().layers]
print(first)
print(second)
print(third)

# %% [markdown] lang="zh"
# /// details | 为什么
# 在同一个 Python 里，名字接着往下数：第二个模型的[第一](#build-again-solution "'dense_2' == second[0]")层叫 [dense_2](#build-again-solution "second[0]")。`clear_session()` 以后又从 [dense](#build-again-solution "third[0]") 数起，与第一次[相同](#build-again-solution "first == third")。在笔记本里重复运行同一个单元格，表里的名字会变，就是这个缘故。
# ///
#
# ### 隐藏层多一个神经元 { #one-more }
#
# 隐藏层每多一个神经元，合计多几个参数？神经元翻一倍，合计也翻一倍吗？先用纸笔算，再搭几个模型验证。
#
# /// details | 提示
# 神经元是层里算出一个数的单位。新来的神经元与每个输入相连，也与输出层的每个神经元相连；每条连线有一个权重，每个神经元还有一个偏置。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Within one Python, the names count on: the [first](#build-again-solution "'dense_2' == second[0]") layer of the second model is called [dense_2](#build-again-solution "second[0]"). After `clear_session()` they start from [dense](#build-again-solution "third[0]") again, and are the [same](#build-again-solution "first == third") as the first time. That is why the names in a table change when you run a cell of a notebook again.
# ///
#
# ### One more unit in the hidden layer { #one-more }
#
# How many parameters does each further unit in the hidden layer add to the total? Does twice as many units mean twice the total? Work it out on paper, then build some models to check.
#
# /// details | Hint
# A unit is the part of a layer that works out one number. The new unit is connected to every input, and to every unit of the output layer; each connection has a weight, and each unit a bias as well.
# ///

# %% id="one-more-solution" tags=["solution"]
totals = {n: build(n).count_params() for n in (31, 32, 33, 64)}
totals

# %% [markdown] lang="zh"
# /// details | 为什么
# 每多一个神经元，多 [784 + 1 + 10 = 795](#one-more-solution "totals[33] - totals[32]") 个参数：它的权重、它的偏置，以及输出层为它多出来的权重。
#
# 神经元翻一倍，合计是 [2 × 25,450 − 10 = 50,890](#one-more-solution "totals[64]")，比翻一倍少 [10](#one-more-solution "2 * totals[32] - totals[64]") 个：输出层的偏置没有变多。
# ///
#
# ### 参数量有上限 { #budget }
#
# 合计不许超过 [100,000](#budget-solution "limit")，隐藏层最多能有几个神经元？不要一个一个地试。
#
# /// details | 提示
# 先从上限里减去输出层的偏置，余下的够几个神经元用？
# ///

# %% [markdown] lang="en"
# /// details | Why
# Each further unit adds [784 + 1 + 10 = 795](#one-more-solution "totals[33] - totals[32]") parameters: its weights, its bias, and the weights that the output layer has for it.
#
# With twice as many units the total is [2 × 25,450 − 10 = 50,890](#one-more-solution "totals[64]"), which is [10](#one-more-solution "2 * totals[32] - totals[64]") short of twice the total: the output layer has as many biases as before.
# ///
#
# ### A limit on parameters { #budget }
#
# If the total must not exceed [100,000](#budget-solution "limit"), how many units can the hidden layer have at most? Do not just try one number after another.
#
# /// details | Hint
# Take the biases of the output layer off the limit first. For how many units is the rest enough?
# ///

# %% id="budget-solution" tags=["solution"]
limit = 100_000
most = (limit - 10) // (784 + 1 + 10)
most, build(most).count_params(), build(most + 1).count_params()

# %% [markdown] lang="zh"
# /// details | 为什么
# 合计等于每个神经元带来的参数量乘以神经元数，再加输出层的偏置：[795 × 125 + 10 = 99,385](#budget-solution "build(most).count_params()")，没有超过。再多一个神经元就是 [100,180](#budget-solution "build(most + 1).count_params()")，超过了。
# ///
#
# ## Keras 是什么 { #what }
#
# 出自 [Keras 是什么](what.md#first-result)。下一个单元格把那里的脚本写成函数：`learn()` 返回网络找到的斜率和截距；`close()` 拿找到的和想要的比较，误差都不到 [0.01](#learn "near") 才返回 `True`。

# %% [markdown] lang="en"
# /// details | Why
# The total is what one unit adds, times the number of units, plus the biases of the output layer: [795 × 125 + 10 = 99,385](#budget-solution "build(most).count_params()"), which is within the limit. One more unit makes it [100,180](#budget-solution "build(most + 1).count_params()"), which is not.
# ///
#
# ## What is Keras? { #what }
#
# From [What is Keras?](what.md#first-result) The next cell turns the script from there into a function: `learn()` returns the slope and the intercept that the network found. `close()` compares what was found with what was wanted, and returns `True` only if every error is less than [0.01](#learn "near").

# %% id="learn"
x = np.linspace(-1, 1, 64).reshape(-1, 1)
near = 0.01


def learn(x, y, epochs=30, rate=0.1, batch_size=8):
    keras.utils.set_random_seed(0)
    inputs = keras.Input(shape=(1,))
    model = keras.Sequential([inputs, layers.Dense(1)])
    model.compile(keras.optimizers.SGD(rate), loss="mse")
    model.fit(x, y, batch_size=batch_size, epochs=epochs, verbose=0)
    kernel, bias = model.get_weights()
    return float(kernel[0, 0]), float(bias[0])


def close(found, wanted):
    error = np.abs(np.subtract(found, wanted))
    return bool((error < near).all())


# %% [markdown] lang="zh"
# ### 换一条直线 { #other-line }
#
# 换几组斜率和截距：有负的，有很大的，还有全是零的。网络还找得到吗？
#
# /// details | 提示
# 点的纵坐标是 `slope * x + intercept`。
# ///

# %% [markdown] lang="en"
# ### Another line { #other-line }
#
# Try other slopes and intercepts: negative ones, large ones, nothing but zeros. Does the network still find them?
#
# /// details | Hint
# The points are at `slope * x + intercept`.
# ///

# %% id="other-line-solution" tags=["solution"]
lines = [(-7, 0.5), (100, -40), (0, 0)]
hits = []
for slope, intercept in lines:
    found = learn(x, slope * x + intercept)
    hits.append(close(found, (slope, intercept)))
    print(slope, intercept, hits[-1])

# %% [markdown] lang="zh"
# /// details | 为什么
# [三](#other-line-solution "len(lines)")条直线，找到了[三](#other-line-solution "sum(hits)")条。`learn()` 只把点交给网络；斜率和截距，网络没有见过。
# ///
#
# ### 少训练几轮 { #fewer-epochs }
#
# 回到斜率 [3](#fewer-epochs-solution "a")、截距 [2](#fewer-epochs-solution "b")，把 `epochs` 改小。斜率和截距，哪一个先不准？
#
# /// details | 提示
# 对每个 `epochs`，用 `close()` 分别比较斜率和截距。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Of the [three](#other-line-solution "len(lines)") lines it found [three](#other-line-solution "sum(hits)"). `learn()` gives the network nothing but points; it never saw the slope or the intercept.
# ///
#
# ### Fewer epochs { #fewer-epochs }
#
# Go back to slope [3](#fewer-epochs-solution "a") and intercept [2](#fewer-epochs-solution "b"). Then lower `epochs`. Which one goes wrong first, the slope or the intercept?
#
# /// details | Hint
# For each number of `epochs`, compare the slope and the intercept separately with `close()`.
# ///

# %% id="fewer-epochs-solution" tags=["solution"]
a, b = 3, 2
right = {}
for epochs in (20, 6, 1):
    slope, intercept = learn(x, a * x + b, epochs)
    right[epochs] = close(slope, a), close(intercept, b)
right

# %% [markdown] lang="zh"
# /// details | 为什么
# 先不准的是斜率。训练 [20](#fewer-epochs-solution "list(right)[0]") 轮，两个都准。训练 [6](#fewer-epochs-solution "list(right)[1]") 轮，截距还准，斜率已经不准了。训练 [1](#fewer-epochs-solution "list(right)[2]") 轮，两个都不准。
# ///
#
# ### 点不在直线上 { #parabola }
#
# 让点落在抛物线 `x**2` 上。同一个网络会找到怎样的斜率和截距？和 `np.polyfit()` 算出的最小二乘直线比一比。
#
# /// details | 提示
# 用 `rate=0.5, batch_size=64` 训练，每一步都用上所有的点。`np.polyfit(x.ravel(), y.ravel(), 1)` 先给斜率，后给截距。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The slope goes wrong first. After [20](#fewer-epochs-solution "list(right)[0]") epochs both are right. After [6](#fewer-epochs-solution "list(right)[1]") epochs the intercept is still right, and the slope is not. After [1](#fewer-epochs-solution "list(right)[2]") epoch neither is.
# ///
#
# ### Points that are not on a line { #parabola }
#
# Put the points on the parabola `x**2`. Which slope and which intercept will the same network find? Compare them with the least-squares line that `np.polyfit()` works out.
#
# /// details | Hint
# Train with `rate=0.5, batch_size=64`, so that each step uses all the points. `np.polyfit(x.ravel(), y.ravel(), 1)` gives the slope first, then the intercept.
# ///

# %% id="parabola-solution" tags=["solution"]
y = x**2
slope, height = learn(x, y, rate=0.5, batch_size=64)
least_squares = np.polyfit(x.ravel(), y.ravel(), 1)
print(close((slope, height), least_squares))
print(close(slope, 0), close(height, y.mean()))
print(round(height, 2))

# %% [markdown] lang="zh"
# /// details | 为什么
# 网络找到的就是最小二乘直线：它是平的，截距约为 [0.34](#parabola-solution "height")，也就是这些点的平均高度。这个网络算的是直线，再怎么训练，它也不会弯。
# ///
#
# ### tf.keras 的层，keras 的模型 { #same-class }
#
# 先猜再验证。`tf.keras` 和 `keras` 是同一个模块吗？`tf.keras.layers.Dense` 和 `layers.Dense` 是同一个类吗？用 `tf.keras` 的层，能搭出 `keras` 的模型吗？
#
# /// details | 提示
# 用 `is` 问是不是同一个，用 `isinstance()` 问模型属于哪个类。
# ///

# %% [markdown] lang="en"
# /// details | Why
# What the network found is the least-squares line: flat, with an intercept of about [0.34](#parabola-solution "height"), the average height of the points. What this network computes is a straight line, and no training will bend it.
# ///
#
# ### A layer of tf.keras, a model of keras { #same-class }
#
# Guess, then check. Are `tf.keras` and `keras` the same module? Are `tf.keras.layers.Dense` and `layers.Dense` the same class? Can you build a `keras` model with a layer from `tf.keras`?
#
# /// details | Hint
# Ask with `is` whether two things are one, and with `isinstance()` which class a model is of.
# ///

# %% id="same-class-solution" tags=["solution"]
import tensorflow as tf

dense = tf.keras.layers.Dense(3)
mixed = keras.Sequential([keras.Input(shape=(4,)), dense])
print(tf.keras is keras)
print(tf.keras.layers.Dense is layers.Dense)
print(isinstance(mixed, tf.keras.Model), mixed.output_shape)

# %% [markdown] lang="zh"
# /// details | 为什么
# `tf.keras` 指向 Keras 为 TensorFlow 另备的模块，名叫 [keras._tf_keras.keras](#same-class-solution "tf.keras.__name__")，与 `keras` [不是](#same-class-solution "tf.keras is keras")同一个；两个类却[是](#same-class-solution "tf.keras.layers.Dense is layers.Dense")同一个。所以用哪个名字取来的 `Dense` 都能放进这个模型；这个模型也[是](#same-class-solution "isinstance(mixed, tf.keras.Model)") `tf.keras.Model`。
# ///
#
# ## 试一试 { #try }
#
# 出自[试一试](try.md)，那里也能做这几道题。
#
# ### 第二层加大一倍 { #try-larger }
#
# 把[序列模型](try.md#sequential)的第二层加大一倍。哪些层的参数量变了？
#
# /// details | 提示
# 各层都在 `model.layers` 里，`count_params()` 是一层的参数量。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `tf.keras` is a module that Keras keeps for TensorFlow, called [keras._tf_keras.keras](#same-class-solution "tf.keras.__name__"). Is it the same module as `keras`? [No](#same-class-solution "tf.keras is keras"). But the two classes are the [same](#same-class-solution "tf.keras.layers.Dense is layers.Dense"). So a `Dense` goes into this model whichever name you took it from. Is the model a `tf.keras.Model`, too? [Yes](#same-class-solution "isinstance(mixed, tf.keras.Model)").
# ///
#
# ## Try it here { #try }
#
# From [Try it here](try.md), where you can do these as well.
#
# ### The second layer twice as large { #try-larger }
#
# Make the second layer of the [Sequential model](try.md#sequential) twice as large. Which layers' counts change?
#
# /// details | Hint
# The layers are in `model.layers`, and `count_params()` gives the parameter count of each.
# ///


# %% id="try-larger-solution" tags=["solution"]
def counts(units):
    model = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            layers.Dense(32, activation="relu"),
            layers.Dense(units, activation="softmax"),
        ]
    )
    return [layer.count_params() for layer in model.layers]


ten = counts(10)
twenty = counts(20)
print(ten)
print(twenty)

# %% [markdown] lang="zh"
# /// details | 为什么
# [第一](#try-larger-solution "25120 == twenty[0]")层仍是 [25,120](#try-larger-solution "twenty[0]")，与原来[相同](#try-larger-solution "ten[0] == twenty[0]")；第二层从 [330](#try-larger-solution "ten[1]") 变成 [660](#try-larger-solution "twenty[1]")。一个样本是一排数时，`Dense` 层的参数量由这排数有多少个、它自己有多少个神经元决定，后面接什么层不影响它。
# ///
#
# ### 用 Add 代替 Concatenate { #try-add }
#
# 把[函数式模型](try.md#functional)里的 `Concatenate` 换成 `Add`。Keras 报什么错？要改哪个数？
#
# /// details | 提示
# `Add` 把对应位置的数相加，看看两个输出各有多少个数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The [first](#try-larger-solution "25120 == twenty[0]") layer still has [25,120](#try-larger-solution "twenty[0]"), the [same](#try-larger-solution "ten[0] == twenty[0]") as before; the second goes from [330](#try-larger-solution "ten[1]") to [660](#try-larger-solution "twenty[1]"). Where a sample is a plain row of numbers, the count of a `Dense` layer follows from how many numbers there are and how many units it has. What comes behind it makes no difference.
# ///
#
# ### Add instead of Concatenate { #try-add }
#
# Put `Add` in place of `Concatenate` in the [functional model](try.md#functional). What does Keras say, and which number has to change?
#
# /// details | Hint
# `Add` adds numbers place by place. See how many numbers each of the two outputs has.
# ///

# %% id="try-add-solution" tags=["solution", "raises-exception"]
inputs = keras.Input(shape=(784,))
wide = layers.Dense(32, activation="relu")(inputs)
narrow = layers.Dense(16, activation="tanh")(inputs)
layers.Add()([wide, narrow])

# %% [markdown] lang="zh"
# 让 `narrow` 也有 [32](#try-add-mended "joined.shape[1]") 个神经元，就能相加：

# %% [markdown] lang="en"
# Give `narrow` [32](#try-add-mended "joined.shape[1]") units, too, and they can be added:

# %% id="try-add-mended" tags=["solution"]
narrow = layers.Dense(32, activation="tanh")(inputs)
joined = layers.Add()([wide, narrow])
print(joined.shape)

# %% [markdown] lang="zh"
# /// details | 为什么
# 相加之后，数的个数不变：形状是 [(None, 32)](#try-add-mended "joined.shape")。拼接时，两边的个数可以不同。
# ///
#
# ### 再加一组权重 { #try-shift }
#
# 给[自己写的层](try.md#own-layer)再加一组权重，用来相加。它现在保存多少个数？
#
# /// details | 提示
# 在 `build()` 里再调用一次 `add_weight()`，初始值用 `"zeros"`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The sum has as many numbers as each part: its shape is [(None, 32)](#try-add-mended "joined.shape"). When outputs are joined, they may differ in that.
# ///
#
# ### A second set of weights { #try-shift }
#
# Give the [layer of your own](try.md#own-layer) a second set of weights, which is added. How many numbers does it keep now?
#
# /// details | Hint
# Call `add_weight()` once more in `build()`, and start from `"zeros"`.
# ///


# %% id="try-shift-solution" tags=["solution"]
class ScaleAndShift(keras.Layer):
    def build(self, input_shape):
        size = (input_shape[-1],)
        self.factor = self.add_weight(
            shape=size, initializer="ones"
        )
        self.shift = self.add_weight(
            shape=size, initializer="zeros"
        )

    def call(self, inputs):
        return inputs * self.factor + self.shift


layer = ScaleAndShift()
print(layer(np.array([[1.0, 2.0, 3.0]])).shape)
print(layer.count_params())

# %% [markdown] lang="zh"
# /// details | 为什么
# 每个输入有一个系数和一个加数，一共 [2 × 3 = 6](#try-shift-solution "layer.count_params()") 个数。
# ///
#
# ## 安装 Keras { #install }
#
# 出自[安装 Keras](install.md)。
#
# ### 形状里的两个数 { #check-shape }
#
# 用[检查装好没有](install.md#check)的办法，搭一个接收 [6](#check-shape-solution "small.input_shape[1]") 个数的模型，让它的输出形状是 [(5, 7)](#check-shape-solution "shape")。形状里的两个数，各由代码的哪一处决定？
#
# /// details | 提示
# 一个写在 `layers.Dense` 里，另一个不在模型里，在数据里。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Each input has a factor and a number that is added, [2 × 3 = 6](#try-shift-solution "layer.count_params()") numbers in all.
# ///
#
# ## Installing Keras { #install }
#
# From [Installing Keras](install.md).
#
# ### The two numbers of a shape { #check-shape }
#
# As in [checking the installation](install.md#check), build a model that takes [6](#check-shape-solution "small.input_shape[1]") numbers, and make an output of shape [(5, 7)](#check-shape-solution "shape"). Which part of the code decides each of the two numbers of that shape?
#
# /// details | Hint
# One is written in `layers.Dense`. The other is not in the model, but in the data.
# ///

# %% id="check-shape-solution" tags=["solution"]
small = keras.Sequential([keras.Input(shape=(6,)), layers.Dense(7)])
shape = tuple(small(np.zeros((5, 6))).shape)
shape, small.output_shape

# %% [markdown] lang="zh"
# /// details | 为什么
# 前一个数是样本数，由数据决定：模型自己的 `output_shape` 是 [(None, 7)](#check-shape-solution "small.output_shape")，那里写的是 `None`。后一个数是 `layers.Dense` 的神经元数。每个样本有几个输入，在输出的形状里看不到。
# ///
#
# ### 自己的 keras.json { #own-json }
#
# 找一个空文件夹当 `KERAS_HOME`，在新的 Python 里导入 Keras，看它建好的 `keras.json`：后端写的是什么？再把 `floatx` 改成 `float64`，新建的层，权重是什么类型？
#
# /// details | 提示
# `tempfile.mkdtemp()` 建一个空文件夹。用 `json.loads()` 读，用 `json.dumps()` 写。权重的类型是 `model.weights[0].dtype`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The first number counts the samples, and the data decides it: in the model's own `output_shape`, which is [(None, 7)](#check-shape-solution "small.output_shape"), that place says `None`. The second is the number of units in `layers.Dense`. How many inputs each sample has cannot be seen from the shape of the output.
# ///
#
# ### A keras.json of your own { #own-json }
#
# Make an empty folder your `KERAS_HOME`, import Keras in a new Python, and look at the `keras.json` that it creates. Which backend does it name? Then change `floatx` to `float64`. What type are the weights of a new layer?
#
# /// details | Hint
# `tempfile.mkdtemp()` makes an empty folder. Read with `json.loads()`, write with `json.dumps()`. The type of a weight is `model.weights[0].dtype`.
# ///

# %% id="own-json-solution" tags=["solution"]
ask = """
import keras

inputs = keras.Input(shape=(4,))
model = keras.Sequential([inputs, keras.layers.Dense(3)])
print(model.weights[0].dtype)
"""
home = tempfile.mkdtemp()
file = Path(home, "keras.json")

before = fresh("-c", ask, KERAS_HOME=home)
print(file.read_text())

settings = json.loads(file.read_text())
file.write_text(json.dumps({**settings, "floatx": "float64"}))
after = fresh("-c", ask, KERAS_HOME=home)
print(before, after)

# %% [markdown] lang="zh"
# /// details | 为什么
# 文件里的后端是 [tensorflow](#own-json-solution "settings['backend']")。权重的类型原来是 [float32](#own-json-solution "before")，改了文件以后是 [float64](#own-json-solution "after")，代码一个字也没有动。同一份代码在两台电脑上类型不同，不妨看一眼这个文件。
# ///
#
# ### 两种报错 { #two-errors }
#
# 把 `KERAS_BACKEND` 先后设成 `jax` 和 `Jax`，各在新的 Python 里导入 Keras。两次报错各是什么意思，各该怎么办？
#
# /// details | 提示
# `fresh("-c", "import keras", KERAS_BACKEND="jax")` 返回报错的最后一行。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The backend in the file is [tensorflow](#own-json-solution "settings['backend']"). The weights were of type [float32](#own-json-solution "before"), and after the change to the file they are [float64](#own-json-solution "after"), with not a character of the code changed. If the same code gives different types on two computers, have a look at this file.
# ///
#
# ### Two errors { #two-errors }
#
# Set `KERAS_BACKEND` first to `jax`, then to `Jax`, and import Keras in a new Python each time. What does each error mean, and what is the cure?
#
# /// details | Hint
# `fresh("-c", "import keras", KERAS_BACKEND="jax")` returns the last line of the error.
# ///

# %% id="two-errors-solution" tags=["solution"]
missing = fresh("-c", "import keras", KERAS_BACKEND="jax")
unknown = fresh("-c", "import keras", KERAS_BACKEND="Jax")
print(missing)
print(unknown)

# %% [markdown] lang="zh"
# /// details | 为什么
# 前一种是 [ModuleNotFoundError](#two-errors-solution "missing")：名字 Keras 认得，包没有装，办法是装上它。运行答案的环境里没有 JAX；你装了，就不会报错。
#
# 后一种是 [ValueError](#two-errors-solution "unknown")：名字 Keras [不](#two-errors-solution "__import__('pathlib').Path(keras.__file__).parent.joinpath('src', 'backend', 'Jax').exists()")认得，办法是把名字改对。后端的名字[一律小写](what.md#gone)。
# ///
#
# ### 导入以后才设变量 { #too-late }
#
# 在这份笔记本里把 `KERAS_BACKEND` 设成 `jax`，这里的后端换了吗？这时另开一个 Python，它的后端呢？做完以后，把变量设成这里正在用的后端。
#
# /// details | 提示
# 变量写在 `os.environ["KERAS_BACKEND"]` 里。`fresh()` 开的 Python 会得到这里的环境变量。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The first is a [ModuleNotFoundError](#two-errors-solution "missing"): Keras knows the name, and the package is not installed. The cure is to install it. There is no JAX in the environment where the solutions ran; if you have it, you get no error.
#
# The second is a [ValueError](#two-errors-solution "unknown"): Keras does [not](#two-errors-solution "__import__('pathlib').Path(keras.__file__).parent.joinpath('src', 'backend', 'Jax').exists()") know the name. The cure is to correct it. Backends are written [in lower case](what.md#gone).
# ///
#
# ### A variable set after the import { #too-late }
#
# Set `KERAS_BACKEND` to `jax` in this notebook. Has the backend changed here? And what is the backend of another Python that you start now? When you are done, set the variable to the backend that is in use here.
#
# /// details | Hint
# The variable is `os.environ["KERAS_BACKEND"]`. A Python started by `fresh()` gets the environment variables of this one.
# ///

# %% id="too-late-solution" tags=["solution"]
os.environ["KERAS_BACKEND"] = "jax"
here = keras.config.backend()
there = fresh("-c", "import keras; print(keras.config.backend())")
os.environ["KERAS_BACKEND"] = here
print(here)
print(there)

# %% [markdown] lang="zh"
# /// details | 为什么
# 这里的 Keras 早已导入，后端还是 [tensorflow](#too-late-solution "here")。新的 Python 却照变量去找 JAX，结果是 [No module named 'jax'](#too-late-solution "there")。要在笔记本里换后端，就重启内核，在导入 Keras 之前设好变量。
# ///
#
# ### 这个 Python 够不够新 { #python }
#
# 不换 Python，只看安装信息：下面哪些版本的 Python 能用这一版的 Keras，哪些能用这一版的 TensorFlow？

# %% [markdown] lang="en"
# /// details | Why
# Keras has long been imported here, and its backend is still [tensorflow](#too-late-solution "here"). But the new Python follows the variable and looks for JAX, hence [No module named 'jax'](#too-late-solution "there"). To change the backend in a notebook, restart the kernel and set the variable before Keras is imported.
# ///
#
# ### Is this Python new enough? { #python }
#
# Without changing your Python, go by what the installed packages say about themselves: which of these versions of Python can run this Keras, and which can run this TensorFlow?

# %% id="pythons"
pythons = ["3.9", "3.10", "3.11", "3.12"]

# %% [markdown] lang="zh"
# /// details | 提示
# 导入时的名字和安装时的名字可以不同。`importlib.metadata` 里的 `packages_distributions()` 给出它们的对照表，`metadata()` 读安装信息，其中的 `Requires-Python` 是它要求的 Python。`packaging.specifiers` 里的 `SpecifierSet` 读得懂这样的要求，用 `in` 就能问。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# What you import and what you install can have different names. In `importlib.metadata`, `packages_distributions()` says which belong together, and `metadata()` reads what a package says about itself; `Requires-Python` in it is the Python it asks for. `SpecifierSet`, from `packaging.specifiers`, understands such a requirement, and can be asked with `in`.
# ///

# %% id="python-solution" tags=["solution"]
from importlib.metadata import metadata, packages_distributions

from packaging.specifiers import SpecifierSet

packages = packages_distributions()
fits = {}
for name in ("keras", "tensorflow"):
    about = metadata(packages[name][0])
    needed = SpecifierSet(about["Requires-Python"])
    fits[name] = [python for python in pythons if python in needed]
fits

# %% [markdown] lang="zh"
# /// details | 为什么
# Keras 从 [3.11](#python-solution "fits['keras'][0]") 起，TensorFlow 从 [3.10](#python-solution "fits['tensorflow'][0]") 起。两样都要，就听要求高的那个。这里写的是下限；一个 Python 是不是太新，还要看[后端支持不支持](install-more.md#old-version)。
# ///
#
# ## 安装时的报错 { #install-more }
#
# 出自[安装时的报错](install-more.md)。
#
# ### 会导入哪个文件 { #which-file }
#
# 不导入 `keras`，查出在一个新的 Python 里，`import keras` 会用哪个文件。
#
# /// details | 提示
# `importlib.util.find_spec()` 只找不导入，它的返回值有一个属性 `origin`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# For Keras it starts at [3.11](#python-solution "fits['keras'][0]"), for TensorFlow at [3.10](#python-solution "fits['tensorflow'][0]"). If you need both, go by the one that asks for more. These are lower bounds: whether a Python is too new depends on [what the backend supports](install-more.md#old-version).
# ///
#
# ## Errors while installing { #install-more }
#
# From [Errors while installing](install-more.md).
#
# ### Which file will be imported? { #which-file }
#
# Without importing `keras`, find out which file `import keras` would use in a new Python.
#
# /// details | Hint
# `importlib.util.find_spec()` looks and does not import; what it returns has an attribute `origin`.
# ///

# %% id="which-file-solution" tags=["solution"]
finder = """
import importlib.util

print(importlib.util.find_spec("keras").origin)
"""
origin = Path(fresh("-c", finder))
origin.parts[-2:]

# %% [markdown] lang="zh"
# /// details | 为什么
# `keras` 是一个文件夹，导入它，就是运行其中的 [\_\_init\_\_.py](#which-file-solution "origin.name")。前面的路径各人不同，从中看得出用的是哪个环境。
# ///
#
# ### 绕开自己的 keras.py { #get-round }
#
# 建一个文件夹，里面放一个你自己的 `keras.py` 和一个导入 `keras` 的脚本。运行这个脚本，证明它导入的是你的文件。然后一个字也不改，再运行一次，让它导入真正的 Keras。
#
# /// details | 提示
# Python 把脚本所在的文件夹排在最前面，命令行选项 `-P` 不让它这样排。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `keras` is a folder, and importing it means running the [\_\_init\_\_.py](#which-file-solution "origin.name") inside. The path before it is your own, and shows which environment it is.
# ///
#
# ### Getting round a keras.py of your own { #get-round }
#
# Make a folder with a `keras.py` of your own and a script that imports `keras`. Run the script, and prove that it imports your file. Then, without changing a letter, run it so that it imports the real Keras.
#
# /// details | Hint
# Python puts the folder of the script first. The command-line option `-P` keeps it from doing so.
# ///

# %% id="get-round-solution" tags=["solution"]
folder = tempfile.mkdtemp()
Path(folder, "keras.py").write_text('__version__ = "mine"')
script = Path(folder, "report.py")
script.write_text("import keras\n\nprint(keras.__version__)")

mine = fresh(str(script))
real = fresh("-P", str(script))
mine, real

# %% [markdown] lang="zh"
# /// details | 为什么
# 第一次打印的是 [mine](#get-round-solution "mine")，第二次是 [3.15.1](#get-round-solution "real")。平时还是给你的 `keras.py` 换个名字省事；`-P` 适合用来判断是不是它惹的祸。
# ///
#
# ### 选哪个文件 { #which-wheel }
#
# `wheels` 是几个 TensorFlow 文件的名字。Windows 上的 Python 如果是 [3.12](#which-wheel-given "'%d.%d' % pythons[0]")，pip 会选哪一个？如果是 [3.14](#which-wheel-given "'%d.%d' % pythons[1]") 呢？

# %% [markdown] lang="en"
# /// details | Why
# The first run prints [mine](#get-round-solution "mine"), the second [3.15.1](#get-round-solution "real"). Renaming your `keras.py` is still less trouble; `-P` is a good way to find out whether that file is the cause.
# ///
#
# ### Which file does pip choose? { #which-wheel }
#
# `wheels` holds the names of some TensorFlow files. Which of them does pip choose if the Python on Windows is [3.12](#which-wheel-given "'%d.%d' % pythons[0]")? And if it is [3.14](#which-wheel-given "'%d.%d' % pythons[1]")?

# %% id="which-wheel-given"
wheels = [
    "tensorflow-2.21.0-cp310-cp310-win_amd64.whl",
    "tensorflow-2.21.0-cp312-cp312-macosx_12_0_arm64.whl",
    "tensorflow-2.21.0-cp312-cp312-manylinux_2_27_x86_64.whl",
    "tensorflow-2.21.0-cp312-cp312-win_amd64.whl",
]
pythons = [(3, 12), (3, 14)]
pythons

# %% [markdown] lang="zh"
# /// details | 提示
# `packaging.tags` 里的 `cpython_tags(python, platforms=["win_amd64"])` 列出一个 Python 认得的标记，`packaging.utils` 里的 `parse_wheel_filename()` 从文件名里读出标记。有一个标记相同，就是合适的。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# `cpython_tags(python, platforms=["win_amd64"])` of `packaging.tags` lists the tags that a Python accepts; `parse_wheel_filename()` of `packaging.utils` reads the tags in the name of a file. One tag in common, and the file suits.
# ///

# %% id="which-wheel-solution" tags=["solution"]
from packaging.tags import cpython_tags
from packaging.utils import parse_wheel_filename

suits = {}
for python in pythons:
    accepted = set(cpython_tags(python, platforms=["win_amd64"]))
    suits[python] = [
        wheel
        for wheel in wheels
        if parse_wheel_filename(wheel)[3] & accepted
    ]
suits

# %% [markdown] lang="zh"
# /// details | 为什么
# 第一个 Python [只](#which-wheel-solution "len(suits[3, 12]) == 1")能用[最后一](#which-wheel-solution "wheels.index(suits[3, 12][0]) == [*range(len(wheels))][-1]")个文件，系统和版本都对得上：[tensorflow-2.21.0-cp312-cp312-win_amd64.whl](#which-wheel-solution "suits[3, 12][0]")。第二个能用的文件有 [0](#which-wheel-solution "len(suits[3, 14])") 个，pip 就会说 [from versions: none](install-more.md#no-match-code "run.stderr")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# For the first Python, [only](#which-wheel-solution "len(suits[3, 12]) == 1") the [last](#which-wheel-solution "wheels.index(suits[3, 12][0]) == [*range(len(wheels))][-1]") file suits in both system and version: [tensorflow-2.21.0-cp312-cp312-win_amd64.whl](#which-wheel-solution "suits[3, 12][0]"). For the second, [0](#which-wheel-solution "len(suits[3, 14])") files suit, and pip says [from versions: none](install-more.md#no-match-code "run.stderr").
# ///

# %% [markdown] lang="zh"
# ## 你的第一次训练 { #first-training }
#
# 出自[你的第一次训练](first-training.md)。为了快，这里只用开头的一部分图。
#
# ### 进度条上写多少步 { #first-steps }
#
# 只用训练集开头的 `6000` 张图训练一轮，进度条上会写多少步？把 `batch_size` 设成 `100` 呢？先算，再训练。
#
# /// details | 提示
# 不写 `batch_size`，一步看 `32` 张；除不尽，往上取整。`fit()` 返回的对象里，`params["steps"]` 就是进度条上的数。
# ///

# %% [markdown] lang="en"
# ## Your first training { #first-training }
#
# From [Your first training](first-training.md). To save time, only the first part of the pictures is used here.
#
# ### How many steps will the bar say? { #first-steps }
#
# Train for one epoch on the first `6000` pictures of the training set. How many steps will the progress bar say? And with `batch_size` set to `100`? Work it out, then train.
#
# /// details | Hint
# Without `batch_size`, a step takes `32` pictures; if it does not come out even, round up. In what `fit()` returns, `params["steps"]` is the number on the bar.
# ///

# %% id="first-given"
from keras.datasets import mnist

(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train[:6000].astype("float32") / 255
y_train = y_train[:6000]
x_test = x_test.astype("float32") / 255


def reader():
    keras.utils.set_random_seed(0)
    network = keras.Sequential(
        [
            keras.Input(shape=(28, 28)),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return network


x_train.shape

# %% id="first-steps-solution" tags=["solution"]
network = reader()
by_default = network.fit(x_train, y_train, verbose=0)
of_hundred = reader().fit(
    x_train, y_train, batch_size=100, verbose=0
)
by_default.params["steps"], of_hundred.params["steps"]

# %% [markdown] lang="zh"
# /// details | 为什么
# [6,000 ÷ 32 = 187.5](#first-steps-solution "len(x_train) / 32")，往上取整，是 [188](#first-steps-solution "by_default.params['steps']") 步；`batch_size=100` 时，[6,000 ÷ 100 = 60](#first-steps-solution "of_hundred.params['steps']") 步。
# ///

# %% [markdown] lang="en"
# /// details | Why
# [6,000 ÷ 32 = 187.5](#first-steps-solution "len(x_train) / 32"), rounded up, is [188](#first-steps-solution "by_default.params['steps']") steps; with `batch_size=100` there are [6,000 ÷ 100 = 60](#first-steps-solution "of_hundred.params['steps']").
# ///

# %% [markdown] lang="zh"
# ### 一次认十张 { #ten-pictures }
#
# 让上一题训练好的 `network` 一次认测试集开头的 `10` 张图，数数对了几张。
#
# /// details | 提示
# `argmax(axis=1)` 在每一行里找最大的那一列，得到每张图的回答，再与标签逐个比较。
# ///

# %% [markdown] lang="en"
# ### Ten pictures at once { #ten-pictures }
#
# Have the `network` trained in the last task read the first `10` pictures of the test set at once, and count how many are right.
#
# /// details | Hint
# `argmax(axis=1)` finds the largest column of each row, which is the answer for that picture; compare the answers with the labels, one by one.
# ///

# %% id="ten-pictures-solution" tags=["solution"]
shares = network.predict(x_test[:10], verbose=0)
answers = shares.argmax(axis=1)
correct = int((answers == y_test[:10]).sum())
print("answers for", len(answers), "pictures")
print("at least 8 right:", correct >= 8)

# %% [markdown] lang="zh"
# /// details | 为什么
# `predict()` 给的形状是 [(10, 10)](#ten-pictures-solution "shares.shape")：一张图一[行](#ten-pictures-solution "len(answers) == shares.shape[0]")，一个数字一[列](#ten-pictures-solution "10 == shares.shape[1]")。[10](#ten-pictures-solution "len(answers)") 个回答里，对的[至少 8](#ten-pictures-solution "correct >= 8") 个。
# ///

# %% [markdown] lang="en"
# /// details | Why
# What `predict()` gives has the shape [(10, 10)](#ten-pictures-solution "shares.shape"): a [row](#ten-pictures-solution "len(answers) == shares.shape[0]") for each picture, a [column](#ten-pictures-solution "10 == shares.shape[1]") for each digit. Of [10](#ten-pictures-solution "len(answers)") answers, [at least 8](#ten-pictures-solution "correct >= 8") are right.
# ///

# %% [markdown] lang="zh"
# ### 还没有训练就考 { #untrained }
#
# 新建一个网络，不训练就拿测试集考它。准确率大约是多少？训练一轮以后呢？

# %% [markdown] lang="en"
# ### Tested before any training { #untrained }
#
# Make a new network and test it without training. About how high is its accuracy? And after one epoch?

# %% id="untrained-solution" tags=["solution"]
_, at_first = reader().evaluate(x_test, y_test, verbose=0)
_, afterwards = network.evaluate(x_test, y_test, verbose=0)
print("untrained, below 0.3:      ", at_first < 0.3)
print("after one epoch, above 0.8:", afterwards > 0.8)

# %% [markdown] lang="zh"
# /// details | 为什么
# 没有训练的网络，权重是随机的，等于在 [10](#ten-pictures-solution "shares.shape[1]") 个数字里瞎猜，准确率大约是 [1 ÷ 10 = 0.1](#ten-pictures-solution "1 / shares.shape[1]")。没有训练的网络，运气有好有坏，这里[不到 0.3](#untrained-solution "at_first < 0.3")。用 [6,000](#first-given "len(x_train)") 张图训练一轮以后，就[超过 0.8](#untrained-solution "afterwards > 0.8")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# An untrained network has random weights and guesses among [10](#ten-pictures-solution "shares.shape[1]") digits, and the accuracy of guessing is about [1 ÷ 10 = 0.1](#ten-pictures-solution "1 / shares.shape[1]"). Some networks are luckier than others; here it is [below 0.3](#untrained-solution "at_first < 0.3"). After one epoch with only [6,000](#first-given "len(x_train)") pictures it is [above 0.8](#untrained-solution "afterwards > 0.8").
# ///

# %% [markdown] lang="zh"
# ## 打印 Keras 的版本 { #version }
#
# 出自[打印 Keras 的版本](version.md)。
#
# ### 不导入，写一份报告 { #report }
#
# 提问时最好附上版本。写一段程序，列出 `keras`、`tensorflow`、`jax` 和 `torch` 的版本，没装的写明没装，一个也不导入。再证明它真的没有导入：列完以后导入 Keras，前后各看一次 `sys.modules`。
#
# /// details | 提示
# 名字不在 `packages_distributions()` 里，就是没装；在里面，就把对应的安装名交给 `importlib.metadata` 的 `version()`。这份笔记本早已导入 Keras，所以要在新的 Python 里试。
# ///

# %% [markdown] lang="en"
# ## Printing the version of Keras { #version }
#
# From [Printing the version of Keras](version.md).
#
# ### A report without an import { #report }
#
# When you ask for help, say which versions you have. Write a program that lists the versions of `keras`, `tensorflow`, `jax` and `torch`, says which are not installed, and imports none of them. Then prove that it does not: import Keras after the list, and look at `sys.modules` before and after.
#
# /// details | Hint
# A name that is not in `packages_distributions()` is not installed. If it is there, give the package name that stands with it to `version()` of `importlib.metadata`. This notebook has imported Keras already, so try it in a new Python.
# ///

# %% id="report-solution" tags=["solution"]
program = """
import sys
from importlib.metadata import packages_distributions, version

packages = packages_distributions()
for name in ("keras", "tensorflow", "jax", "torch"):
    if name in packages:
        print(name, version(packages[name][0]))
    else:
        print(name, "not installed")

print("keras" in sys.modules, "tensorflow" in sys.modules)
import keras
print("keras" in sys.modules, "tensorflow" in sys.modules)
"""
report = fresh("-c", program).splitlines()
print(*report, sep="\n")

# %% [markdown] lang="zh"
# /// details | 为什么
# 版本 [3.15.1](#report-solution "report[0].split()[1]") 是从安装信息里读来的，这时 Keras 还没有导入：[False False](#report-solution "report[-2]")。`import keras` 以后是 [True True](#report-solution "report[-1]")：TensorFlow 作为后端也跟着导入了。
# ///
#
# ### 从旧到新 { #sort }
#
# 把下面的版本从旧到新排好。先直接用 `sorted()`，看它错在哪里，再改对。

# %% [markdown] lang="en"
# /// details | Why
# The version, [3.15.1](#report-solution "report[0].split()[1]"), comes from the installed package, and at that time Keras had not been imported: [False False](#report-solution "report[-2]"). After `import keras` it is [True True](#report-solution "report[-1]"): TensorFlow, the backend, came along.
# ///
#
# ### From old to new { #sort }
#
# Put these versions in order, from old to new. First use `sorted()` as it is and see where it goes wrong, then get it right.

# %% id="releases"
releases = ["3.9.2", "3.15.1", "2.1.5", "3.10.0", "3.10.0rc1"]

# %% [markdown] lang="zh"
# 末尾的 `rc` 表示候选版，在正式版之前发布。
#
# /// details | 提示
# 拆成数再比，会卡在 `rc` 上。`packaging.version` 里的 `Version` 读得懂，可以用作 `key`。
# ///

# %% [markdown] lang="en"
# An `rc` at the end marks a release candidate, which comes before the release itself.
#
# /// details | Hint
# Splitting into numbers gets stuck at `rc`. `Version`, from `packaging.version`, understands it, and can be the `key`.
# ///

# %% id="sort-solution" tags=["solution"]
from packaging.version import Version

as_text = sorted(releases)
as_versions = sorted(releases, key=Version)
print(as_text)
print(as_versions)

# %% [markdown] lang="zh"
# /// details | 为什么
# 按文字排，排在最后的是 [3.9.2](#sort-solution "as_text[-1]")，候选版 [3.10.0rc1](#sort-solution "as_text[2]") 也落到了正式版的后面。按 `Version` 排，最新的是 [3.15.1](#sort-solution "as_versions[-1]")，候选版在正式版[之前](#sort-solution "as_versions.index('3.10.0rc1') < as_versions.index('3.10.0')")。
# ///
#
# ### 版本太旧就停下 { #require }
#
# 写一个函数 `require()`，放在脚本开头：Keras 够新就什么也不做，太旧就报错，说出要的版本和现有的版本。用 `3.9` 和 `99` 各试一次。
#
# /// details | 提示
# 比较用 `Version`。报错用 `RuntimeError`，消息里写上 `keras.__version__`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Sorted as text, [3.9.2](#sort-solution "as_text[-1]") comes last, and the candidate [3.10.0rc1](#sort-solution "as_text[2]") lands behind its release. Sorted by `Version`, [3.15.1](#sort-solution "as_versions[-1]") is the newest, and the candidate comes [before](#sort-solution "as_versions.index('3.10.0rc1') < as_versions.index('3.10.0')") its release.
# ///
#
# ### Stop if Keras is too old { #require }
#
# Write a function `require()` for the top of a script: if Keras is new enough it does nothing; if not, it raises an error which says which version is needed and which one is there. Try it with `3.9` and with `99`.
#
# /// details | Hint
# Compare with `Version`. Raise a `RuntimeError`, and put `keras.__version__` into its message.
# ///


# %% id="require-solution" tags=["solution", "raises-exception"]
def require(needed):
    if Version(keras.__version__) < Version(needed):
        text = f"needs Keras {needed}, found {keras.__version__}"
        raise RuntimeError(text)


require("3.9")
require("99")

# %% [markdown] lang="zh"
# /// details | 为什么
# 第一次调用没有报错：[3.15.1](#require-solution "keras.__version__") 比 `3.9` 新，[按文字比](version.md#compare)却会判成旧。第二次停下了，报错里两个版本都有，看到的人马上知道该升级什么。
# ///
#
# ### 只在导入时安静 { #quiet }
#
# 把[让日志安静的办法](version.md#quiet)写成 `with quiet():`，存进文件 `quiet.py`。要证明两件事：离开 `with` 以后，标准错误照常；导入失败时，报错照样看得见。
#
# /// details | 提示
# 用 `contextlib.contextmanager`，在 `yield` 之前把标准错误引开，之后在 `finally` 里接回来。要往标准错误里写，可以用 `os.write(2, b"outside")`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The first call raised nothing: [3.15.1](#require-solution "keras.__version__") is newer than `3.9`, though [compared as text](version.md#compare) it would pass for an older one. The second call stopped. Its message has both versions, so whoever sees it knows what to upgrade.
# ///
#
# ### Quiet during the import only { #quiet }
#
# Turn the [way to make the log quiet](version.md#quiet) into `with quiet():`, in a file `quiet.py`. Show two things: after the `with`, standard error is as before; and if the import fails, its error can still be seen.
#
# /// details | Hint
# Use `contextlib.contextmanager`, send standard error away before `yield`, and put it back afterwards in `finally`. To write to standard error, you can use `os.write(2, b"outside")`.
# ///

# %% id="quiet-solution" tags=["solution"]
module = """
import contextlib
import os


@contextlib.contextmanager
def quiet():
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
"""
Path("quiet.py").write_text(module, encoding="utf-8")

noise = """
import os
from quiet import quiet

with quiet():
    os.write(2, b"inside")
os.write(2, b"outside")
"""
failing = """
from quiet import quiet

with quiet():
    import keras
"""
heard = fresh("-c", noise)
failed = fresh("-c", failing, KERAS_BACKEND="theano")
print(heard)
print(failed)

# %% [markdown] lang="zh"
# /// details | 为什么
# 留下来的只有 [outside](#quiet-solution "heard")，写在 `with` 里面的不见了。导入失败时，`finally` 先把标准错误接回去，Python 再打印报错，所以看得见 [Unable to import backend : theano](#quiet-solution "failed")。
# ///
#
# 下一页：[两种模型](two-models.md)。

# %% [markdown] lang="en"
# /// details | Why
# Only [outside](#quiet-solution "heard") is left; what was written within the `with` is gone. When the import fails, `finally` puts standard error back before Python prints the error, so you can see [Unable to import backend : theano](#quiet-solution "failed").
# ///
#
# Next page: [two kinds of model](two-models.md).
