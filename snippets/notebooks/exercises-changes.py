# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# seconds = 180
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：新旧之间
# description: 把老代码改到能运行，找出悄悄变了意思的写法，对照新旧两张表，再给每个脚本一个自己的进程；每题都有运行过的答案。
# finds: "练习、习题、答案、新旧练习"
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: old code and new"
# description: Mend old code until it runs, find what has silently changed its meaning, compare old tables with new, give each script a process of its own; each with a solution that ran.
# finds: "exercises, solutions, workbook"
# ---

# %% [markdown] lang="zh"
# # 练习：新旧之间 { #exercises-changes }
#
# 做完这些练习，你能把一份老代码一步一步改到能运行，能发现不报错却变了意思的地方，也能查出一个脚本给后面的脚本留下了什么。
#
# 先自己想，再点开“答案”。下载的笔记本里，每个答案前面有一个空单元格，代码可以写在那里运行。每一部分由易到难。

# %% [markdown] lang="en"
# # Exercises: old code and new { #exercises-changes }
#
# After these exercises you can mend old code step by step until it runs, find what raises no error and yet means something else, and tell what one script leaves behind for the next.
#
# Think first, then open “Solution”. In the notebook that you download, an empty cell stands before each solution: there you can write your code and run it. In each part the exercises get harder.

# %% id="setup"
import logging
import re
import subprocess
import sys
import warnings
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras.layers import Activation, Dense

logging.getLogger("tensorflow").setLevel("ERROR")

# %% [markdown] lang="zh"
# ## Keras 变了什么 { #changes }
#
# 出自 [Keras 变了什么](changes.md)。
#
# ### 把老代码改到能运行 { #mend-old }
#
# 下面这个脚本是按 Keras 2.1.5 时的习惯写的，今天有三处会出错，都在[第一张表](changes.md#fails)里。先把它们找出来，再一处一处地改，每改一处就运行一次，直到打印出轮数。

# %% [markdown] lang="en"
# ## What Keras changed { #changes }
#
# From [What Keras changed](changes.md).
#
# ### Mend old code until it runs { #mend-old }
#
# This script is written as was usual in the days of Keras 2.1.5. Three things in it fail today, and all of them are in the [first table](changes.md#fails). Find them first. Then mend one after another, and run the script each time, until it prints the number of epochs.

# %% id="old-script"
OLD = """
import keras
import numpy as np
from keras.layers import Dense
from keras.models import Sequential
from keras.optimizers import SGD

x = np.eye(4)
y = keras.utils.np_utils.to_categorical([0, 1, 2, 3])
model = Sequential()
model.add(Dense(8, input_shape=(4,), activation="relu"))
model.add(Dense(4, activation="softmax"))
model.compile(
    loss="categorical_crossentropy",
    optimizer=SGD(lr=0.01),
    metrics=["accuracy"],
)
history = model.fit(x, y, epochs=2, verbose=0)
print("epochs:", len(history.history["acc"]))
"""

# %% [markdown] lang="zh"
# /// details | 提示
# `exec(OLD, {})` 运行这段代码，它定义的名字都放进第二个参数，每次给一个新的空字典。用 `OLD.replace(…)` 来改。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# `exec(OLD, {})` runs this code; the names that it defines go into the second argument, a new empty dictionary each time. Mend it with `OLD.replace(…)`.
# ///


# %% id="mend-old-solution" tags=["solution"]
def attempt(code):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(code, {})
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return "ran"


mends = {
    "utils.np_utils": "utils",
    "lr=": "learning_rate=",
    '"acc"': '"accuracy"',
}
code = OLD
outcomes = [attempt(code)]
for old, new in mends.items():
    print(outcomes[-1])
    code = code.replace(old, new)
    outcomes.append(attempt(code))

# %% [markdown] lang="zh"
# /// details | 为什么
# 改了 [3](#mend-old-solution "len(mends)") 处，运行了 [4](#mend-old-solution "len(outcomes)") 次，前面每一次都停在下一处错误上。依次是：`np_utils` 不在了，`lr` 叫 `learning_rate` 了，记录里的名字是 `accuracy`，不是 `acc`。
#
# 错误一次只露出一个，因为脚本停在第一处。最后这处要到训练完才碰到：真正的训练要是花了一个小时，这个 `KeyError` 就在一个小时之后。改老代码时，先让它在很少的数据上走到底。
# ///
#
# ### 列表当年的意思，今天怎么写 { #meaning }
#
# 两个输出，`metrics=["mae", "accuracy"]`：[不报错，却变了意思](outputs.md#metrics-pair)。照那里今天的代码搭一个模型，看哪个输出分到了哪个指标。
#
# 再写两个字典：一个记下 Keras 2.1.5 记下的那 [4](outputs.md#metrics-pair-2018-code "len(flat)") 个指标；另一个只记有意义的，猜类别的 `main` 看准确率，估计一个数的 `aux` 看平均绝对误差。
#
# /// details | 提示
# 字典的键是输出的名字，值是列表。训练一轮，再看 `history` 里的名字。
# ///

# %% [markdown] lang="en"
# /// details | Why
# There were [3](#mend-old-solution "len(mends)") places to mend and [4](#mend-old-solution "len(outcomes)") runs, each of which, but for the last, stopped at the next error. In order: `np_utils` is gone, `lr` is now `learning_rate`, and the name in the record is `accuracy`, not `acc`.
#
# The errors show one at a time, for the script stops at the first. The last of them comes only after training: had that taken an hour, this `KeyError` would have come an hour later. When you mend old code, first let it run to its end on very little data.
# ///
#
# ### How to say today what the list meant then { #meaning }
#
# Two outputs, and `metrics=["mae", "accuracy"]`: [no error, another meaning](outputs.md#metrics-pair). Build a model like that in the code of today there, and see which output gets which metric.
#
# Then write two dictionaries: one that records the [4](outputs.md#metrics-pair-2018-code "len(flat)") metrics that Keras 2.1.5 recorded, and one that records only what makes sense, the accuracy of `main`, which guesses a class, and the mean absolute error of `aux`, which estimates a number.
#
# /// details | Hint
# The keys of the dictionary are the names of the outputs, and its values are lists. Train for one epoch, and look at the names in `history`.
# ///

