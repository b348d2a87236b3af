# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import tensorflow as tf

old = tf.keras.preprocessing
print(tf.keras.__version__)
tokenizer = old.text.Tokenizer()
tokenizer.fit_on_texts(["to be or not to be"])
print(tokenizer.word_index)

pictures = old.image.ImageDataGenerator(rescale=1 / 255)
batch = next(pictures.flow(tf.ones((8, 4, 4, 1)).numpy()))
print(batch.shape)

K = tf.keras.backend
mean = float(K.mean(K.constant([1.0, 2.0])))
print(mean)
