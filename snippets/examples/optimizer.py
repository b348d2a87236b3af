moments, rate = 25_450 * 4, 4

for steps in (8, 4):
    print(round((moments + rate + steps) / 1024, 2))
    #> 99.43
    #> 99.42
