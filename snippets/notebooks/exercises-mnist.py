# /// script
# [tool.proof]
# data = ["mnist"]
# seconds = 300
# lanes = ["now-tensorflow"]
#
# [tool.proof.tolerance]
# unscaled-solution = inf
# ///

# %% [raw] lang="zh"
# ---
# title: 练习：MNIST
# description: 练习和运行过的答案：缩放、网络的大小、早停、召回率、拿不准就不回答、卷积的大小，以及读 IDX 文件。
# finds: 练习、习题、答案、EarlyStopping、召回率
# ---

# %% [raw] lang="en"
# ---
# title: "Exercises: MNIST"
# description: "Exercises whose solutions have run: scaling, the size of a network, early stopping, recall, giving no answer when unsure, sizes of convolutions, and reading an IDX file."
# finds: exercises, solutions, EarlyStopping, recall
# ---

# %% [markdown] lang="zh"
# # 练习：MNIST { #exercises-mnist }
#
# 做完这些练习，你能判断缩放和网络大小的影响，让训练在该停的时候停，看出一个高准确率靠不靠得住，算出卷积层的大小，也能自己读 IDX 文件。
#
# 每道题先自己想，把代码写在笔记本的空单元格里，再点开“答案”。卡住了，先看提示。每一部分由易到难。
#
# 先运行第一格。它导入要用的东西，给出 `small_net()`，还关掉了 TensorFlow 的提醒：短短的训练一次接一次，TensorFlow 会为此提醒，与题目无关。

# %% [markdown] lang="en"
# # Exercises: MNIST { #exercises-mnist }
#
# After these exercises you can judge what scaling and the size of a network do, have training stop in time, tell whether a high accuracy can be relied on, work out the size of a convolution, and read an IDX file yourself.
#
# Think about each task first, and write your code into the empty cell of the notebook; then open the solution. If you are stuck, open the hint first. Each part begins with its easiest task.
#
# Run the first cell first. It imports what is needed, has `small_net()` ready, and turns off the warnings of TensorFlow, which come up when one short training follows another and have nothing to do with the tasks.

# %% id="setup"
import gzip
import hashlib
import logging

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from keras.datasets import mnist

keras.utils.set_random_seed(0)
logging.getLogger("tensorflow").setLevel("ERROR")


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


# %% [markdown] lang="zh"
# ## MNIST { #mnist }
#
# 这一部分出自[用 MNIST 训练](mnist.md)。为了快，这里只用训练集开头的 [5,000](#digits-given "len(digits)") 张图，测试集仍用全部 [10,000](#digits-given "len(test_digits)") 张。准确率不能与那一页的比。

# %% [markdown] lang="en"
# ## MNIST { #mnist }
#
# This part belongs to [Training on MNIST](mnist.md). To save time it uses only the first [5,000](#digits-given "len(digits)") pictures of the training set, and all [10,000](#digits-given "len(test_digits)") of the test set. Do not compare the accuracies with those on that page.

# %% id="digits-given"
(images, labels), (test_images, test_labels) = mnist.load_data()
images, labels = images[:5000], labels[:5000]
raw = images.reshape(-1, 784).astype("float32")
raw_test = test_images.reshape(-1, 784).astype("float32")
digits, test_digits = raw / 255, raw_test / 255
digits.shape, test_digits.shape

# %% [markdown] lang="zh"
# ### 不缩放会怎样 { #unscaled }
#
# 用 `small_net()` 训练两次：一次用缩放过的 `digits`，一次用没有缩放的 `raw`。`epochs=5`、`batch_size=64`、`validation_split=0.1`。先算出一轮有几步，一共走几步；然后画出两次的曲线，再用测试集评估。
#
# /// details | 提示
# 两次用同一个随机种子，初值就一样。没有缩放的损失大得多，画损失时，纵轴用对数：`set_yscale("log")`。
# ///

# %% [markdown] lang="en"
# ### Without scaling { #unscaled }
#
# Train `small_net()` twice: once on `digits`, which are scaled, and once on `raw`, which are not, with `epochs=5`, `batch_size=64` and `validation_split=0.1`. First work out how many steps an epoch has, and how many there are in all. Then draw the curves of both, and evaluate both on the test set.
#
# /// details | Hint
# With the same random seed for both, they start from the same weights. Unscaled, the loss is much larger, so draw it on a logarithmic axis: `set_yscale("log")`.
# ///


# %% id="unscaled-solution" tags=["solution"]
def trained(pictures, test_pictures):
    keras.utils.set_random_seed(0)
    net = small_net()
    log = net.fit(
        pictures,
        labels,
        epochs=5,
        batch_size=64,
        validation_split=0.1,
        verbose=0,
    ).history
    steps = int(net.optimizer.iterations)
    score = net.evaluate(test_pictures, test_labels, verbose=0)
    return log, steps, score[1]


