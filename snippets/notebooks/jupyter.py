# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# volatile = ["memory-address"]
# seconds = 240
# ///

# %% [raw] lang="zh"
# ---
# title: 在 Jupyter 里
# description: 单元格再运行一次会怎样：层名接着数，fit() 接着训练，表的宽度另有规矩；以及怎样打开本教程的笔记本。
# finds: Jupyter、笔记本、JupyterLab、VS Code、ipynb、内核、单元格、clear_session、JUPYTER_COLUMNS、重启内核
# ---

# %% [raw] lang="en"
# ---
# title: In Jupyter
# description: "What happens when a cell is run again: layer names keep counting, training goes on, tables have a width of their own; and how to open this tutorial's notebooks."
# finds: Jupyter, notebook, notebooks, JupyterLab, VS Code, ipynb, cell, clear_session, JUPYTER_COLUMNS, restart the kernel
# ---

# %% [markdown] lang="zh"
# # 在 Jupyter 里 { #jupyter }
#
# 读完这一页，你能说出一个单元格再运行一次时什么会变、什么不变，能让笔记本在重启内核以后，从上到下运行得到同样的结果，也能在自己的电脑上打开本教程每一页的笔记本。
#
# 这一页自己就是一份笔记本。每段代码是一个单元格，在 Jupyter 的内核里从上到下运行过。
#
# ## 一个内核，一个进程 { #kernel }
#
# 单元格在**内核**（kernel）里运行。内核是一个 Python 进程，一直开着，直到你重启或关闭它。

# %% [markdown] lang="en"
# # In Jupyter { #jupyter }
#
# After this page you can say what changes and what stays when a cell is run again, make a notebook give the same results when its kernel is restarted and all of it runs again, and open the notebook of each page of this tutorial on your own computer.
#
# This page is a notebook itself. Each block of code is a cell, and the cells have run in a Jupyter kernel, from top to bottom.
#
# ## One kernel, one process { #kernel }
#
# Cells run in a **kernel**. It is a Python process that keeps running until you restart it or shut it down.

# %% id="setup"
import os
import subprocess
import sys
from os import environ

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras.layers import Dense

process = os.getpid()

# %% id="same-process"
same_process = os.getpid() == process
same_process

# %% [markdown] lang="zh"
# 两个单元格的进程号[相同](#same-process "same_process")。所以上一格导入的库、定义的名字，下一格直接能用；Keras 记在进程里的东西，也一路留着。
#
# ## 再运行一次单元格，层名接着数 { #names }

# %% [markdown] lang="en"
# Both cells run in the [same](#same-process "same_process") process. So what one cell imports and defines, the next can use; and what Keras keeps in the process stays there as well.
#
# ## Run a cell again, and layer names keep counting { #names }

# %% id="build"
model = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32),
        Dense(10),
    ]
)
[layer.name for layer in model.layers]

# %% [markdown] lang="zh"
# 把上面这个单元格再运行一次，在 Jupyter 里是选中它，按 Shift + Enter。为了让这一页能从上到下运行，这里用 `exec(In[3])` 代替：`In` 里存着运行过的每个单元格的代码，方括号里是它的编号。
#
# 编号按运行的次序来。所以，要跟着这份笔记本做，就在刚启动的内核里从上到下运行，每格一次。

# %% [markdown] lang="en"
# To run the cell above again in Jupyter, you select it and press Shift + Enter. So that this page can run from top to bottom, it uses `exec(In[3])` instead: `In` holds the code of each cell that has run, and in the brackets is its number.
#
# Cells are numbered in the order in which they run. So to follow this notebook, run it from top to bottom in a kernel that has just started, each cell once.

# %% id="again"
before = model
exec(In[3])
[layer.name for layer in model.layers]

# %% [markdown] lang="zh"
# 第一层原来叫 [`dense`](#again "before.layers[0].name")，现在叫 [`dense_2`](#again "old.layers[0].name")。代码没有变，变的是内核里记着的东西：第一次搭的两层已经用掉了前面的名字。模型的名字也从 [`sequential`](#again "before.name") 变成了 [`sequential_1`](#again "old.name")。
#
# 两个模型的参数量[相同](#again "before.count_params() == old.count_params()")，都是 [25,450](#again "before.count_params()")。所以，你的表与教程的表只差层名的编号时，先想想这个单元格运行过几次。
#
# ## Out、下划线和最后一行 { #out }
#
# 单元格的最后一行如果有值（`None` 不算），Jupyter 就把它显示在下面，并收进 `Out`。上一个显示出来的值，还可以叫作 `_`：

# %% [markdown] lang="en"
# The first layer was called [`dense`](#again "before.layers[0].name"), and is called [`dense_2`](#again "old.layers[0].name") now. The code has not changed, but what the kernel keeps has: the two layers built first have used up the earlier names. The model's own name has gone from [`sequential`](#again "before.name") to [`sequential_1`](#again "old.name"), too.
#
# Both models have the [same](#again "before.count_params() == old.count_params()") number of parameters, [25,450](#again "before.count_params()"). So if your table differs from a tutorial's in nothing but the numbers of the names, ask yourself first how often you have run the cell.
#
# ## Out, the underscore, and the last line { #out }
#
# If the last line of a cell has a value other than `None`, Jupyter shows it below the cell and puts it into `Out`. The value shown last also goes by the name of `_`:

