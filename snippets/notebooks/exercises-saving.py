# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：保存与加载
# description: 练习和运行过的答案：模型文件里存了什么，优化器的步数还在不在，自己写的层怎样取回来。
# finds: 练习、习题、答案
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: saving and loading"
# description: "Exercises whose solutions have run: what a model file holds, whether the steps of the optimizer are kept, and how to load layers of your own."
# finds: exercises, solutions
# ---

# %% [markdown] lang="zh"
# # 练习：保存与加载 { #exercises }
#
# 做完这些练习，你能看出一个模型文件里存了什么、没存什么，也知道取回来以后还缺什么。
#
# 先自己想，把代码写在笔记本的空单元格里，再点开“答案”。先运行第一格。

# %% [markdown] lang="en"
# # Exercises: saving and loading { #exercises }
#
# After these exercises you can tell what a model file holds and what it does not, and what is missing after loading.
#
# Think first, write your code into the empty cell of the notebook, then open the solution. Run the first cell first.

# %% id="setup"
import json
import zipfile

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)


def build():
    return keras.Sequential(
        [
            keras.Input(shape=(4,)),
            layers.Dense(8, activation="relu"),
            layers.Dense(3, activation="softmax"),
        ]
    )


data, labels = np.random.normal(size=(64, 4)), np.arange(64) % 3
few = data[:5].astype("float32")
model = build()
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(data, labels, epochs=2, verbose=0)
model.save("model.keras")

# %% [markdown] lang="zh"
# ## 保存与加载 { #saving }
#
# 出自[保存与加载](saving.md)。
#
# ### 从文件里读出神经元数 { #units }
#
# 不用 `load_model()`，从 `model.keras` 里读出每个全连接层的神经元数。
#
# /// details | 提示
# `config.json` 的写法见[那一页](saving.md#inside)。每一层的 `config` 里都有它的参数。
# ///

# %% [markdown] lang="en"
# ## Saving and loading { #saving }
#
# From [Saving and loading](saving.md).
#
# ### Read the units from the file { #units }
#
# Without `load_model()`, read the number of units of each dense layer from `model.keras`.
#
# /// details | Hint
# [That page](saving.md#inside) shows how to read `config.json`. The `config` of each layer holds its arguments.
# ///

# %% id="units-solution" tags=["solution"]
with zipfile.ZipFile("model.keras") as archive:
    config = json.loads(archive.read("config.json"))

units = [
    layer["config"]["units"]
    for layer in config["config"]["layers"]
    if layer["class_name"] == "Dense"
]
units

# %% [markdown] lang="zh"
# /// details | 为什么
# 读出来的是 [8](#units-solution "units[0]") 和 [3](#units-solution "units[1]")。结构是 JSON 写的文字，不用 Keras 也读得懂。
# ///
#
# ### 只存结构 { #structure }
#
# 用 `to_json()` 把结构变成文字，再用 `keras.models.model_from_json()` 变回来。权重还在吗？
#
# /// details | 提示
# 用 `np.array_equal()` 比较两个模型[第一](#structure-solution "8 == [x.units for x in model.layers][0]")层的 `kernel`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It reads [8](#units-solution "units[0]") and [3](#units-solution "units[1]"). The structure is text in JSON, which can be read without Keras.
# ///
#
# ### The structure alone { #structure }
#
# Turn the structure into text with `to_json()`, and back with `keras.models.model_from_json()`. Are the weights still there?
#
# /// details | Hint
# Compare the `kernel` of the [first](#structure-solution "8 == [x.units for x in model.layers][0]") layer in both models with `np.array_equal()`.
# ///

# %% id="structure-solution" tags=["solution"]
bare = keras.models.model_from_json(model.to_json())
kernels = model.get_weights()[0], bare.get_weights()[0]
print(bare.count_params() == model.count_params())
np.array_equal(*kernels)

