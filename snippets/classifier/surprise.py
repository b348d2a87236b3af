# --8<-- [start:table]
import matplotlib.pyplot as plt
import numpy as np

print("probability  surprise")
for p in (1.0, 0.9, 0.5, 0.1, 0.01, 0.001):
    surprise = 0.0 - np.log(p)
    print(f"{p:11}  {surprise:8.3f}")
# --8<-- [end:table]

# --8<-- [start:curve]
p = np.linspace(0.005, 1, 100)
fig, ax = plt.subplots(figsize=(5, 3))
ax.plot(p, -np.log(p))
ax.set(
    xlabel="probability of what happened",
    ylabel="surprise",
)
plt.show()
# --8<-- [end:curve]