# %% id="underscore"
print(_)
same_object = _ is Out[4]
same_object

# %% [markdown] lang="zh"
# 这两个写法得到同一个对象吗？[是](#underscore "same_object")。只有最后一行的值才显示，前面各行的值不显示；最后一行是赋值，也没有值可显示：

# %% [markdown] lang="en"
# Do both give one and the same object? [Yes](#underscore "same_object"). The value of the last line is shown, those of the lines before it are not; and an assignment on the last line has no value to show:

# %% id="last-line"
model.count_params()
model.output_shape

# %% id="assigned"
total = model.count_params()

# %% id="numbers"
shown, assigned = 6 in Out, 7 in Out
shown, assigned

# %% [markdown] lang="zh"
# `Out` 里有形状那一格的值吗？[有](#numbers "shown")。有只做赋值的那一格的吗？[没有](#numbers "assigned")。一格里要看几个值，就用 `print()`。
#
# ## clear_session() 重置什么 { #clear-session }
#
# 不想重启内核，又想让层名从头数，就调用 `keras.utils.clear_session()`：

# %% [markdown] lang="en"
# Does `Out` hold the value of the cell with the shape? [Yes](#numbers "shown"). And one of the cell that only assigns? [No](#numbers "assigned"). To see several values of one cell, use `print()`.
#
# ## What clear_session() resets { #clear-session }
#
# To have the names start over without restarting the kernel, call `keras.utils.clear_session()`:

# %% id="cleared"
old = model
keras.utils.clear_session()
exec(In[3])
names = [layer.name for layer in model.layers]
names

# %% [markdown] lang="zh"
# 新模型的第一层又叫 [`dense`](#cleared "names[0]") 了。旧模型还在，一个参数也没少：它的第一层仍叫 [`dense_2`](#cleared "old.layers[0].name")，参数量仍是 [25,450](#cleared "old.count_params()")。`clear_session()` 清掉的是 Keras 自己记的东西，不是你的变量。
#
# 设置有的重置，有的不动：

# %% [markdown] lang="en"
# The first layer of the new model is called [`dense`](#cleared "names[0]") again. The old model is still there, with all its parameters: its first layer is still [`dense_2`](#cleared "old.layers[0].name"), and there are still [25,450](#cleared "old.count_params()") of them. What `clear_session()` clears is what Keras keeps for itself, not your variables.
#
# Of the settings, some are reset and some stay:

# %% id="settings"
keras.config.set_dtype_policy("mixed_float16")
keras.config.set_epsilon(0.001)
keras.utils.clear_session()
policy = keras.config.dtype_policy().name
epsilon = keras.config.epsilon()
keras.config.set_epsilon(1e-7)
policy, epsilon

# %% [markdown] lang="zh"
# 精度策略回到了 [`float32`](#settings "policy")，`epsilon` 却还是刚才设的 [0.001](#settings "epsilon")。初始权重的随机数，它也不让从头来，[后面](#seed)再看。
#
# 重置编号有一个代价：新旧两层重名。把它们放进同一个模型，就会报错：

# %% [markdown] lang="en"
# The dtype policy is [`float32`](#settings "policy") again, but `epsilon` is still the [0.001](#settings "epsilon") that was set. Nor does it start the random numbers of initial weights over, as you will see [below](#seed).
#
# Starting the numbers over has a price: a new layer and an old one share a name. Put both into one model, and you get an error:

# %% id="clash" tags=["raises-exception"]
keras.utils.clear_session()
new = Dense(32)
keras.Sequential([before.layers[0], new])

# %% [markdown] lang="zh"
# 两层的名字[相同](#clash "before.layers[0].name == new.name")，都是 [`dense`](#clash "new.name")。报错里写着办法，[Update the `name` argument](#clash "str(errors['clash'])")：用 `name` 参数给层另起一个名字。
#
# ## 再运行一次 fit()，接着训练 { #fit-again }
#
# 下面的模型只有一个权重，从零开始，答案是二。每轮一步，每步把差距减半：

# %% [markdown] lang="en"
# Both layers have the [same](#clash "before.layers[0].name == new.name") name, [`dense`](#clash "new.name"). The error tells the way out, [Update the `name` argument](#clash "str(errors['clash'])"): give one of the layers another name by its argument `name`.
#
# ## Run fit() again, and training goes on { #fit-again }
#
# This model has a single weight, which starts at zero; the answer is two. Each epoch is one step, and each step halves the distance:

# %% id="line"
x, y = np.ones((1, 1)), np.full((1, 1), 2.0)
zero = Dense(1, use_bias=False, kernel_initializer="zeros")
line = keras.Sequential([keras.Input(shape=(1,)), zero])
line.compile(optimizer=keras.optimizers.SGD(0.25), loss="mse")
start = line.get_weights()

# %% id="train"
line.fit(x, y, epochs=3, verbose=0)

# %% [markdown] lang="zh"
# `Out` 里的这一行不是错误。最后一行是 `fit()`，它的值是 `History` 对象。不想看见它，就写成 `history = line.fit(…)`，要画曲线时也用得上。
#
# 权重现在是多少，走了几步？再运行一次上面那格之后呢？

