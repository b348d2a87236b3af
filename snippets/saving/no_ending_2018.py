# /// script
# [tool.proof]
# lanes = ["then-tensorflow"]
# ///
import h5py
from keras.layers import Dense
from keras.models import Sequential

model = Sequential([Dense(3, input_shape=(4,))])
for name in "model", "model.tf", "model.keras", "model.h5":
    model.save(name)
    print(name, "is HDF5:", h5py.is_hdf5(name))