scaled, steps, scaled_accuracy = trained(digits, test_digits)
unscaled, _, unscaled_accuracy = trained(raw, raw_test)
print("steps:", steps)
print("scaled, test above 0.85:  ", scaled_accuracy > 0.85)
print("unscaled, test above 0.85:", unscaled_accuracy > 0.85)

fig, plots = plt.subplots(1, 2, figsize=(8, 3))
for ax, name in zip(plots, ["loss", "accuracy"]):
    for log, word in (scaled, "scaled"), (unscaled, "unscaled"):
        (line,) = ax.plot(log[name], label=f"{word}, training")
        ax.plot(
            log["val_" + name],
            "--",
            color=line.get_color(),
            label=f"{word}, validation",
        )
    ax.set(title=name.title(), xlabel="epoch")
plots[0].set_yscale("log")
plots[1].legend()
plt.show()

# %% [markdown] lang="zh"
# /// details | 为什么
# 训练用 [5,000 × 0.9 = 4,500](#unscaled-solution "len(digits) * 0.9") 张，[4,500 ÷ 64 = 70.3125](#unscaled-solution "len(digits) * 0.9 / 64")，往上取整 [71](#unscaled-solution "steps / 5") 步；[5](#unscaled-solution "len(scaled['loss'])") 轮一共 [71 × 5 = 355](#unscaled-solution "steps") 步。
#
# ![左边是损失，右边是准确率，各有缩放和不缩放的训练、验证共四条线。不缩放的损失一开始就高得多，准确率一直低](exercises-mnist.now.unscaled-solution.svg)
#
# 不缩放也在学，[第一](#unscaled-solution "max(unscaled['loss']) == unscaled['loss'][0]")轮的训练损失却是缩放时的 [3 倍以上](#unscaled-solution "unscaled['loss'][0] / scaled['loss'][0] > 3")。训练完，测试准确率一个[超过 85%](#unscaled-solution "scaled_accuracy > 0.85")，一个[不到 85%](#unscaled-solution "unscaled_accuracy < 0.85")。初值、步数、图片都一样，差别只在那一次除法。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It trains on [5,000 × 0.9 = 4,500](#unscaled-solution "len(digits) * 0.9") pictures, and [4,500 ÷ 64 = 70.3125](#unscaled-solution "len(digits) * 0.9 / 64"), rounded up to [71](#unscaled-solution "steps / 5") steps; [5](#unscaled-solution "len(scaled['loss'])") epochs make [71 × 5 = 355](#unscaled-solution "steps").
#
# ![The loss on the left, the accuracy on the right, each with four lines: training and validation, scaled and unscaled. Unscaled, the loss starts much higher, and the accuracy stays lower](exercises-mnist.now.unscaled-solution.svg)
#
# It does learn without scaling, but the training loss of the [first](#unscaled-solution "max(unscaled['loss']) == unscaled['loss'][0]") epoch is [more than 3](#unscaled-solution "unscaled['loss'][0] / scaled['loss'][0] > 3") times that with scaling. After the training, one test accuracy is [above 85%](#unscaled-solution "scaled_accuracy > 0.85") and the other [below 85%](#unscaled-solution "unscaled_accuracy < 0.85"). Weights at the start, steps and pictures are the same; the only difference is that one division.
# ///

# %% [markdown] lang="zh"
# ### 隐藏层大一点，值不值 { #hidden-units }
#
# 隐藏层用 `8`、`32`、`512` 个神经元。先写出参数量的公式，算出三个数；再各训练 `10` 轮。每多 [10,000](#hidden-units-solution "(sizes[32][0] - sizes[8][0]) / (100 * (sizes[32][1] - sizes[8][1]) / price(8, 32))") 个参数，测试准确率多了几个百分点？
#
# /// details | 提示
# 公式见[参数量怎么算](counting.md)。这一题用全部 `digits` 训练，`batch_size=64`，不留验证集。
# ///

# %% [markdown] lang="en"
# ### Is a larger hidden layer worth it? { #hidden-units }
#
# Give the hidden layer `8`, `32` and `512` units. Write down the formula for the parameters and work out all three; then train each for `10` epochs. How many percentage points of test accuracy do [10,000](#hidden-units-solution "(sizes[32][0] - sizes[8][0]) / (100 * (sizes[32][1] - sizes[8][1]) / price(8, 32))") more parameters buy?
#
# /// details | Hint
# The formula is in [Counting parameters](counting.md). In this task, train on all of `digits` with `batch_size=64`, and keep nothing for validation.
# ///


# %% id="hidden-units-solution" tags=["solution"]
def size_and_accuracy(units):
    net = small_net(units)
    net.fit(digits, labels, epochs=10, batch_size=64, verbose=0)
    score = net.evaluate(test_digits, test_labels, verbose=0)
    return net.count_params(), score[1]


sizes = {units: size_and_accuracy(units) for units in (8, 32, 512)}


def price(small, large):
    more = (sizes[large][0] - sizes[small][0]) / 10_000
    return 100 * (sizes[large][1] - sizes[small][1]) / more


