# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：训练与损失
# description: 用手走几步训练，算 softmax 和交叉熵，为任务选损失，看出不报错却算错的组合；每题都有运行过的答案。
# finds: "练习、习题、答案"
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: training and losses"
# description: Take steps of training by hand, work out softmax and cross-entropy, choose losses for tasks, and spot what is wrong without an error; each with a solution that ran.
# finds: "exercises, solutions, workbook"
# ---

# %% [markdown] lang="zh"
# # 练习：训练与损失 { #exercises-losses }
#
# 做完这些练习，你能算出一步训练之后的参数，能说出学习率的界限从哪里来，也能为一个任务选好输出层和损失。
#
# 先自己想，再点开“答案”。下载的笔记本里，每个答案前面有一个空单元格，代码可以写在那里运行。每一部分由易到难。

# %% [markdown] lang="en"
# # Exercises: training and losses { #exercises-losses }
#
# After these exercises you can work out the parameters after a step of training, say where the limit of a learning rate comes from, and choose the output layer and the loss for a task.
#
# Think first, then open “Solution”. In the notebook that you download, an empty cell stands before each solution: there you can write your code and run it. In each part the exercises get harder.

# %% id="setup"
import logging

import keras
import numpy as np
from keras.layers import Dense

keras.utils.set_random_seed(0)
logging.getLogger("tensorflow").setLevel("ERROR")

# %% [markdown] lang="zh"
# ## 训练是怎么回事 { #training }
#
# 出自[训练是怎么回事](training.md)。下一格里有那一页的三个点，还有走一步的 `step`。
#
# ### 从一出发 { #from-one }
#
# `w` 和 `b` 都从 `1.0` 出发，学习率 `0.25`。先用纸笔算出三个误差、两个斜率和一步之后的参数，再运行。

# %% [markdown] lang="en"
# ## What training is { #training }
#
# From [What training is](training.md). The next cell has the three points of that page, and `step`, which takes a step.
#
# ### Starting at one { #from-one }
#
# Let both `w` and `b` start at `1.0`, with a learning rate of `0.25`. Work out the three errors, the two slopes and the parameters after one step on paper; then run it.

# %% id="points"
x = np.array([-1.0, 0.0, 1.0])
y = 3 * x + 2


def step(w, b, rate, x=x):
    error = w * x + b - y
    to_w = np.mean(2 * error * x)
    to_b = np.mean(2 * error)
    return float(w - rate * to_w), float(b - rate * to_b)


# %% [markdown] lang="zh"
# /// details | 提示
# 误差是 `w * x + b - y`。斜率对 `b` 是误差平均的两倍，对 `w` 要先乘 `x` 再平均。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# The error is `w * x + b - y`. The slope of `b` is twice the mean error; for `w`, multiply by `x` before taking the mean.
# ///

# %% id="from-one-solution" tags=["solution"]
errors = 1.0 * x + 1.0 - y
after_one = step(1.0, 1.0, 0.25)
print("errors:", errors)
print("w: {:.3f}  b: {:.3f}".format(*after_one))

# %% [markdown] lang="zh"
# /// details | 为什么
# 误差是一、负一、负三。`b` 的斜率是 [2 × (1 − 1 − 3) ÷ 3 = −2](#from-one-solution "round(float(2 * errors.mean()), 3)")，走到 [1 + 0.25 × 2 = 1.5](#from-one-solution "after_one[1]")。`w` 的斜率，每个误差要先乘 `x`：[2 × (−1 − 3) ÷ 3 = −2.667](#from-one-solution "float(2 * (errors * x).mean())")，走到 [1 + 0.25 × 8 ÷ 3 = 1.667](#from-one-solution "float(after_one[0])")。那一页的第二步也是从这里走的，所以得到同样的数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The errors are one, minus one and minus three. The slope of `b` is [2 × (1 − 1 − 3) ÷ 3 = −2](#from-one-solution "round(float(2 * errors.mean()), 3)"), and it goes to [1 + 0.25 × 2 = 1.5](#from-one-solution "after_one[1]"). For the slope of `w`, each error is multiplied by its `x` first: [2 × (−1 − 3) ÷ 3 = −2.667](#from-one-solution "float(2 * (errors * x).mean())"), and it goes to [1 + 0.25 × 8 ÷ 3 = 1.667](#from-one-solution "float(after_one[0])"). The second step on that page sets out from the same place and arrives at the same numbers.
# ///

