"""A run comes in; a record goes out, compared with the one that is kept, or promoted to be it.

May call `run` and `common`.
"""

from proof.record import absent, changes, records
from proof.record.records import RecordError

__all__ = ["RecordError", "absent", "changes", "records"]