# %% [markdown] lang="en"
# The line in `Out` is no error. The last line of the cell is `fit()`, and its value is a `History` object. Write `history = line.fit(…)` and it is not shown; you also have it at hand when you want to draw curves.
#
# What is the weight now, and how many steps has it taken? And after the cell above has run again?


# %% id="train-again"
def state():
    weight = line.get_weights()[0].item()
    return weight, int(line.optimizer.iterations)


once = state()
exec(In[13])
twice = state()
once, twice

# %% [markdown] lang="zh"
# 第一次走了 [3](#train-again "once[1]") 步，到 [1.75](#train-again "once[0]")。第二次没有从零开始，而是接着走到第 [6](#train-again "twice[1]") 步，权重是 [1.96875](#train-again "twice[0]")。损失越来越好看，也许只是因为你把这一格运行了好几遍。
#
# 想从头开始，可以把搭建和编译模型的单元格再运行一次。要留着同一个模型，就事先存下初始权重：

# %% [markdown] lang="en"
# The first time it took [3](#train-again "once[1]") steps, to [1.75](#train-again "once[0]"). The second time did not start at zero. It went on to step [6](#train-again "twice[1]"), and the weight is [1.96875](#train-again "twice[0]"). If your loss gets better and better, it may be that you have run this cell several times.
#
# To start over, run the cell that builds and compiles the model again. To keep the model, store its initial weights beforehand:

# %% id="start-over"
line.set_weights(start)
weights_only = state()
line.compile(optimizer=keras.optimizers.SGD(0.25), loss="mse")
compiled = state()
weights_only, compiled

# %% [markdown] lang="zh"
# `set_weights()` 让权重回到 [0](#start-over "weights_only[0]")，优化器的步数却还是 [6](#start-over "weights_only[1]")。再用一个新的优化器 `compile()`，步数也回到 [0](#start-over "compiled[1]")。反过来，只 `compile()` 不动权重，[权重会留着](compile.md#what)。
#
# ## 图显示在单元格下面 { #figures }
#
# 现在才真的是从头训练。把每轮的损失画出来：

# %% [markdown] lang="en"
# `set_weights()` takes the weight back to [0](#start-over "weights_only[0]"), but the optimizer still counts [6](#start-over "weights_only[1]") steps. Then `compile()` with a new optimizer takes the count back to [0](#start-over "compiled[1]"), too. The other way round, `compile()` on its own [keeps the weights](compile.md#what).
#
# ## Pictures appear below their cell { #figures }
#
# Now training does start over. Here is the loss of each epoch:

# %% id="curve"
history = line.fit(x, y, epochs=5, verbose=0)
losses = history.history["loss"]
plt.figure(figsize=(5, 2.5))
drawn = plt.plot(range(1, 6), losses, marker="o")
plt.xticks(range(1, 6))
plt.xlabel("epoch")
plt.ylabel("loss")
plt.show()

# %% [markdown] lang="zh"
# ![一条从四开始、先陡后平的曲线，每一轮的损失都比前一轮小](jupyter.now.curve.svg)
#
# 误差减半，损失就是原来的四分之一：从 [4](#curve "losses[0]") 到 [4 ÷ 4 = 1](#curve "losses[1]")，再到 [1 ÷ 4 = 0.25](#curve "losses[2]")。`plt.show()` 写在最后一行，下面就只有图。`plt.plot()` 有返回值，是一个 [`list`](#curve "type(drawn).__name__")；它若写在最后一行，也会显示在 `Out` 里。
#
# ## 变量指着的，可能是旧模型 { #stale }
#
# 单元格可以不按次序运行，变量就可能对不上。下面先记下第一层，编译模型，再把搭模型的那一格运行一次，然后冻结第一层：

# %% [markdown] lang="en"
# ![A curve that starts at four, falls steeply and then levels off; each epoch has a smaller loss than the one before](jupyter.now.curve.svg)
#
# Half the error makes a quarter of the loss: from [4](#curve "losses[0]") to [4 ÷ 4 = 1](#curve "losses[1]") and to [1 ÷ 4 = 0.25](#curve "losses[2]"). With `plt.show()` on the last line, the picture stands alone. What `plt.plot()` returns is a [`list`](#curve "type(drawn).__name__"); on the last line, that would be shown in `Out` as well.
#
# ## A variable may refer to an older model { #stale }
#
# Cells can run in any order, and variables may then fall out of step. Here the first layer is put into a variable and the model is compiled, the cell that builds the model runs again, and then the first layer is frozen:

# %% id="first-layer"
first = model.layers[0]
model.compile(loss="mse")

# %% id="stale-freeze"
exec(In[3])
first.trainable = False
same_layer = first is model.layers[0]
same_layer, model.layers[0].trainable, model.compiled

# %% [markdown] lang="zh"
# `first` 与新模型的第一层[不同](#stale-freeze "same_layer")：它指着旧模型的层，冻结的也是旧的那个；新模型的第一层还能训练吗？[能](#stale-freeze "model.layers[0].trainable")。没有报错，只是不起作用。
#
# 刚才编译的也是旧模型。新模型编译过吗？[没有](#stale-freeze "model.compiled")。把搭建、取层、编译写在同一个单元格里，它们就会一起运行。
#
# 名字存在内核里，不在单元格里：删掉一个单元格，它定义的名字还在。要知道笔记本离开这些旧名字还能不能运行，就重启内核，再全部运行：JupyterLab 里是 *Restart Kernel and Run All Cells*。
#
# ## 随机种子只管后面的随机数 { #seed }
#
# `start_weights()` 每次搭一层，返回它的初始权重。第一次之前设种子，第三次之前调用 `clear_session()`，最后一次之前再设一次种子：