# %% [markdown] lang="zh"
# ### 一步就到 { #one-leap }
#
# 从零出发，学习率取多少，`b` 一步就到 `2.0`？取多少，`w` 一步就到 `3.0`？有没有一个学习率，让两个一步都到？
#
# /// details | 提示
# 起点的两个斜率，[那一页](training.md#gradient)算过。
# ///

# %% [markdown] lang="en"
# ### A single leap { #one-leap }
#
# Start at zero. With which learning rate does `b` arrive at `2.0` in one step? With which does `w` arrive at `3.0`? Is there one for both?
#
# /// details | Hint
# [That page](training.md#gradient) works out both slopes at the start.
# ///

# %% id="one-leap-solution" tags=["solution"]
for_b = step(0.0, 0.0, 0.5)
for_w = step(0.0, 0.0, 0.75)
print("rate 0.5: ", for_b)
print("rate 0.75:", for_w)

# %% [markdown] lang="zh"
# /// details | 为什么
# `b` 要走二，[2 ÷ 4 = 0.5](#one-leap-solution "for_b[1] / 4")；`w` 要走三，[3 ÷ 4 = 0.75](#one-leap-solution "for_w[0] / 4")。没有一个学习率让两个都一步到：`0.75` 时 `b` 已经走过头，到了 [3](#one-leap-solution "round(for_w[1], 3)")。一个学习率要照顾所有的参数，这就是它难选的原因之一。
# ///

# %% [markdown] lang="en"
# /// details | Why
# `b` has to go two, [2 ÷ 4 = 0.5](#one-leap-solution "for_b[1] / 4"), and `w` three, [3 ÷ 4 = 0.75](#one-leap-solution "for_w[0] / 4"). No single rate does both: with `0.75`, `b` has gone too far, to [3](#one-leap-solution "round(for_w[1], 3)"). One learning rate has to suit all parameters, which is one of the reasons why it is hard to choose.
# ///

# %% [markdown] lang="zh"
# ### 输入的数太大 { #large-inputs }
#
# 把 `x` 放大到 [10](#large-inputs-solution "float(large.max() / x.max())") 倍，答案 `y` 不变，学习率还是 `0.25`。走几步，看 `w`。怎样不改学习率，也能走到？
#
# /// details | 提示
# `w` 的斜率里有 `x`，预测里还有一个。
# ///

# %% [markdown] lang="en"
# ### Inputs that are too large { #large-inputs }
#
# Make `x` [ten](#large-inputs-solution "float(large.max() / x.max())") times as large, leave the answers `y` as they are, and keep the learning rate of `0.25`. Take a few steps and look at `w`. How can it get there without another learning rate?
#
# /// details | Hint
# There is an `x` in the slope of `w`, and another in the prediction.
# ///


# %% id="large-inputs-solution" tags=["solution"]
def walk(x, steps):
    w, b = 0.0, 0.0
    for _ in range(steps):
        w, b = step(w, b, 0.25, x)
    return w


large = 10 * x
lost = walk(large, 5)
scaled = walk(large / np.abs(large).max(), 20)
print(f"w after 5 steps: {lost:,.0f}")
print(f"scaled, after 20 steps: {scaled:.2f}")

# %% [markdown] lang="zh"
# /// details | 为什么
# 输入放大到 [10](#large-inputs-solution "float(large.max() / x.max())") 倍，`w` 的差距每一步乘以的数就从 [1 − 0.25 × 4 ÷ 3 = 2 ÷ 3](#large-inputs-solution "1 - 0.25 * 2 * float(np.mean(x ** 2))") 变成了 [−32.3](#large-inputs-solution "1 - 0.25 * 2 * float(np.mean(large ** 2))")。它的绝对值超过一，就一步比一步离得远：输入越大，学习率的界限越小。走了几步，`w` 就到了 [10,601,655](#large-inputs-solution "round(lost)")。把输入除以[最大](#large-inputs-solution "10 == np.abs(large).max()")的那个数，就回到了原来的样子，走到 [3.00](#large-inputs-solution "scaled")。
#
# 图片的像素要先[缩放](mnist.md#scale)，这也是一个原因。
# ///

