# /// script
# [tool.proof]
# seconds = 120
# lanes = ["now-tensorflow"]
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：训练
# description: 练习和运行过的答案：先用纸笔算损失、步数和权重，看清验证集里有什么，再让 Keras 来核对。
# finds: 练习、习题、答案、步数
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: training"
# description: "Exercises whose solutions have run: work out losses, steps and weights, see what is in the validation data, and let Keras confirm it."
# finds: exercises, solutions, steps
# ---

# %% [markdown] lang="zh"
# # 练习：训练 { #training }
#
# 做完这些练习，你能先算出损失和步数，说出验证集里是哪些样本，再让 Keras 来核对；拿到一个高得可疑或者低得可疑的准确率，也知道从哪里查起。
#
# 每道题先自己想，把代码写在笔记本的空单元格里，再点开“答案”。卡住了，先看提示。每一部分由易到难。
#
# 先运行第一格。它导入要用的东西，还关掉了 TensorFlow 的提醒：短短的训练一次接一次，TensorFlow 会为此提醒，与题目无关。

# %% [markdown] lang="en"
# # Exercises: training { #training }
#
# After these exercises you can work out losses and steps, and tell which samples are the validation data, before Keras confirms it; and you know where to start looking when an accuracy is suspiciously high or low.
#
# Think about each task first, and write your code into the empty cell of the notebook; then open the solution. If you are stuck, open the hint first. Each part begins with its easiest task.
#
# Run the first cell first. It imports what is needed, and turns off the warnings of TensorFlow, which come up when one short training follows another and have nothing to do with the tasks.

# %% id="setup"
import logging

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
logging.getLogger("tensorflow").setLevel("ERROR")

# %% [markdown] lang="zh"
# ## compile() { #compile }
#
# 这一部分出自 [compile()：优化器、损失、指标](compile.md)。
#
# ### 换几个类别 { #two-classes }
#
# [那一页](compile.md#loss-forms)的网络权重全是零，对每个类别一视同仁；类别有 [10](compile.md#loss-forms-code "model.output_shape[1]") 个，损失就是 [10](compile.md#loss-forms-code "model.output_shape[1]") 的自然对数。类别有 `2` 个、`100` 个时，损失各是多少？先用计算器算，再让 Keras 算。
#
# /// details | 提示
# 把搭模型和 `evaluate()` 写进一个函数，类别数是它的参数。标签用 `np.eye` 生成，一类一个样本。
# ///

# %% [markdown] lang="en"
# ## compile() { #compile }
#
# This part belongs to [compile(): optimizer, loss, metrics](compile.md).
#
# ### Other numbers of classes { #two-classes }
#
# The network [on that page](compile.md#loss-forms) has only zeros for weights and favours no class; with [10](compile.md#loss-forms-code "model.output_shape[1]") classes, its loss is the natural logarithm of [10](compile.md#loss-forms-code "model.output_shape[1]"). What is the loss with `2` classes, and with `100`? Use a calculator first, then let Keras work it out.
#
# /// details | Hint
# Put building the model and `evaluate()` into a function whose parameter is the number of classes. `np.eye` makes the labels, one sample for each class.
# ///


# %% id="two-classes-solution" tags=["solution"]
def loss_of(classes):
    even = keras.Sequential(
        [
            keras.Input(shape=(8,)),
            layers.Dense(
                classes,
                activation="softmax",
                kernel_initializer="zeros",
            ),
        ]
    )
    even.compile(loss="categorical_crossentropy")
    inputs, labels = np.ones((classes, 8)), np.eye(classes)
    return even.evaluate(inputs, labels, verbose=0)


even_losses = {count: loss_of(count) for count in (2, 10, 100)}
for count, value in even_losses.items():
    print(f"{count:3}  {value:.3f}  {np.log(count):.3f}")

# %% [markdown] lang="zh"
# /// details | 为什么
# 每个类别的概率都是类别数分之一，所以损失是类别数的自然对数：两个类别是 [0.693](#two-classes-solution "even_losses[2]")，`100` 个是 [4.605](#two-classes-solution "even_losses[100]")。[10 × 10 = 100](#two-classes-solution "max(even_losses)")，对数就成了 [2](#two-classes-solution "round(even_losses[100] / even_losses[10], 3)") 倍。
#
# 反过来也能用：刚开始训练时看到一个损失，求 e 的这么多次方，就知道它相当于在几个类别里瞎猜。从 [4.605](#two-classes-solution "even_losses[100]") 得到的是 [100](#two-classes-solution "round(float(np.exp(even_losses[100])))")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Each class gets a probability of one divided by their number, so the loss is the natural logarithm of that number: [0.693](#two-classes-solution "even_losses[2]") for two classes, [4.605](#two-classes-solution "even_losses[100]") for `100`. [10 × 10 = 100](#two-classes-solution "max(even_losses)"), so the logarithm is [2](#two-classes-solution "round(even_losses[100] / even_losses[10], 3)") times as large.
#
# It works backwards, too. Take the loss at the start of training, raise e to that power, and you know among how many classes blind guessing would cost as much. [4.605](#two-classes-solution "even_losses[100]") leads to [100](#two-classes-solution "round(float(np.exp(even_losses[100])))").
# ///

# %% [markdown] lang="zh"
# ### 反过来配错 { #one-hot-labels }
#
# [标签与损失要配对](compile.md#labels)：那里是整数标签配 `categorical_crossentropy`。现在反过来，给下面的 `classifier` 独热标签，配 `sparse_categorical_crossentropy`。先猜会怎样，再运行。然后不改损失，只改标签，让它能训练。

