# /// script
# [tool.proof]
# lanes = ["then"]
# [tool.proof.differs]
# then-theano = "it prints the backend"
# ///
from keras import backend as K

print(K.backend())