# %% [markdown] lang="en"
# /// details | Why
# With inputs [ten](#large-inputs-solution "float(large.max() / x.max())") times as large, what the distance of `w` is multiplied by in each step goes from [1 − 0.25 × 4 ÷ 3 = 2 ÷ 3](#large-inputs-solution "1 - 0.25 * 2 * float(np.mean(x ** 2))") to [−32.3](#large-inputs-solution "1 - 0.25 * 2 * float(np.mean(large ** 2))"). Where that is farther from zero than one, each step leads farther away: the larger the inputs, the lower the limit of the learning rate. After those few steps `w` is at [10,601,655](#large-inputs-solution "round(lost)"). Divide the inputs by the [largest](#large-inputs-solution "10 == np.abs(large).max()") of them, and all is as it was before: it arrives at [3.00](#large-inputs-solution "scaled").
#
# This is one reason why the pixels of pictures are [scaled](mnist.md#scale) first.
# ///

# %% [markdown] lang="zh"
# ## 从直线到分类 { #classifier }
#
# 出自[从直线到分类](classifier.md)。
#
# ### 三个分数都是零 { #even-scores }
#
# 三个分数都是零，`softmax` 给出什么？正确的是哪一类有没有关系？损失是多少？
#
# /// details | 提示
# e 的零次方是一。
# ///

# %% [markdown] lang="en"
# ## From a line to a classifier { #classifier }
#
# From [From a line to a classifier](classifier.md).
#
# ### Three scores of zero { #even-scores }
#
# If all three scores are zero, what does `softmax` give? Does it matter which class is right? What is the loss?
#
# /// details | Hint
# e to the power of zero is one.
# ///


# %% id="even-scores-solution" tags=["solution"]
def softmax(scores):
    powers = np.exp(np.array(scores))
    return powers / powers.sum()


even = softmax([0.0, 0.0, 0.0])
even_losses = -np.log(even)
print(np.round(even, 3))
print(np.round(even_losses, 3))

# %% [markdown] lang="zh"
# /// details | 为什么
# 每一类都是三分之一，[0.333](#even-scores-solution "even[0]")。正确的是哪一类都一样，损失是三的自然对数，[1.099](#even-scores-solution "even_losses[0]")。分类器对这几类一视同仁时，损失就是这个数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Each class gets a third, [0.333](#even-scores-solution "even[0]"). Whichever class is right, the loss is the natural logarithm of three, [1.099](#even-scores-solution "even_losses[0]"). It is the loss of a classifier that favours none of these classes.
# ///

# %% [markdown] lang="zh"
# ### 两类：softmax 与 sigmoid { #two-classes }
#
# 只有两类，分数是 `z` 和零。`softmax` 给[第一](#two-classes-solution "max(softmax([2.0, 0.0])) == softmax([2.0, 0.0])[0]")类的概率，与 `sigmoid` 给 `z` 的数比一比，用几个 `z` 试。两个分数是 `a` 和 `b` 时，该把什么交给 `sigmoid`？
#
# /// details | 提示
# `sigmoid` 是 `1 / (1 + np.exp(-z))`。每个分数都减去同一个数，`softmax` 不变。
# ///

# %% [markdown] lang="en"
# ### Two classes: softmax and sigmoid { #two-classes }
#
# There are two classes, with scores `z` and zero. Compare the probability that `softmax` gives to the [first](#two-classes-solution "max(softmax([2.0, 0.0])) == softmax([2.0, 0.0])[0]") with the `sigmoid` of `z`, for several values of `z`. If the scores are `a` and `b`, what should `sigmoid` be given?
#
# /// details | Hint
# The `sigmoid` is `1 / (1 + np.exp(-z))`. Subtract the same number from each score, and `softmax` stays as it is.
# ///


# %% id="two-classes-solution" tags=["solution"]
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


values = np.linspace(-5, 5, 11)
firsts = np.array([softmax([z, 0.0])[0] for z in values])
a, b = 1.5, 0.5
print("same:", np.allclose(firsts, sigmoid(values)))
print("same:", np.isclose(softmax([a, b])[0], sigmoid(a - b)))