# %% id="meaning-solution" tags=["solution"]
inputs = keras.Input(shape=(8,))
main = Dense(3, activation="softmax", name="main")(inputs)
aux = Dense(1, name="aux")(inputs)
two_outputs = keras.Model(inputs=inputs, outputs=[main, aux])


def recorded(metrics):
    two_outputs.compile(
        loss=["categorical_crossentropy", "mse"],
        metrics=metrics,
    )
    answers = [np.eye(4, 3), np.ones((4, 1))]
    found = two_outputs.fit(np.ones((4, 8)), answers, verbose=0)
    return [name for name in found.history if "loss" not in name]


pair = ["mae", "accuracy"]
today = recorded(pair)
as_then = recorded({"main": pair, "aux": pair})
sensible = recorded({"main": ["accuracy"], "aux": ["mae"]})
print(today, as_then, sensible, sep="\n")

# %% [markdown] lang="zh"
# /// details | 为什么
# 今天的列表按位置分，一个输出一个：`main` 得到 `mae`，`aux` 得到 `accuracy`，共 [2](#meaning-solution "len(today)") 个，正好与有意义的相反。
#
# 第一个字典记下 [4](#meaning-solution "len(as_then)") 个，与当年一样多。第二个记下 [2](#meaning-solution "len(sensible)") 个，名字是 [`aux_mae`](#meaning-solution "sensible[0]") 和 [`main_accuracy`](#meaning-solution "sensible[1]")：要的就是它们。
# ///
#
# ### 训练之后的合计 { #after-training }
#
# 用 RMSprop 训练之后，[`Total params` 变大了](summary.md#after-fit)：优化器的变量也算了进去。同样的网络换成 `sgd`、带动量的 `SGD`、`adam`，合计各是多少？先猜，再把 `summary()` 的那一行取出来看。
#
# /// details | 提示
# 训练以后，看 `optimizer.variables` 里各个变量的形状：哪些与权重的形状相同，哪些与权重无关？
# ///

# %% [markdown] lang="en"
# /// details | Why
# Today the list goes by position, one for each output: `main` gets `mae` and `aux` gets `accuracy`, [2](#meaning-solution "len(today)") in all, and the opposite of what makes sense.
#
# The first dictionary records [4](#meaning-solution "len(as_then)"), as many as then. The second records [2](#meaning-solution "len(sensible)"), by the names [`aux_mae`](#meaning-solution "sensible[0]") and [`main_accuracy`](#meaning-solution "sensible[1]"): just what was wanted.
# ///
#
# ### The total after training { #after-training }
#
# After training with RMSprop, [`Total params` has grown](summary.md#after-fit): the variables of the optimizer are counted, too. What is the total for the same network with `sgd`, with `SGD` and momentum, and with `adam`? Guess first, then take that line out of `summary()`.
#
# /// details | Hint
# After training, look at the shapes of what is in `optimizer.variables`: which are those of the weights, and which have nothing to do with the weights?
# ///


# %% id="after-training-solution" tags=["solution"]
def total_after(optimizer):
    layers = [keras.Input(shape=(784,)), Dense(32), Dense(10)]
    model = keras.Sequential(layers)
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(np.ones((4, 784)), np.ones((4, 10)), verbose=0)
    pieces = []
    model.summary(print_fn=pieces.append)
    table = "\n".join(pieces)
    said = re.search(r"Total params: ([\d,]+)", table)[1]
    total = int(said.replace(",", ""))
    first_two = [v.name for v in model.optimizer.variables[:2]]
    return model.count_params(), total, first_two


network, plain_sgd, two_more = total_after("sgd")
_, momentum, _ = total_after(keras.optimizers.SGD(momentum=0.9))
_, adam, _ = total_after("adam")
print(network, plain_sgd, momentum, adam)
print(two_more)

# %% [markdown] lang="zh"
# /// details | 为什么
# 网络一直是 [25,450](#after-training-solution "network") 个参数，`count_params()` 说的是它。`summary()` 的合计另算：
#
# - `sgd`：[25,450 + 2 = 25,452](#after-training-solution "plain_sgd")。多出的两个是 [`iteration`](#after-training-solution "two_more[0]") 和 [`learning_rate`](#after-training-solution "two_more[1]")。
# - 带动量的 `SGD` 还为每个参数记一个数：[2 × 25,450 + 2 = 50,902](#after-training-solution "momentum")，与 RMSprop 的 [50,902](summary.md#after-fit-code "model.count_params() + sum(keras.ops.convert_to_numpy(v).size for v in model.optimizer.variables)") 相同。
# - `adam` 为每个参数记两个数：[3 × 25,450 + 2 = 76,352](#after-training-solution "adam")。
# ///
#
# ### 新旧都能用的写法 { #both-ways }
#
# `summary()` 的 `print_fn`，Keras 2.1.5 调用 [15](summary.md#capture-2018-code "len(pieces)") 次，每次一行；今天调用 [1](summary.md#capture-code "len(pieces)") 次，整张表一起给。老代码里的 `len(lines)` 因此变了意思。写一个 `lines_of(summary)`，对两种调用法都返回一行一行的列表。
#
# /// details | 提示
# 先把收到的都接起来，再切成行。当年的调用法可以自己做一个：一个函数，对每一行各调用一次 `print_fn`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The network has [25,450](#after-training-solution "network") parameters all along, and that is what `count_params()` says. The total of `summary()` is another:
#
# - `sgd`: [25,450 + 2 = 25,452](#after-training-solution "plain_sgd"). The two more are [`iteration`](#after-training-solution "two_more[0]") and [`learning_rate`](#after-training-solution "two_more[1]").
# - `SGD` with momentum also keeps one number for each parameter: [2 × 25,450 + 2 = 50,902](#after-training-solution "momentum"), the same as the [50,902](summary.md#after-fit-code "model.count_params() + sum(keras.ops.convert_to_numpy(v).size for v in model.optimizer.variables)") of RMSprop.
# - `adam` keeps two for each parameter: [3 × 25,450 + 2 = 76,352](#after-training-solution "adam").
# ///
#
# ### Code for both { #both-ways }
#
# Keras 2.1.5 calls the `print_fn` of `summary()` [15](summary.md#capture-2018-code "len(pieces)") times, with one line each time; today it is called [1](summary.md#capture-code "len(pieces)") time, with the whole table. So `len(lines)` in old code means something else now. Write a function `lines_of(summary)` that returns a list of lines for either way of calling.
#
# /// details | Hint
# First put together all that comes, then cut it into lines. You can make the old way of calling yourself: a function that calls `print_fn` once for each line.
# ///