# %% [markdown] lang="en"
# `first` and the first layer of the new model are [different](#stale-freeze "same_layer") layers: it refers to one of the old model, and that is the one frozen. Can the first layer of the new model still be trained? [Yes](#stale-freeze "model.layers[0].trainable"). There is no error; freezing just has no effect on it.
#
# It was the old model, too, that was compiled. Is the new one? [No](#stale-freeze "model.compiled"). Put building, picking layers and compiling into a single cell, and they run together.
#
# Names live in the kernel, not in cells: delete a cell, and the names that it defined are still there. To learn whether a notebook works without such old names, restart the kernel and run everything: in JupyterLab that is *Restart Kernel and Run All Cells*.
#
# ## A seed fixes the random numbers after it { #seed }
#
# `start_weights()` builds a layer and returns its initial weights. The seed is set before the first call, `clear_session()` comes before the third, and the seed is set again before the last:


# %% id="seeds"
def start_weights():
    layer = Dense(1)
    layer.build((None, 3))
    return layer.get_weights()[0]


keras.utils.set_random_seed(0)
one, two = start_weights(), start_weights()
keras.utils.clear_session()
three = start_weights()
keras.utils.set_random_seed(0)
four = start_weights()
like_one = [bool((one == it).all()) for it in (two, three, four)]
like_one

# %% [markdown] lang="zh"
# - 第二次与第一次[不同](#seeds "like_one[0]")：种子定下的是一串数，不是一个数。把搭模型的单元格再运行一次，就是这样。
# - `clear_session()` 之后，与第一次也[不同](#seeds "like_one[1]")：它不会让这串数从头来。
# - 再设一次同样的种子，与第一次[相同](#seeds "like_one[2]")。
#
# 所以，把 `set_random_seed()` 写在搭模型的那一格开头。只写在笔记本最上面，再运行一次下面的单元格，得到的就是另一些初始权重。
#
# ## summary() 的表有多宽 { #width }
#
# 终端和 Jupyter 各有一个变量管宽度，平常都没有设。先去掉它们，再打印：

# %% [markdown] lang="en"
# - The second is [different](#seeds "like_one[0]") from the first: a seed fixes a series of numbers, not a number. The same happens when you run again the cell that builds your model.
# - After `clear_session()` it is [different](#seeds "like_one[1]") from the first as well: the series does not start over.
# - With that seed set again, it is the [same](#seeds "like_one[2]") as the first.
#
# So put `set_random_seed()` at the head of the cell that builds the model. If it stands only at the top of the notebook, running a cell further down again gives you other initial weights.
#
# ## How wide is the table of summary()? { #width }
#
# A terminal and Jupyter have a variable each for the width, and usually neither is set. Remove both, and print:

# %% id="summary"
environ.pop("COLUMNS", None)
environ.pop("JUPYTER_COLUMNS", None)
model.summary()

# %% [markdown] lang="zh"
# 画表的是 Keras，打印的是 rich。它们各看各的变量，源码里写着：

# %% [markdown] lang="en"
# Keras draws the table, rich prints it. Each goes by a variable of its own, as their source says:

# %% id="source"
import inspect

import rich.console
from keras.src.utils import summary_utils

draws = inspect.getsource(summary_utils.print_summary)
prints = inspect.getsource(rich.console.Console.__init__)
for line in [*draws.splitlines(), *prints.splitlines()]:
    if "get_terminal_size" in line or "JUPYTER" in line:
        print(line.strip())

# %% [markdown] lang="zh"
# - **Keras** 不看是不是笔记本。没有 `line_length` 时，宽度是 [shutil.get_terminal_size().columns - 4](#source "draws")，这样的模型最多 [88](#widths "measured['COLUMNS=200']")。Python 的这个函数先看 `COLUMNS`，没有就问终端；这个内核没有终端，就按 [80](#widths "terminal") 列算。
# - **rich** 在笔记本里不看 `COLUMNS`，只看 `JUPYTER_COLUMNS`，没有就按 [115](#widths "limit") 列，超出的裁掉。
#
# 在终端里，[两者看的是同一个 `COLUMNS`](summary.md#lost-column)。在笔记本里，就要分开试：

# %% [markdown] lang="en"
# - **Keras** does not care whether this is a notebook. Without `line_length` the width is [shutil.get_terminal_size().columns - 4](#source "draws"), for a model like this at most [88](#widths "measured['COLUMNS=200']"). That function of Python's looks at `COLUMNS` first, and then asks the terminal; this kernel has none, so it takes [80](#widths "terminal") columns.
# - **rich**, in a notebook, ignores `COLUMNS`. It goes by `JUPYTER_COLUMNS`, or else takes [115](#widths "limit") columns, and cuts off what goes beyond.
#
# In a terminal, [both go by the same `COLUMNS`](summary.md#lost-column). In a notebook, try them separately:

# %% id="widths"
import shutil


def table(**given):
    parts = []
    model.summary(print_fn=parts.append, **given)
    return "\n".join(parts)


def width(**given):
    return max(len(line) for line in table(**given).splitlines())