# %% [markdown] lang="zh"
# /// details | 为什么
# 两者[相同](#two-classes-solution "bool(np.allclose(firsts, sigmoid(values)))")。两个分数时，交给 `sigmoid` 的是它们的差 `a - b`，结果也[相同](#two-classes-solution "bool(np.isclose(softmax([a, b])[0], sigmoid(a - b)))")。所以二分类用一个 `sigmoid` 就够了。
# ///

# %% [markdown] lang="en"
# /// details | Why
# They are the [same](#two-classes-solution "bool(np.allclose(firsts, sigmoid(values)))"). With two scores, give `sigmoid` their difference `a - b`, and they are the [same](#two-classes-solution "bool(np.isclose(softmax([a, b])[0], sigmoid(a - b)))") again. That is why one `sigmoid` is enough for two classes.
# ///

# %% [markdown] lang="zh"
# ### 最走运的那一个 { #lucky }
#
# [100](#lucky-solution "len(guesses)") 个“分类器”，对每道是非题都抛硬币。用 `50` 道题考它们，挑出成绩最好的一个，再用 `10_000` 道新题考它。两次的准确率差多少？
#
# /// details | 提示
# `np.random.default_rng(0)` 的 `integers` 可以抛硬币。
# ///

# %% [markdown] lang="en"
# ### The luckiest { #lucky }
#
# There are [100](#lucky-solution "len(guesses)") “classifiers”, which toss a coin for each yes-or-no question. Test them with `50` questions, pick the best, and test that one with `10_000` new questions. How do its two accuracies differ?
#
# /// details | Hint
# The `integers` of `np.random.default_rng(0)` can toss coins.
# ///

# %% id="lucky-solution" tags=["solution"]
rng = np.random.default_rng(0)
truth = rng.integers(0, 2, size=50)
guesses = rng.integers(0, 2, size=(100, 50))
results = (guesses == truth).mean(axis=1)

more_truth = rng.integers(0, 2, size=10_000)
more_guesses = rng.integers(0, 2, size=10_000)
again = (more_guesses == more_truth).mean()
print("the best of 100:", results.max())
print("on new data:    ", round(again, 2))

# %% [markdown] lang="zh"
# /// details | 为什么
# 最好的那个考了[超过 60%](#lucky-solution "results.max() > 0.6")，新题上又回到一半左右，[0.50](#lucky-solution "again")。它什么也没有学会，只是被挑中了。所以拿来挑选的数据，不能再拿来报告成绩。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The best has [over 60%](#lucky-solution "results.max() > 0.6"); on new questions it is back at about a half, [0.50](#lucky-solution "again"). It has learned nothing, it was only picked. So the data that you choose by are no good for reporting a result.
# ///

# %% [markdown] lang="zh"
# ## 损失、输出层、标签 { #losses }
#
# 出自[损失、输出层、标签怎么配](losses.md)。
#
# ### 三个任务 { #three-tasks }
#
# 一个网络预测房价，一个猜一封信是不是垃圾邮件，一个给文章贴标签：一共 [5](#three-tasks-given "tags.shape[1]") 个标签，一篇可以贴几个。各搭一个模型，输入是 [8](#three-tasks-given "inputs.shape[1]") 个数，选好输出层和损失，用下面的数据各训练一轮，看能不能走通。

# %% [markdown] lang="en"
# ## Losses, last layers, labels { #losses }
#
# From [Which loss, which last layer, which labels](losses.md).
#
# ### Three tasks { #three-tasks }
#
# One network predicts the price of a house, one guesses whether a letter is spam, and one tags articles: there are [5](#three-tasks-given "tags.shape[1]") tags, and an article may have several. Build a model for each, with [8](#three-tasks-given "inputs.shape[1]") numbers as input, choose the output layer and the loss, and train each for an epoch on the data below, to see that it goes through.

# %% id="three-tasks-given"
inputs = rng.normal(size=(64, 8))
prices = rng.uniform(1, 9, size=64)
spam = rng.integers(0, 2, size=64)
tags = rng.integers(0, 2, size=(64, 5))
prices.shape, spam.shape, tags.shape

# %% [markdown] lang="zh"
# /// details | 提示
# 先看标签的形状：一[列](#three-tasks-solution "tried[2][0][1] == tags.shape[1]")一个神经元。再看标签是什么：任何数，还是零和一。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# Look at the shapes of the labels first: a unit for each [column](#three-tasks-solution "tried[2][0][1] == tags.shape[1]"). Then see what they are: any numbers, or zeros and ones.
# ///


