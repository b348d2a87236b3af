# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：搭模型
# description: 练习和运行过的答案：自己搭模型，先算参数量和形状再运行，认出几种不报错的错误。
# finds: "练习、习题、答案、搭模型"
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: building models"
# description: "Exercises and solutions: build models, work out counts and shapes before you run them, and spot mistakes that raise no error."
# finds: "exercises, exercise, solutions, building models"
# ---

# %% [markdown] lang="zh"
# # 练习：搭模型
#
# 做完这些练习，你能用两种写法搭模型，能在运行之前说出参数量和形状，也能认出几种不报错的错误。
#
# 在笔记本里，先运行第一个单元格。每道题下面有一个空单元格：先自己写，再打开“答案”对照。

# %% [markdown] lang="en"
# # Exercises: building models
#
# After these exercises you can build a model in both ways, state its parameter counts and shapes before you run it, and spot several mistakes that raise no error.
#
# In the notebook, run the first cell first. There is an empty cell below each task: write your own answer there, then open “Solution” and compare.

# %% id="setup"
import keras
import numpy as np
from keras.layers import Activation, Add, Dense

keras.config.backend()

# %% [markdown] lang="zh"
# ## 两种模型 { #two-models }
#
# 出自[两种模型](two-models.md)。
#
# ### 加一层，各改几处 { #one-more-layer }
#
# 用两种写法搭同一个网络：`Dense(32, activation="relu")` 之后加一层 `Dense(16, activation="relu")`，再到 `Dense(10, activation="softmax")`。哪一种要改的地方多？
#
# 然后在函数式写法里故意犯一个错：新的一层写好了，最后一层却仍接在 `hidden` 后面。先猜会发生什么，再数三个模型的参数量。
#
# /// details | 提示
# 在列表里，顺序就是连法。在函数式写法里，第二对括号里的名字才是连法。
# ///

# %% [markdown] lang="en"
# ## Two kinds of model { #two-models }
#
# From [Two kinds of model](two-models.md).
#
# ### One more layer { #one-more-layer }
#
# Write the same network in both ways: after `Dense(32, activation="relu")` add a layer `Dense(16, activation="relu")`, then comes `Dense(10, activation="softmax")`. Which of the two needs more changes?
#
# Then make a mistake on purpose in the functional version: write the new layer, but leave the last one attached to `hidden`. Guess what will happen, then count the parameters of all three models.
#
# /// details | Hint
# In a list, the order says how layers connect. In the functional version, it is the name in the second pair of parentheses.
# ///

# %% id="one-more-layer-solution" tags=["solution"]
stack = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32, activation="relu"),
        Dense(16, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)

inputs = keras.Input(shape=(784,))
hidden = Dense(32, activation="relu")(inputs)
more = Dense(16, activation="relu")(hidden)
outputs = Dense(10, activation="softmax")(more)
graph = keras.Model(inputs=inputs, outputs=outputs)

forgot = Dense(10, activation="softmax")(hidden)
slip = keras.Model(inputs=inputs, outputs=forgot)
[model.count_params() for model in (stack, graph, slip)]

# %% [markdown] lang="zh"
# /// details | 为什么
# 列表里只多一行。函数式写法也多一行；新张量另起了名字 `more`，下一行的 `hidden` 就还要改成 `more`，所以这样写，要改的地方多。
#
# 都改好以后，两种写法的参数量[相同](#one-more-layer-solution "stack.count_params() == graph.count_params()")，都是 [25,120 + 528 + 170 = 25,818](#one-more-layer-solution "graph.count_params()")。
#
# 忘了改，Keras 没有报错，参数量却是 [25,450](#one-more-layer-solution "slip.count_params()")：`more` [没有](#one-more-layer-solution "len(slip.layers) == len(graph.layers)")通向输出，它那一层就不在模型里。连输入在内，`slip` 有 [3](#one-more-layer-solution "len(slip.layers)") 层，`graph` 有 [4](#one-more-layer-solution "len(graph.layers)") 层。先用纸笔算好参数量，就能发现这种疏忽。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The list just gets one more line. The functional version gets one more line, too; as the new tensor has a name of its own, `more`, the `hidden` in the next line must become `more`, so written this way it needs more changes.
#
# With everything changed, both have the [same](#one-more-layer-solution "stack.count_params() == graph.count_params()") count: [25,120 + 528 + 170 = 25,818](#one-more-layer-solution "graph.count_params()").
#
# With the slip, Keras raised no error, but the count is [25,450](#one-more-layer-solution "slip.count_params()"): `more` does [not](#one-more-layer-solution "len(slip.layers) == len(graph.layers)") lead to the way out, so its layer is not in the model. Including the input, `slip` has [3](#one-more-layer-solution "len(slip.layers)") layers and `graph` has [4](#one-more-layer-solution "len(graph.layers)"). If you have worked out the count on paper, you will notice such a slip.
# ///

# %% [markdown] lang="zh"
# ### 两路的宽度不同 { #two-widths }
#
# 在有残差连接的网络里，输入是 `keras.Input(shape=(16,))`，绕过去的是它本身。把第一个 `Dense` 的神经元个数加倍，写成 `Dense(32, activation="relu")`，看 `Add` 说什么。
#
# 然后保留 `Dense(32, activation="relu")` 不动，想办法让两路又能相加。先算参数量，再运行。
#
# /// details | 提示
# 再加一层 `Dense`，把其中一路变成另一路的宽度。
# ///

# %% [markdown] lang="en"
# ### Two paths of different widths { #two-widths }
#
# In the network with a residual connection, the input is `keras.Input(shape=(16,))`, and what goes around is the input itself. Double the units of the first `Dense` to get `Dense(32, activation="relu")`. What does `Add` say?
#
# Then keep `Dense(32, activation="relu")`, and find a way to add the two again. Work out the parameter count before you run it.
#
# /// details | Hint
# With one more `Dense`, bring one of the two to the width of the other.
# ///

# %% id="two-widths-solution" tags=["solution"]
entry = keras.Input(shape=(16,))
wide = Dense(32, activation="relu")(entry)
try:
    Add()([entry, wide])
except ValueError as error:
    refusal = str(error)
    print(refusal)

wider_sum = Add()([Dense(32)(entry), wide])
print(wider_sum.shape)