print([count for count, _ in sizes.values()])
print("8 to 32, above 0.5:  ", price(8, 32) > 0.5)
print("32 to 512, above 0.5:", price(32, 512) > 0.5)

# %% [markdown] lang="zh"
# /// details | 为什么
# 每个神经元带来的参数，[第一](#hidden-units-solution "8 * (raw.shape[1] + 1) == [layer.count_params() for layer in small_net(8).layers][0]")层连偏置有 [784 + 1 = 785](#hidden-units-solution "raw.shape[1] + 1") 个，第二层有 [10](#hidden-units-solution "len(np.unique(labels))") 个，再加输出层的偏置。合计依次是 [795 × 8 + 10 = 6,370](#hidden-units-solution "sizes[8][0]")、[795 × 32 + 10 = 25,450](#hidden-units-solution "sizes[32][0]")、[795 × 512 + 10 = 407,050](#hidden-units-solution "sizes[512][0]")。
#
# 前一次加大，这么多参数换来 [0.5 个百分点以上](#hidden-units-solution "price(8, 32) > 0.5")；后一次[不到 0.2](#hidden-units-solution "price(32, 512) < 0.2")，但仍然[大于 0](#hidden-units-solution "price(32, 512) > 0")。准确率还在涨，只是贵了。值不值，要看你用它做什么。
# ///

# %% [markdown] lang="en"
# /// details | Why
# Each unit brings [784 + 1 = 785](#hidden-units-solution "raw.shape[1] + 1") parameters in the [first](#hidden-units-solution "8 * (raw.shape[1] + 1) == [layer.count_params() for layer in small_net(8).layers][0]") layer, its bias included, and [10](#hidden-units-solution "len(np.unique(labels))") in the second; the biases of the output layer come on top. The totals are [795 × 8 + 10 = 6,370](#hidden-units-solution "sizes[8][0]"), [795 × 32 + 10 = 25,450](#hidden-units-solution "sizes[32][0]") and [795 × 512 + 10 = 407,050](#hidden-units-solution "sizes[512][0]").
#
# At the first enlargement, that many parameters buy [more than 0.5](#hidden-units-solution "price(8, 32) > 0.5") percentage points; at the second, [less than 0.2](#hidden-units-solution "price(32, 512) < 0.2"), though still [more than 0](#hidden-units-solution "price(32, 512) > 0"). Accuracy still rises, but at a higher price. Whether it is worth it depends on what you need it for.
# ///

# %% [markdown] lang="zh"
# ### 该停的时候停 { #stop-early }
#
# [什么是过拟合](mnist.md#overfitting)用很少的图训练了很多轮，验证损失掉头往上。再做一次，但让 Keras 在验证损失连续 [5](#stop-early-solution "stopper.patience") 轮没有创下新低时停下来，并且把权重换回最好的那一轮。它在第几轮停？停下以后，验证损失与记录里最低的是同一个数吗？
#
# /// details | 提示
# `fit()` 的 `callbacks` 要一个列表，里面放 `keras.callbacks.EarlyStopping`。要设它的 `patience` 和 `restore_best_weights`；它默认看的是 [val_loss](#stop-early-solution "stopper.monitor")。
# ///

# %% [markdown] lang="en"
# ### Stopping in time { #stop-early }
#
# [What overfitting is](mnist.md#overfitting) trains on few pictures for many epochs until the validation loss turns and rises. Do it again, but let Keras stop when the validation loss has set no new low for [5](#stop-early-solution "stopper.patience") epochs in a row, and put the weights of the best epoch back. When does it stop? Is the validation loss then the lowest one of the record?
#
# /// details | Hint
# The argument `callbacks` of `fit()` is a list; put a `keras.callbacks.EarlyStopping` into it. Set its `patience` and its `restore_best_weights`. What it watches by default is [val_loss](#stop-early-solution "stopper.monitor").
# ///

# %% id="stop-early-solution" tags=["solution"]
stopper = keras.callbacks.EarlyStopping(
    patience=5,
    restore_best_weights=True,
)
careful = small_net()
val_losses = careful.fit(
    digits[:2000],
    labels[:2000],
    epochs=60,
    validation_split=0.5,
    callbacks=[stopper],
    verbose=0,
).history["val_loss"]
restored, _ = careful.evaluate(
    digits[1000:2000],
    labels[1000:2000],
    verbose=0,
)
waited = len(val_losses) - 1 - int(np.argmin(val_losses))
print("stopped before the end:", len(val_losses) < 60)
print("epochs after the best: ", waited)
at_lowest = bool(np.isclose(restored, min(val_losses)))
print("back at the lowest:    ", at_lowest)