# %% [markdown] lang="zh"
# /// details | 为什么
# 参数量[相同](#structure-solution "bare.count_params() == model.count_params()")，权重却[不同](#structure-solution "np.array_equal(*kernels)")：新模型的权重是重新随机取的。
# ///
#
# ## 中断后接着训练 { #saving-training }
#
# 出自[中断后接着训练](saving-training.md)。
#
# ### 取回来，又编译一次 { #compile-again }
#
# 取回 `model.keras`，再调用一次 `compile()`，优化器走过的步数还在吗？
#
# /// details | 提示
# 前后各看一次 `optimizer.iterations`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The number of parameters is the [same](#structure-solution "bare.count_params() == model.count_params()"), but the weights are [different](#structure-solution "np.array_equal(*kernels)"): those of the new model are random again.
# ///
#
# ## Going on where training stopped { #saving-training }
#
# From [Going on where training stopped](saving-training.md).
#
# ### Loaded, and compiled again { #compile-again }
#
# Load `model.keras`, and call `compile()` once more. Is the step count of the optimizer still there?
#
# /// details | Hint
# Look at `optimizer.iterations` before and after.
# ///

# %% id="compile-again-solution" tags=["solution"]
loaded = keras.saving.load_model("model.keras")
before = int(loaded.optimizer.iterations)
loaded.compile("adam", "sparse_categorical_crossentropy")
after = int(loaded.optimizer.iterations)
before, after

# %% [markdown] lang="zh"
# /// details | 为什么
# 步数从 [4](#compile-again-solution "before") 变成了 [0](#compile-again-solution "after")：`compile()` 换上了一个新的优化器。取回来的模型已经编译好了，要接着训练，就直接 `fit()`。
# ///
#
# ### .h5 记得步数吗 { #h5-steps }
#
# 把模型存成 `.h5` 再取回来。优化器记得步数吗？
#
# /// details | 提示
# `.h5` [不](saving.md#mse-code "error is None")认 `"mse"`，这里的损失没有这个问题。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The count goes from [4](#compile-again-solution "before") to [0](#compile-again-solution "after"): `compile()` puts a new optimizer in. A loaded model is compiled; to go on training, just call `fit()`.
# ///
#
# ### Does .h5 remember the steps? { #h5-steps }
#
# Save the model as `.h5`, and load it. Does the optimizer remember its steps?
#
# /// details | Hint
# An `.h5` with the loss `"mse"` does [not](saving.md#mse-code "error is None") load as it is; the loss used here is all right.
# ///

# %% id="h5-steps-solution" tags=["solution"]
model.save("model.h5")
old_format = keras.saving.load_model("model.h5")
steps = int(old_format.optimizer.iterations)
steps

# %% [markdown] lang="zh"
# /// details | 为什么
# 记得，步数是 [4](#h5-steps-solution "steps")。旧格式也存优化器的变量。
# ///
#
# ## 换后端、换版本、换程序 { #saving-elsewhere }
#
# 出自[换后端、换版本、换程序](saving-elsewhere.md)。
#
# ### 少了 get_config { #no-config }
#
# 下面的层[没有](#no-config-given "'get_config' in Power.__dict__") `get_config()`。存了再取，它还记得 `exponent` 吗？先猜，再运行。

# %% [markdown] lang="en"
# /// details | Why
# It does: the count is [4](#h5-steps-solution "steps"). The old format saves the variables of the optimizer, too.
# ///
#
# ## Other backends, versions, programs { #saving-elsewhere }
#
# From [Other backends, versions, programs](saving-elsewhere.md).
#
# ### Without get_config { #no-config }
#
# This layer [has no](#no-config-given "'get_config' in Power.__dict__") `get_config()`. Saved and loaded, does it still know its `exponent`? Guess first, then run it.


# %% id="no-config-given"
@keras.saving.register_keras_serializable(package="book")
class Power(layers.Layer):
    def __init__(self, exponent, **options):
        super().__init__(**options)
        self.exponent = exponent

    def call(self, inputs):
        return inputs**self.exponent