terminal = shutil.get_terminal_size().columns
limit = rich.console.Console().width
measured = {"nothing": width()}
measured["line_length=100"] = width(line_length=100)
measured["line_length=130"] = width(line_length=130)
for variable, value in [
    ("COLUMNS", "60"),
    ("COLUMNS", "200"),
    ("JUPYTER_COLUMNS", "60"),
]:
    environ[variable] = value
    measured[f"{variable}={value}"] = width()
    del environ[variable]
measured

# %% [markdown] lang="zh"
# - 什么都不设：[80 − 4 = 76](#widths "measured['nothing']")。
# - `line_length=100`：[100](#widths "measured['line_length=100']")，笔记本里放得下。`line_length=130` 却只有 [115](#widths "measured['line_length=130']")，右边被裁掉了。
# - `COLUMNS` 是 [60](#widths "measured['COLUMNS=60'] + 4")：Keras 把表画窄，[60 − 4 = 56](#widths "measured['COLUMNS=60']")。
# - `JUPYTER_COLUMNS` 是 [60](#widths "measured['JUPYTER_COLUMNS=60']")：表照样画那么宽，只打印到 [60](#widths "measured['JUPYTER_COLUMNS=60']") 列。
#
# 最后一种打印出来是这样，参数量那一列不见了：

# %% [markdown] lang="en"
# - Nothing set: [80 − 4 = 76](#widths "measured['nothing']").
# - With `line_length=100` it is [100](#widths "measured['line_length=100']"), for which a notebook has room. With `line_length=130` it is only [115](#widths "measured['line_length=130']"): the right side is cut off.
# - With `COLUMNS` at [60](#widths "measured['COLUMNS=60'] + 4"), Keras draws the table narrower, [60 − 4 = 56](#widths "measured['COLUMNS=60']").
# - With `JUPYTER_COLUMNS` at [60](#widths "measured['JUPYTER_COLUMNS=60']"), the table is drawn as wide as ever, and printed up to column [60](#widths "measured['JUPYTER_COLUMNS=60']").
#
# This is what the last of them looks like. The column of the parameters is gone:

# %% id="narrow"
environ["JUPYTER_COLUMNS"] = "60"
model.summary()
lost = "Param #" not in table()
whole = "25,120" in table(line_length=60)
del environ["JUPYTER_COLUMNS"]
lost, whole

# %% [markdown] lang="zh"
# 加上 `line_length=60`，让 Keras 画的与 rich 打印的一样宽，第一层的参数量是不是回到了表里？[是](#narrow "whole")。再窄下去 Keras 会怎样，见[太窄会怎样](summary.md#too-narrow)。
#
# ## 换后端，就重启内核 { #backend }
#
# 后端在 Keras 第一次导入时选定。导入之后再改 `KERAS_BACKEND`，这个内核的后端不会变，再写一遍 `import keras` 也一样：

# %% [markdown] lang="en"
# With `line_length=60`, Keras draws as wide as rich prints. Is the first layer's count in the table now? [Yes](#narrow "whole"). What Keras does with less room still is shown under [when the table is too narrow](summary.md#too-narrow).
#
# ## To change the backend, restart the kernel { #backend }
#
# The backend is chosen when Keras is first imported. Change `KERAS_BACKEND` after that, and this kernel keeps its backend, even if you write `import keras` again:

# %% id="too-late"
environ["KERAS_BACKEND"] = "theano"

import keras

chosen = keras.backend.backend()
chosen

# %% [markdown] lang="zh"
# 还是 [`tensorflow`](#too-late "chosen")，虽然今天的 Keras 已经没有 `theano` 这个后端。重启内核，就是开一个新的 Python 进程。新进程会照变量去办吗？

# %% [markdown] lang="en"
# It is still [`tensorflow`](#too-late "chosen"), though today's Keras has no backend `theano`. To restart the kernel is to start a new Python process. Does a new process obey the variable?

# %% id="fresh"
code = "import keras; print(keras.backend.backend())"


def fresh(name):
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**environ, "KERAS_BACKEND": name},
        capture_output=True,
        check=False,
        text=True,
    )
    return (run.stdout or run.stderr).splitlines()[-1]


asked, refused = fresh(chosen), fresh("theano")
environ["KERAS_BACKEND"] = chosen
print(asked)
print(refused)

# %% [markdown] lang="zh"
# 会。变量里写着这个内核的后端，它就是 [`tensorflow`](#fresh "asked")；写着 `theano`，就报错 [Unable to import backend : theano](#fresh "refused")。所以，要换后端，就重启内核，再在第一个单元格里、`import keras` 的上面设变量。能选哪些后端，不重启又能怎样换，见[选一个后端](install.md#choose)。
#
# ## 报错会停住“全部运行” { #run-all }
#
# 全部运行时，一个单元格抛出异常，后面的就不再运行。下面用 `nbclient` 运行一份三个单元格的小笔记本，看每一格有没有编号。它随 JupyterLab 一起装好，[`jupyter execute`](https://nbclient.readthedocs.io/en/latest/client.html) 用的就是它：