back = Dense(16)(wide)
score = Dense(1)(Add()([entry, back]))
mended = keras.Model(entry, score)
mended.count_params()

# %% [markdown] lang="zh"
# /// details | 为什么
# `Add` 说 [Inputs have incompatible shapes](#two-widths-solution "refusal")：一路是 [(16,)](#two-widths-solution "tuple(entry.shape[1:])")，一路是 [(32,)](#two-widths-solution "tuple(wide.shape[1:])")。
#
# 答案在宽的那一路后面接了 `Dense(16)`，把它变回输入的宽度。三个全连接层的参数量是 [544 + 528 + 17 = 1,089](#two-widths-solution "mended.count_params()")，`Add` 没有参数。让输入那一路变宽，也能相加，和的形状是 [(None, 32)](#two-widths-solution "tuple(wider_sum.shape)")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `Add` says [Inputs have incompatible shapes](#two-widths-solution "refusal"): one is [(16,)](#two-widths-solution "tuple(entry.shape[1:])"), the other [(32,)](#two-widths-solution "tuple(wide.shape[1:])").
#
# The solution puts `Dense(16)` on the wide path, which brings it back to the width of the input. The three dense layers have [544 + 528 + 17 = 1,089](#two-widths-solution "mended.count_params()") parameters, and `Add` has none. Widening the input instead works as well, and the sum has the shape [(None, 32)](#two-widths-solution "tuple(wider_sum.shape)").
# ///

# %% [markdown] lang="zh"
# ### 把权重变成零 { #zeros }
#
# 由一个序列模型的输入和输出构建一个函数式模型，就像那一页的 `special_case.py`。用 `set_weights()` 把序列模型的权重全部变成零，函数式模型的权重会怎样？
#
# 再做一个真正的副本：预测与原来相同，原来的变了，它却不跟着变。
#
# /// details | 提示
# `keras.models.clone_model()` 照着一个模型再建一个。新的一个有自己的权重，所以还要把数抄过去。
# ///

# %% [markdown] lang="en"
# ### Weights turned into zeros { #zeros }
#
# Make a functional model from the inputs and the outputs of a Sequential model, as in `special_case.py` of that page. Turn all weights of the Sequential model into zeros with `set_weights()`. What becomes of the weights of the functional model?
#
# Then make a real copy: one that predicts the same, but does not change when the original does.
#
# /// details | Hint
# `keras.models.clone_model()` builds another model like the one it is given. The new one has weights of its own, so the numbers have to be copied as well.
# ///

# %% id="zeros-solution" tags=["solution"]
line = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)],
)
view = keras.Model(inputs=line.inputs, outputs=line.outputs)
twin = keras.models.clone_model(line)
twin.set_weights(line.get_weights())
image = np.ones((1, 784))
same = bool(np.allclose(twin(image), line(image)))
print("twin predicts the same:", same)

line.set_weights([np.zeros_like(one) for one in line.get_weights()])
for name, model in (("line", line), ("view", view), ("twin", twin)):
    print(name, [bool(one.any()) for one in model.get_weights()])

# %% [markdown] lang="zh"
# /// details | 为什么
# 每一行的 `True` 和 `False`，说的是各个权重数组里有没有不是零的数。
#
# `view` 与 `line` 共用的权重数组有 [4](#zeros-solution "sum(a is b for a, b in zip(line.weights, view.weights))") 个，于是 `view` 里不是零的数也只剩 [0](#zeros-solution "sum(int(np.count_nonzero(array)) for array in view.get_weights())") 个。
#
# `twin` 与 `line` 共用的有 [0](#zeros-solution "sum(a is b for a, b in zip(line.weights, twin.weights))") 个，它的数还在。它有 [2](#zeros-solution "sum(not array.any() for array in twin.get_weights())") 个数组全是零，那是偏置：在默认设置下，`Dense` 的偏置从零开始。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The `True` and `False` in each line say whether an array of weights holds anything but zeros.
#
# `view` shares [4](#zeros-solution "sum(a is b for a, b in zip(line.weights, view.weights))") arrays of weights with `line`, so `view`, too, is left with [0](#zeros-solution "sum(int(np.count_nonzero(array)) for array in view.get_weights())") numbers that are not zero.
#
# `twin` shares [0](#zeros-solution "sum(a is b for a, b in zip(line.weights, twin.weights))") with `line` and keeps its numbers. In [2](#zeros-solution "sum(not array.any() for array in twin.get_weights())") of its arrays all are zero. Those are the biases: by default, a `Dense` starts with biases of zero.
# ///

# %% [markdown] lang="zh"
# ### 看中间的一层 { #look-inside }
#
# 搭一个序列模型：输入是 `keras.Input(shape=(4,))`，先 `Dense(3, activation="relu")`，再 `Dense(2)`。不重写模型，取出第一层对一批随机样本算出的数。
#
# 再只用 NumPy 和第一层的两个权重数组，把这些数算一遍。两种算法的结果相符吗？
#
# /// details | 提示
# `keras.Model` 的输出可以放在中间。第一层做三件事：乘以 `kernel`，加上 `bias`，再用 `relu` 把负数变成零。
# ///

# %% [markdown] lang="en"
# ### A look inside { #look-inside }
#
# Build a Sequential model: the input is `keras.Input(shape=(4,))`, then come `Dense(3, activation="relu")` and `Dense(2)`. Without writing the model again, find what its first layer computes for a batch of random samples.
#
# Then compute these numbers once more from nothing but NumPy and the two arrays of weights of that layer. Do the results agree?
#
# /// details | Hint
# The way out of a `keras.Model` may be in the middle. The first layer does three things: it multiplies by `kernel`, adds `bias`, and turns negative numbers into zero with `relu`.
# ///

# %% id="look-inside-solution" tags=["solution"]
keras.utils.set_random_seed(0)
whole = keras.Sequential(
    [
        keras.Input(shape=(4,)),
        Dense(3, activation="relu"),
        Dense(2),
    ]
)
first = keras.Model(whole.inputs, whole.layers[0].output)

batch = np.random.default_rng(0).normal(size=(5, 4))
by_keras = first.predict(batch, verbose=0)

kernel, bias = whole.layers[0].get_weights()
by_hand = np.maximum(batch @ kernel + bias, 0)