power = keras.Sequential([keras.Input(shape=(4,)), Power(2)])
power.count_params()

# %% id="no-config-solution" tags=["solution"]
power.save("power.keras")
same_power = keras.saving.load_model("power.keras")
exponent = same_power.layers[0].exponent
exponent, same_power.predict(np.full((1, 4), 3.0), verbose=0)

# %% [markdown] lang="zh"
# /// details | 为什么
# 记得，取回来的是 [2](#no-config-solution "exponent")，它把三变成 [3 × 3 = 9](#no-config-solution "float(same_power.predict(np.full((1, 4), 3.0), verbose=0).max())")。没有 `get_config()` 时，Keras 3 自己记下构造函数的参数，只要它们是数、文字这样简单的东西。
# ///
#
# ### 不用 Lambda { #no-lambda }
#
# 不用 `Lambda`，搭一个把输入乘以三的模型，存下来，不写 `safe_mode=False` 就取回来。
#
# /// details | 提示
# `layers.Rescaling` 做的就是乘法。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It does: what comes back is [2](#no-config-solution "exponent"), and it turns three into [3 × 3 = 9](#no-config-solution "float(same_power.predict(np.full((1, 4), 3.0), verbose=0).max())"). Without a `get_config()`, Keras 3 notes the arguments of the constructor by itself, as long as they are simple things, such as numbers and text.
# ///
#
# ### Without Lambda { #no-lambda }
#
# Without `Lambda`, build a model that multiplies its input by three, save it, and load it without `safe_mode=False`.
#
# /// details | Hint
# To multiply is what `layers.Rescaling` does.
# ///

# %% id="no-lambda-solution" tags=["solution"]
triple = keras.Sequential(
    [keras.Input(shape=(4,)), layers.Rescaling(3.0)]
)
triple.save("triple.keras")
safe = keras.saving.load_model("triple.keras")
tripled = safe.predict(np.ones((1, 4)), verbose=0)
tripled.tolist()

# %% [markdown] lang="zh"
# /// details | 为什么
# 取回来的模型把一变成 [3](#no-lambda-solution "float(tripled.max())")。`Rescaling` 是 Keras 自己的层，文件里只存它的名字和参数，没有要运行的代码。
# ///
#
# ### 换掉名字背后的函数 { #gate-by-name }
#
# [那一页](saving-elsewhere.md#recurrent-2018)把 `LSTM` 重新搭了一遍，门才用上 `gate_of_2018`。下面的 `.h5` 里，门的激活函数也写着 `hard_sigmoid`。不重新搭，载入时就换成 `gate_of_2018`，行吗？

# %% [markdown] lang="en"
# /// details | Why
# The model that comes back turns one into [3](#no-lambda-solution "float(tripled.max())"). `Rescaling` is a layer of Keras's own. The file holds its name and its arguments, and no code to run.
# ///
#
# ### Another function behind the name { #gate-by-name }
#
# [That page](saving-elsewhere.md#recurrent-2018) builds the `LSTM` anew, so that its gates use `gate_of_2018`. In the `.h5` below, too, the activation of the gates is called `hard_sigmoid`. Can you have `gate_of_2018` while loading, without building anything anew?


# %% id="gate-by-name-given"
def gate_of_2018(value):
    return keras.ops.clip(0.2 * value + 0.5, 0, 1)


steps_of_two = keras.Input(shape=(3, 2))
gates = layers.LSTM(4, recurrent_activation="hard_sigmoid")
keras.Model(steps_of_two, gates(steps_of_two)).save("gates.h5")

# %% [markdown] lang="zh"
# /// details | 提示
# `custom_objects` 说明一个名字指的是哪个类。函数也可以这样给。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# `custom_objects` tells Keras which class a name stands for. It can name functions in the same way.
# ///