# %% [markdown] lang="en"
# ### Mixed up the other way round { #one-hot-labels }
#
# [Labels must match the loss](compile.md#labels): there, integer labels met `categorical_crossentropy`. Now give the `classifier` below one-hot labels, with `sparse_categorical_crossentropy`. Guess what happens, and run it. Then leave the loss as it is and mend the labels.

# %% id="one-hot-labels-given"
classifier = keras.Sequential(
    [
        keras.Input(shape=(8,)),
        layers.Dense(3, activation="softmax"),
    ]
)
integers = np.arange(64) % 3
one_hot = np.eye(3)[integers]
ones = np.ones((64, 8))
one_hot.shape

# %% [markdown] lang="zh"
# /// details | 提示
# 独热标签的每一行里，一在哪一列，类别就是几。[predict 返回什么](fit.md#predict)用过一个能找出最大的那一列的方法。报错以后再训练，先重新 `compile()`。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# In each row of the one-hot labels, the column of the one is the number of the class. [What predict returns](fit.md#predict) uses a method that finds the largest column. After the error, call `compile()` again before you train.
# ///

# %% id="one-hot-labels-mixed" tags=["solution", "raises-exception"]
classifier.compile(loss="sparse_categorical_crossentropy")
classifier.fit(ones, one_hot, verbose=0)

# %% id="one-hot-labels-solution" tags=["solution"]
found = one_hot.argmax(axis=1)
classifier.compile(loss="sparse_categorical_crossentropy")
classifier.fit(ones, found, verbose=0)
np.array_equal(found, integers)

# %% [markdown] lang="zh"
# /// details | 为什么
# `argmax(axis=1)` 把独热标签变回整数标签，形状从 [(64, 3)](#one-hot-labels-given "one_hot.shape") 变成 [(64,)](#one-hot-labels-solution "found.shape")，与原来的整数[相同](#one-hot-labels-solution "np.array_equal(found, integers)")，训练也就走通了。
#
# TensorFlow 的这条报错指的方向对，说法却反了。照它的话，输出 [must have rank (ndim) `target.ndim - 1`](#one-hot-labels-mixed "str(errors['one-hot-labels-mixed'])")，比标签少一维。走通的那一次，标签有 [1](#one-hot-labels-solution "found.ndim") 维，输出有 [2](#one-hot-labels-solution "len(classifier.output_shape)") 维，是输出多一维。看这条报错，要看后面那两个形状，别信前面那句话。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `argmax(axis=1)` turns one-hot labels back into integers. Their shape goes from [(64, 3)](#one-hot-labels-given "one_hot.shape") to [(64,)](#one-hot-labels-solution "found.shape"), they are the [same](#one-hot-labels-solution "np.array_equal(found, integers)") integers as at first, and training goes through.
#
# This message of TensorFlow points to the right place, but puts it the wrong way round. It says that the output [must have rank (ndim) `target.ndim - 1`](#one-hot-labels-mixed "str(errors['one-hot-labels-mixed'])"), one less than the labels. In the run that went through, the labels have rank [1](#one-hot-labels-solution "found.ndim") and the output has rank [2](#one-hot-labels-solution "len(classifier.output_shape)"), one more. In this message, look at the two shapes at its end, and do not trust the sentence before them.
# ///

# %% [markdown] lang="zh"
# ### 三个名字 { #three-names }
#
# 在 `metrics` 里同时写上 `"acc"`、`"accuracy"` 和一个自己取名叫 `hits` 的对象 `SparseCategoricalAccuracy`。`fit()` 记下几个名字？其中的准确率有几个不同的值？
#
# /// details | 提示
# 接着用上一题的模型和标签。规则见[报错：KeyError: 'acc'](compile.md#acc)，对象的写法见[什么时候该用对象](compile.md#objects)。
# ///

# %% [markdown] lang="en"
# ### Three names { #three-names }
#
# Put `"acc"`, `"accuracy"` and an object of the class `SparseCategoricalAccuracy` that you name `hits` into `metrics`, all at once. How many names does `fit()` record? How many different values do the accuracies have?
#
# /// details | Hint
# Use the model and the labels of the last task. For the rule see [Error: KeyError: 'acc'](compile.md#acc), for the object [When to use objects](compile.md#objects).
# ///

# %% id="three-names-solution" tags=["solution"]
hits = keras.metrics.SparseCategoricalAccuracy(name="hits")
classifier.compile(
    loss="sparse_categorical_crossentropy",
    metrics=["acc", "accuracy", hits],
)
named = classifier.fit(ones, integers, verbose=0).history
accuracies = {named[name][0] for name in named if name != "loss"}
print(sorted(named))
len(accuracies)

# %% [markdown] lang="zh"
# /// details | 为什么
# 记下了 [4](#three-names-solution "len(named)") 个名字：写了什么字符串就叫什么，对象用它自己的名字，另外还有 `loss`。准确率[只](#three-names-solution "len(accuracies) == 1")有[一](#three-names-solution "len(accuracies)")个值，因为三个名字说的是同一个指标。
#
# 老代码取的是 `acc`，新代码取的是 `accuracy`，一时改不完，两个都写上就都能取到。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It records [4](#three-names-solution "len(named)") names: each string under its own spelling, the object under the name you gave it, and `loss`. The accuracies have [only](#three-names-solution "len(accuracies) == 1") [one](#three-names-solution "len(accuracies)") value, because all three names stand for the same metric.
#
# If some of your code still reads `acc` and some already reads `accuracy`, write both, and both find it.
# ///