# %% id="both-ways-solution" tags=["solution"]
def lines_of(summary):
    pieces = []
    summary(print_fn=pieces.append)
    return "\n".join(pieces).splitlines()


def as_in_2018(print_fn):
    for line in lines:
        print_fn(line)


small = keras.Sequential([keras.Input(shape=(4,)), Dense(2)])
lines = lines_of(small.summary)
alike = lines_of(as_in_2018) == lines
print(len(lines), alike)

# %% [markdown] lang="zh"
# /// details | 为什么
# 今天的一整段和当年的一行一行，经过 `lines_of` 得到[相同](#both-ways-solution "alike")的 [9](#both-ways-solution "len(lines)") 行。
#
# 这样的代码不问 Keras 是哪一版，两种调用法它都接得住。
# ///
#
# ## 导入与名字 { #names }
#
# 出自[导入与名字](changes-names.md)。
#
# ### 把一行老的 import 改好 { #mend-import }
#
# 写一个 `mended(line)`：给它一行 `from keras.layers.core import Dense` 那样的老写法，它在今天的 Keras 里找到这个名字，返回今天能运行的那一行；找不到就返回 `None`。用 `OLD_IMPORTS` 里的几行来试。

# %% [markdown] lang="en"
# /// details | Why
# The one piece of today and the single lines of then come out of `lines_of` as the [same](#both-ways-solution "alike") [9](#both-ways-solution "len(lines)") lines.
#
# Code like this does not ask which Keras it has; it copes with either way of calling.
# ///
#
# ## Imports and names { #names }
#
# From [imports and names](changes-names.md).
#
# ### Mend an old import { #mend-import }
#
# Write a function `mended(line)` that takes an old line such as `from keras.layers.core import Dense`, finds the name in today's Keras, and returns the line that works today, or `None` if there is none. Try it on the lines of `OLD_IMPORTS`.

# %% id="old-imports"
OLD_IMPORTS = [
    "from keras.layers.core import Dense",
    "from keras.layers.advanced_activations import LeakyReLU",
    "from keras.utils.np_utils import to_categorical",
    "from keras.engine import Model",
    "from keras.objectives import mean_squared_error",
    "from keras.layers import CuDNNLSTM",
]

# %% [markdown] lang="zh"
# /// details | 提示
# 最后一个词就是名字。今天的名字都在几个公开的模块里：`keras`、`keras.layers`、`keras.losses`、`keras.utils`。一个一个用 `hasattr()` 去问。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# The last word is the name. Today's names are in a few public modules: `keras`, `keras.layers`, `keras.losses`, `keras.utils`. Ask one after another with `hasattr()`.
# ///


# %% id="mend-import-solution" tags=["solution"]
def mended(line):
    name = line.split()[-1]
    for place in ("", ".layers", ".losses", ".utils"):
        module = sys.modules[f"keras{place}"]
        if hasattr(module, name):
            return f"from keras{place} import {name}"
    return None


mended_lines = [mended(line) for line in OLD_IMPORTS]
for line in filter(None, mended_lines):
    exec(line, {})
print(*mended_lines, sep="\n")

# %% [markdown] lang="zh"
# /// details | 为什么
# [6](#mend-import-solution "len(OLD_IMPORTS)") 行里改好了 [5](#mend-import-solution "len([line for line in mended_lines if line])") 行，改好的都运行过。剩下的是 `CuDNNLSTM`：这个名字今天哪里都没有，要换成 `LSTM`，这不是换个地方导入就行的。
# ///
#
# ### 从 K 到 keras.ops { #from-k }
#
# 把老脚本里的损失函数 `OLD_LOSS` 用 `keras.ops` 写成 `weighted(y_true, y_pred)`，再用 NumPy 验算，并拿去训练一轮。

# %% [markdown] lang="en"
# /// details | Why
# Of [6](#mend-import-solution "len(OLD_IMPORTS)") lines [5](#mend-import-solution "len([line for line in mended_lines if line])") are mended, and those have run. The one that is left is `CuDNNLSTM`: the name is nowhere today, and `LSTM` has to stand in for it, which is more than another place to import from.
# ///
#
# ### From K to keras.ops { #from-k }
#
# Write the loss of an old script, `OLD_LOSS`, with `keras.ops` as `weighted(y_true, y_pred)`, check it with NumPy, and train with it for one epoch.

# %% id="old-loss"
OLD_LOSS = """
error = K.square(y_pred - y_true) * K.exp(-K.abs(y_true))
return K.mean(error, axis=-1)
"""

# %% [markdown] lang="zh"
# /// details | 提示
# 对照[那张表](changes-names.md#backend)：这里的每个函数都没有改名。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# See [the list](changes-names.md#backend): none of these functions has another name now.
# ///

# %% id="from-k-solution" tags=["solution"]
from keras import ops


def weighted(y_true, y_pred):
    error = ops.square(y_pred - y_true)
    return ops.mean(error * ops.exp(-ops.abs(y_true)), axis=-1)


truth = np.array([[0.0, 1.0], [2.0, -1.0]], dtype="float32")
guess = np.array([[1.0, 1.0], [0.0, 1.0]], dtype="float32")
by_ops = ops.convert_to_numpy(weighted(truth, guess))
by_numpy = (guess - truth) ** 2 * np.exp(-np.abs(truth))
agree = bool(np.allclose(by_ops, by_numpy.mean(axis=-1)))
small = keras.Sequential([keras.Input((2,)), Dense(2)])
small.compile("sgd", weighted)
trained = small.fit(guess, truth, verbose=0)
print(agree, len(trained.history["loss"]))

# %% [markdown] lang="zh"
# /// details | 为什么
# 两边[相同](#from-k-solution "agree")，训练也走完了 [1](#from-k-solution "len(trained.history['loss'])") 轮。这几个 `keras.ops` 的函数，三个能训练的后端上都有，所以这样写的损失函数不必随后端改。
# ///
#
# ## 训练、预测与回调 { #training }
#
# 出自[训练、预测与回调](changes-training.md)。
#
# ### 没有 fit_generator 的今天 { #mend-generator }
#
# 把这个老脚本改到今天能运行，打印每个样本的类别。