gap = float(abs(by_keras - by_hand).max())
print(by_keras.shape, by_hand.shape)
print(gap < 0.01)

# %% [markdown] lang="zh"
# /// details | 为什么
# `first` 停在[第一](#look-inside-solution "first.output_shape == [x.output.shape for x in whole.layers][0]")层，所以 [5](#look-inside-solution "len(batch)") 个样本各得到 [3](#look-inside-solution "by_keras.shape[1]") 个数。两种算法的结果相差[不到 0.01](#look-inside-solution "gap < 0.01")。NumPy 在这里用 [float64](#look-inside-solution "str(by_hand.dtype)") 算，Keras 用 [float32](#look-inside-solution "str(by_keras.dtype)") 算，末尾几位数字可以不同。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `first` ends at the [first](#look-inside-solution "first.output_shape == [x.output.shape for x in whole.layers][0]") layer, so each of [5](#look-inside-solution "len(batch)") samples becomes [3](#look-inside-solution "by_keras.shape[1]") numbers. The two results differ by [less than 0.01](#look-inside-solution "gap < 0.01"). NumPy computes in [float64](#look-inside-solution "str(by_hand.dtype)") here and Keras in [float32](#look-inside-solution "str(by_keras.dtype)"), so the last digits may differ.
# ///

# %% [markdown] lang="zh"
# ## 序列模型 { #sequential }
#
# 出自[序列模型](sequential.md)。
#
# ### 神经元加倍 { #double-units }
#
# 把 `from_list.py` 里的 `Dense(32)` 换成 `Dense(64)`。运行之前，先用纸笔算出新的合计。它正好是原来的两倍吗？
#
# /// details | 提示
# 第一层的神经元数，也是第二个 `Dense` 的输入数。两层都要重算。
# ///

# %% [markdown] lang="en"
# ## The Sequential model { #sequential }
#
# From [The Sequential model](sequential.md).
#
# ### Twice the units { #double-units }
#
# In `from_list.py`, turn `Dense(32)` into `Dense(64)`. Work out the new total on paper before you run it. Is it exactly twice the old one?
#
# /// details | Hint
# The units of the first layer are also the inputs of the second `Dense`. Both have to be worked out anew.
# ///

# %% id="double-units-solution" tags=["solution"]
doubled = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(64),
        Activation("relu"),
        Dense(10),
        Activation("softmax"),
    ]
)
print([layer.count_params() for layer in doubled.layers])
doubled.count_params()

# %% [markdown] lang="zh"
# /// details | 为什么
# 第一层有 [784 × 64 + 64 = 50,240](#double-units-solution "doubled.layers[0].count_params()") 个参数，第二个 `Dense` 有 [64 × 10 + 10 = 650](#double-units-solution "doubled.layers[2].count_params()") 个，合计 [50,240 + 650 = 50,890](#double-units-solution "doubled.count_params()")。
#
# 原来的两倍是 [2 × 25,450 = 50,900](sequential.md#from-list "2 * model.count_params()")，这里少了 [10](#double-units-solution "doubled.layers[2].bias.shape[0]") 个。第一层加倍了，第二个 `Dense` 的权重也加倍了，它的偏置却没有：神经元还是那么多。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The first layer has [784 × 64 + 64 = 50,240](#double-units-solution "doubled.layers[0].count_params()") parameters, the second `Dense` has [64 × 10 + 10 = 650](#double-units-solution "doubled.layers[2].count_params()"), and the total is [50,240 + 650 = 50,890](#double-units-solution "doubled.count_params()").
#
# Twice the old total is [2 × 25,450 = 50,900](sequential.md#from-list "2 * model.count_params()"), which is [10](#double-units-solution "doubled.layers[2].bias.shape[0]") more. The first layer has doubled, and so have the weights of the second `Dense`, but not its biases: it has as many units as before.
# ///

# %% [markdown] lang="zh"
# ### 没有 Input 的列表 { #no-input }
#
# 从同一个列表里删掉 `keras.Input`，再打印表。先猜：哪几格会变成问号，哪几格还有数？
#
# /// details | 提示
# 要知道权重矩阵有多少行，就要知道输入有多少个数。哪几层有权重矩阵？
# ///

# %% [markdown] lang="en"
# ### A list without Input { #no-input }
#
# Take `keras.Input` out of the same list, and print the table. Guess first: which cells turn into question marks, and which still hold a number?
#
# /// details | Hint
# To know how many rows a matrix of weights has, one must know how many numbers come in. Which layers have such a matrix?
# ///

# %% id="no-input-solution" tags=["solution"]
keras.utils.clear_session()
open_ended = keras.Sequential(
    [
        Dense(32),
        Activation("relu"),
        Dense(10),
        Activation("softmax"),
    ]
)
pieces = []
open_ended.summary(print_fn=pieces.append)
table = "".join(pieces)
print(table, end="")
table.count("?"), table.count("unbuilt")

# %% [markdown] lang="zh"
# /// details | 为什么
# 输出形状那一列全是问号，共 [4](#no-input-solution "table.count('?')") 个。写着 [`0 (unbuilt)`](#no-input-solution "table") 的有 [2](#no-input-solution "table.count('unbuilt')") 格，就是两个 `Dense`：它们的权重还没有创建，整个模型的权重数组有 [0](#no-input-solution "len(open_ended.weights)") 个。
#
# 激活函数那两层写的是 `0`，后面没有 `(unbuilt)`：`Activation` 一创建就算[构建好了](add.md#unbuilt)。要让问号消失，见[后面那道题](#build-later)。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The column of output shapes is all question marks, [4](#no-input-solution "table.count('?')") of them. [`0 (unbuilt)`](#no-input-solution "table") stands in [2](#no-input-solution "table.count('unbuilt')") cells, those of the two `Dense` layers: their weights have yet to be made, and the whole model has [0](#no-input-solution "len(open_ended.weights)") arrays of weights.
#
# The two activation layers say `0`, without `(unbuilt)`: an `Activation` counts as [built](add.md#unbuilt) from the start. How to get rid of the question marks is [a later exercise](#build-later).
# ///

