"""Makes the Keras of 2018 (2.1.5) run on today's Python. Imported before it.

Keras 2.1.5 itself is untouched, as its authors published it. What it took for granted and has moved
since is put back where it looks for it:

- Python 3.10 dropped the aliases of `collections.abc` from `collections`; Theano misses them too;
- TensorFlow 2 keeps its functions of 2018 in `tensorflow.compat.v1`, and runs eagerly by default.
"""

import collections
import collections.abc
import logging
import os
import sys
import warnings

for name in collections.abc.__all__:
    setattr(collections, name, getattr(collections.abc, name))

# Theano says so when two snippets compile at the same time.
logging.getLogger("theano.gof.compilelock").setLevel(logging.WARNING)

# Python 3.8 and later remark on the style of Keras 2.1.5 when they compile it.
warnings.filterwarnings("ignore", category=SyntaxWarning)

if os.environ["KERAS_BACKEND"] == "tensorflow":
    # Importing TensorFlow would import a part of Keras, which is the snippet's to import.
    sys.modules["keras"] = None  # type: ignore[assignment] # as the import system's manual says
    import tensorflow
    import tensorflow.compat.v1 as tensorflow_of_2018

    for name in dir(tensorflow_of_2018):
        if not name.startswith("__"):
            setattr(tensorflow, name, getattr(tensorflow_of_2018, name))

    tensorflow_of_2018.logging.set_verbosity(tensorflow_of_2018.logging.ERROR)
    tensorflow_of_2018.disable_v2_behavior()
    del sys.modules["keras"]
