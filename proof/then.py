"""Makes the Keras of 2018 (2.1.5) run on today's Python and TensorFlow. Imported before it.

Keras 2.1.5 itself is untouched, as its authors published it. Two things that it took for granted
have moved since, and are put back where it looks for them:

- Python 3.10 dropped the aliases of `collections.abc` from `collections`;
- TensorFlow 2 keeps its functions of 2018 in `tensorflow.compat.v1`, and runs eagerly by default.
"""

import collections
import collections.abc

import tensorflow
import tensorflow.compat.v1 as tensorflow_of_2018

for name in collections.abc.__all__:
    setattr(collections, name, getattr(collections.abc, name))

for name in dir(tensorflow_of_2018):
    if not name.startswith("__"):
        setattr(tensorflow, name, getattr(tensorflow_of_2018, name))

tensorflow_of_2018.logging.set_verbosity(tensorflow_of_2018.logging.ERROR)
tensorflow_of_2018.disable_v2_behavior()