# %% [markdown] lang="zh"
# ### 搭第二遍，叫什么名字 { #names-again }
#
# 在同一个进程里把同一个模型搭两遍，打印各层的名字。第二遍从几开始编号？怎样让第三遍又从头编起？
#
# /// details | 提示
# `keras.utils` 里有一个函数，会忘掉已经用过的名字。
# ///

# %% [markdown] lang="en"
# ### Names, the second time { #names-again }
#
# Build the same model twice in one process, and print the names of its layers. Where does the second set start counting? And how can the third set start from the beginning again?
#
# /// details | Hint
# There is a function in `keras.utils` that forgets the names already in use.
# ///


# %% id="names-again-solution" tags=["solution"]
def names():
    model = keras.Sequential(
        [keras.Input(shape=(784,)), Dense(32), Dense(10)],
    )
    return [model.name, *(layer.name for layer in model.layers)]


keras.utils.clear_session()
once = names()
twice = names()
keras.utils.clear_session()
anew = names()
print(once)
print(twice)
print(anew)

# %% [markdown] lang="zh"
# /// details | 为什么
# 名字接着数：第一遍的[最后](#names-again-solution "'dense_1' == once[-1]")一层叫 [`dense_1`](#names-again-solution "once[-1]")，第二遍的[第一](#names-again-solution "'dense_2' == twice[1:][0]")层就叫 [`dense_2`](#names-again-solution "twice[1]")。模型也一样，第二个叫 [`sequential_1`](#names-again-solution "twice[0]")。
#
# 调用 `keras.utils.clear_session()` 之后，名字又从 [`dense`](#names-again-solution "anew[1]") 开始。在笔记本里反复运行同一个单元格，层名会越数越大，就是这个缘故。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The names count on: the [last](#names-again-solution "'dense_1' == once[-1]") layer of the first set is [`dense_1`](#names-again-solution "once[-1]"), so the [first](#names-again-solution "'dense_2' == twice[1:][0]") layer of the second is [`dense_2`](#names-again-solution "twice[1]"). It is the same with models: the second is [`sequential_1`](#names-again-solution "twice[0]").
#
# After `keras.utils.clear_session()`, the names begin with [`dense`](#names-again-solution "anew[1]") again. This is why the numbers grow when you run a cell of a notebook over and over.
# ///

# %% [markdown] lang="zh"
# ### 亲手写权重：异或 { #xor }
#
# 一个很小的网络：输入两个数，先 `Dense(2, activation="relu")`，再 `Dense(1)`。不训练，自己写权重，让它算“异或”：两个输入不同，输出 `1`；相同，输出 `0`。输入只有 `0` 和 `1`。
#
# 再想一想：去掉 `relu`，还做得到吗？
#
# /// details | 提示
# 让第一个神经元算两个输入之和；第二个也算这个和，但偏置是 `-1`。列出 [4](#xor-solution "len(inside)") 种输入下这两个神经元经过 `relu` 之后的数，再看输出层该怎样把它们合起来。
# ///

# %% [markdown] lang="en"
# ### Weights by hand: exclusive or { #xor }
#
# A very small network: two numbers go in, then come `Dense(2, activation="relu")` and `Dense(1)`. Do not train it. Write its weights yourself, so that it computes the exclusive or: `1` if the two inputs differ, `0` if they are the same. The inputs are `0` or `1`.
#
# And then: could it be done without `relu`?
#
# /// details | Hint
# Let the first unit add the two inputs. Let the second add them as well, but with a bias of `-1`. For each of the [four](#xor-solution "len(inside)") possible inputs, write down what the two units give after `relu`. Then see how the output layer has to put them together.
# ///

# %% id="xor-solution" tags=["solution"]
xor = keras.Sequential(
    [
        keras.Input(shape=(2,)),
        Dense(2, activation="relu"),
        Dense(1),
    ]
)
xor.set_weights(
    [
        np.array([[1, 1], [1, 1]]),
        np.array([0, -1]),
        np.array([[1], [-2]]),
        np.array([0]),
    ]
)
cases = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
inside = keras.ops.convert_to_numpy(xor.layers[0](cases))
answer = keras.ops.convert_to_numpy(xor(cases))
print(inside.astype(int).tolist())
print(answer.astype(int).ravel().tolist())

straight = np.column_stack([cases, np.ones(4)])
best, *_ = np.linalg.lstsq(straight, [0, 1, 1, 0], rcond=None)
closest = (straight @ best).round(6).tolist()
print(closest)

# %% [markdown] lang="zh"
# /// details | 为什么
# 第一行是两个神经元在 [4](#xor-solution "len(inside)") 种输入下的数。第二个神经元在前三种输入下都是 [0](#xor-solution "int(inside[:3, 1].max())")，到[最后](#xor-solution "1 == [*inside[:, 1]][-1]")一种才是 [1](#xor-solution "int(inside[3, 1])")。于是第一个减去第二个的两倍，就是答案，也就是第二行。这个网络有 [2 × 2 + 2 + 2 × 1 + 1 = 9](#xor-solution "xor.count_params()") 个参数。
#
# 去掉 `relu`，两层合起来只是把输入各乘一个数再加一个数。最后一行是最小二乘法找到的最接近的答案：[4](#xor-solution "len(inside)") 种输入都得到 [0.5](#xor-solution "closest[0] if len(set(closest)) == 1 else -1")，等于没有回答。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The first line holds what the two units give for each of the [four](#xor-solution "len(inside)") inputs. The second unit gives [0](#xor-solution "int(inside[:3, 1].max())") for the first three of them, and [1](#xor-solution "int(inside[3, 1])") for the [last](#xor-solution "1 == [*inside[:, 1]][-1]"). So the first minus twice the second is the answer, and stands in the second line. This network has [2 × 2 + 2 + 2 × 1 + 1 = 9](#xor-solution "xor.count_params()") parameters.
#
# Without `relu`, the two layers together just multiply each input by a number and add another. The last line shows the closest that least squares can get that way: for all [four](#xor-solution "len(inside)") inputs it is [0.5](#xor-solution "closest[0] if len(set(closest)) == 1 else -1"), which is no answer at all.
# ///

# %% [markdown] lang="zh"
# ### softmax 看的是差距 { #softmax }
#
# 三个分数是 `[0.0, 1.0, 2.0]`，用 `softmax` 变成概率。给每个分数都加上同一个数，概率会变吗？把每个分数都乘以二呢？先猜，再运行。
#
# /// details | 提示
# 像那一页一样，直接用一排数调用 `Activation("softmax")`。
# ///