# %% [markdown] lang="en"
# /// details | Why
# Both are the [same](#from-k-solution "agree"), and the training has made its [1](#from-k-solution "len(trained.history['loss'])") epoch. The functions of `keras.ops` are there on each backend, so a loss written with them need not change with the backend.
# ///
#
# ## Training, predicting, callbacks { #training }
#
# From [training, predicting, callbacks](changes-training.md).
#
# ### Without fit_generator { #mend-generator }
#
# Mend this old script until it runs today and prints the class of each sample.

# %% id="old-generator"
GENERATOR = """
import keras
import numpy as np
from keras.layers import Dense

def batches():
    while True:
        yield np.eye(3), np.eye(3)

model = keras.Sequential([Dense(3, activation="softmax")])
model.compile("sgd", "categorical_crossentropy")
model.fit_generator(batches(), steps_per_epoch=2, verbose=0)
found = model.predict_classes(np.eye(3))
print(found.shape)
"""

# %% [markdown] lang="zh"
# /// details | 提示
# 有两处。最后一层有三个输出，见 [predict_classes 换成什么](changes-training.md#classes)。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# There are two places. The last layer has three outputs: see [what to write for predict_classes](changes-training.md#classes).
# ///

# %% id="mend-generator-solution" tags=["solution"]
first = attempt(GENERATOR)
half = GENERATOR.replace("fit_generator", "fit")
second = attempt(half)
whole = half.replace(
    "model.predict_classes(np.eye(3))",
    "model.predict(np.eye(3), verbose=0).argmax(axis=1)",
)
third = attempt(whole)
print(first, second, third, sep="\n")

# %% [markdown] lang="zh"
# /// details | 为什么
# 先停在 [fit_generator](#mend-generator-solution "first")，改好以后停在 [predict_classes](#mend-generator-solution "second")，再改就走到了底：[ran](#mend-generator-solution "third")。
# ///
#
# ### 新旧名字都认得的函数 { #stop-both }
#
# 老的回调问 `logs.get("acc")`，今天得到 `None`。写一个 `reading(logs)`：记录里有 `accuracy` 就用它，否则用 `acc`；都没有就报错，说清楚有哪些名字。
#
# /// details | 提示
# 一个 `for` 循环依次去找；最后的 `raise` 把 `sorted(logs)` 写进报错里。
# ///

# %% [markdown] lang="en"
# /// details | Why
# First it stops at [fit_generator](#mend-generator-solution "first"), then, mended, at [predict_classes](#mend-generator-solution "second"), and then it goes to its end: [ran](#mend-generator-solution "third").
# ///
#
# ### A function that knows both names { #stop-both }
#
# The old callback asks for `logs.get("acc")`, and gets `None` today. Write a function `reading(logs)` that uses `accuracy` where the record has it, else `acc`, and where there is neither, raises an error that says which names there are.
#
# /// details | Hint
# Look for them in a `for` loop; the `raise` at the end puts `sorted(logs)` into the message.
# ///


# %% id="stop-both-solution" tags=["solution"]
def reading(logs):
    for name in ("accuracy", "acc"):
        if name in logs:
            return logs[name]
    raise KeyError(f"no accuracy among {sorted(logs)}")


readings = [reading({"accuracy": 0.5}), reading({"acc": 0.25})]
try:
    reading({"loss": 1.0, "mae": 2.0})
except KeyError as error:
    complaint = str(error)
print(readings, complaint)

# %% [markdown] lang="zh"
# /// details | 为什么
# 两种名字都读得出：[[0.5, 0.25]](#stop-both-solution "readings")。都没有时，报错里写着 [no accuracy among](#stop-both-solution "complaint") 和有的名字，一看就知道是忘了写指标，还是名字不同。`logs.get()` 悄悄给出 `None`，错误要到比大小时才出来。
# ///
#
# ## 不报错却变了意思 { #meaning-of-old }
#
# 出自[不报错却变了意思](changes-meaning.md)。
#
# ### 三个数的卷积 { #three-numbers }
#
# 老脚本里写着 `Conv2D(8, 5, 2)`，输入的边长是 [28](#three-numbers-solution "picture.shape[1]")。先算：今天的输出是什么形状？当年的意思今天怎么写，输出又是什么形状？
#
# /// details | 提示
# 今天第二个数是卷积核，第三个是步幅。当年它们是卷积核的高和宽，步幅是一。不补零时，输出的边长是（输入 − 核）÷ 步幅，舍去小数，再加一。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Both names are read: [[0.5, 0.25]](#stop-both-solution "readings"). Where there is neither, the error says [no accuracy among](#stop-both-solution "complaint") and the names there are, so you see at once whether the metric was forgotten or has another name. `logs.get()` hands out `None` without a word, and the error comes with the comparison.
# ///
#
# ## No error, another meaning { #meaning-of-old }
#
# From [no error, another meaning](changes-meaning.md).
#
# ### A convolution with three numbers { #three-numbers }
#
# An old script says `Conv2D(8, 5, 2)`, and the sides of the input are [28](#three-numbers-solution "picture.shape[1]"). Work it out first: which shape has the output today? How do you write today what it meant then, and which shape does that give?
#
# /// details | Hint
# Today the second number is the kernel and the third the strides. Then, they were the height and the width of the kernel, and the strides were one. Without padding, a side of the output is (input − kernel) ÷ strides, rounded down, plus one.
# ///

# %% id="three-numbers-solution" tags=["solution"]
from keras.layers import Conv2D

picture = keras.Input((28, 28, 1))
read_today = Conv2D(8, 5, 2)(picture).shape
meant_then = Conv2D(8, (5, 2))(picture).shape
print(read_today, meant_then)