# %% id="three-tasks-solution" tags=["solution"]
def one_epoch(last, loss, answers):
    model = keras.Sequential([keras.Input(shape=(8,)), last])
    model.compile(loss=loss)
    log = model.fit(inputs, answers, verbose=0).history
    return model.output_shape, bool(np.isfinite(log["loss"][0]))


yes_no = "binary_crossentropy"
tried = [
    one_epoch(Dense(1), "mse", prices),
    one_epoch(Dense(1, activation="sigmoid"), yes_no, spam),
    one_epoch(Dense(5, activation="sigmoid"), yes_no, tags),
]
for shape, finite in tried:
    print(shape, finite)

# %% [markdown] lang="zh"
# /// details | 为什么
# 房价是任何数，用 `Dense(1)` 和 `mse`。垃圾邮件是“是或不是”，用一个 `sigmoid`。标签一篇可以有几个，每个都是一次“是或不是”，所以用 [5](#three-tasks-solution "tried[2][0][1]") 个 `sigmoid`，不用 `softmax`。
# ///

# %% [markdown] lang="en"
# /// details | Why
# A price is any number: `Dense(1)` and `mse`. Spam is yes or no: one `sigmoid`. An article may have several tags, and each is a yes or no of its own: [5](#three-tasks-solution "tried[2][0][1]") units of `sigmoid`, and no `softmax`.
# ///

# %% [markdown] lang="zh"
# ### 被压扁的回归 { #squashed }
#
# 答案从 `0` 到 `4`，输出层却写成了 `Dense(1, activation="sigmoid")`，损失用 `mse`。不训练就能说出：最大的答案，它最少差多少？用很大的分数验证。
#
# /// details | 提示
# 不用搭模型。`sigmoid` 最大能到多少？
# ///

# %% [markdown] lang="en"
# ### A regression squashed { #squashed }
#
# The answers go from `0` to `4`, but the last layer is `Dense(1, activation="sigmoid")`, with `mse` as the loss. You can tell without training: by how much is it off at least for the largest answer? Check it with large scores.
#
# /// details | Hint
# You need no model. How large can a `sigmoid` get?
# ///

# %% id="squashed-solution" tags=["solution"]
reached = sigmoid(np.array([1.0, 10.0, 100.0])).max()
print("highest output:", reached)
print("off by at least:", 4 - reached)

# %% [markdown] lang="zh"
# /// details | 为什么
# `sigmoid` 最大到 [1](#squashed-solution "float(reached)")，离最大的答案至少差 [4 − 1 = 3](#squashed-solution "float(4 - reached)")，训练多久都一样，而且没有报错。回归的输出层不写激活函数。
# ///

# %% [markdown] lang="en"
# /// details | Why
# A `sigmoid` gets no higher than [1](#squashed-solution "float(reached)"), so it is off by at least [4 − 1 = 3](#squashed-solution "float(4 - reached)") from the largest answer, however long it trains, and there is no error. The last layer of a regression has no activation.
# ///

# %% [markdown] lang="zh"
# ### 准确率看不出来 { #blind-accuracy }
#
# 两个网络权重相同，一个输出层是 `softmax`，一个忘了写，损失都用 `sparse_categorical_crossentropy`。准确率一样吗？损失呢？
#
# /// details | 提示
# 用 `set_weights()` 让权重相同，用 `evaluate()` 看两个数。
# ///

# %% [markdown] lang="en"
# ### Accuracy cannot tell { #blind-accuracy }
#
# Two networks have the same weights. The last layer of one has `softmax`; in the other it is forgotten. Both have the loss `sparse_categorical_crossentropy`. Do they have the same accuracy? And the same loss?
#
# /// details | Hint
# Give them the same weights with `set_weights()`, and look at both numbers with `evaluate()`.
# ///