# %% [markdown] lang="en"
# ### softmax looks at gaps { #softmax }
#
# Three scores, `[0.0, 1.0, 2.0]`, are turned into probabilities by `softmax`. Do the probabilities change if you add the same number to every score? And if you multiply every score by two? Guess first, then run it.
#
# /// details | Hint
# Call `Activation("softmax")` on a row of numbers, as on that page.
# ///

# %% id="softmax-solution" tags=["solution"]
softmax = Activation("softmax")
scores = np.array([[0.0, 1.0, 2.0]])
plain = keras.ops.convert_to_numpy(softmax(scores))[0]
shifted = keras.ops.convert_to_numpy(softmax(scores + 5))[0]
scaled = keras.ops.convert_to_numpy(softmax(scores * 2))[0]
for row in (plain, shifted, scaled):
    print([round(float(number), 3) for number in row])
unmoved = bool(np.allclose(plain, shifted))

# %% [markdown] lang="zh"
# /// details | 为什么
# 都加上同一个数，概率[相同](#softmax-solution "unmoved")：`softmax` 看的是分数之间的差距，加法没有改变差距。
#
# 都乘以二，差距也加倍，最大的概率从 [66.5%](#softmax-solution "float(plain.max())") 升到 [86.7%](#softmax-solution "float(scaled.max())")。三个概率谁大谁小，顺序没有变。
# ///

# %% [markdown] lang="en"
# /// details | Why
# With the same number added to all, the probabilities are the [same](#softmax-solution "unmoved"): `softmax` looks at the gaps between scores, and adding leaves the gaps as they are.
#
# Multiplying by two doubles the gaps as well, and the highest probability rises from [66.5%](#softmax-solution "float(plain.max())") to [86.7%](#softmax-solution "float(scaled.max())"). Which of the three is higher than which stays the same.
# ///

# %% [markdown] lang="zh"
# ## 用 add() 加层 { #add }
#
# 出自[用 add() 一层一层地加](add.md)。
#
# ### 问号去了哪里 { #build-later }
#
# 用 `add()` 搭那一页的网络，不写 `keras.Input`。所有层都加完以后，调用一次 `build()`，再打印表。问号变成了什么？
#
# /// details | 提示
# 交给 `build()` 的形状里，要有批次的位置。
# ///

# %% [markdown] lang="en"
# ## Adding layers with add() { #add }
#
# From [Adding layers one by one with add()](add.md).
#
# ### Where the question marks went { #build-later }
#
# Build the network of that page with `add()`, without `keras.Input`. When all layers are in, call `build()` once, and print the table. What has become of the question marks?
#
# /// details | Hint
# The shape that you give to `build()` needs a place for the batch.
# ///

# %% id="build-later-solution" tags=["solution"]
keras.utils.clear_session()
late = keras.Sequential()
late.add(Dense(32))
late.add(Activation("relu"))
late.add(Dense(10))
late.add(Activation("softmax"))
arrays_before = len(late.weights)
late.build((None, 784))
late.summary()

# %% [markdown] lang="zh"
# /// details | 为什么
# 问号都变成了形状，从 [(None, 32)](#build-later-solution "late.layers[0].output.shape") 到 [(None, 10)](#build-later-solution "late.output_shape")。`(unbuilt)` 也没有了：权重数组从 [0](#build-later-solution "arrays_before") 个变成 [4](#build-later-solution "len(late.weights)") 个，合计 [25,450](#build-later-solution "late.count_params()") 个参数，与一开始就写 `keras.Input` 一样。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The question marks are shapes now, from [(None, 32)](#build-later-solution "late.layers[0].output.shape") to [(None, 10)](#build-later-solution "late.output_shape"). `(unbuilt)` is gone as well: instead of [0](#build-later-solution "arrays_before") arrays of weights there are [4](#build-later-solution "len(late.weights)"), with [25,450](#build-later-solution "late.count_params()") parameters in all, just as if `keras.Input` had been there from the start.
# ///

# %% [markdown] lang="zh"
# ### 用循环加层 { #loop }
#
# 输入是 `keras.Input(shape=(784,))`。用循环加三层 `Dense(32, activation="relu")`。先猜参数量，再运行：第二层与第三层相同吗？与第一层呢？
#
# 继续加，直到一共 [10](#loop-solution "len(tower.layers)") 层。先算出合计，再让 Keras 数。
#
# /// details | 提示
# 一层的输入有多少个数，要看前一层输出多少个。从第几层起，这个数不再改变？
# ///

# %% [markdown] lang="en"
# ### Layers in a loop { #loop }
#
# The input is `keras.Input(shape=(784,))`. Add three layers `Dense(32, activation="relu")` in a loop. Guess their parameter counts before you run it. Does the second layer have the same count as the third? As the first?
#
# Go on adding until there are [10](#loop-solution "len(tower.layers)") layers. Work out the total, then let Keras count.
#
# /// details | Hint
# A layer takes in as many numbers as the one before puts out. From which layer on does that stay the same?
# ///

# %% id="loop-solution" tags=["solution"]
tower = keras.Sequential([keras.Input(shape=(784,))])
for _ in range(3):
    tower.add(Dense(32, activation="relu"))
three = [layer.count_params() for layer in tower.layers]
print(three)

while len(tower.layers) < 10:
    tower.add(Dense(32, activation="relu"))
tower.count_params()