# %% id="gate-by-name-solution" tags=["solution"]
plain = keras.saving.load_model("gates.h5", compile=False)
exchanged = keras.saving.load_model(
    "gates.h5",
    compile=False,
    custom_objects={"hard_sigmoid": gate_of_2018},
)
series = np.cos(np.arange(6)).reshape(1, 3, 2)
both = [np.array(one(series)) for one in (plain, exchanged)]
print(exchanged.layers[-1].recurrent_activation is gate_of_2018)
print("alike:", np.allclose(*both))

# %% [markdown] lang="zh"
# /// details | 为什么
# 行，门用的[是](#gate-by-name-solution "exchanged.layers[-1].recurrent_activation is gate_of_2018") `gate_of_2018`，同样的权重，预测[不同](#gate-by-name-solution "np.allclose(*both)")了。文件里只有函数的名字，名字代表什么，先查 `custom_objects`。
# ///
#
# ### 让 LiteRT 一次处理几个样本 { #several-at-once }
#
# 用 `data` 开头的几个样本去运行[导出的 LiteRT 文件](saving-elsewhere.md#litert)，会报错。先看报错，再让它一次全部算完。

# %% [markdown] lang="en"
# /// details | Why
# Yes: the function of the gates [is](#gate-by-name-solution "exchanged.layers[-1].recurrent_activation is gate_of_2018") `gate_of_2018`, and with the same weights the predictions are [different](#gate-by-name-solution "np.allclose(*both)"). The file has the name of a function alone, and what the name stands for is looked up in `custom_objects` first.
# ///
#
# ### Several samples at once for LiteRT { #several-at-once }
#
# Run the [exported LiteRT file](saving-elsewhere.md#litert) on the first few samples of `data`, and it raises an error. Look at the error, then have it calculate all of them at once.

# %% id="several-at-once-given"
import warnings

import tensorflow as tf

warnings.simplefilter("ignore")
model.export("model.tflite", format="litert", verbose=False)
runner = tf.lite.Interpreter(
    "model.tflite",
    experimental_op_resolver_type=(
        tf.lite.experimental.OpResolverType.BUILTIN_REF
    ),
)
runner.allocate_tensors()
entry = runner.get_input_details()[0]
try:
    runner.set_tensor(entry["index"], few)
except ValueError as error:
    refused = str(error)
print(refused)

# %% [markdown] lang="zh"
# /// details | 提示
# `entry` 里有 `shape` 和 `shape_signature`。`runner` 有 `resize_tensor_input()`，用过以后要再 `allocate_tensors()`。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# `entry` has a `shape` and a `shape_signature`. `runner` has `resize_tensor_input()`, after which `allocate_tensors()` is due again.
# ///

# %% id="several-at-once-solution" tags=["solution"]
print(entry["shape"], entry["shape_signature"])
runner.resize_tensor_input(entry["index"], few.shape)
runner.allocate_tensors()
runner.set_tensor(entry["index"], few)
runner.invoke()
answers = runner.get_tensor(runner.get_output_details()[0]["index"])
distance = np.abs(answers - np.array(model(few))).max()
print(answers.shape, "alike:", bool(distance < 0.00001))

# %% [markdown] lang="zh"
# /// details | 为什么
# 导出的文件准备好算 [1](#several-at-once-solution "int(entry['shape'][0])") 个样本，`shape_signature` 里的 [-1](#several-at-once-solution "int(entry['shape_signature'][0])") 说的是样本数可以改。改成 [5](#several-at-once-solution "len(few)") 个以后，输出的形状是 [(5, 3)](#several-at-once-solution "answers.shape")。
# ///
#
# ## ONNX { #saving-onnx }
#
# 出自 [ONNX 与 ONNX Runtime](saving-onnx.md)。
#
# ### 自己算一遍 { #by-hand }
#
# 那一页列出了 [ONNX 文件里的运算](saving-onnx.md#inside-onnx)。只用 NumPy，按那个次序算出 `model` 对 `few` 的输出。
#
# /// details | 提示
# `MatMul` 是 `@`，`Relu` 是与零相比，取大的那个，用 `np.maximum`。`Softmax` 先取 `np.exp`，再除以每一[行](#by-hand-solution "len(few) == powers.shape[0]")的和。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The exported file is ready for [1](#several-at-once-solution "int(entry['shape'][0])") sample; the [-1](#several-at-once-solution "int(entry['shape_signature'][0])") of `shape_signature` says that their number may be changed. Changed to [5](#several-at-once-solution "len(few)"), the output has the shape [(5, 3)](#several-at-once-solution "answers.shape").
# ///
#
# ## ONNX { #saving-onnx }
#
# From [ONNX and ONNX Runtime](saving-onnx.md).
#
# ### By hand { #by-hand }
#
# That page lists the [operators of an ONNX file](saving-onnx.md#inside-onnx). With NumPy alone, and in that order, calculate the outputs of `model` for `few`.
#
# /// details | Hint
# `MatMul` is `@`, and `Relu` takes the larger of a number and zero, by `np.maximum`. `Softmax` takes `np.exp`, and divides by the sum of each [row](#by-hand-solution "len(few) == powers.shape[0]").
# ///