# %% [markdown] lang="zh"
# /// details | 为什么
# - 今天：[(28 − 5) / 2 = 11.5](#three-numbers-solution "(picture.shape[1] - 5) / 2")，舍去小数再加一，形状 [(None, 12, 12, 8)](#three-numbers-solution "tuple(read_today)")。
# - 当年的意思写成 `Conv2D(8, (5, 2))`：高 [28 − 5 + 1 = 24](#three-numbers-solution "meant_then[1]")，宽 [28 − 2 + 1 = 27](#three-numbers-solution "meant_then[2]")，形状 [(None, 24, 27, 8)](#three-numbers-solution "tuple(meant_then)")。
# ///
#
# ### 两条折线差多少 { #two-lines }
#
# Keras 2.1.5 的 `hard_sigmoid` 是 `0.2 * points + 0.5`，今天的是另一条折线，都限制在零与一之间。从 `-4` 到 `4`，它们在哪里相差最大？
#
# /// details | 提示
# 今天的用 `keras.activations.hard_sigmoid` 来算；取很密的点，再用 `argmax`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# - Today: [(28 − 5) / 2 = 11.5](#three-numbers-solution "(picture.shape[1] - 5) / 2"), rounded down, plus one; the shape is [(None, 12, 12, 8)](#three-numbers-solution "tuple(read_today)").
# - What it meant then is `Conv2D(8, (5, 2))`: the height is [28 − 5 + 1 = 24](#three-numbers-solution "meant_then[1]"), the width [28 − 2 + 1 = 27](#three-numbers-solution "meant_then[2]"), and the shape [(None, 24, 27, 8)](#three-numbers-solution "tuple(meant_then)").
# ///
#
# ### How far apart are the two lines? { #two-lines }
#
# The `hard_sigmoid` of Keras 2.1.5 is `0.2 * points + 0.5`, and today's is another line; both are kept between zero and one. Where between `-4` and `4` are they farthest apart?
#
# /// details | Hint
# Use `keras.activations.hard_sigmoid` for today's, take points close together, and then `argmax`.
# ///

# %% id="two-lines-solution" tags=["solution"]
points = np.arange(-400, 401) / 100
line_then = (0.2 * points + 0.5).clip(0, 1)
line_now = keras.activations.hard_sigmoid(points)
gaps = np.abs(ops.convert_to_numpy(line_now) - line_then)
farthest = abs(float(points[gaps.argmax()]))
largest = round(float(gaps.max()), 3)
print(farthest, largest)

# %% [markdown] lang="zh"
# /// details | 为什么
# 在 [2.5](#two-lines-solution "farthest") 和它的相反数处，相差 [0.083](#two-lines-solution "largest")：当年的线在那里刚好碰到一或零，今天的还差一截，要到 `3` 才碰到。循环网络每一步都要用到门，所以即使一步只差一点，走许多步也可能差得多。
# ///

# %% [markdown] lang="en"
# /// details | Why
# At [2.5](#two-lines-solution "farthest") and its opposite, by [0.083](#two-lines-solution "largest"): there the line of then has just reached one or zero, and today's has not; it gets there at `3`. A recurrent network uses its gates at each step, and a little at one step may grow into a lot after many.
# ///

# %% [markdown] lang="zh"
# ## 原教程对照 { #source }
#
# 出自[原教程对照](source.md)。
#
# ### 逐行对照新旧两张表 { #compare-tables }
#
# 原教程用列表写的序列模型，它的 Keras 2.1.5 打印出[一张表](sequential.md#then)，其中 [4](#compare-tables-solution "len(then)") 行抄在下面。用同样的写法在你的 Keras 里搭一遍，逐行对照：名字、种类、形状、参数量，哪一列不同？

# %% [markdown] lang="en"
# ## The source, section by section { #source }
#
# From [The source, section by section](source.md).
#
# ### Compare old and new line by line { #compare-tables }
#
# The source writes its sequential model as a list, and its Keras 2.1.5 printed [a table](sequential.md#then) of it; [four](#compare-tables-solution "len(then)") lines of that are copied here. Write the model in the same way in your own Keras, and compare line by line: names, kinds, shapes, counts. Which column is different?

# %% id="old-rows"
THEN = """
dense_1 (Dense)              (None, 32)                25120
activation_1 (Activation)    (None, 32)                0
dense_2 (Dense)              (None, 10)                330
activation_2 (Activation)    (None, 10)                0
"""

# %% [markdown] lang="zh"
# /// details | 提示
# 一个正则表达式就能把每一行分成 [4](#compare-tables-solution "len(then[0])") 份。每一层的 `name`、`output.shape` 和 `count_params()` 给出今天的这几份。`keras.utils.clear_session()` 让名字重新数起。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# One regular expression splits each line into its [four](#compare-tables-solution "len(then[0])") parts. Today's come from `name`, `output.shape` and `count_params()` of each layer. `keras.utils.clear_session()` makes names count from the start again.
# ///

# %% id="compare-tables-solution" tags=["solution"]
keras.utils.clear_session()
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    layers = [
        Dense(units=32, input_shape=(784,)),
        Activation(activation="relu"),
        Dense(units=10),
        Activation(activation="softmax"),
    ]
    from_list = keras.Sequential(layers=layers)

row = r"(\w+) \((\w+)\) +(\(.*\)) +(\d+)"
then = re.findall(row, THEN)
now = [
    (
        layer.name,
        type(layer).__name__,
        str(layer.output.shape),
        str(layer.count_params()),
    )
    for layer in from_list.layers
]
columns = ("names", "kinds", "shapes", "counts")
same = {}
for column, old, new in zip(columns, zip(*then), zip(*now)):
    same[column] = old == new
print([line[0] for line in now])
print(same)

# %% [markdown] lang="zh"
# /// details | 为什么
# [4](#compare-tables-solution "len(columns)") 列里，种类、形状和参数量[相同](#compare-tables-solution "same['kinds'] and same['shapes'] and same['counts']")，名字[不同](#compare-tables-solution "same['names']")：当年第一个叫 [`dense_1`](sequential.md#from-list-2018 "model.layers[0].name")，今天叫 [`dense`](#compare-tables-solution "now[0][0]")。今天的 [`dense_1`](#compare-tables-solution "now[2][0]") 是当年的 [`dense_2`](sequential.md#from-list-2018 "model.layers[2].name")，所以照着老教程去找 `dense_1`，找到的是另一层。
#
# 合计也一样：[25,120 + 330 = 25,450](#compare-tables-solution "from_list.count_params()")。
# ///
#
# ### 哪一段会警告，哪一段会出错 { #warn-or-fail }
#
# 下面是原教程的几段代码，写法照旧，前两段截短了。先猜：今天哪一段给出警告，哪一段出错，哪一段什么也不说？再写一个程序来检查。