# %% id="blind-accuracy-solution" tags=["solution"]
def scored(activation):
    model = keras.Sequential(
        [
            keras.Input(shape=(8,)),
            Dense(3, activation=activation),
        ]
    )
    model.compile(
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    same = np.random.default_rng(1).normal(size=(8, 3))
    model.set_weights([same, np.zeros(3)])
    classes = np.arange(64) % 3
    return model.evaluate(inputs, classes, verbose=0)


complete, forgotten = scored("softmax"), scored(None)
print("same accuracy:", complete[1] == forgotten[1])
print("same loss:    ", bool(np.isclose(complete[0], forgotten[0])))

# %% [markdown] lang="zh"
# /// details | 为什么
# 准确率[相同](#blind-accuracy-solution "complete[1] == forgotten[1]")：它只看哪个数最大，`softmax` [不](#blind-accuracy-solution "bool((keras.ops.convert_to_numpy(keras.ops.softmax(np.eye(3))).argmax(axis=1) != np.arange(3)).any())")改变谁最大。损失[不同](#blind-accuracy-solution "bool(np.isclose(complete[0], forgotten[0]))")：损失把分数当成了概率。所以准确率正常，不等于损失配对了。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The accuracy is the [same](#blind-accuracy-solution "complete[1] == forgotten[1]"): it only asks which number is the largest, and `softmax` does [not](#blind-accuracy-solution "bool((keras.ops.convert_to_numpy(keras.ops.softmax(np.eye(3))).argmax(axis=1) != np.arange(3)).any())") change that. The loss is [different](#blind-accuracy-solution "bool(np.isclose(complete[0], forgotten[0]))"), for it takes scores for probabilities. So a plausible accuracy does not mean that the loss fits.
# ///

# %% [markdown] lang="zh"
# ## 梯度 { #gradients }
#
# 出自[导入与名字](changes-names.md#gradients)。
#
# ### 不用 GradientTape，自己估计梯度 { #check-gradient }
#
# 那里用 `tf.GradientTape` 求 `total` 的梯度。不用它，把数一个一个地加一点、减一点，看 `total` 变了多少，由此估计梯度，再与它给的比较。
#
# /// details | 提示
# 加一点与减一点，两个结果相减，再除以两倍的那一点。`np.ndindex` 给出每个位置。
# ///

# %% [markdown] lang="en"
# ## Gradients { #gradients }
#
# From [imports and names](changes-names.md#gradients).
#
# ### Estimate a gradient without GradientTape { #check-gradient }
#
# There, `tf.GradientTape` calculates the gradient of `total`. Do without it: add a little to each number, take a little away, and see by how much `total` changes. Estimate the gradient from that, and compare it with what the tape gives.
#
# /// details | Hint
# Take the difference of the two results, and divide it by twice the little. `np.ndindex` gives each position.
# ///

# %% id="check-gradient-solution" tags=["solution"]
import tensorflow as tf

numbers = np.array([[1.0, -2.0], [3.0, 4.0]])
little = 0.0001


def total(values):
    return keras.ops.sum(keras.ops.square(values))


point = tf.constant(numbers)
with tf.GradientTape() as tape:
    tape.watch(point)
    height = total(point)
by_tape = tape.gradient(height, point).numpy()

by_hand = np.zeros_like(numbers)
for place in np.ndindex(*numbers.shape):
    nudge = np.zeros_like(numbers)
    nudge[place] = little
    more, less = total(numbers + nudge), total(numbers - nudge)
    by_hand[place] = float(more - less) / (2 * little)
print(by_tape.tolist())
print("alike:", np.allclose(by_tape, by_hand, atol=0.001))

# %% [markdown] lang="zh"
# /// details | 为什么
# 两种办法得到的[相同](#check-gradient-solution "np.allclose(by_tape, by_hand, atol=0.001)")，相差不到 `0.001`。一个一个地试，要算 [2 × 4 = 8](#check-gradient-solution "2 * by_tape.size") 遍 `total`，参数多了就太慢；拿它来检查自己写的梯度，正合适。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Both ways give the [same](#check-gradient-solution "np.allclose(by_tape, by_hand, atol=0.001)"), within `0.001`. Trying each number takes [2 × 4 = 8](#check-gradient-solution "2 * by_tape.size") passes of `total`, which is too slow for many parameters; to check a gradient of your own, it is just right.
# ///

# %% [markdown] lang="zh"
# 下一页：[fit、evaluate、predict](fit.md)。

# %% [markdown] lang="en"
# Next page: [fit, evaluate, predict](fit.md).