# %% [markdown] lang="zh"
# ### 中途换学习率 { #lower-rate }
#
# 下面的模型只有一个权重，从零开始，答案都是二，损失是误差的平方。它先用学习率 `0.25` 走了一步。现在要把学习率减半。
#
# 两种办法接连试：先给 `optimizer.learning_rate` 赋值，走第二步；然后换成学习率同样是 `0.125` 的新优化器，重新 `compile()`，走第三步。先用纸笔算出每步之后的权重，并猜一猜 `iterations` 数到几。
#
# /// details | 提示
# 一步，就是权重减去学习率乘斜率。误差平方的斜率，是误差的两倍。
# ///

# %% [markdown] lang="en"
# ### Changing the learning rate midway { #lower-rate }
#
# This model has a single weight, which starts at zero. The answers are all two, and the loss is the square of the error. It has taken one step with a learning rate of `0.25`. Now the learning rate is to be halved.
#
# Try two ways, one after the other: first assign to `optimizer.learning_rate` and take the second step; then call `compile()` again with a new optimizer, whose learning rate is `0.125` as well, and take the third. Work out the weight after each step on paper, and guess what `iterations` says.
#
# /// details | Hint
# A step subtracts the learning rate times the slope from the weight. The slope of the squared error is twice the error.
# ///

# %% id="lower-rate-given"
single = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        layers.Dense(1, kernel_initializer="zeros", use_bias=False),
    ]
)
sgd = keras.optimizers.SGD(learning_rate=0.25)
single.compile(optimizer=sgd, loss="mse")


def one_step():
    single.fit(np.ones((4, 1)), np.full((4, 1), 2.0), verbose=0)
    weight = float(single.get_weights()[0][0, 0])
    return weight, int(single.optimizer.iterations)


first_step = one_step()
first_step

# %% id="lower-rate-solution" tags=["solution"]
single.optimizer.learning_rate = 0.125
assigned = one_step()

sgd = keras.optimizers.SGD(learning_rate=0.125)
single.compile(optimizer=sgd, loss="mse")
recompiled = one_step()
print(assigned, recompiled)

# %% [markdown] lang="zh"
# /// details | 为什么
# 学习率减半以后，第二步走到 [1 + 0.125 × 2 × (2 − 1) = 1.25](#lower-rate-solution "assigned[0]")：赋值马上就有效，步数接着数到 [2](#lower-rate-solution "assigned[1]")。第三步走到 [1.25 + 0.125 × 2 × (2 − 1.25) = 1.4375](#lower-rate-solution "recompiled[0]")：重新 `compile()` 没有动权重，但步数[只](#lower-rate-solution "recompiled[1] == 1")有 [1](#lower-rate-solution "recompiled[1]")，新的优化器从零数起。
#
# 这里的 `SGD` 只有 [2](#lower-rate-solution "len(sgd.variables)") 个变量：步数和学习率。`RMSprop` 还[给每个参数记一个数](fit.md#totals)，换成新的优化器，这些数也要从头记起。只想换学习率，赋值就够了。
# ///

# %% [markdown] lang="en"
# /// details | Why
# With half the learning rate, the second step leads to [1 + 0.125 × 2 × (2 − 1) = 1.25](#lower-rate-solution "assigned[0]"): the assignment works at once, and the count goes on to [2](#lower-rate-solution "assigned[1]"). The third leads to [1.25 + 0.125 × 2 × (2 − 1.25) = 1.4375](#lower-rate-solution "recompiled[0]"): calling `compile()` again did not touch the weight, but the count is [only](#lower-rate-solution "recompiled[1] == 1") [1](#lower-rate-solution "recompiled[1]"), for the new optimizer began at zero.
#
# The `SGD` used here has [2](#lower-rate-solution "len(sgd.variables)") variables, the step count and the learning rate. `RMSprop` also [keeps a number for each parameter](fit.md#totals), and a new optimizer starts these numbers afresh. To change nothing but the learning rate, an assignment is enough.
# ///

# %% [markdown] lang="zh"
# ### 平均数还是中位数 { #mean-or-median }
#
# `late` 是 [5](#mean-or-median-given "len(late)") 次外卖各晚到了几分钟。一个只有一个权重的模型，对每一次都猜同一个数。用 `"mse"` 作损失，它会学到几？换成 `"mae"` 呢？两次都用 `metrics=["mae"]` 看着。
#
# /// details | 提示
# 为了少等一会儿，`many` 把这些外卖重复了很多遍：`batch_size=5`、`shuffle=False` 时，一轮就有 `200` 步，每一步都看全一遍。每次都重新搭模型，学习率用 `0.1`。
# ///

# %% [markdown] lang="en"
# ### Mean or median { #mean-or-median }
#
# `late` holds by how many minutes each of [5](#mean-or-median-given "len(late)") deliveries was late. A model with a single weight guesses the same number for each. What number does it learn with `"mse"` for its loss? And with `"mae"`? Watch both with `metrics=["mae"]`.
#
# /// details | Hint
# To save waiting, `many` repeats these deliveries: with `batch_size=5` and `shuffle=False` an epoch has `200` steps, and each step sees all of them. Build a new model each time, and use a learning rate of `0.1`.
# ///