# %% [markdown] lang="en"
# It does. Where the variable holds the backend of this kernel, it is [`tensorflow`](#fresh "asked"); where it holds `theano`, the import fails with [Unable to import backend : theano](#fresh "refused"). So to change the backend, restart the kernel, and set the variable in the first cell, above `import keras`. For the names to choose from, and for a way without a restart, see [choosing a backend](install.md#choose).
#
# ## An error stops “run all” { #run-all }
#
# When all cells are run and one of them raises an exception, those after it do not run. Here `nbclient` runs a little notebook of three cells; see which of them get a number. It comes with JupyterLab, and is what [`jupyter execute`](https://nbclient.readthedocs.io/en/latest/client.html) uses:

# %% id="three-cells"
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def run_all(*tags):
    codes = ["x = 20", "1 / 0", "x + 1"]
    cells = [nbformat.v4.new_code_cell(code) for code in codes]
    cells[1].metadata["tags"] = [*tags]
    notebook = nbformat.v4.new_notebook(cells=cells)
    try:
        NotebookClient(notebook).execute(stderr=subprocess.DEVNULL)
    except CellExecutionError as error:
        print(error.ename)
    return [cell.execution_count for cell in notebook.cells]


plain, tagged = run_all(), run_all("raises-exception")
plain, tagged

# %% [markdown] lang="zh"
# 第二格除以零，全部运行就停在那里，第三格没有编号：[[1, 2, None]](#three-cells "plain")。给第二格加上 `raises-exception` 标记，第三格也运行了：[[1, 2, 3]](#three-cells "tagged")。
#
# 上面[那个重名的报错](#clear-session)带有这个标记，所以这份笔记本能一直运行到底。自己的笔记本停住时，先改好报错的那一格，再全部运行。
#
# ## 这些笔记本从哪里来 { #origin }
#
# 有脚本可以运行的每一页，标题下面都有一份笔记本可以下载。它不是另写的，而是由这一页的脚本和它们的记录做成的：文字是这一页的文字，输出是脚本运行时打印的。所以刚打开，还没有运行，就已经看得到输出。
#
# 脚本各有自己的进程，单元格却共用一个，所以多了几样东西：
#
# - 第一格把 `JUPYTER_COLUMNS` 设成网页上的宽度，表就和网页上一样宽。
# - 搭模型的脚本之间，有一格调用 `keras.utils.clear_session()`，层名就和网页上一样。
# - 以报错结束的脚本，带有 `raises-exception` 标记。
# - 要在新的 Python 里运行的脚本，开头有 `%%script` 这一行。
#
# 不能在笔记本里运行的脚本，例如 Keras 2.1.5 的，只列出来，并写明原因。
#
# 像这一页这样的笔记本，单元格本来就是在同一个内核里运行的，所以不用添什么。只有练习的答案上面，多一个空的单元格，留给你写。
#
# ## 在自己的电脑上打开 { #open }
#
# 先照[安装 Keras](install.md) 建好环境、装好 Keras，再在同一个环境里装 JupyterLab 和画图用的 Matplotlib。国内用[清华镜像](install.md#mirror)，也就是 `-i` 后面的地址：
#
# ``` { .bash data-unchecked="它从清华镜像下载并安装" }
# python -m pip install -i https://pypi.tuna.tsinghua.edu.cn/simple jupyterlab matplotlib
# ```
#
# 到放笔记本的文件夹里启动它，浏览器会打开一个页面，在左边双击笔记本：
#
# ``` { .bash data-unchecked="它在读者的电脑上启动服务器，打开浏览器" }
# jupyter lab
# ```
#
# 服务器就在你自己的电脑上，浏览器只是它的窗口：不用 Google 的 Colab，也不用账号。装好以后，不联网也能打开和运行；要下载数据的单元格除外，MNIST 看[下载失败怎么办](mnist-data.md#download)。
#
# 也可以用 VS Code：装上它的 [Jupyter 扩展](https://code.visualstudio.com/docs/datascience/jupyter-notebooks)，打开笔记本，在右上角把内核选成这个环境里的 Python。命令行里也能装：
#
# ``` { .bash data-unchecked="它在读者的电脑上安装 VS Code 的扩展" }
# code --install-extension ms-python.python --install-extension ms-toolsai.jupyter
# ```
#
# 完全不能联网的电脑，就在另一台系统、处理器和 Python 版本都相同的电脑上下载，把文件夹拷过去再安装：
#
# ``` { .bash data-unchecked="它从清华镜像下载；安装在另一台电脑上进行" }
# python -m pip download -i https://pypi.tuna.tsinghua.edu.cn/simple -d wheels keras tensorflow jupyterlab matplotlib
# python -m pip install --no-index --find-links wheels keras tensorflow jupyterlab matplotlib
# ```
#
# 笔记本里 `import keras` 找不到 Keras，多半是内核用了另一个 Python。写上 `import sys`，运行 `sys.executable`，看它是不是你装 Keras 的那个环境里的。
#
# ## 练习 { #exercises }
#
# 先自己想，在空的单元格里试，再点开答案。
#
# ### 猜层名 { #guess-names }
#
# `clear_session()` 之后，把下面的 `build()` 调用两次。第二个模型的三层各叫什么？
#
# /// details | 提示
# `Dense` 和 `Dropout` 共用一个编号，还是各数各的？
# ///

