"""The book and its runs come in; what is not true goes out. Writes nothing but what `align` remembers.

`Judge` gives each item of a resolved page its verdict. May call `book`, `record`, `run` and `common`.
"""

from proof.check import buttons, gaps, trusted
from proof.check.around import ways
from proof.check.claims import brief
from proof.check.judge import Judge, JudgedPage
from proof.check.verdicts import Verdicts
from proof.check.words import numbers as number_words
from proof.check.words import parity
from proof.check.words.prose import DIGITS, seen
from proof.check.words.vocabulary import TRUTHS

__all__ = [
    "DIGITS",
    "TRUTHS",
    "Judge",
    "JudgedPage",
    "Verdicts",
    "brief",
    "buttons",
    "gaps",
    "number_words",
    "parity",
    "seen",
    "trusted",
    "ways",
]