# %% [markdown] lang="zh"
# /// details | 为什么
# [不到 60](#stop-early-solution "len(val_losses) < 60") 轮就停了，停在最好的那一轮之后第 [5](#stop-early-solution "waited") 轮。换一台机器或者一个后端，可能停在另一轮。权重换回去以后再评估，得到的与记录里[最低](#stop-early-solution "val_losses[-1 - waited] == min(val_losses)")的验证损失[相同](#stop-early-solution "at_lowest")；不换回去，用的就是最后一轮的权重，那一轮记下的损失[更高](#stop-early-solution "val_losses[-1] > min(val_losses)")。
#
# 要当心：停在哪里是按验证集挑的，所以验证损失可能偏低。要报告成绩，就用没有参与挑选的测试集。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It stopped after [fewer than 60](#stop-early-solution "len(val_losses) < 60") epochs, [5](#stop-early-solution "waited") epochs after the best; on another machine or backend it may be another epoch. Evaluated with the best weights back, the validation loss is the [same](#stop-early-solution "at_lowest") as the [lowest](#stop-early-solution "val_losses[-1 - waited] == min(val_losses)") of the record. Without putting them back you would have the weights of the last epoch, whose recorded loss is [higher](#stop-early-solution "val_losses[-1] > min(val_losses)").
#
# Take care: the place to stop was chosen by the validation data, so the validation loss may look better than it should. For the result that you report, use the test set, which had no part in the choice.
# ///

# %% [markdown] lang="zh"
# ## 看错的图 { #mistakes }
#
# 这一部分出自[看错的图](mnist-mistakes.md)，用的还是上面的 `digits`。

# %% [markdown] lang="en"
# ## Looking at mistakes { #mistakes }
#
# This part belongs to [Looking at mistakes](mnist-mistakes.md), and uses `digits` from above.

# %% [markdown] lang="zh"
# ### 只认一个数字 { #only-fives }
#
# 训练一个网络，只回答“是不是五”。先算一算：一个看到什么都说“不是”的网络，在测试集上准确率是多少？再训练一个，看它比这条底线强多少，找出了多少个五。
#
# /// details | 提示
# 输出层只要一个 `sigmoid`，损失用 `binary_crossentropy`。`keras.metrics.Recall` 是召回率：真的五里，被找出来的占几成。
# ///

# %% [markdown] lang="en"
# ### One digit only { #only-fives }
#
# Train a network that answers one question: is it a five? First work it out: what is the test accuracy of a network that says “no” to everything? Then train one, and see how far above this baseline it is, and how many of the fives it finds.
#
# /// details | Hint
# The output layer needs one `sigmoid`, and the loss is `binary_crossentropy`. `keras.metrics.Recall` is the recall: the share of the real fives that are found.
# ///


# %% id="only-fives-solution" tags=["solution"]
def is_five(**options):
    return keras.Sequential(
        [
            keras.Input(shape=(784,)),
            layers.Dense(32, activation="relu"),
            layers.Dense(1, activation="sigmoid", **options),
        ]
    )


def examined(net):
    fives = (test_labels == 5).astype(int)
    return net.evaluate(
        test_digits,
        fives,
        verbose=0,
        return_dict=True,
    )


always_no = is_five(
    kernel_initializer="zeros",
    bias_initializer=keras.initializers.Constant(-1.0),
)
looking = is_five()
for net in always_no, looking:
    net.compile(
        optimizer="rmsprop",
        loss="binary_crossentropy",
        metrics=["accuracy", keras.metrics.Recall(name="found")],
    )

looking.fit(
    digits,
    (labels == 5).astype(int),
    epochs=10,
    batch_size=64,
    verbose=0,
)
lazy, able = examined(always_no), examined(looking)
print(f"always no: {lazy['accuracy']:.4f}, found {lazy['found']}")
print("accuracy above 0.95:", able["accuracy"] > 0.95)
print("found above 0.6:    ", able["found"] > 0.6)

# %% [markdown] lang="zh"
# /// details | 为什么
# 测试集里有 [892](#only-fives-solution "(test_labels == 5).sum()") 个五，所以什么都说“不是”，准确率是 [(10,000 − 892) ÷ 10,000 = 0.9108](#only-fives-solution "1 - (test_labels == 5).mean()")，一个五也没有找到，召回率是 [0](#only-fives-solution "lazy['found']")。
#
# 训练过的网络准确率[超过 95%](#only-fives-solution "able['accuracy'] > 0.95")，只比底线高几个百分点；它找出了 [60% 以上](#only-fives-solution "able['found'] > 0.6")的五，这才看得出区别。某一类的样本比另一类少得多时，先算底线，再看召回率。
# ///

# %% [markdown] lang="en"
# /// details | Why
# There are [892](#only-fives-solution "(test_labels == 5).sum()") fives in the test set, so saying “no” to everything has an accuracy of [(10,000 − 892) ÷ 10,000 = 0.9108](#only-fives-solution "1 - (test_labels == 5).mean()"). It finds not one of them: its recall is [0](#only-fives-solution "lazy['found']").
#
# The trained network has an accuracy [above 95%](#only-fives-solution "able['accuracy'] > 0.95"), only a few percentage points above the baseline; but it finds [more than 60%](#only-fives-solution "able['found'] > 0.6") of the fives, and that shows the difference. When there are far fewer samples of one class than of the other, work out the baseline first, then look at recall.
# ///