# %% [markdown] lang="en"
# /// details | Why
# Of the [four](#compare-tables-solution "len(columns)") columns, the kinds, the shapes and the counts are the [same](#compare-tables-solution "same['kinds'] and same['shapes'] and same['counts']"), and the names are [different](#compare-tables-solution "same['names']"): the first was [`dense_1`](sequential.md#from-list-2018 "model.layers[0].name") then, and is [`dense`](#compare-tables-solution "now[0][0]") now. Today's [`dense_1`](#compare-tables-solution "now[2][0]") is what was [`dense_2`](sequential.md#from-list-2018 "model.layers[2].name"), so whoever looks for the `dense_1` of an old tutorial finds another layer.
#
# The total is as it was, too: [25,120 + 330 = 25,450](#compare-tables-solution "from_list.count_params()").
# ///
#
# ### Which piece warns, and which one fails? { #warn-or-fail }
#
# Here are some pieces of the source, in its own words; the first two are cut short. Guess first: which gives a warning today, which one fails, and which says nothing at all? Then write a program that finds out.

# %% id="pieces"
IMPORTS = """
from keras.layers import Activation, Dense, Input
from keras.models import Model, Sequential
"""
PIECES = {
    "list": """
layers = [
    Dense(units=32, input_shape=(784,)),
    Activation(activation="relu"),
]
model = Sequential(layers=layers)
""",
    "add": """
model = Sequential()
model.add(Dense(units=32, input_shape=(784,)))
model.add(Activation(activation="relu"))
""",
    "general": """
input = Input(shape=(784,))
x = Dense(units=64, activation="relu")(input)
x = Dense(units=64, activation="relu")(x)
y = Dense(units=10, activation="softmax")(x)
model = Model(inputs=x, outputs=y)
""",
    "train": """
model.compile(
    optimizer="rmsprop",
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(x=data, y=labels)
""",
}

# %% [markdown] lang="zh"
# /// details | 提示
# `warnings.catch_warnings(record=True)` 把警告收进一个列表。`train` 用到 `general` 留下的 `model`，所以几段代码要在同一个字典里运行。
#
# `train` 出错以后，再给它 `data` 和 `labels`，看它是不是就好了。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# `warnings.catch_warnings(record=True)` gathers warnings in a list. `train` uses the `model` that `general` leaves behind, so let the pieces run in the same dictionary.
#
# Once `train` has failed, give it `data` and `labels`, and see whether that is all it takes.
# ///


# %% id="warn-or-fail-solution" tags=["solution"]
def report(piece, names):
    end = "ran"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(PIECES[piece], names)
        except Exception as error:
            end = f"{type(error).__name__}: {error}"
    return [str(warning.message) for warning in caught], end


keras.utils.clear_session()
names = {}
exec(IMPORTS, names)
found = {piece: report(piece, names) for piece in PIECES}
names["data"] = np.zeros((64, 784))
names["labels"] = np.zeros((64, 10))
with_data = report("train", names)

for piece, (warned, end) in found.items():
    print(piece, len(warned), end)
print("train", len(with_data[0]), with_data[1])
print(found["list"][0] == found["add"][0])
print(found["list"][0][0])

# %% [markdown] lang="zh"
# /// details | 为什么
# `list` 和 `add` 各有 [1](#warn-or-fail-solution "len(found['list'][0])") 个警告，两个[相同](#warn-or-fail-solution "found['list'][0] == found['add'][0]")：[Do not pass an `input_shape`](#warn-or-fail-solution "found['list'][0][0]")。代码照样运行。
#
# `train` 出错，先是 [name 'data' is not defined](#warn-or-fail-solution "found['train'][1]")。给了数据，那个[笔误](functional.md#the-slip)才露出来：[expected shape=(None, 64), found shape=(32, 784)](#warn-or-fail-solution "with_data[1]")。它就在 `general` 里，而搭模型的时候有 [0](#warn-or-fail-solution "len(found['general'][0])") 个警告。
# ///
#
# ### 让最后一段运行起来 { #make-it-run }
#
# 把 `general` 和 `train` 改成一个能从头运行到尾的程序：改掉笔误，变量不再叫 `input`，自己定义 `data` 和 `labels`。参数量的合计应当与[没有笔误的网络](functional.md#network)相同，`fit()` 应当记下准确率。
#
# /// details | 提示
# `data` 每行有多少个数，由输入层定；`labels` 每行有多少个数，由输出层定。独热编码用 `keras.utils.to_categorical`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `list` and `add` give [1](#warn-or-fail-solution "len(found['list'][0])") warning each, the [same](#warn-or-fail-solution "found['list'][0] == found['add'][0]") one: [Do not pass an `input_shape`](#warn-or-fail-solution "found['list'][0][0]"). They run all the same.
#
# `train` fails, at first with [name 'data' is not defined](#warn-or-fail-solution "found['train'][1]"). Once it has data, that [slip](functional.md#the-slip) shows: [expected shape=(None, 64), found shape=(32, 784)](#warn-or-fail-solution "with_data[1]"). It stands in `general`, and when the model was built there were [0](#warn-or-fail-solution "len(found['general'][0])") warnings.
# ///
#
# ### Make the last piece run { #make-it-run }
#
# Turn `general` and `train` into a program that runs from top to bottom: mend the slip, call the variable something other than `input`, and define `data` and `labels`. The total of its parameters is to be that of [the network without the slip](functional.md#network), and `fit()` is to record an accuracy.
#
# /// details | Hint
# How many numbers a row of `data` has is up to the input layer; how many a row of `labels` has, up to the output layer. For one-hot encoding there is `keras.utils.to_categorical`.
# ///

# %% id="make-it-run-solution" tags=["solution"]
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
data = rng.random((256, 784))
digits = rng.integers(0, 10, size=256)
labels = keras.utils.to_categorical(digits, num_classes=10)

inputs = keras.Input(shape=(784,))
x = Dense(units=64, activation="relu")(inputs)
x = Dense(units=64, activation="relu")(x)
y = Dense(units=10, activation="softmax")(x)
general = keras.Model(inputs=inputs, outputs=y)
general.compile(
    optimizer="rmsprop",
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)
history = general.fit(x=data, y=labels, verbose=0)
print(general.count_params(), list(history.history))