# %% id="mean-or-median-given"
late = np.array([1.0, 2.0, 3.0, 4.0, 20.0])
many = np.tile(late, 200).reshape(-1, 1)
many.shape


# %% id="mean-or-median-solution" tags=["solution"]
def learned(loss):
    layer = layers.Dense(
        1,
        kernel_initializer="zeros",
        use_bias=False,
    )
    guess = keras.Sequential([keras.Input(shape=(1,)), layer])
    sgd = keras.optimizers.SGD(learning_rate=0.1)
    guess.compile(optimizer=sgd, loss=loss, metrics=["mae"])
    inputs = np.ones((len(many), 1))
    guess.fit(inputs, many, batch_size=5, shuffle=False, verbose=0)
    _, mae = guess.evaluate(inputs, many, verbose=0)
    return float(guess.get_weights()[0][0, 0]), mae


by_mse, by_mae = learned("mse"), learned("mae")
print(f"mse: guess {by_mse[0]:.1f}, mae {by_mse[1]:.1f}")
print(f"mae: guess {by_mae[0]:.1f}, mae {by_mae[1]:.1f}")

# %% [markdown] lang="zh"
# /// details | 为什么
# 用 `"mse"`，学到的是平均数 [(1 + 2 + 3 + 4 + 20) ÷ 5 = 6](#mean-or-median-solution "round(by_mse[0], 2)")；用 `"mae"`，学到的是中位数 [3](#mean-or-median-solution "round(by_mae[0], 1)")。猜平均数时，误差的平方加起来是 [250](#mean-or-median-solution "float(((late - late.mean()) ** 2).sum())")，最晚的那一次就占了 [(20 − 6) × (20 − 6) = 196](#mean-or-median-solution "float((late.max() - late.mean()) ** 2)")。
#
# 第一次训练一直看着 `mae`，它最后却是 [5.6](#mean-or-median-solution "by_mse[1]")，而 [4.2](#mean-or-median-solution "by_mae[1]") 是做得到的。决定学到什么的是损失，指标只是给人看的。
# ///

# %% [markdown] lang="en"
# /// details | Why
# With `"mse"` it learns the mean, [(1 + 2 + 3 + 4 + 20) ÷ 5 = 6](#mean-or-median-solution "round(by_mse[0], 2)"); with `"mae"` it learns the median, [3](#mean-or-median-solution "round(by_mae[0], 1)"). If you guess the mean, the squared errors add up to [250](#mean-or-median-solution "float(((late - late.mean()) ** 2).sum())"), of which the latest delivery makes [(20 − 6) × (20 − 6) = 196](#mean-or-median-solution "float((late.max() - late.mean()) ** 2)").
#
# The first run watched `mae` all along, and yet it ended at [5.6](#mean-or-median-solution "by_mse[1]"), though [4.2](#mean-or-median-solution "by_mae[1]") can be had. The loss decides what is learned; a metric is only for you to read.
# ///

# %% [markdown] lang="zh"
# ## fit()、evaluate()、predict() { #fit }
#
# 这一部分出自 [fit、evaluate、predict](fit.md)。
#
# ### 每批十个 { #batch-of-ten }
#
# 在[再调用一次 fit](fit.md#again) 的例子里，把批次大小设成 [10](#batch-of-ten-solution "len(hundred) * 3 / counts[0]")，其余不变。两次调用之后，步数各是多少？最后的权重离二还有多远？
#
# /// details | 提示
# 每一步把权重与二的差距缩小到原来的 `0.9` 倍，与批次大小无关：那里的样本全[都](fit.md#again-code "{*data[:, 0]} == {1}")一样。
# ///

# %% [markdown] lang="en"
# ## fit(), evaluate(), predict() { #fit }
#
# This part belongs to [fit, evaluate, predict](fit.md).
#
# ### Batches of ten { #batch-of-ten }
#
# In the example of [the second fit](fit.md#again), set the batch size to [ten](#batch-of-ten-solution "len(hundred) * 3 / counts[0]") and leave the rest as it is. What does the step count say after each of the two calls? How far from two does the weight end?
#
# /// details | Hint
# Each step shrinks the distance between the weight and two to `0.9` of what it was, whatever the batch size: the samples there are [all](fit.md#again-code "{*data[:, 0]} == {1}") alike.
# ///

# %% id="batch-of-ten-solution" tags=["solution"]
tens = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        layers.Dense(1, kernel_initializer="zeros", use_bias=False),
    ]
)
slow = keras.optimizers.SGD(learning_rate=0.05)
tens.compile(optimizer=slow, loss="mse")
hundred, twos = np.ones((100, 1)), np.full((100, 1), 2.0)
counts = []
for epochs in (3, 2):
    tens.fit(hundred, twos, batch_size=10, epochs=epochs, verbose=0)
    counts.append(int(slow.iterations))

gap = 2 - float(tens.get_weights()[0][0, 0])
print(counts)
print(f"{gap:.3f} {2 * 0.9 ** counts[1]:.3f}")

# %% [markdown] lang="zh"
# /// details | 为什么
# 一轮是 [100 ÷ 10 = 10](#batch-of-ten-solution "len(hundred) / 10") 步，所以步数先是 [10 × 3 = 30](#batch-of-ten-solution "counts[0]")，后是 [30 + 10 × 2 = 50](#batch-of-ten-solution "counts[1]")。默认的批次大小，一共只走 [20](fit.md#again-code "second") 步。
#
# 轮数没有变，数据也没有变，步数多了，权重就离二更近：差距只剩 [0.010](#batch-of-ten-solution "gap")，那里还有 [0.243](fit.md#again-code "2 - weight")。比较两次训练，只看轮数是不够的。
# ///