# %% [markdown] lang="zh"
# ### 数字挪了位置 { #moved }
#
# MNIST 的数字都在图的正中。把测试图往右挪 `4` 个像素，训练好的网络还认得吗？网络的结构不变，想个办法训练它，让它在挪过的图上也超过 `0.8`。做到以后，再把测试图往左挪 `4` 个像素试试。先猜，再运行。
#
# /// details | 提示
# `np.roll` 加上 `axis=2` 把每张图往右挪，要往左就用负数。移出右边的像素从左边回来；最右边 `4` 列上的笔画[不到 1%](#digits-given "test_images[:, :, -4:].sum() / test_images.sum() < 0.01")，可以不管。网络没见过挪过的图；那就让它见一见。
# ///

# %% [markdown] lang="en"
# ### Digits that have moved { #moved }
#
# The digits of MNIST stand in the middle of their pictures. Move the test pictures `4` pixels to the right: does a trained network still read them? Keep the structure of the network, and find a way of training that gets it above `0.8` on pictures that have moved. Once you have it, move the test pictures `4` pixels to the left. Guess first, then run it.
#
# /// details | Hint
# `np.roll` with `axis=2` moves each picture to the right; a negative number moves it to the left. Pixels that leave on the right come back on the left; the last `4` columns hold [less than 1%](#digits-given "test_images[:, :, -4:].sum() / test_images.sum() < 0.01") of the ink, little enough to ignore. The network has never seen a picture that has moved; so show it some.
# ///


# %% id="moved-solution" tags=["solution"]
def moved(pictures, pixels):
    rolled = np.roll(pictures, pixels, axis=2)
    return rolled.reshape(-1, 784) / 255


def accuracy_at(net, pixels):
    pictures = moved(test_images, pixels)
    return net.evaluate(pictures, test_labels, verbose=0)[1]


centred, shown = small_net(), small_net()
centred.fit(digits, labels, epochs=10, batch_size=64, verbose=0)

copies = np.concatenate([moved(images, step) for step in (0, 2, 4)])
answers = np.tile(labels, 3)
shown.fit(copies, answers, epochs=4, batch_size=64, verbose=0)

at = {
    (name, pixels): accuracy_at(net, pixels)
    for name, net in (("centred", centred), ("shown", shown))
    for pixels in (0, 4, -4)
}
for (name, pixels), accuracy in at.items():
    print(f"{name} {pixels:2}: above 0.8 {accuracy > 0.8}")

# %% [markdown] lang="zh"
# /// details | 为什么
# 只见过正中的网络，图往右挪 `4` 个像素，准确率就从 [80% 以上](#moved-solution "at['centred', 0] > 0.8")掉到[不足 50%](#moved-solution "at['centred', 4] < 0.5")。在全连接层里，每个像素各有各的权重，数字一挪，就落到了别的权重上。
#
# 把挪过的图也拿来训练，标签照抄，它在往右挪的图上就[超过 80%](#moved-solution "at['shown', 4] > 0.8")。网络的结构没有变，参数也一个没有多。
#
# 往左挪，它仍然[不到 50%](#moved-solution "at['shown', -4] < 0.5")。它学会的不是“数字可以挪动”，只是见过的那几个位置。要它认得什么样的图，就给它看什么样的图。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The network that has only seen digits in the middle falls from [above 80%](#moved-solution "at['centred', 0] > 0.8") to [below 50%](#moved-solution "at['centred', 4] < 0.5") when they move `4` pixels to the right. A dense layer has weights of its own for each pixel, and a digit that has moved meets other weights.
#
# Train on moved pictures as well, with their labels copied, and it is [above 80%](#moved-solution "at['shown', 4] > 0.8") on those moved to the right. The structure of the network is the same, with not one parameter more.
#
# Moved to the left, it is still [below 50%](#moved-solution "at['shown', -4] < 0.5"). It has not learned that digits can move, but only the places where it has seen them. Whatever pictures it is to read, show it pictures like them.
# ///

# %% [markdown] lang="zh"
# ### 拿不准就不回答 { #unsure }
#
# 用 `digits` 训练 `small_net()`，`epochs=10`，`batch_size=64`。最大的概率不到一半的图，让它不回答。不回答的图占几成？在回答了的图里，准确率比全部都答时高还是低？
#
# /// details | 提示
# `predict()` 的每一行取 `max(axis=1)`，与 `0.5` 比较，得到一个布尔数组，可以拿它当下标。
# ///

# %% [markdown] lang="en"
# ### Unsure? No answer { #unsure }
#
# Train `small_net()` on `digits`, with `epochs=10` and `batch_size=64`. Where its highest probability is below one half, let it give no answer. What share of the pictures goes without an answer? And is accuracy among the answers higher or lower than if it answered all?
#
# /// details | Hint
# Take `max(axis=1)` of what `predict()` returns and compare it with `0.5`. That makes an array of truth values, which can serve as an index.
# ///