# %% [markdown] lang="zh"
# /// details | 为什么
# 合计 [50,240 + 4,160 + 650 = 55,050](#make-it-run-solution "general.count_params()")，与 Keras 2.1.5 里的 [55,050](functional.md#network-2018-code "model.count_params()") 相同；带着笔误只有 [650](#warn-or-fail-solution "names['model'].count_params()")。合计对得上，才去训练。
# ///
#
# ## 构建本教程要花多少时间 { #speed }
#
# 出自[构建本教程要花多少时间](speed.md)。
#
# ### 谁先运行过 { #who-ran-before }
#
# 怎样知道一个工具有没有给每个脚本自己的进程？让两个脚本打印各层的名字。下面这个脚本，在同一个进程里运行两次，再在两个新的 Python 里各运行一次，比较打印的名字。

# %% [markdown] lang="en"
# /// details | Why
# The total is [50,240 + 4,160 + 650 = 55,050](#make-it-run-solution "general.count_params()"), the same as the [55,050](functional.md#network-2018-code "model.count_params()") of Keras 2.1.5; with the slip it is only [650](#warn-or-fail-solution "names['model'].count_params()"). Train once the total is right, and not before.
# ///
#
# ## How long it takes to build this tutorial { #speed }
#
# From [How long it takes to build this tutorial](speed.md).
#
# ### Who ran before? { #who-ran-before }
#
# How can you tell whether a tool gives each script a process of its own? Let two scripts print the names of their layers. Run this one twice in the same process, then in two new Pythons, once in each, and compare the names.

# %% id="naming-script"
SCRIPT = """
import keras
from keras.layers import Dense

layers = [keras.Input(shape=(4,)), Dense(2), Dense(1)]
model = keras.Sequential(layers)
print([layer.name for layer in model.layers])
"""

# %% [markdown] lang="zh"
# /// details | 提示
# 新的 Python 用 `subprocess.run([sys.executable, "-c", SCRIPT], …)` 来启动。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# `subprocess.run([sys.executable, "-c", SCRIPT], …)` starts a new Python.
# ///

# %% id="who-ran-before-solution" tags=["solution"]
keras.utils.clear_session()
print("in one process:")
exec(SCRIPT, {})
exec(SCRIPT, {})


def alone(*arguments):
    run = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=True,
        text=True,
    )
    return run.stdout


print("each in its own:")
one, other = alone("-c", SCRIPT), alone("-c", SCRIPT)
print(one, other, sep="", end="")

# %% [markdown] lang="zh"
# /// details | 为什么
# 共用一个进程，第二次的名字接着第一次往上数。各有各的进程，两次[相同](#who-ran-before-solution "one == other")。所以，这个脚本打印的名字如果不从 [`dense`](#who-ran-before-solution "one") 开始，就有别的代码先在这个进程里建过 `Dense`。
# ///
#
# ### clear_session() 够不够 { #left-behind }
#
# 名字可以用 `keras.utils.clear_session()` 重新数起。那么，两个脚本之间调用它，就等于各有各的进程了吗？让第一个脚本用 `keras.config.set_floatx("float64")` 改变默认的类型，再看第二个脚本的层：名字和类型，哪一样回到了原样？
#
# /// details | 提示
# 层建好以后，看 `layer.name` 和 `layer.kernel.dtype`。做完把默认的类型改回来。
# ///

# %% [markdown] lang="en"
# /// details | Why
# In one process, the names of the second run go on from those of the first. Each in a process of its own, both print the [same](#who-ran-before-solution "one == other"). So if the names that this script prints do not start from [`dense`](#who-ran-before-solution "one"), some other code has built a `Dense` in this process before.
# ///
#
# ### Is clear_session() enough? { #left-behind }
#
# `keras.utils.clear_session()` makes names count from the start again. So is a call of it between two scripts as good as a process for each? Let a first script change the default type with `keras.config.set_floatx("float64")`, then look at a layer of the second: which is as it was, its name or its type?
#
# /// details | Hint
# Once the layer is built, look at `layer.name` and `layer.kernel.dtype`. Change the default type back when you are done.
# ///


# %% id="left-behind-solution" tags=["solution"]
def first_layer():
    keras.utils.clear_session()
    layer = Dense(2)
    layer.build((None, 4))
    return layer.name, str(layer.kernel.dtype)


clean = first_layer()
keras.config.set_floatx("float64")
after_another = first_layer()
keras.config.set_floatx("float32")
clean, after_another

# %% [markdown] lang="zh"
# /// details | 为什么
# 名字[相同](#left-behind-solution "clean[0] == after_another[0]")，类型[不同](#left-behind-solution "clean[1] == after_another[1]")：第二个脚本一个字没改，算的却是 [`float64`](#left-behind-solution "after_another[1]")。`clear_session()` 让名字重新数起，但不是每个设置它都管。
# ///
#
# ### 写一个 fork server { #fork-server }
#
# 每个脚本都启动一个新的 Python，Keras 就要导入一次又一次。写一个程序 `server.py`：只导入一次 Keras，再给每个脚本 fork 一份自己的进程，打印它们各自的退出码。脚本的代码就写在命令行上，一个参数一个脚本。
#
# 用三个脚本来试：第一个改默认的类型，再出错退出；后两个打印层的名字和默认的类型。出错的那个会不会连累后面的？（`os.fork` 在 Linux 和 macOS 上有，Windows 上没有。）
#
# /// details | 提示
# `os.fork()` 在副本里返回零，在原来的进程里返回副本的进程号。副本做完要用 `os._exit` 离开，否则它会接着走原来进程的循环。`os.waitpid` 等它结束。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The name is the [same](#left-behind-solution "clean[0] == after_another[0]"), the type is [different](#left-behind-solution "clean[1] == after_another[1]"): nothing in the second script has changed, and yet it now works with [`float64`](#left-behind-solution "after_another[1]"). `clear_session()` makes names count from the start again, but it does not reset every setting.
# ///
#
# ### Write a fork server { #fork-server }
#
# Start a new Python for each script, and Keras is imported again and again. Write a program `server.py` that imports Keras once, then forks a process of its own for each script, and prints the exit code of each. The code of the scripts stands on the command line, one script to an argument.
#
# Try it with three scripts: the first changes the default type and then fails; the other two print the names of their layers, and the default type. Does the one that fails harm those behind it? (Linux and macOS have `os.fork`, Windows does not.)
#
# /// details | Hint
# `os.fork()` returns zero in the copy, and the process id of the copy in the process that made it. When the copy is done, let it leave by `os._exit`, or it goes on with the loop of the other. `os.waitpid` waits for its end.
# ///