# %% [markdown] lang="en"
# /// details | Why
# An epoch has [100 ÷ 10 = 10](#batch-of-ten-solution "len(hundred) / 10") steps, so the count is [10 × 3 = 30](#batch-of-ten-solution "counts[0]") first and [30 + 10 × 2 = 50](#batch-of-ten-solution "counts[1]") then. The default batch size makes only [20](fit.md#again-code "second") in all.
#
# The epochs are the same and so are the data, but with more steps the weight gets closer to two: the distance is down to [0.010](#batch-of-ten-solution "gap"), where it was still [0.243](fit.md#again-code "2 - weight") there. To compare two training runs, it is not enough to compare their epochs.
# ///

# %% [markdown] lang="zh"
# ### 三在前面 { #threes-first }
#
# [validation_split 取哪一段](fit.md#validation-split)里，前面的答案是一，最后的 `20` 个是三。现在反过来：前面是三，最后是一。模型仍然总是猜零，学习率仍然是零。训练和验证的损失各是多少？
#
# 再把答案打乱。这时两个损失各是多少，很难说；但有一个与次序无关的数，能从它们算出来。是哪个数？
#
# /// details | 提示
# 误差的平方，不是 [1](#threes-first-solution "turned[1]") 就是 [9](#threes-first-solution "turned[0]")。全部样本加在一起，两种各有几个？
# ///

# %% [markdown] lang="en"
# ### Threes first { #threes-first }
#
# In [Which part does validation_split take?](fit.md#validation-split) the answers are ones, and the last `20` are threes. Turn them round: threes first, ones last. The model still always guesses zero, and its learning rate is still zero. What are the losses of training and validation?
#
# Then shuffle the answers. Neither loss is easy to tell now, but one number that does not depend on the order can be worked out from the two. Which is it?
#
# /// details | Hint
# Each squared error is either [one](#threes-first-solution "turned[1]") or [nine](#threes-first-solution "turned[0]"). Over all samples, how many are there of each?
# ///

# %% id="threes-first-solution" tags=["solution"]
still = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        layers.Dense(1, kernel_initializer="zeros"),
    ]
)
standing = keras.optimizers.SGD(learning_rate=0.0)
still.compile(optimizer=standing, loss="mse")


def two_losses(answers):
    log = still.fit(
        hundred,
        answers,
        validation_split=0.2,
        verbose=0,
    ).history
    return round(log["loss"][0], 3), round(log["val_loss"][0], 3)


threes_first = np.array([[3.0]] * 80 + [[1.0]] * 20)
shuffled = np.random.default_rng(0).permutation(threes_first)
turned, mixed = two_losses(threes_first), two_losses(shuffled)
print("turned round:", turned)
print("shuffled: ", round(80 * mixed[0] + 20 * mixed[1]))

# %% [markdown] lang="zh"
# /// details | 为什么
# 反过来以后，训练损失是 [3 × 3 = 9](#threes-first-solution "turned[0]")，验证损失是 [1 × 1 = 1](#threes-first-solution "turned[1]")：验证用的仍是最后那一段。
#
# 打乱以后，训练损失乘训练的个数，加上验证损失乘验证的个数，还是所有误差平方的总和，[80 × 9 + 20 × 1 = 740](#threes-first-solution "round(80 * mixed[0] + 20 * mixed[1])")。`validation_split` 只是把样本分成两份，一个也没有丢，一个也没有重复。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Turned round, the training loss is [3 × 3 = 9](#threes-first-solution "turned[0]") and the validation loss is [1 × 1 = 1](#threes-first-solution "turned[1]"): validation still takes the last part.
#
# Shuffled, the training loss times the number of those trained on, plus the validation loss times the number of the others, is still the sum of all squared errors, [80 × 9 + 20 × 1 = 740](#threes-first-solution "round(80 * mixed[0] + 20 * mixed[1])"). All that `validation_split` does is to part the samples in two; none is lost, and none is used twice.
# ///

# %% [markdown] lang="zh"
# ### 自己算一遍 evaluate { #by-hand }
#
# 下面的数据就是 [fit 那一页](fit.md#train)的，只训练了一轮。`evaluate()` 给出损失和准确率；只用 `predict()` 和 NumPy，把这两个数算出来。
#
# /// details | 提示
# 准确率：最大的那一列与标签相同的有几成。损失：取正确那一类的概率，求自然对数，变号，再平均。
# ///

# %% [markdown] lang="en"
# ### evaluate by hand { #by-hand }
#
# The data are those of [the page on fit](fit.md#train), trained on for a single epoch. `evaluate()` gives a loss and an accuracy; work both out with nothing but `predict()` and NumPy.
#
# /// details | Hint
# The accuracy is the share of rows whose largest column is the label. For the loss, take the probability of the right class, its natural logarithm, change the sign, and average.
# ///