# %% id="by-hand-solution" tags=["solution"]
first, first_bias, second, second_bias = model.get_weights()
hidden = np.maximum(few @ first + first_bias, 0)
powers = np.exp(hidden @ second + second_bias)
by_hand = powers / powers.sum(axis=1, keepdims=True)
off = float(np.abs(by_hand - np.array(model(few))).max())
print(by_hand.shape, "alike:", off < 0.00001)

# %% [markdown] lang="zh"
# /// details | 为什么
# 与 `model(few)` 相差[不到 0.00001](#by-hand-solution "off < 0.00001")。这个网络运行起来，就是这几种运算一个接一个；ONNX Runtime 照着文件做的也是这些。
# ///
#
# ### 两条报错，谁先来 { #which-first }
#
# 这本练习册运行的环境里没有装 `onnx`。把 `model.keras` 取回来，导出成 ONNX；再调用它一次，又导出。两次的报错各是什么？（装了 `onnx` 和 `tf2onnx`，第二次就能导出。）
#
# /// details | 提示
# 用 `try` 接住，两次各记下一句。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It differs from `model(few)` by [less than 0.00001](#by-hand-solution "off < 0.00001"). Running this network comes down to these few operators, one after another, and ONNX Runtime does the same, as the file says.
# ///
#
# ### Which error comes first? { #which-first }
#
# Where this workbook ran, no `onnx` was installed. Load `model.keras` and export it to ONNX; then call it once, and export it again. What are the two errors? (With `onnx` and `tf2onnx` installed, the second export works.)
#
# /// details | Hint
# Catch them with `try`, and note one line for each.
# ///

# %% id="which-first-solution" tags=["solution"]
fresh, said = keras.saving.load_model("model.keras"), []
for _ in range(2):
    try:
        fresh.export("model.onnx", format="onnx", verbose=False)
    except (ImportError, ValueError) as error:
        said.append(f"{type(error).__name__}: {error}".strip())
    fresh(few)
print(*said, sep="\n")

# %% [markdown] lang="zh"
# /// details | 为什么
# 先来的是 [has never called](#which-first-solution "said[0]")：`export()` 先看模型调用过没有，才去找 `onnx`。调用以后，轮到 [No module named 'onnx'](#which-first-solution "said[1]")。所以[第一](#which-first-solution "'ValueError' == [x.split(':')[0] for x in said][0]")条报错没了，换成第二条，是走近了一步。
# ///
#
# 下一页：[在 Jupyter 里](jupyter.ipynb)。

# %% [markdown] lang="en"
# /// details | Why
# First comes [has never called](#which-first-solution "said[0]"): `export()` looks whether the model has been called before it looks for `onnx`. After the call, it is [No module named 'onnx'](#which-first-solution "said[1]"). So where the [first](#which-first-solution "'ValueError' == [x.split(':')[0] for x in said][0]") error gives way to the second, you are one step further.
# ///
#
# Next page: [in Jupyter](jupyter.ipynb).