# %% id="unsure-solution" tags=["solution"]
modest = small_net()
modest.fit(digits, labels, epochs=10, batch_size=64, verbose=0)
shares = modest.predict(test_digits, verbose=0)
right = shares.argmax(axis=1) == test_labels
sure = shares.max(axis=1) >= 0.5
print("without an answer, below 10 %:", (~sure).mean() < 0.1)
print(
    "answered, more often right:   ",
    right[sure].mean() > right.mean(),
)
print("silent, below 60 % right:     ", right[~sure].mean() < 0.6)

# %% [markdown] lang="zh"
# /// details | 为什么
# 不回答的[不到 10%](#unsure-solution "(~sure).mean() < 0.1")。在回答了的图里，准确率高出 [1 个百分点以上](#unsure-solution "100 * (right[sure].mean() - right.mean()) > 1")：略去的那些图，它本来只对[不到 60%](#unsure-solution "right[~sure].mean() < 0.6")。
#
# 界限定得越高，回答得越少。定在哪里，要看答错的代价有多大。
# ///

# %% [markdown] lang="en"
# /// details | Why
# It gives no answer to [less than 10%](#unsure-solution "(~sure).mean() < 0.1") of the pictures. Among the answers, accuracy is [more than 1](#unsure-solution "100 * (right[sure].mean() - right.mean()) > 1") percentage point higher: of the pictures left out, it would have got [less than 60%](#unsure-solution "right[~sure].mean() < 0.6") right.
#
# The higher the limit, the fewer the answers. Where to put it depends on what a mistake costs.
# ///

# %% [markdown] lang="zh"
# ## 卷积网络 { #convolution }
#
# 这一部分出自[卷积网络](mnist-convolution.md)。
#
# ### 出来多大，多少参数 { #conv-size }
#
# 边长 `32`、三个通道的图，经过 `Conv2D(8, 5, strides=2)`，出来的形状是什么？有多少个参数？先用纸笔算。
#
# /// details | 提示
# [填充、步幅、池化](mnist-convolution.md#sizes)有大小的算法，[搭一个卷积网络](mnist-convolution.md#cnn)有参数量的算法。
# ///

# %% [markdown] lang="en"
# ## A convolutional network { #convolution }
#
# This part belongs to [A convolutional network](mnist-convolution.md).
#
# ### How large, how many parameters? { #conv-size }
#
# A picture `32` pixels wide, with three channels, goes through `Conv2D(8, 5, strides=2)`. What is the shape of the result, and how many parameters are there? Work it out on paper first.
#
# /// details | Hint
# For sizes see [Padding, strides, pooling](mnist-convolution.md#sizes), for parameters [Building a convolutional network](mnist-convolution.md#cnn).
# ///

# %% id="conv-size-solution" tags=["solution"]
small = keras.Input(shape=(32, 32, 3))
wide = layers.Conv2D(8, 5, strides=2)
shape = wide(small).shape
larger = wide(keras.Input(shape=(64, 64, 3))).shape
shape, larger, wide.count_params()

# %% [markdown] lang="zh"
# /// details | 为什么
# [(32 − 5) ÷ 2 = 13.5](#conv-size-solution "(small.shape[1] - wide.kernel_size[0]) / wide.strides[0]")，去掉小数再加一，边长是 [14](#conv-size-solution "shape[1]")。参数有 [5 × 5 × 3 × 8 + 8 = 608](#conv-size-solution "wide.count_params()") 个，与图的大小无关：同一层也能用在边长 `64` 的图上，输出的边长是 [30](#conv-size-solution "larger[1]")。
# ///

# %% [markdown] lang="en"
# /// details | Why
# [(32 − 5) ÷ 2 = 13.5](#conv-size-solution "(small.shape[1] - wide.kernel_size[0]) / wide.strides[0]"), rounded down, plus one: the result is [14](#conv-size-solution "shape[1]") pixels wide. There are [5 × 5 × 3 × 8 + 8 = 608](#conv-size-solution "wide.count_params()") parameters, whatever the size of the picture: the same layer also takes one `64` pixels wide, and its result is [30](#conv-size-solution "larger[1]") wide.
# ///

# %% [markdown] lang="zh"
# ### 找横着的边 { #level-edges }
#
# [那一页的卷积核](mnist-convolution.md#kernel)找竖着的边。写一个找横边的，再造一张上黑下亮的图证明它找得到。它在左黑右亮的图上得多少？
#
# /// details | 提示
# 把原来的核转置。只算一次，用不着 Keras：[kernel.py](mnist-convolution.md#kernel) 最后一行就是一处的算法。
# ///