# %% id="by-hand-given"
def small_net(units=32):
    net = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            layers.Dense(units, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer="rmsprop",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net


rng = np.random.default_rng(0)
targets = rng.integers(0, 10, size=1000)
noise = rng.random((1000, 784), dtype="float32")


def hidden_rule(added):
    numbers = noise.copy()
    numbers[np.arange(1000), targets] += added
    return numbers


brief = small_net()
ten_added = hidden_rule(10.0)
brief.fit(ten_added[:800], targets[:800], verbose=0)
scores = brief.evaluate(ten_added[800:], targets[800:], verbose=0)
len(scores)

# %% id="by-hand-solution" tags=["solution"]
given = brief.predict(ten_added[800:], verbose=0)
asked = targets[800:]
right = given[np.arange(200), asked]
own_loss = -np.log(right).mean()
own_accuracy = (given.argmax(axis=1) == asked).mean()
own = np.array([own_loss, own_accuracy])
np.allclose(own, scores, atol=0.001)

# %% [markdown] lang="zh"
# /// details | 为什么
# 两个数与 `evaluate()` 给的[相同](#by-hand-solution "bool(np.allclose(own, scores, atol=0.001))")，差别[不到 0.001](#by-hand-solution "np.abs(own - scores).max() < 0.001")。`evaluate()` 没有什么秘密：它拿模型输出的每一[行](#by-hand-solution "len(asked) == given.shape[0]")与标签对照，再对 [200](#by-hand-solution "len(given)") 个样本求平均。
#
# 所以留着概率和标签，以后想看别的，例如[混淆矩阵](mnist-mistakes.md#confusion)，可以再算，不必重新训练。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Both numbers are the [same](#by-hand-solution "bool(np.allclose(own, scores, atol=0.001))") as those of `evaluate()`, to [within 0.001](#by-hand-solution "np.abs(own - scores).max() < 0.001"). There is no secret in `evaluate()`: it holds each [row](#by-hand-solution "len(asked) == given.shape[0]") that the model puts out against its label, and averages over [200](#by-hand-solution "len(given)") samples.
#
# So keep the probabilities and the labels. Should you want something else later, such as a [confusion matrix](mnist-mistakes.md#confusion), you can work it out without training again.
# ///

# %% [markdown] lang="zh"
# ### 验证集上一个都不对 { #none-right }
#
# 同样的规律，但样本按标签排好了序。训练准确率很高，验证准确率却是零。原因是什么？改一处，让验证准确率超过 `0.9`。
#
# /// details | 提示
# `validation_split` 取最后一段，那一段里有哪些标签？训练的那一段里呢？
# ///

# %% [markdown] lang="en"
# ### None right in the validation data { #none-right }
#
# The same rule, but the samples are sorted by their labels. Training accuracy is high, and validation accuracy is zero. Why? Change one thing and get validation accuracy above `0.9`.
#
# /// details | Hint
# `validation_split` takes the last part. Which labels are in there? And which are in the part for training?
# ///

# %% id="none-right-given"
in_order = np.repeat(np.arange(10), 100)
sorted_data = noise.copy()
sorted_data[np.arange(1000), in_order] += 10.0


def last_accuracies(data, labels):
    fresh = small_net()
    log = fresh.fit(
        data,
        labels,
        epochs=10,
        validation_split=0.1,
        verbose=0,
    ).history
    return log["accuracy"][-1], log["val_accuracy"][-1]


none_right = last_accuracies(sorted_data, in_order)
print("training above 0.9:  ", none_right[0] > 0.9)
print("validation above 0.9:", none_right[1] > 0.9)

# %% id="none-right-solution" tags=["solution"]
print("validated on:", np.unique(in_order[900:]))
print("trained on:  ", np.unique(in_order[:900]))

order = np.random.default_rng(0).permutation(1000)
all_right = last_accuracies(sorted_data[order], in_order[order])
print("training above 0.9:  ", all_right[0] > 0.9)
print("validation above 0.9:", all_right[1] > 0.9)

# %% [markdown] lang="zh"
# /// details | 为什么
# 验证用的 [100](#none-right-given "len(in_order[900:])") 个样本，标签全是 [9](#none-right-given "in_order[900:].min()")；训练用的那些里，这样的有 [0](#none-right-given "(in_order[:900] == 9).sum()") 个。网络从没有见过这个标签，验证准确率是 [0](#none-right-given "none_right[1]")。
#
# 用同一个次序打乱数据和标签，再训练，验证准确率就[超过 0.9](#none-right-solution "all_right[1] > 0.9")。`fit()` 自己也打乱，但那是在分出验证集以后。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The [100](#none-right-given "len(in_order[900:])") samples for validation all have the label [9](#none-right-given "in_order[900:].min()"); among those for training, [0](#none-right-given "(in_order[:900] == 9).sum()") have it. The network has never seen that label, and validation accuracy is [0](#none-right-given "none_right[1]").
#
# Shuffle data and labels in the same order and train again, and validation accuracy is [above 0.9](#none-right-solution "all_right[1] > 0.9"). `fit()` does shuffle, too, but only after it has set the validation data aside.
# ///

# %% [markdown] lang="zh"
# ### 规律弱到什么程度 { #weaker }
#
# [fit 那一页](fit.md#train)给下标等于标签的那个数加上了 `10.0`。换成 `3.0`、`1.0`，网络还学得会吗？
#
# 最后换成 `0.0`：这时根本没有规律。换一个更大的网络，多训练几轮，看它在训练的样本上能对多少，在留下来的样本上又能对多少。
#
# /// details | 提示
# `hidden_rule` 给出数据，前面 `800` 个用来训练，其余用来考试。最后一问，隐藏层用 `256` 个神经元，训练 `60` 轮。
# ///

# %% [markdown] lang="en"
# ### How weak may the rule be? { #weaker }
#
# [The page on fit](fit.md#train) adds `10.0` to the number whose index is the label. Make it `3.0`, then `1.0`. Does the network still learn the rule?
#
# Last, make it `0.0`, and there is no rule at all. Take a larger network and more epochs. How many does it get right among the samples it was trained on, and how many among those kept back?
#
# /// details | Hint
# `hidden_rule` returns the data; train on the first `800` and test on the rest. For the last question, take a hidden layer of `256` units and `60` epochs.
# ///


# %% id="weaker-solution" tags=["solution"]
def both_accuracies(added, units=32, epochs=10):
    data, net = hidden_rule(added), small_net(units)
    net.fit(data[:800], targets[:800], epochs=epochs, verbose=0)
    seen = net.evaluate(data[:800], targets[:800], verbose=0)
    kept = net.evaluate(data[800:], targets[800:], verbose=0)
    return seen[1], kept[1]


strong, middling, weak = map(both_accuracies, (10.0, 3.0, 1.0))
print("10.0, test above 0.9:", strong[1] > 0.9)
print("3.0, test above 0.5: ", middling[1] > 0.5)
print("1.0, test above 0.5: ", weak[1] > 0.5)

no_rule = both_accuracies(0.0, units=256, epochs=60)
print("0.0, seen above 0.9: ", no_rule[0] > 0.9)
print("0.0, test above 0.25:", no_rule[1] > 0.25)

# %% [markdown] lang="zh"
# /// details | 为什么
# 加 `10.0`，考试的准确率[超过 0.9](#weaker-solution "strong[1] > 0.9")；加 `3.0`，还[超过 0.5](#weaker-solution "middling[1] > 0.5")；加 `1.0`，[不到 0.5](#weaker-solution "weak[1] < 0.5")。可是加 `1.0` 的时候，[1,000](#weaker-solution "(hidden_rule(1.0).argmax(axis=1) == targets).sum()") 个样本个个[都](#weaker-solution "(hidden_rule(1.0).argmax(axis=1) == targets).all()")是下标等于标签的那个数最大：规律毫不含糊，用 `800` 个样本训练 [10](#weaker-solution "both_accuracies.__defaults__[1]") 轮，网络却没有学会。
#
# 没有规律时，大网络在训练的样本上仍然[超过 0.9](#weaker-solution "no_rule[0] > 0.9")，在留下来的样本上[不到 0.25](#weaker-solution "no_rule[1] < 0.25")，瞎猜也有 [10%](#weaker-solution "1 / len(np.unique(targets))")。它背下来的只是噪声。只看训练准确率，它与第一个网络分不出高下：那一个也[超过 0.9](#weaker-solution "strong[0] > 0.9")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# With `10.0` the accuracy of the test is [above 0.9](#weaker-solution "strong[1] > 0.9"), with `3.0` still [above 0.5](#weaker-solution "middling[1] > 0.5"), and with `1.0` [below 0.5](#weaker-solution "weak[1] < 0.5"). Yet with `1.0`, in [all](#weaker-solution "(hidden_rule(1.0).argmax(axis=1) == targets).all()") [1,000](#weaker-solution "(hidden_rule(1.0).argmax(axis=1) == targets).sum()") samples the number whose index is the label is the largest: the rule leaves nothing open, but from `800` samples and [ten](#weaker-solution "both_accuracies.__defaults__[1]") epochs the network has not learned it.
#
# Without a rule, the large network is still [above 0.9](#weaker-solution "no_rule[0] > 0.9") on the samples it was trained on. On those kept back it is [below 0.25](#weaker-solution "no_rule[1] < 0.25"), and blind guessing gets [10%](#weaker-solution "1 / len(np.unique(targets))") of them right. All that it has learned by heart is noise. By training accuracy alone you could not tell it from the first network, which is [above 0.9](#weaker-solution "strong[0] > 0.9"), too.
# ///

# %% [markdown] lang="zh"
# ## fit 的其他参数 { #fit-more }
#
# 这一部分出自[fit 的其他参数](fit-more.md)。
#
# ### 九比一 { #nine-to-one }
#
# 下面的函数与[那一页的](fit-more.md#weights)一样，只是样本多了：标签为零的 [9](#nine-to-one-solution "round(1 / unweighted) - 1") 个，为一的一个。不加权，训练到最后，模型给的数是多少？标签为一的类别权重写多少，两类才一样重？
#
# /// details | 提示
# 两类一样重，就是各自的权重加起来相等。
# ///

# %% [markdown] lang="en"
# ## More arguments of fit { #fit-more }
#
# This part belongs to [More arguments of fit](fit-more.md).
#
# ### Nine to one { #nine-to-one }
#
# This function is like the one [on that page](fit-more.md#weights), but with more samples: [nine](#nine-to-one-solution "round(1 / unweighted) - 1") with the label zero, one with the label one. Without weights, what number does the model give after training? Which class weight for label one makes the two classes weigh the same?
#
# /// details | Hint
# The classes weigh the same if the weights of each add up to the same.
# ///


# %% id="nine-to-one-given"
def one_number():
    net = keras.Sequential(
        [
            keras.Input(shape=(1,)),
            layers.Dense(
                1, use_bias=False, kernel_initializer="zeros"
            ),
        ]
    )
    sgd = keras.optimizers.SGD(learning_rate=0.25)
    net.compile(optimizer=sgd, loss="mean_squared_error")
    return net


def after_training(**weights):
    net = one_number()
    labels = np.array([0] * 9 + [1])
    net.fit(
        np.ones((10, 1)), labels, epochs=30, verbose=0, **weights
    )
    return round(float(net.get_weights()[0][0, 0]), 3)


# %% id="nine-to-one-solution" tags=["solution"]
unweighted = after_training()
balanced = after_training(class_weight={0: 1.0, 1: 9.0})
unweighted, balanced

# %% [markdown] lang="zh"
# /// details | 为什么
# 不加权是 [1 ÷ 10 = 0.1](#nine-to-one-solution "unweighted")，稀少的那一类几乎不算数。权重写 [9](#nine-to-one-solution "round(1 / unweighted) - 1")，得 [(9 × 0 + 9 × 1) ÷ 18 = 0.5](#nine-to-one-solution "balanced")，正在两个标签的中间。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Without weights it is [1 ÷ 10 = 0.1](#nine-to-one-solution "unweighted"), and the rare class hardly counts. With a weight of [nine](#nine-to-one-solution "round(1 / unweighted) - 1") it is [(9 × 0 + 9 × 1) ÷ 18 = 0.5](#nine-to-one-solution "balanced"), halfway between the two labels.
# ///

# %% [markdown] lang="zh"
# ### 每十轮报告一次 { #every-ten }
#
# 写一个回调，训练 [30](#every-ten-solution "every_ten.reported[-1]") 轮，每 [10](#every-ten-solution "every_ten.reported[0]") 轮打印一次轮数和损失，轮数从一数起。模型用上一题的 `one_number()`，把学习率改成 `0.05`，答案都是二。

# %% [markdown] lang="en"
# ### A report every ten epochs { #every-ten }
#
# Write a callback for a training run of [30](#every-ten-solution "every_ten.reported[-1]") epochs that prints the number of the epoch and the loss every [ten](#every-ten-solution "every_ten.reported[0]") epochs, counting from one. Use `one_number()` of the last task with a learning rate of `0.05`; the answers are all two.


# %% id="every-ten-solution" tags=["solution"]
class EveryTen(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.reported = []

    def on_epoch_end(self, epoch, logs):
        if (epoch + 1) % 10 == 0:
            self.reported.append(epoch + 1)
            print(epoch + 1, f"{logs['loss']:.3f}")


every_ten, slow = EveryTen(), one_number()
slow.optimizer.learning_rate = 0.05
slow.fit(
    np.ones((4, 1)),
    np.full((4, 1), 2.0),
    epochs=30,
    callbacks=[every_ten],
    verbose=0,
)
every_ten.reported

# %% [markdown] lang="zh"
# /// details | 为什么
# 回调里的轮从零数起，所以要先加一再除。报告了 [3](#every-ten-solution "len(every_ten.reported)") 次，[最后一](#every-ten-solution "30 == every_ten.reported[-1]")次在第 [30](#every-ten-solution "every_ten.reported[-1]") 轮。
# ///

# %% [markdown] lang="en"
# /// details | Why
# A callback counts epochs from zero, so add one before you divide. There were [3](#every-ten-solution "len(every_ten.reported)") reports, the [last](#every-ten-solution "30 == every_ten.reported[-1]") of them in epoch [30](#every-ten-solution "every_ten.reported[-1]").
# ///

# %% [markdown] lang="zh"
# ### 验证集也能加权 { #weighted-validation }
#
# `validation_data` 可以有三项，第三项是样本权重。模型总是猜零，验证集的答案是一、二、三，权重是一、一、零。验证损失是多少？先猜两种算法，再看 Keras 用的是哪一种。

# %% [markdown] lang="en"
# ### Weights in the validation data { #weighted-validation }
#
# `validation_data` may have a third part, the weights of the samples. The model always guesses zero, the answers for validation are one, two and three, and their weights one, one and zero. What is the validation loss? Think of two ways to work it out, then see which one Keras uses.

# %% id="weighted-validation-solution" tags=["solution"]
guessing = one_number()
guessing.optimizer.learning_rate = 0.0
checked = np.ones((3, 1)), np.array([1.0, 2.0, 3.0])
weighted = guessing.fit(
    np.ones((3, 1)),
    np.zeros((3, 1)),
    validation_data=(*checked, np.array([1.0, 1.0, 0.0])),
    verbose=0,
).history["val_loss"][0]
round(weighted, 3)

# %% [markdown] lang="zh"
# /// details | 为什么
# 验证损失是 [1.667](#weighted-validation-solution "weighted")：加权以后的损失 [1](#weighted-validation-solution "checked[1][0] ** 2")、[4](#weighted-validation-solution "checked[1][1] ** 2")、零加起来，除以样本的个数三。除以权重的和，就是 [(1 × 1 + 1 × 4) ÷ 2 = 2.5](#weighted-validation-solution "(checked[1][:2] ** 2).sum() / 2")，Keras 用的不是这一种。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The validation loss is [1.667](#weighted-validation-solution "weighted"): the weighted losses, [one](#weighted-validation-solution "checked[1][0] ** 2"), [four](#weighted-validation-solution "checked[1][1] ** 2") and zero, are added up and divided by three, the number of samples. Divided by the sum of the weights it would be [(1 × 1 + 1 × 4) ÷ 2 = 2.5](#weighted-validation-solution "(checked[1][:2] ** 2).sum() / 2"), which is not what Keras does.
# ///

# %% [markdown] lang="zh"
# 下一页：[用 MNIST 训练](mnist.md)。

# %% [markdown] lang="en"
# Next page: [training on MNIST](mnist.md).