# %% [markdown] lang="zh"
# /// details | 为什么
# [第一](#loop-solution "max(three) == three[0]")层看到的是整张图片：[784 × 32 + 32 = 25,120](#loop-solution "three[0]")。第二层和第三层看到的都是前一层的 [32](#loop-solution "tower.layers[1].kernel.shape[0]") 个输出，所以参数量相同：[32 × 32 + 32 = 1,056](#loop-solution "three[2]")。
#
# 一共 [10](#loop-solution "len(tower.layers)") 层，第一层以外的每一层都是 [1,056](#loop-solution "max(layer.count_params() for layer in tower.layers[1:])") 个：[25,120 + 9 × 1,056 = 34,624](#loop-solution "tower.count_params()")。后面 [9](#loop-solution "len(tower.layers) - 1") 层加起来是 [9 × 1,056 = 9,504](#loop-solution "sum(layer.count_params() for layer in tower.layers[1:])") 个，只有第一层的 [37.8%](#loop-solution "sum(layer.count_params() for layer in tower.layers[1:]) / three[0]")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The [first](#loop-solution "max(three) == three[0]") layer sees the whole picture: [784 × 32 + 32 = 25,120](#loop-solution "three[0]"). The second and the third each see the [32](#loop-solution "tower.layers[1].kernel.shape[0]") outputs of the layer before, so their counts are equal: [32 × 32 + 32 = 1,056](#loop-solution "three[2]").
#
# There are [10](#loop-solution "len(tower.layers)") layers, and all but the first have [1,056](#loop-solution "max(layer.count_params() for layer in tower.layers[1:])") each: [25,120 + 9 × 1,056 = 34,624](#loop-solution "tower.count_params()"). The last [nine](#loop-solution "len(tower.layers) - 1") together have [9 × 1,056 = 9,504](#loop-solution "sum(layer.count_params() for layer in tower.layers[1:])"), only [37.8%](#loop-solution "sum(layer.count_params() for layer in tower.layers[1:]) / three[0]") of what the first has.
# ///

# %% [markdown] lang="zh"
# ### 新的一层叫什么 { #new-name }
#
# 搭好那一页的网络，先 `pop()` 掉最后两层，再 `add()` 一层 `Dense(3)`。它叫 [`dense_1`](#new-name-solution "removed[1]") 吗？那个名字在模型里已经空出来了。合计又是多少？
#
# /// details | 提示
# `pop()` 返回拿掉的层，可以打印它的名字。
# ///

# %% [markdown] lang="en"
# ### The name of a new layer { #new-name }
#
# Build the network of that page, `pop()` its last two layers, and `add()` a layer `Dense(3)`. Is it called [`dense_1`](#new-name-solution "removed[1]")? That name is free again in the model. And what is the total?
#
# /// details | Hint
# `pop()` returns the layer that it removes, so you can print its name.
# ///

# %% id="new-name-solution" tags=["solution"]
keras.utils.clear_session()
changed = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32),
        Activation("relu"),
        Dense(10),
        Activation("softmax"),
    ]
)
removed = [changed.pop().name for _ in range(2)]
changed.add(Dense(3))
print(removed)
print([layer.name for layer in changed.layers])
changed.count_params()

# %% [markdown] lang="zh"
# /// details | 为什么
# 新的一层叫 [`dense_2`](#new-name-solution "changed.layers[-1].name")。[`dense_1`](#new-name-solution "removed[1]") 虽然拿掉了，名字没有还回去：编号一直往上数，不管前面的层还在不在模型里。
#
# 新的一层有 [32 × 3 + 3 = 99](#new-name-solution "changed.layers[-1].count_params()") 个参数，合计 [25,120 + 99 = 25,219](#new-name-solution "changed.count_params()")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The new layer is called [`dense_2`](#new-name-solution "changed.layers[-1].name"). [`dense_1`](#new-name-solution "removed[1]") was removed, but its name was not given back: the numbers count on, whether or not the earlier layers are still in the model.
#
# The new layer has [32 × 3 + 3 = 99](#new-name-solution "changed.layers[-1].count_params()") parameters, and the total is [25,120 + 99 = 25,219](#new-name-solution "changed.count_params()").
# ///

# %% [markdown] lang="zh"
# ### 换掉最后一层 { #new-head }
#
# 一个网络把图片分成 [10](#new-head-solution "old.units") 类，已经用 `predict()` 预测过。现在只要分 [3](#new-head-solution "sorter.layers[-1].units") 类：用 `pop()` 拿掉最后一层，换上 `Dense(3)`，前面的权重都保留。
#
# 证明第一层的权重没有变。再用两种办法预测：直接调用模型，和调用 `predict()`。每个样本各得到几个数？如果不对，怎样补救？
#
# /// details | 提示
# 打印两种结果的形状。`predict()` 要用的东西，模型在第一次预测时准备好，存在 `predict_function` 里。哪个方法会让它重新准备？
# ///

# %% [markdown] lang="en"
# ### A new last layer { #new-head }
#
# A network sorts pictures into [10](#new-head-solution "old.units") classes, and has made predictions with `predict()`. Now [3](#new-head-solution "sorter.layers[-1].units") classes will do: `pop()` its last layer, put `Dense(3)` there, and keep the weights before it.
#
# Show that the weights of the first layer have not changed. Then predict in two ways: call the model directly, and call `predict()`. How many numbers does each sample get? If something is wrong, how can it be put right?
#
# /// details | Hint
# Print the shapes of both results. What `predict()` uses, the model prepares for the first prediction and keeps in `predict_function`. Which method has it prepared anew?
# ///

# %% id="new-head-solution" tags=["solution"]
sorter = keras.Sequential(
    [
        keras.Input(shape=(784,)),
        Dense(32, activation="relu"),
        Dense(10),
    ]
)
pictures = np.ones((4, 784))
sorter.predict(pictures, verbose=0)
prepared = sorter.predict_function
kept = sorter.layers[0].get_weights()

old = sorter.pop()
sorter.add(Dense(3))
now = sorter.layers[0].get_weights()
intact = all(map(np.array_equal, kept, now))
print("first layer unchanged:", intact)

called = tuple(sorter(pictures).shape)
stale = sorter.predict(pictures, verbose=0).shape
reused = sorter.predict_function is prepared
sorter.compile()
cured = sorter.predict(pictures, verbose=0).shape
print("called directly:        ", called)
print("predict():              ", stale, "reused:", reused)
print("predict() after compile:", cured)

