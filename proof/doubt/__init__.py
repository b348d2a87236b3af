"""The book comes in; how far its checks can be trusted goes out: mutants, soaking, counting.

May call all rooms but `site`.
"""

from proof.doubt import bench, mutate, soak, tally
from proof.doubt.bench import Verdict
from proof.doubt.mutants import Mutant

__all__ = ["Mutant", "Verdict", "bench", "mutate", "soak", "tally"]