# %% [markdown] lang="en"
# ### Level edges { #level-edges }
#
# [The kernel on that page](mnist-convolution.md#kernel) finds vertical edges. Write one that finds horizontal edges, and make a picture, dark above and bright below, that proves it. What does it make of a picture that is dark on the left and bright on the right?
#
# /// details | Hint
# Transpose the kernel. A single place needs no Keras: the last line of [kernel.py](mnist-convolution.md#kernel) shows how to work it out.
# ///

# %% id="level-edges-solution" tags=["solution"]
upright = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
level = upright.T
below = np.zeros((3, 3))
below[2] = 1
right_half = below.T
found = {
    "below": (below * level).sum(),
    "right": (right_half * level).sum(),
}
print(level)
found

# %% [markdown] lang="zh"
# /// details | 为什么
# 在上黑下亮的图上得 [3](#level-edges-solution "found['below']")，在左黑右亮的图上得 [0](#level-edges-solution "found['right']")：亮的是一列，它从上到下遇到的权重加起来正好抵消。
# ///

# %% [markdown] lang="en"
# /// details | Why
# On the picture that is bright below it gives [3](#level-edges-solution "found['below']"), on the one that is bright on the right [0](#level-edges-solution "found['right']"): the bright column meets weights that cancel each other.
# ///

# %% [markdown] lang="zh"
# ### 用步幅代替池化 { #stride-for-pooling }
#
# 那一页的网络，[第一](mnist-convolution.md#cnn-code "'MaxPooling2D' == [type(b).__name__ for a, b in zip(cnn.layers, cnn.layers[1:]) if 'conv' in a.name][0]")层卷积后面接着池化。去掉池化，给这个卷积写上 `strides=2`。输出的形状变吗？参数量呢？

# %% [markdown] lang="en"
# ### A stride in place of pooling { #stride-for-pooling }
#
# In the network of that page, pooling follows the [first](mnist-convolution.md#cnn-code "'MaxPooling2D' == [type(b).__name__ for a, b in zip(cnn.layers, cnn.layers[1:]) if 'conv' in a.name][0]") convolution. Take the pooling away and give the convolution `strides=2`. Does the shape of the output change? Does the number of parameters?

# %% id="stride-for-pooling-solution" tags=["solution"]
image = keras.Input(shape=(28, 28, 1))
plain = layers.Conv2D(16, 3)
strided = layers.Conv2D(16, 3, strides=2)
pooled_shape = layers.MaxPooling2D()(plain(image)).shape
strided_shape = strided(image).shape
print(pooled_shape, plain.count_params())
print(strided_shape, strided.count_params())

# %% [markdown] lang="zh"
# /// details | 为什么
# 形状[一样](#stride-for-pooling-solution "pooled_shape == strided_shape")，参数也都是 [160](#stride-for-pooling-solution "strided.count_params()") 个。变的是怎么算：接着池化时，卷积在每一处都算，池化再从每 [2 × 2 = 4](#stride-for-pooling-solution "strided.strides[0] * strided.strides[1]") 个里挑[最大](#stride-for-pooling-solution "float(layers.MaxPooling2D()(np.arange(4.0).reshape(1, 2, 2, 1))[0, 0, 0, 0]) == max(range(4))")的；步幅为二时，这几处里只算一处。
# ///

# %% [markdown] lang="en"
# /// details | Why
# The shapes are the [same](#stride-for-pooling-solution "pooled_shape == strided_shape"), and both have [160](#stride-for-pooling-solution "strided.count_params()") parameters. What changes is the work: with pooling, the kernel stops everywhere, and the [largest](#stride-for-pooling-solution "float(layers.MaxPooling2D()(np.arange(4.0).reshape(1, 2, 2, 1))[0, 0, 0, 0]) == max(range(4))") of each [2 × 2 = 4](#stride-for-pooling-solution "strided.strides[0] * strided.strides[1]") results is kept; with a stride of two, it stops at only one of those places.
# ///

# %% [markdown] lang="zh"
# ## 拿到数据 { #data }
#
# 这一部分出自[拿到数据](mnist-data.md)。
#
# ### 读 IDX 的开头 { #idx-head }
#
# 下面写出一个小小的 IDX 文件。只用 NumPy 读它的开头：里面有几张图，每张多大？

# %% [markdown] lang="en"
# ## Getting the data { #data }
#
# This part belongs to [Getting the data](mnist-data.md).
#
# ### Reading the head of an IDX file { #idx-head }
#
# The next cell writes a small IDX file. With NumPy alone, read its head: how many pictures are there, and how large are they?

# %% id="idx-head-given"
with gzip.open("small-images.gz", "wb") as opened:
    opened.write(bytes([0, 0, 8, 3]))
    opened.write(np.array(images[:50].shape, ">u4").tobytes())
    opened.write(images[:50].tobytes())

# %% [markdown] lang="zh"
# /// details | 提示
# 下标是 `3` 的字节是维数。后面每一维占 `4` 个字节，高位在前，NumPy 写作 `">u4"`。
# ///