# %% [markdown] lang="zh"
# /// details | 为什么
# 直接调用，形状是 [(4, 3)](#new-head-solution "called")，没有错。`predict()` 给出的却是 [(4, 10)](#new-head-solution "stale")：这里用的还是第一次预测时准备好的那个 `predict_function`，前后[相同](#new-head-solution "reused")，里面是旧的最后一层。没有报错。
#
# 调用 `compile()` 之后，`predict()` 才给出 [(4, 3)](#new-head-solution "cured")。这份笔记本用的后端是 [tensorflow](#setup "keras.config.backend()")，别的后端没有在这里试过。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Called directly, the model gives the shape [(4, 3)](#new-head-solution "called"), as it should. But `predict()` gives [(4, 10)](#new-head-solution "stale"): the `predict_function` here is the [same](#new-head-solution "reused") as before, prepared for the first prediction with the old last layer in it. There was no error.
#
# Only after `compile()` did `predict()` give [(4, 3)](#new-head-solution "cured"). The backend of this notebook is [tensorflow](#setup "keras.config.backend()"); others have not been tried here.
# ///

# %% [markdown] lang="zh"
# ## 把 summary() 用透 { #summary }
#
# 出自[把 summary() 用透](summary.md)。
#
# ### 把表写进文件 { #to-file }
#
# 用 `print_fn` 把表写进一个文本文件，再读回来，看边框字符是否完好。哪些编码装得下这些边框？试试 `utf-8`、`gbk`、`cp1252` 和 `ascii`。
#
# /// details | 提示
# 写和读的时候都说明 `encoding`。装不下的编码会抛出 `UnicodeEncodeError`。
# ///

# %% [markdown] lang="en"
# ## summary() in full { #summary }
#
# From [summary() in full](summary.md).
#
# ### The table in a file { #to-file }
#
# Write the table to a text file with `print_fn`, read it back, and see whether its borders came through. Which encodings can hold these borders? Try `utf-8`, `gbk`, `cp1252` and `ascii`.
#
# /// details | Hint
# State the `encoding` when you write and when you read. An encoding that cannot hold a character raises `UnicodeEncodeError`.
# ///

# %% id="to-file-solution" tags=["solution"]
from pathlib import Path

reported = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)],
)
caught = []
reported.summary(line_length=60, print_fn=caught.append)
text = "".join(caught)

file = Path("summary.txt")
file.write_text(text, encoding="utf-8")
intact_file = file.read_text(encoding="utf-8") == text
print("read as written:", intact_file)

fits = {}
for encoding in ("utf-8", "gbk", "cp1252", "ascii"):
    try:
        file.write_text(text, encoding=encoding)
        fits[encoding] = True
    except UnicodeEncodeError:
        fits[encoding] = False
fits

# %% [markdown] lang="zh"
# /// details | 为什么
# 写和读都用 `utf-8`，读回来的与写进去的[相同](#to-file-solution "intact_file")，边框一个也没有坏。
#
# [4](#to-file-solution "len(fits)") 种编码里，装得下的有 [2](#to-file-solution "sum(fits.values())") 种：`utf-8` 和 `gbk`。不写 `encoding` 时用哪一种，[要看系统和 Python 的版本](https://docs.python.org/3/library/functions.html#open)；碰上装不下的，同样的代码就会抛出 `UnicodeEncodeError`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Written and read as `utf-8`, the text that comes back is the [same](#to-file-solution "intact_file"), and no border is damaged.
#
# Of [4](#to-file-solution "len(fits)") encodings, [2](#to-file-solution "sum(fits.values())") can hold it: `utf-8` and `gbk`. Which one is used without `encoding` [depends on the system and on the version of Python](https://docs.python.org/3/library/functions.html#open); with one that cannot hold it, the same code raises `UnicodeEncodeError`.
# ///

# %% [markdown] lang="zh"
# ### 优化器记多少个数 { #optimizers }
#
# 那一页用 `"rmsprop"` 训练，优化器记的数差不多和网络的参数一样多。换成 `"sgd"`，再换成 `"adam"`，各是多少个？带动量的 SGD，也就是 `keras.optimizers.SGD(momentum=0.9)`，又是多少？
#
# /// details | 提示
# 这几种优化器都记步数和学习率，各一个数。此外，为每个参数记零个、一个还是两个？
# ///

# %% [markdown] lang="en"
# ### What an optimizer remembers { #optimizers }
#
# That page trains with `"rmsprop"`, and the optimizer keeps about as many numbers as the network has parameters. How many are there with `"sgd"`, and with `"adam"`? And with SGD that has momentum, `keras.optimizers.SGD(momentum=0.9)`?
#
# /// details | Hint
# Each of these keeps the step count and the learning rate, one number each. Beyond that, does it keep none, one or two for each parameter?
# ///


# %% id="optimizers-solution" tags=["solution"]
def remembered(optimizer):
    network = keras.Sequential(
        [keras.Input(shape=(784,)), Dense(32), Dense(10)],
    )
    network.compile(optimizer=optimizer, loss="mse")
    network.fit(np.zeros((8, 784)), np.zeros((8, 10)), verbose=0)
    arrays = map(
        keras.ops.convert_to_numpy,
        network.optimizer.variables,
    )
    return sum(array.size for array in arrays)


kinds = {
    "sgd": "sgd",
    "momentum": keras.optimizers.SGD(momentum=0.9),
    "rmsprop": "rmsprop",
    "adam": "adam",
}
memory = {name: remembered(kind) for name, kind in kinds.items()}
memory

# %% [markdown] lang="zh"
# /// details | 为什么
# - `"sgd"` 只有步数和学习率，共 [2](#optimizers-solution "memory['sgd']") 个。
# - 带动量的 SGD 为每个参数多记一个数：[25,450 + 2 = 25,452](#optimizers-solution "memory['momentum']")。`"rmsprop"` 也是 [25,452](#optimizers-solution "memory['rmsprop']")。
# - `"adam"` 为每个参数记两个：[2 × 25,450 + 2 = 50,902](#optimizers-solution "memory['adam']")。
#
# ///

# %% [markdown] lang="en"
# /// details | Why
# - `"sgd"` has the step count and the learning rate alone, [2](#optimizers-solution "memory['sgd']") numbers.
# - SGD with momentum keeps one more number for each parameter: [25,450 + 2 = 25,452](#optimizers-solution "memory['momentum']"). `"rmsprop"` has [25,452](#optimizers-solution "memory['rmsprop']"), too.
# - `"adam"` keeps two for each parameter: [2 × 25,450 + 2 = 50,902](#optimizers-solution "memory['adam']").
#
# ///