# %% id="fork-server-solution" tags=["solution"]
SERVER = """
import os
import sys

import keras

for code in sys.argv[1:]:
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            exec(code, {})
            status = 0
        finally:
            sys.stdout.flush()
            os._exit(status)
    _, status = os.waitpid(child, 0)
    print("exit:", os.waitstatus_to_exitcode(status))
"""
Path("server.py").write_text(SERVER, encoding="utf-8")

BROKEN = """
import keras

keras.config.set_floatx("float64")
raise SystemExit("broken")
"""
LOOKING = f"""
import sys

print("imported before:", "keras" in sys.modules)
{SCRIPT}
print(keras.config.floatx())
"""
served = alone("server.py", BROKEN, LOOKING, LOOKING)
print(served, end="")

# %% [markdown] lang="zh"
# /// details | 为什么
# 出错的那个以 [1](#fork-server-solution "int(served.split()[1])") 退出，没有连累别人：后两个打印的[相同](#fork-server-solution "served.splitlines()[1:5] == served.splitlines()[5:]")，名字都从头数起，默认的类型仍是 [float32](#fork-server-solution "served.splitlines()[3]")。第一个改的是自己那一份。
#
# 后两个脚本还没走到自己的 `import keras`，Keras 就已经导入了吗？[是](#fork-server-solution "served.splitlines()[1] == 'imported before: True'")。副本一开始就有它，真正的导入只有最前面那一次。
# ///
#
# ### 哪条线会弯 { #which-line-bends }
#
# 假设导入 Keras 要 `4` 秒，一个脚本自己要 `0.05` 秒。画两张图，横轴都是脚本的个数，直到 [200](#which-line-bends-solution "len(scripts)") 个：一张是两种做法的秒数，每次都导入，或者只导入一次；另一张是前者除以后者。哪张图里的线会弯？
#
# 再算：脚本再多，比值也超不过多少？从多少个脚本起，比值达到这个上限的一半？
#
# /// details | 提示
# 把两种做法的秒数写成脚本个数的函数。脚本非常多的时候，只导入一次的那 `4` 秒就不算什么了。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The one that fails exits with [1](#fork-server-solution "int(served.split()[1])") and harms nobody: the other two print the [same](#fork-server-solution "served.splitlines()[1:5] == served.splitlines()[5:]"), names from the start, and [float32](#fork-server-solution "served.splitlines()[3]") as the default type. What the first changed was its own copy.
#
# Had Keras been imported before those two came to their own `import keras`? [Yes](#fork-server-solution "served.splitlines()[1] == 'imported before: True'"). A copy has it from the start; only the first import is a real one.
# ///
#
# ### Which line bends? { #which-line-bends }
#
# Suppose that to import Keras takes `4` seconds, and a script itself `0.05`. Draw two plots against the number of scripts, up to [200](#which-line-bends-solution "len(scripts)"): in one the seconds of both ways, importing each time and importing once; in the other, the first divided by the second. In which plot does a line bend?
#
# Then calculate: what does the ratio stay below, however many scripts there are? From how many scripts on is it at least half of that?
#
# /// details | Hint
# Write the seconds of both ways as functions of the number of scripts. With very many scripts, the `4` seconds of the single import no longer matter.
# ///

# %% id="which-line-bends-solution" tags=["solution"]
importing, running = 4, 0.05
scripts = np.arange(1, 201)
each_time = scripts * (importing + running)
once = importing + scripts * running
ratio = each_time / once
limit = (importing + running) / running
half_way = int(scripts[ratio >= limit / 2 - 1e-9][0])
print(round(limit, 6), bool((ratio < limit).all()), half_way)

_, (left, right) = plt.subplots(1, 2, figsize=(8, 3))
left.plot(scripts, each_time, label="import each time")
left.plot(scripts, once, label="import once")
left.set(xlabel="scripts", ylabel="seconds")
left.legend(frameon=False)
right.plot(scripts, ratio)
right.set(xlabel="scripts", ylabel="ratio")
plt.show()

# %% [markdown] lang="zh"
# ![左图是两条直线，一陡一平；右图是一条弯的线，先升得快，后升得慢](exercises-changes.now.which-line-bends-solution.svg)
#
# /// details | 为什么
# 秒数是两条直线，弯的是比值：一个脚本时是 [1](#which-line-bends-solution "float(ratio[0])")，然后先快后慢地上升，总在 [(4 + 0.05) / 0.05 = 81](#which-line-bends-solution "round(limit, 6)") 以下。
#
# 达到一半要 [4 / 0.05 = 80](#which-line-bends-solution "half_way") 个脚本：这时所有脚本自己花 [80 × 0.05 = 4](#which-line-bends-solution "half_way * running") 秒，恰好等于一次导入。所以只拿很少的脚本来测，会小看只导入一次的好处。
# ///
#
# 回到开头：[Keras 实证教程](index.md)。

# %% [markdown] lang="en"
# ![On the left are two straight lines, one steep and one flat; on the right is a line that bends, rising fast at first and then slowly](exercises-changes.now.which-line-bends-solution.svg)
#
# /// details | Why
# The seconds are two straight lines; what bends is the ratio. For one script it is [1](#which-line-bends-solution "float(ratio[0])"), then it rises, fast at first and slower later, and stays below [(4 + 0.05) / 0.05 = 81](#which-line-bends-solution "round(limit, 6)").
#
# Half of that takes [4 / 0.05 = 80](#which-line-bends-solution "half_way") scripts: there the scripts themselves take [80 × 0.05 = 4](#which-line-bends-solution "half_way * running") seconds, just as long as one import. So whoever measures with very few scripts makes too little of importing once.
# ///
#
# Back to the start: [Keras, Proven](index.md).