# %% [markdown] lang="en"
# /// details | Hint
# The byte with index `3` is the number of dimensions. Each of them then takes `4` bytes, the high one first, which NumPy calls `">u4"`.
# ///

# %% id="idx-head-solution" tags=["solution"]
with gzip.open("small-images.gz") as opened:
    content = opened.read()
dimensions = content[3]
lengths = np.frombuffer(content[4 : 4 + 4 * dimensions], ">u4")
lengths.tolist()

# %% [markdown] lang="zh"
# /// details | 为什么
# 有 [50](#idx-head-solution "lengths[0]") 张，每张 [28 × 28 = 784](#idx-head-solution "lengths[1] * lengths[2]") 个像素。整个文件解开以后是 [4 + 4 × 3 + 50 × 784 = 39,216](#idx-head-solution "len(content)") 个字节：开头、各维的长度、像素。
# ///

# %% [markdown] lang="en"
# /// details | Why
# There are [50](#idx-head-solution "lengths[0]"), each of [28 × 28 = 784](#idx-head-solution "lengths[1] * lengths[2]") pixels. Unpacked, the file has [4 + 4 × 3 + 50 × 784 = 39,216](#idx-head-solution "len(content)") bytes: the head, the lengths, the pixels.
# ///

# %% [markdown] lang="zh"
# ### 只改一个像素 { #one-pixel }
#
# 算出 `images` 的 SHA-256，给第一张图左上角的像素加一，再算一次。[64](#one-pixel-solution "len(before)") 个字符里，有几个还在原来的位置上？先猜。
#
# /// details | 提示
# `hashlib.sha256(images.tobytes()).hexdigest()`。改之前先 `copy()`。
# ///

# %% [markdown] lang="en"
# ### A single pixel { #one-pixel }
#
# Work out the SHA-256 of `images`, add one to the pixel in the top left corner of the first picture, and do it again. Of the hash's [64](#one-pixel-solution "len(before)") characters, how many are still where they were? Guess first.
#
# /// details | Hint
# `hashlib.sha256(images.tobytes()).hexdigest()`. Make a `copy()` before you change anything.
# ///

# %% id="one-pixel-solution" tags=["solution"]
changed = images.copy()
changed[0, 0, 0] += 1
before = hashlib.sha256(images.tobytes()).hexdigest()
after = hashlib.sha256(changed.tobytes()).hexdigest()
kept = sum(old == new for old, new in zip(before, after))
print(before[:16], after[:16])
kept

# %% [markdown] lang="zh"
# /// details | 为什么
# 还在原位的有 [5](#one-pixel-solution "kept") 个。十六进制的字符有 [16](#one-pixel-solution "len(set(before))") 种，碰巧也会有 [64 ÷ 16 = 4](#one-pixel-solution "len(before) / 16") 个左右。只动了一个像素，哈希值就面目全非。
# ///

# %% [markdown] lang="en"
# /// details | Why
# [5](#one-pixel-solution "kept") are where they were. There are [16](#one-pixel-solution "len(set(before))") hexadecimal characters, so chance alone would leave about [64 ÷ 16 = 4](#one-pixel-solution "len(before) / 16"). A single pixel makes it another hash altogether.
# ///

# %% [markdown] lang="zh"
# ### 小一点的 MNIST { #small-mnist }
#
# 从训练集里每个数字各取 `100` 张，连同标签存成 `small.npz`，再读回来核对张数。
#
# /// details | 提示
# `np.flatnonzero(labels == digit)[:100]` 是一个数字的前 `100` 个下标，各个数字的拼起来用 `np.concatenate`。
# ///

# %% [markdown] lang="en"
# ### A smaller MNIST { #small-mnist }
#
# Take `100` pictures of each digit from the training set, save them and their labels as `small.npz`, read it back and check the counts.
#
# /// details | Hint
# `np.flatnonzero(labels == digit)[:100]` are the first `100` indices of a digit; `np.concatenate` joins those of all digits.
# ///

# %% id="small-mnist-solution" tags=["solution"]
chosen = np.concatenate(
    [np.flatnonzero(labels == digit)[:100] for digit in range(10)]
)
np.savez_compressed("small.npz", x=images[chosen], y=labels[chosen])
with np.load("small.npz") as saved:
    counts = np.bincount(saved["y"])
    stored = saved["x"].shape
print(counts)
stored

# %% [markdown] lang="zh"
# /// details | 为什么
# 一共 [10 × 100 = 1,000](#small-mnist-solution "stored[0]") 张。标签是按顺序排着的，所以用 `validation_split` 之前要[先打乱](fit.md#validation-split)。
# ///

# %% [markdown] lang="en"
# /// details | Why
# There are [10 × 100 = 1,000](#small-mnist-solution "stored[0]") pictures. Their labels are in order, so [shuffle them](fit.md#validation-split) before you use `validation_split`.
# ///

# %% [markdown] lang="zh"
# 下一页：[保存与加载](saving.md)。

# %% [markdown] lang="en"
# Next page: [saving and loading](saving.md).
