from itertools import pairwise

widths = [784, 64, 64, 10]
counts = [a * b + b for a, b in pairwise(widths)]
print(counts, sum(counts))
#> [50240, 4160, 650] 55050