# %% [markdown] lang="zh"
# ### 拉宽、拉窄窗口 { #window }
#
# 那一页的 `too_wide.py` 用 `summary(line_length=84)` 打印表。窗口至少要有多少列，第一层的 `25,120` 才完整？表的右边框呢？在自己的终端里拉宽、拉窄窗口，各试几次。
#
# 再写一个程序替你试：新开一个 Python 进程，用环境变量 `COLUMNS` 代替窗口的宽度。
#
# /// details | 提示
# `subprocess.run([sys.executable, "-c", program])` 在新的进程里运行一段程序；加上 `capture_output=True` 和 `encoding="utf-8"`，就能拿到它打印的文字。表头上方的那条线，最右边的字符是 `┓`。
# ///

# %% [markdown] lang="en"
# ### A wide window, a narrow window { #window }
#
# On that page, `too_wide.py` prints the table with `summary(line_length=84)`. How many columns must a window have at least to show the first layer's `25,120` in full? And to show the right border? Try it in a terminal of your own, with wide windows and narrow ones.
#
# Then have a program try it for you: start a new Python process, and let the environment variable `COLUMNS` stand for the width of the window.
#
# /// details | Hint
# `subprocess.run([sys.executable, "-c", program])` runs a program in a new process; with `capture_output=True` and `encoding="utf-8"` you get the text that it prints. The rightmost character of the line above the header is `┓`.
# ///

# %% id="window-solution" tags=["solution"]
import os
import subprocess
import sys

program = """
from os import environ
import keras
from keras.layers import Dense

model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)]
)
for columns in (76, 78, 80, 81, 82, 83, 84, 100):
    print("window", columns)
    environ["COLUMNS"] = str(columns)
    model.summary(line_length=84)
"""
ran = subprocess.run(
    [sys.executable, "-c", program],
    env={**os.environ, "PYTHONUTF8": "1"},
    capture_output=True,
    encoding="utf-8",
    check=True,
)
number, border = {}, {}
for shown in ran.stdout.split("window ")[1:]:
    columns = int(shown.split()[0])
    number[columns] = "25,120" in shown
    border[columns] = "┓" in shown
    print(columns, number[columns], border[columns])

# %% [markdown] lang="zh"
# /// details | 为什么
# 从 [82](#window-solution "min(c for c, whole in number.items() if whole)") 列起，`25,120` 是完整的；从 [84](#window-solution "min(c for c, whole in border.items() if whole)") 列起，右边框也在，这时窗口与 `line_length` 一样宽。
#
# 在 [81](#window-solution "max(c for c, whole in number.items() if not whole)") 列的窗口里，数已经缺了一位。没有任何提示，所以要看右边框：它在，表就没有被裁。
# ///

# %% [markdown] lang="en"
# /// details | Why
# From [82](#window-solution "min(c for c, whole in number.items() if whole)") columns on, `25,120` is complete; from [84](#window-solution "min(c for c, whole in border.items() if whole)") on, the right border is there as well, and the window is as wide as `line_length`.
#
# In a window of [81](#window-solution "max(c for c, whole in number.items() if not whole)") columns, the number has already lost a digit. Nothing says so, so look at the right border: if it is there, the table has not been cut.
# ///

# %% [markdown] lang="zh"
# ### 一半的内存 { #half-memory }
#
# 参数量不变，怎样让括号里的 KB 减半？先把每一层的 `dtype` 设成 `"float16"`，再换成 `"mixed_float16"`。合计那一行各是什么？
#
# /// details | 提示
# 一层用什么类型存权重，看 `variable_dtype`；用什么类型计算，看 `compute_dtype`。
# ///

# %% [markdown] lang="en"
# ### Half the memory { #half-memory }
#
# How can the KB in parentheses be halved, with the parameter count as it is? First set the `dtype` of each layer to `"float16"`, then to `"mixed_float16"`. What does the line with the total say each time?
#
# /// details | Hint
# The type in which a layer keeps its weights is its `variable_dtype`; the type in which it computes is its `compute_dtype`.
# ///

# %% id="half-memory-solution" tags=["solution"]
sizes, types = {}, {}
for dtype in ("float32", "float16", "mixed_float16"):
    network = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            Dense(32, dtype=dtype),
            Dense(10, dtype=dtype),
        ]
    )
    caught = []
    network.summary(print_fn=caught.append)
    lines = "".join(caught).splitlines()
    layer = network.layers[0]
    types[dtype] = (layer.variable_dtype, layer.compute_dtype)
    weights = network.get_weights()
    sizes[dtype] = sum(array.nbytes for array in weights)
    print(dtype, *types[dtype])
    print(next(line for line in lines if "Total" in line))

# %% [markdown] lang="zh"
# /// details | 为什么
# `float16` 的数占 [2](#half-memory-solution "np.dtype(types['float16'][0]).itemsize") 个字节，于是 [25,450 × 2 ÷ 1,024 = 49.71](#half-memory-solution "sizes['float16'] / 1024") KB，正好是一半。
#
# `mixed_float16` 用 [float16](#half-memory-solution "types['mixed_float16'][1]") 计算，权重却仍用 [float32](#half-memory-solution "types['mixed_float16'][0]") 存，所以还是 [25,450 × 4 ÷ 1,024 = 99.41](#half-memory-solution "sizes['mixed_float16'] / 1024") KB。它省的[不是](#half-memory-solution "sizes['mixed_float16'] < sizes['float32']")权重的内存。
# ///

# %% [markdown] lang="en"
# /// details | Why
# A `float16` number takes [2](#half-memory-solution "np.dtype(types['float16'][0]).itemsize") bytes, which makes [25,450 × 2 ÷ 1,024 = 49.71](#half-memory-solution "sizes['float16'] / 1024") KB, exactly half.
#
# With `mixed_float16` a layer computes in [float16](#half-memory-solution "types['mixed_float16'][1]"), but it still keeps its weights in [float32](#half-memory-solution "types['mixed_float16'][0]"), so it is [25,450 × 4 ÷ 1,024 = 99.41](#half-memory-solution "sizes['mixed_float16'] / 1024") KB as before. It does [not](#half-memory-solution "sizes['mixed_float16'] < sizes['float32']") save memory for weights.
# ///

# %% [markdown] lang="zh"
# 下一页：[函数式 API](functional.md)。

# %% [markdown] lang="en"
# Next page: [the functional API](functional.md).