# %% [markdown] lang="en"
# The second cell divides by zero and stops the run, so the third has no number: [[1, 2, None]](#three-cells "plain"). With the tag `raises-exception` on the second cell, the third runs as well: [[1, 2, 3]](#three-cells "tagged").
#
# [The error about the shared name](#clear-session) above has this tag, and so this notebook runs to its end. When your own notebook stops, mend the cell that failed first, and then run all again.
#
# ## Where these notebooks come from { #origin }
#
# Each page that has scripts to run offers a notebook below its title. Nobody wrote it by hand. It is made from the scripts of the page and from their records: its text is the text of the page, and its output is what the scripts printed when they ran. So when you open it, you see output before you have run anything.
#
# Scripts have a process each, but cells share one. Hence a few things were added:
#
# - The first cell sets `JUPYTER_COLUMNS` to the width on the page, and tables are as wide as there.
# - Between scripts that build models, a cell calls `keras.utils.clear_session()`, and layers have the names that they have on the page.
# - A script that ends in an error has the tag `raises-exception`.
# - A script that needs a new Python begins with a line `%%script`.
#
# A script that cannot run in the notebook, such as one for Keras 2.1.5, is only shown, with the reason.
#
# A notebook such as this page needs no additions, for its cells did run in one kernel. Only above the solution of each exercise there is one more empty cell, for you to write in.
#
# ## Opening them on your own computer { #open }
#
# First make an environment and install Keras, as described in [Installing Keras](install.md). Then, in the same environment, install JupyterLab, and Matplotlib for pictures. This is the command for readers in China, with the [mirror at Tsinghua University](install.md#mirror); elsewhere, leave out `-i` and the address:
#
# ``` { .bash data-unchecked="downloads and installs from the Tsinghua mirror" }
# python -m pip install -i https://pypi.tuna.tsinghua.edu.cn/simple jupyterlab matplotlib
# ```
#
# Start it in the folder where the notebook is. A page opens in your browser; double-click the notebook on its left:
#
# ``` { .bash data-unchecked="starts a server on the reader's computer, and opens a browser" }
# jupyter lab
# ```
#
# The server is on your own computer, and the browser is just its window: you need neither Google's Colab nor an account. Once installed, it opens and runs notebooks without a network, except for cells that download data; for MNIST see [what if the download fails?](mnist-data.md#download)
#
# VS Code will do as well: install its [Jupyter extension](https://code.visualstudio.com/docs/datascience/jupyter-notebooks), open the notebook, and choose the Python of this environment as the kernel, at the top right. You can also install it from the command line:
#
# ``` { .bash data-unchecked="installs extensions of VS Code on the reader's computer" }
# code --install-extension ms-python.python --install-extension ms-toolsai.jupyter
# ```
#
# For a computer without any network, download on another one with the same system, the same kind of processor and the same version of Python, copy the folder, and install from it:
#
# ``` { .bash data-unchecked="downloads from the Tsinghua mirror; installs on another computer" }
# python -m pip download -i https://pypi.tuna.tsinghua.edu.cn/simple -d wheels keras tensorflow jupyterlab matplotlib
# python -m pip install --no-index --find-links wheels keras tensorflow jupyterlab matplotlib
# ```
#
# If `import keras` finds no Keras in a notebook, its kernel is most likely another Python. Write `import sys`, run `sys.executable`, and see whether that is in the environment where you installed Keras.
#
# ## Exercises { #exercises }
#
# Think first, try it in the empty cell, and only then open the solution.
#
# ### Guess the names { #guess-names }
#
# After `clear_session()`, the `build()` below is called twice. What are the three layers of the second model called?
#
# /// details | Hint
# Do `Dense` and `Dropout` share a count, or does each have its own?
# ///

# %% id="recipe"
from keras.layers import Dropout


def build():
    return keras.Sequential(
        [
            keras.Input(shape=(4,)),
            Dense(8),
            Dropout(0.5),
            Dense(1),
        ]
    )


# %% id="guess-names-solution" tags=["solution"]
keras.utils.clear_session()
earlier, later = build(), build()
[layer.name for layer in later.layers]

# %% [markdown] lang="zh"
# /// details | 为什么
# 每个类各数各的。第一个模型用掉了 [`dense`](#guess-names-solution "earlier.layers[0].name")、[`dropout`](#guess-names-solution "earlier.layers[1].name") 和 [`dense_1`](#guess-names-solution "earlier.layers[2].name")，所以第二个的三层叫 [`dense_2`](#guess-names-solution "later.layers[0].name")、[`dropout_1`](#guess-names-solution "later.layers[1].name") 和 [`dense_3`](#guess-names-solution "later.layers[2].name")。
# ///
#
# ### 每次运行都一样 { #repeatable }
#
# 写一个单元格：搭一个只有一个神经元的 `Dense`，用上面的 `x` 和 `y` 训练几轮，不论把它运行几次，训练完的权重都相同。怎样验证？
#
# /// details | 提示
# 权重会从哪里带着上一次的痕迹？一是模型，二是随机数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Each class has a count of its own. The first model has used up [`dense`](#guess-names-solution "earlier.layers[0].name"), [`dropout`](#guess-names-solution "earlier.layers[1].name") and [`dense_1`](#guess-names-solution "earlier.layers[2].name"), so the layers of the second are [`dense_2`](#guess-names-solution "later.layers[0].name"), [`dropout_1`](#guess-names-solution "later.layers[1].name") and [`dense_3`](#guess-names-solution "later.layers[2].name").
# ///
#
# ### The same each time { #repeatable }
#
# Write a cell that builds a `Dense` of one unit and trains it for some epochs on `x` and `y` from above, and that ends with the same weights however often it is run. How do you check that?
#
# /// details | Hint
# What can carry traces of the last time? The model can, and so can the random numbers.
# ///


# %% id="repeatable-solution" tags=["solution"]
def trained(seed):
    if seed is not None:
        keras.utils.set_random_seed(seed)
    inputs = keras.Input(shape=(1,))
    made = keras.Sequential([inputs, Dense(1)])
    made.compile(optimizer="sgd", loss="mse")
    made.fit(x, y, epochs=10, verbose=0)
    return made.get_weights()[0].item()


with_seed = trained(0) == trained(0)
without_seed = trained(None) == trained(None)
with_seed, without_seed

# %% [markdown] lang="zh"
# /// details | 为什么
# 种子、搭建、编译、训练写在一起，运行两次，权重[相同](#repeatable-solution "with_seed")。去掉种子，每次都是新模型，权重却[不同](#repeatable-solution "without_seed")：初始权重换了一组随机数。
# ///
#
# ### 多宽才不丢 { #wide-enough }
#
# 用 `line_length=100` 打印 `model` 的表，`JUPYTER_COLUMNS` 至少要多大，表才一个字也不少？先猜，再写代码找出来。
#
# /// details | 提示
# 先设一个足够大的值，用上面的 `table()` 留一份完整的表，再从小到大一个一个试。
# ///

# %% [markdown] lang="en"
# /// details | Why
# With seed, building, compiling and training in one place, two runs end with the [same](#repeatable-solution "with_seed") weights. Without the seed each run has a new model, but the weights are [different](#repeatable-solution "without_seed"): they start from other random numbers.
# ///
#
# ### Wide enough to lose nothing { #wide-enough }
#
# Print the table of `model` with `line_length=100`. How large must `JUPYTER_COLUMNS` be for the table to lose not a single character? Guess first, then find it with code.
#
# /// details | Hint
# Set a value that is large enough and keep the whole table with `table()` from above. Then try one value after another, from small to large.
# ///


# %% id="wide-enough-solution" tags=["solution"]
def cut_at(columns):
    environ["JUPYTER_COLUMNS"] = str(columns)
    return table(line_length=100)


complete = cut_at(200)
enough = next(n for n in range(50, 200) if cut_at(n) == complete)
del environ["JUPYTER_COLUMNS"]
enough

# %% [markdown] lang="zh"
# /// details | 为什么
# 正好 [100](#wide-enough-solution "enough")：Keras 画多宽，rich 就要能打印多宽。不设 `JUPYTER_COLUMNS` 时，`line_length` 也就不要超过 [115](#widths "limit")。
# ///
#
# ### Out 不肯放手 { #held }
#
# 下面先搭一个模型，把它显示出来，再删掉它的名字。`watch()` 返回这个模型；模型从内存里消失以后，返回 `None`：

# %% [markdown] lang="en"
# /// details | Why
# It is exactly [100](#wide-enough-solution "enough"): as wide as Keras draws, rich must be able to print. So without `JUPYTER_COLUMNS`, keep `line_length` within [115](#widths "limit").
# ///
#
# ### Out will not let go { #held }
#
# Here a model is built and shown, and then its name is deleted. `watch()` returns the model, or `None` once it is gone from memory:

# %% id="big"
import gc
import weakref

big = build()
watch = weakref.ref(big)
big

# %% id="deleted"
del big
gc.collect()
held = watch() is not None
held

# %% [markdown] lang="zh"
# 模型是不是还在内存里？[是](#deleted "held")。那是谁还指着它？怎样才能让它消失？
#
# /// details | 提示
# 显示过的值存在哪里？IPython 的命令 `%xdel` 删掉一个变量，连 IPython 自己记着的也一起删掉。写成代码，是 `get_ipython().run_line_magic("xdel", "big")`。可是 `big` 已经没有了，先把它找回来。
# ///

# %% [markdown] lang="en"
# Is the model still in memory? [Yes](#deleted "held"). What still refers to it? And how do you make it go?
#
# /// details | Hint
# Where are values kept that were shown? IPython's command `%xdel` deletes a variable, together with what IPython itself keeps of it. Written as code it is `get_ipython().run_line_magic("xdel", "big")`. But there is no `big` any more; get it back first.
# ///

# %% id="held-solution" tags=["solution"]
big = next(it for it in Out.values() if it is watch())
get_ipython().run_line_magic("xdel", "big")
gc.collect()
released = watch() is None
released

# %% [markdown] lang="zh"
# /// details | 为什么
# `del` 只删掉了名字 `big`，模型还在 `Out` 里，所以找得回来。`%xdel` 把这些地方都清掉，它就从内存里消失了吗？[是](#held-solution "released")。模型很大时，最后一行不要写模型本身。
# ///
#
# 下一页：[报错索引](errors.md)。

# %% [markdown] lang="en"
# /// details | Why
# `del` only deleted the name `big`. The model was still in `Out`, which is why you can get it back. `%xdel` clears all these places: is the model gone from memory? [Yes](#held-solution "released"). If a model is large, do not put the model itself on the last line.
# ///
#
# Next page: [the index of errors](errors.md).
